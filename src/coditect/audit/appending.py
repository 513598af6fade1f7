"""Writing an entry: under the lock of its chain, once for each event, with people behind pseudonyms."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from coditect import identity
from coditect.audit.chaining import GENESIS, digest_of, hash_of, new_salt
from coditect.audit.models import AuditChain, AuditEntry, AuditParticulars, AuditPerson
from coditect.audit.schemas import ActorKind, Outcome
from coditect.kernel.clock import utc_now
from coditect.kernel.ids import AccountId, OrganizationId, new_id


@dataclass(frozen=True)
class Draft:
    """An entry before it has a place in a chain; accounts become pseudonyms there."""

    event_id: UUID
    occurred_at: datetime
    action: str
    outcome: Outcome
    actor_kind: ActorKind
    actor: AccountId | None
    subject_kind: str | None
    subject: UUID | str | None = None
    subject_account: AccountId | None = None
    details: Mapping[str, Any] = field(default_factory=dict)
    particulars: Mapping[str, Any] = field(default_factory=dict)


async def append(session: AsyncSession, organization_id: OrganizationId, draft: Draft) -> AuditChain | None:
    """Add an entry to the chain of an organization and return the chain; None if the event is in it already."""
    chain = await _locked(session, organization_id)
    known = await session.scalar(
        select(AuditEntry.sequence).where(
            AuditEntry.organization_id == organization_id, AuditEntry.event_id == draft.event_id
        )
    )
    if known is not None:
        return None
    actor = await _pseudonym(session, organization_id, draft.actor)
    entry = AuditEntry(
        organization_id=organization_id,
        sequence=chain.last_sequence + 1,
        event_id=draft.event_id,
        occurred_at=draft.occurred_at,
        action=draft.action,
        outcome=draft.outcome,
        actor_kind=draft.actor_kind,
        actor=actor,
        subject_kind=draft.subject_kind,
        subject=None if draft.subject is None else str(draft.subject),
        subject_person=await _pseudonym(session, organization_id, draft.subject_account),
        details=dict(draft.details),
        particulars_digest=None,
    )
    if draft.particulars:
        salt, data = new_salt(), dict(draft.particulars)
        entry.particulars_digest = digest_of(salt, data)
        session.add(
            AuditParticulars(
                organization_id=organization_id, sequence=entry.sequence, person=actor, salt=salt, data=data
            )
        )
    entry.hash = hash_of(entry, chain.last_hash)
    session.add(entry)
    chain.last_sequence, chain.last_hash = entry.sequence, entry.hash
    await session.flush()
    return chain


async def _locked(session: AsyncSession, organization_id: OrganizationId) -> AuditChain:
    """Return the chain, begun if need be; until the end of the transaction nobody else appends to it."""
    insert = postgresql.insert if session.get_bind().dialect.name == "postgresql" else sqlite.insert
    await session.execute(
        insert(AuditChain)
        .values(
            organization_id=organization_id,
            last_sequence=0,
            last_hash=GENESIS,
            removed_sequence=0,
            removed_hash=GENESIS,
            swept_at=utc_now(),
        )
        .on_conflict_do_nothing(index_elements=["organization_id"])
    )
    found = await session.scalars(
        select(AuditChain).where(AuditChain.organization_id == organization_id).with_for_update()
    )
    return found.one()


async def _pseudonym(
    session: AsyncSession, organization_id: OrganizationId, account_id: AccountId | None
) -> UUID | None:
    """Return what stands for a person in this organization, and note how they are called now."""
    if account_id is None:
        return None
    known = await session.scalar(
        select(AuditPerson).where(
            AuditPerson.organization_id == organization_id, AuditPerson.account_id == account_id
        )
    )
    called = (await identity.people_of(session, [account_id])).get(account_id)
    if known is not None:
        if called is not None:
            known.name, known.email = called
        return known.id
    if called is None:  # erased meanwhile, so nothing of them is written down again
        return None
    person = AuditPerson(
        id=new_id(), organization_id=organization_id, account_id=account_id, name=called[0], email=called[1]
    )
    session.add(person)
    await session.flush()
    return person.id
