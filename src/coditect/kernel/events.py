"""Domain events and the outbox: a fact is stored in the transaction that makes it true, and announced after it.

Ids and sequences skip late commits, so that a reader who resumes "after id 7" may miss id 6. Therefore the relay
alone assigns `position`, after the commit is visible; streams resume by position.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar
from uuid import UUID

from pydantic import TypeAdapter
from sqlalchemy import JSON, BigInteger, Index, select, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from coditect.kernel import acting, telemetry
from coditect.kernel.acting import Origin
from coditect.kernel.clock import utc_now
from coditect.kernel.db import Base, store
from coditect.kernel.ids import OrganizationId, new_id


@dataclass(frozen=True, kw_only=True)
class Event:
    """A fact, named in the past tense. Subclasses are frozen dataclasses that carry ids, not rows."""

    topic: ClassVar[str]
    changes_rights: ClassVar[bool] = False
    """Whether open streams must ask again who may read: those of its `account_id`, else of its organization."""
    organization_id: OrganizationId | None = None

    @property
    def subject(self) -> str | None:
        """What a stream of such events is about, for instance `run:<id>`; None when nobody streams it."""
        return None

    def __init_subclass__(cls, *, topic: str | None = None, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        if topic is None:  # a base that others share and nobody publishes
            return
        known = _TYPES.get(topic, cls)
        if (known.__module__, known.__qualname__) != (cls.__module__, cls.__qualname__):
            raise TypeError(f"Two events have the topic {topic!r}.")
        cls.topic = topic
        _TYPES[topic] = cls


@dataclass(frozen=True)
class Fact:
    """A stored event with its id, its time, and who stated it."""

    id: UUID
    occurred_at: datetime
    event: Event
    origin: Origin | None


_TYPES: dict[str, type[Event]] = {}
_ADAPTERS: dict[type[Event], TypeAdapter[Event]] = {}
_ORIGIN = TypeAdapter(Origin)


class StoredEvent(Base):
    """A row of the outbox."""

    __tablename__ = "outbox_events"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    position: Mapped[int | None] = mapped_column(BigInteger, unique=True)
    organization_id: Mapped[OrganizationId | None]
    subject: Mapped[str | None]
    topic: Mapped[str]
    payload: Mapped[dict[str, Any]]
    created_at: Mapped[datetime]
    traceparent: Mapped[str | None]
    # Who stated it, and from where; gone when they are erased.
    origin: Mapped[dict[str, Any] | None] = mapped_column(
        JSON(none_as_null=True).with_variant(JSONB(none_as_null=True), "postgresql")
    )

    __table_args__ = (
        Index("ix_outbox_events_subject_position", "subject", "position"),
        Index(
            "ix_outbox_events_unpositioned",
            "id",
            sqlite_where=text("position IS NULL"),
            postgresql_where=text("position IS NULL"),
        ),
    )


def event_types() -> Sequence[type[Event]]:
    """Return every event type of the contexts that are imported, by topic."""
    return [_TYPES[topic] for topic in sorted(_TYPES)]


def publish(session: AsyncSession, event: Event) -> UUID:
    """State a fact in the transaction of `session`; it is announced after the commit. Return its id."""
    row = _row(event)
    session.add(StoredEvent(**row))
    session.info["published"] = True
    event_id: UUID = row["id"]
    return event_id


async def publish_all(session: AsyncSession, events: Sequence[Event]) -> Sequence[UUID]:
    """State facts in the transaction of `session`, in their order and in one statement at once; return their ids."""
    rows = [StoredEvent(**_row(event)) for event in events]
    await store(session, rows)
    session.info["published"] = session.info.get("published", False) or bool(rows)
    return [row.id for row in rows]


def _row(event: Event) -> dict[str, Any]:
    return {
        "id": new_id(),
        "organization_id": event.organization_id,
        "subject": event.subject,
        "topic": event.topic,
        "payload": _adapter(type(event)).dump_python(event, mode="json"),
        "created_at": utc_now(),
        "traceparent": telemetry.traceparent(),
        "origin": None if (origin := acting.current()) is None else _ORIGIN.dump_python(origin, mode="json"),
    }


def load(stored: StoredEvent) -> Event:
    """Return the event that `stored` holds."""
    return _adapter(_TYPES[stored.topic]).validate_python(stored.payload)


def fact_of(stored: StoredEvent) -> Fact:
    """Return all that is known of a stored event."""
    origin = None if stored.origin is None else _ORIGIN.validate_python(stored.origin)
    return Fact(stored.id, stored.created_at, load(stored), origin)


async def read_stream(
    session: AsyncSession, organization_id: OrganizationId, subject: str, *, after: int, limit: int = 500
) -> Sequence[StoredEvent]:
    """Return the events about `subject` with a position above `after`, in order."""
    found = await session.scalars(
        select(StoredEvent)
        .where(
            StoredEvent.organization_id == organization_id,
            StoredEvent.subject == subject,
            StoredEvent.position > after,
        )
        .order_by(StoredEvent.position)
        .limit(limit)
    )
    return found.all()


def _adapter(event_type: type[Event]) -> TypeAdapter[Event]:
    if event_type not in _ADAPTERS:
        _ADAPTERS[event_type] = TypeAdapter(event_type)
    return _ADAPTERS[event_type]
