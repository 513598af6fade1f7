"""What the audit holds about a person, and what becomes of it when they leave."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import String, cast, delete, or_, select

from coditect.audit.models import INSTALLATION, AuditChain, AuditEntry, AuditParticulars, AuditPerson
from coditect.kernel.account_data import Leaving, Person, Rows, told
from coditect.kernel.erasing import erasing, purge
from coditect.kernel.platform import Platform
from coditect.kernel.scope import tenant


async def export_account_data(platform: Platform, person: Person) -> Mapping[str, Rows]:
    """Return what the person did, and from where."""
    found: list[Mapping[str, Any]] = []
    for organization_id in person.organizations:
        async with platform.place_of(organization_id).database.read(tenant(organization_id)) as session:
            rows = await session.execute(
                select(AuditEntry, AuditParticulars.data)
                .join(AuditPerson, AuditPerson.id == AuditEntry.actor)
                .outerjoin(AuditParticulars, AuditParticulars.sequence == AuditEntry.sequence)
                .where(
                    AuditEntry.organization_id == organization_id,
                    AuditPerson.account_id == person.account_id,
                )
                .order_by(AuditEntry.sequence)
            )
            found += [
                {
                    **told(entry, without=("hash", "particulars_digest", "event_id", "actor")),
                    "particulars": data,
                }
                for entry, data in rows
            ]
    return {"audit": found}


async def erase_account_data(platform: Platform, leaving: Leaving) -> None:
    """Remove the chains of organizations that go; in others, whom a pseudonym meant and where they came from."""
    for organization_id in (*leaving.alone, *leaving.shared, INSTALLATION):
        database = platform.place_of(organization_id).database
        async with erasing(database, organization_id) as session:
            if organization_id in leaving.alone:
                await purge(session, organization_id, AuditParticulars, AuditPerson, AuditEntry, AuditChain)
                continue
            known = await session.scalar(
                select(AuditPerson.id).where(AuditPerson.account_id == leaving.account_id)
            )
            text = cast(AuditParticulars.data, String)
            await session.execute(
                delete(AuditParticulars)
                .where(
                    or_(
                        AuditParticulars.person == known if known else text.contains(str(leaving.account_id)),
                        text.contains(leaving.email, autoescape=True),
                    )
                )
                .execution_options(synchronize_session=False)
            )
            await session.execute(
                delete(AuditPerson)
                .where(AuditPerson.account_id == leaving.account_id)
                .execution_options(synchronize_session=False)
            )
