"""Does a chain hold? Every entry is hashed anew, and both ends are compared with what is known of them."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Row, Table, select
from sqlalchemy.ext.asyncio import AsyncSession

from coditect.audit.chaining import digest_of, hash_of
from coditect.audit.models import AuditChain, AuditEntry, AuditParticulars
from coditect.kernel.db import Database
from coditect.kernel.scope import OPERATOR, Scope

# Tables, not rows of the mapper: the operator looks at every organization, and no filter of a tenant shall help here.
_chains: Table = AuditChain.metadata.tables["audit_chains"]
_entries: Table = AuditEntry.metadata.tables["audit_entries"]
_particulars: Table = AuditParticulars.metadata.tables["audit_particulars"]
_BATCH = 1000


@dataclass(frozen=True)
class Chain:
    """What was found of one chain; `broken_at` is the first entry that does not fit."""

    organization_id: UUID
    entries: int
    last_sequence: int
    last_hash: bytes
    broken_at: int | None = None
    fault: str | None = None


async def verify_chains(database: Database, only: UUID | None = None) -> Sequence[Chain]:
    """Verify the chain of every organization, or of one; for the operator."""
    async with database.read(OPERATOR) as session:
        wanted = select(_chains.c.organization_id).order_by(_chains.c.organization_id)
        if only is not None:
            wanted = wanted.where(_chains.c.organization_id == only)
        found = (await session.execute(wanted)).scalars().all()
    return [await verify_chain(database, OPERATOR, organization_id) for organization_id in found]


async def verify_chain(database: Database, scope: Scope, organization_id: UUID) -> Chain:
    """Verify the chain of one organization."""
    async with database.read(scope) as session:
        ends = (
            await session.execute(select(_chains).where(_chains.c.organization_id == organization_id))
        ).one_or_none()
        if ends is None:
            return Chain(organization_id, 0, 0, b"")
        count, sequence, previous = 0, ends.removed_sequence, ends.removed_hash
        async for row in _rows(session, organization_id, after=sequence, until=ends.last_sequence):
            fault = _fault(row, sequence, previous)
            if fault is not None:
                return Chain(organization_id, count, ends.last_sequence, ends.last_hash, sequence + 1, fault)
            count, sequence, previous = count + 1, row.sequence, row.hash
    broken_at = fault = None
    if sequence != ends.last_sequence:
        broken_at, fault = sequence + 1, "the entry is missing, and all after it"
    elif previous != ends.last_hash:
        broken_at, fault = sequence, "the chain ends in another entry than was written last"
    return Chain(organization_id, count, ends.last_sequence, ends.last_hash, broken_at, fault)


async def _rows(
    session: AsyncSession, organization_id: UUID, *, after: int, until: int
) -> AsyncIterator[Row[tuple[object, ...]]]:
    joined = _entries.outerjoin(
        _particulars,
        (_particulars.c.organization_id == _entries.c.organization_id)
        & (_particulars.c.sequence == _entries.c.sequence),
    )
    wanted = (
        select(_entries, _particulars.c.salt, _particulars.c.data)
        .select_from(joined)
        .where(_entries.c.organization_id == organization_id, _entries.c.sequence <= until)
        .order_by(_entries.c.sequence)
        .limit(_BATCH)
    )
    while True:
        batch = (await session.execute(wanted.where(_entries.c.sequence > after))).all()
        for row in batch:
            yield row
        if len(batch) < _BATCH:
            return
        after = batch[-1].sequence


def _fault(row: Row[tuple[object, ...]], before: int, previous: bytes) -> str | None:
    if row.sequence != before + 1:
        return "the entry is missing"
    if hash_of(row, previous) != row.hash:
        return "the entry is not what was written"
    if row.salt is not None and digest_of(row.salt, row.data) != row.particulars_digest:
        return "the particulars are not what was written"
    return None
