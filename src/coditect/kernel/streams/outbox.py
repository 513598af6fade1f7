"""What streams read of the outbox. Every reading names the organization, since it is done across tenants."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import ColumnElement, false, func, or_, select, true

from coditect.kernel.db import Database
from coditect.kernel.events import StoredEvent
from coditect.kernel.relay import RelayState
from coditect.kernel.scope import ENGINE
from coditect.kernel.streams.channels import Channel


@dataclass(frozen=True)
class Bounds:
    """Which positions the outbox holds; those before `oldest` are pruned."""

    oldest: int
    newest: int


@dataclass(frozen=True)
class Head:
    """An event without what it says."""

    position: int
    topic: str
    subject: str | None
    organization_id: UUID | None


async def bounds(database: Database) -> Bounds:
    """Return between which positions a stream can be resumed."""
    oldest = select(func.min(StoredEvent.position)).scalar_subquery()
    newest = select(RelayState.last_position).where(RelayState.id == 1).scalar_subquery()
    async with database.read(ENGINE) as session:
        row = (await session.execute(select(oldest, newest))).one()
    last = row[1] or 0
    return Bounds(row[0] or last + 1, last)


async def heads_after(database: Database, position: int, limit: int) -> Sequence[Head]:
    """Return whom the next events are about."""
    query = (
        select(StoredEvent.position, StoredEvent.topic, StoredEvent.subject, StoredEvent.organization_id)
        .where(StoredEvent.position > position)
        .order_by(StoredEvent.position)
        .limit(limit)
    )
    async with database.read(ENGINE) as session:
        found = (await session.execute(query)).all()
    return [Head(position or 0, topic, subject, owner) for position, topic, subject, owner in found]


async def events_at(database: Database, positions: Sequence[int]) -> Sequence[StoredEvent]:
    """Return the events at `positions`, in order."""
    query = select(StoredEvent).where(StoredEvent.position.in_(positions)).order_by(StoredEvent.position)
    async with database.read(ENGINE) as session:
        return (await session.scalars(query)).all()


async def has_more_than(database: Database, channel: Channel, after: int, count: int) -> bool:
    """Tell whether more than `count` events of a channel follow a position."""
    query = (
        select(StoredEvent.position)
        .where(_of([channel]), StoredEvent.position > after)
        .order_by(StoredEvent.position)
        .offset(count)
        .limit(1)
    )
    async with database.read(ENGINE) as session:
        return await session.scalar(query) is not None


async def missed(
    database: Database, channels: Collection[Channel], after: int, limit: int
) -> Sequence[StoredEvent]:
    """Return the next events of `channels` after a position, in order."""
    query = (
        select(StoredEvent)
        .where(_of(channels), StoredEvent.position > after)
        .order_by(StoredEvent.position)
        .limit(limit)
    )
    async with database.read(ENGINE) as session:
        return (await session.scalars(query)).all()


async def newest_of(database: Database, channel: Channel) -> StoredEvent | None:
    """Return the newest event of a channel."""
    query = (
        select(StoredEvent)
        .where(_of([channel]), StoredEvent.position.is_not(None))
        .order_by(StoredEvent.position.desc())
        .limit(1)
    )
    async with database.read(ENGINE) as session:
        return await session.scalar(query)


def grouped(
    channels: Mapping[str, Collection[Channel]], events: Sequence[StoredEvent]
) -> Mapping[Channel, Sequence[StoredEvent]]:
    """Return the events of each channel that has any; `channels` are by their subject."""
    found: dict[Channel, list[StoredEvent]] = {}
    for stored in events:
        for channel in channels.get(stored.subject or "", ()):
            if channel.holds(stored.subject, stored.organization_id):
                found.setdefault(channel, []).append(stored)
    return found


def _of(channels: Collection[Channel]) -> ColumnElement[bool]:
    by_owner: dict[UUID | None, list[str]] = {}
    for channel in channels:
        by_owner.setdefault(channel.organization_id, []).append(channel.subject)
    return or_(
        false(),
        *(
            StoredEvent.subject.in_(subjects)
            & (StoredEvent.organization_id == owner if owner is not None else true())
            for owner, subjects in by_owner.items()
        ),
    )
