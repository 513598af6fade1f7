"""Searching the audit, and telling it entry by entry."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, Select, String, cast, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from coditect.audit.models import AuditEntry, AuditParticulars, AuditPerson
from coditect.audit.schemas import AuditEntryRead, AuditFilters, AuditPage, AuditPersonRead, Outcome
from coditect.kernel.db import Database
from coditect.kernel.ids import OrganizationId
from coditect.kernel.scope import tenant

_BATCH = 500
_MOST_PEOPLE = 500

_Actor = aliased(AuditPerson)
_Subject = aliased(AuditPerson)


@dataclass(frozen=True)
class Wanted:
    """Which entries are asked for; whatever is None does not matter."""

    search: str | None = None
    actor: UUID | None = None
    action: str | None = None
    subject: str | None = None
    person: UUID | None = None
    """Whom it was done to."""
    outcome: Outcome | None = None
    since: datetime | None = None
    until: datetime | None = None


async def list_entries(
    session: AsyncSession, organization_id: OrganizationId, wanted: Wanted, *, limit: int, before: int | None
) -> AuditPage:
    """Return a page of entries, newest first."""
    chosen = _chosen(organization_id, wanted).order_by(AuditEntry.sequence.desc()).limit(limit + 1)
    if before is not None:
        chosen = chosen.where(AuditEntry.sequence < before)
    items = [_read(row) for row in await session.execute(chosen)]
    more = len(items) > limit
    return AuditPage(items=items[:limit], next_cursor=str(items[limit - 1].sequence) if more else None)


async def filters(
    session: AsyncSession, organization_id: OrganizationId, retention_days: int | None
) -> AuditFilters:
    """Return what can be chosen from."""
    actions = await session.scalars(
        select(AuditEntry.action)
        .where(AuditEntry.organization_id == organization_id)
        .distinct()
        .order_by(AuditEntry.action)
    )
    people = await session.scalars(
        select(AuditPerson)
        .where(AuditPerson.organization_id == organization_id)
        .order_by(func.lower(AuditPerson.name), AuditPerson.id)
        .limit(_MOST_PEOPLE)
    )
    return AuditFilters(
        actions=list(actions),
        people=[AuditPersonRead.model_validate(one) for one in people],
        retention_days=retention_days,
    )


async def every_entry(
    database: Database, organization_id: OrganizationId, wanted: Wanted
) -> AsyncIterator[Sequence[AuditEntryRead]]:
    """Yield all entries that are asked for, oldest first, each batch read by itself: a reader may be slow."""
    after = 0
    while True:
        async with database.read(tenant(organization_id), by_replica=True) as session:
            chosen = _chosen(organization_id, wanted).where(AuditEntry.sequence > after)
            found = await session.execute(chosen.order_by(AuditEntry.sequence).limit(_BATCH))
            batch = [_read(row) for row in found]
        if batch:
            yield batch
        if len(batch) < _BATCH:
            return
        after = batch[-1].sequence


def _chosen(
    organization_id: OrganizationId, wanted: Wanted
) -> Select[AuditEntry, AuditPerson, AuditPerson, AuditParticulars]:
    chosen: Select[AuditEntry, AuditPerson, AuditPerson, AuditParticulars] = select(
        AuditEntry, _Actor, _Subject, AuditParticulars
    )
    chosen = (
        chosen.outerjoin(_Actor, _Actor.id == AuditEntry.actor)
        .outerjoin(_Subject, _Subject.id == AuditEntry.subject_person)
        .outerjoin(
            AuditParticulars,
            (AuditParticulars.organization_id == AuditEntry.organization_id)
            & (AuditParticulars.sequence == AuditEntry.sequence),
        )
        .where(AuditEntry.organization_id == organization_id)
    )
    equal = (
        (AuditEntry.actor, wanted.actor),
        (AuditEntry.action, wanted.action),
        (AuditEntry.subject, wanted.subject),
        (AuditEntry.subject_person, wanted.person),
        (AuditEntry.outcome, wanted.outcome),
    )
    chosen = chosen.where(*(column == value for column, value in equal if value is not None))
    if wanted.since is not None:
        chosen = chosen.where(AuditEntry.occurred_at >= wanted.since)
    if wanted.until is not None:
        chosen = chosen.where(AuditEntry.occurred_at < wanted.until)
    for word in (wanted.search or "").split():
        chosen = chosen.where(_holds(word.lower()))
    return chosen


def _holds(word: str) -> ColumnElement[bool]:
    texts = (
        AuditEntry.action,
        AuditEntry.subject,
        cast(AuditEntry.details, String),
        _Actor.name,
        _Actor.email,
        _Subject.name,
        _Subject.email,
        cast(AuditParticulars.data, String),
    )
    return or_(*(func.lower(text).contains(word, autoescape=True) for text in texts))


def _read(row: Sequence[object]) -> AuditEntryRead:
    entry, actor, subject, particulars = row
    assert isinstance(entry, AuditEntry)
    return AuditEntryRead(
        sequence=entry.sequence,
        occurred_at=entry.occurred_at,
        action=entry.action,
        outcome=entry.outcome,
        actor_kind=entry.actor_kind,
        actor=_person(entry.actor, actor) if entry.actor else None,
        subject_kind=entry.subject_kind,
        subject=entry.subject,
        subject_person=_person(entry.subject_person, subject) if entry.subject_person else None,
        details=entry.details,
        particulars=particulars.data if isinstance(particulars, AuditParticulars) else None,
        hash=entry.hash.hex(),
    )


def _person(pseudonym: UUID, known: object) -> AuditPersonRead:
    if isinstance(known, AuditPerson):
        return AuditPersonRead.model_validate(known)
    return AuditPersonRead(id=pseudonym, account_id=None, name=None, email=None)
