"""Entries whose time is over are removed from the old end of a chain, which goes on to hold."""

from datetime import timedelta

from sqlalchemy import delete, select, update

from coditect.audit.models import AuditChain, AuditEntry, AuditParticulars
from coditect.kernel.clock import utc_now
from coditect.kernel.db import Database
from coditect.kernel.erasing import erasing
from coditect.kernel.ids import OrganizationId

EVERY = timedelta(days=1)


async def sweep(database: Database, organization_id: OrganizationId, days: int) -> int:
    """Remove the entries of an organization that are older than `days`; return how many."""
    limit = utc_now() - timedelta(days=days)
    async with erasing(database, organization_id) as session:
        chain = (
            await session.scalars(
                select(AuditChain).where(AuditChain.organization_id == organization_id).with_for_update()
            )
        ).one()
        chain.swept_at = utc_now()
        # The newest of a run without gaps: what is younger than the limit stays, and all that came after it.
        youngest = await session.scalar(
            select(AuditEntry.sequence)
            .where(AuditEntry.organization_id == organization_id, AuditEntry.occurred_at >= limit)
            .order_by(AuditEntry.sequence)
            .limit(1)
        )
        last = chain.last_sequence if youngest is None else youngest - 1
        if last <= chain.removed_sequence:
            return 0
        hashed = await session.scalar(
            select(AuditEntry.hash).where(
                AuditEntry.organization_id == organization_id, AuditEntry.sequence == last
            )
        )
        if hashed is None:  # broken: what `coditect audit verify` would name shall not be swept away
            return 0
        for model in (AuditParticulars, AuditEntry):
            await session.execute(
                delete(model)
                .where(model.organization_id == organization_id, model.sequence <= last)
                .execution_options(synchronize_session=False)
            )
        removed = last - chain.removed_sequence
        await session.execute(
            update(AuditChain)
            .where(AuditChain.organization_id == organization_id)
            .values(removed_sequence=last, removed_hash=hashed)
        )
        return removed
