"""The relay: gives stored events their position, in commit order, and hands them to their consumers."""

import asyncio
from collections import defaultdict
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import structlog
from sqlalchemy import (
    BigInteger,
    ColumnElement,
    ForeignKey,
    Index,
    UniqueConstraint,
    bindparam,
    func,
    insert,
    or_,
    select,
    text,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from coditect.kernel import telemetry
from coditect.kernel.bus import Bus
from coditect.kernel.clock import db_now
from coditect.kernel.db import Base, Database
from coditect.kernel.events import Event, StoredEvent, fact_of, load
from coditect.kernel.ids import new_id
from coditect.kernel.scope import ENGINE
from coditect.kernel.writing import to_its_end

log = structlog.get_logger()

LEASE = timedelta(seconds=6)
BATCH = 2000
DELIVERY_TIME = timedelta(seconds=60)
MAX_TRIES = 8
POLL_SECONDS = 1.0

_FATAL = "The process died at each try; handling this event may be the cause."

Handle = Callable[[Any], Awaitable[None]]


@dataclass(frozen=True)
class Consumer:
    """A named handler of one event type. It may be called again after a crash, so it must be idempotent."""

    name: str
    event_type: type[Event]
    handle: Handle
    whole: bool = False
    """Whether `handle` gets the `Fact`, with its id and who stated it, instead of the event alone."""


class RelayState(Base):
    """One row: who assigns positions, until when, and the last one given."""

    __tablename__ = "relay_state"

    id: Mapped[int] = mapped_column(primary_key=True)
    holder: Mapped[str | None]
    expires_at: Mapped[datetime | None]
    last_position: Mapped[int] = mapped_column(BigInteger, default=0)


class Delivery(Base):
    """One event for one consumer: the consumer's inbox, its retries and its dead letters."""

    __tablename__ = "event_deliveries"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    consumer: Mapped[str]
    event_id: Mapped[UUID] = mapped_column(ForeignKey("outbox_events.id", ondelete="CASCADE"))
    tries: Mapped[int] = mapped_column(default=0)
    run_at: Mapped[datetime]
    done_at: Mapped[datetime | None]
    error: Mapped[str | None]

    __table_args__ = (
        UniqueConstraint("consumer", "event_id"),
        Index(
            "ix_event_deliveries_due",
            "run_at",
            sqlite_where=text("done_at IS NULL"),
            postgresql_where=text("done_at IS NULL"),
        ),
    )


class Relay:
    """Assigns positions and feeds consumers; any number of processes may run one, one at a time leads."""

    def __init__(self, database: Database, bus: Bus, consumers: Sequence[Consumer]) -> None:
        self._database = database
        self._bus = bus
        self._consumers = {consumer.name: consumer for consumer in consumers}
        self._holder = str(new_id())
        self._wake = asyncio.Event()
        database.on_published(self._wake.set)

    async def run(self) -> None:
        """Work until cancelled; errors are logged and tried again."""
        try:
            await asyncio.gather(self._position_forever(), self._deliver_forever())
        finally:
            await to_its_end(self._hand_over())

    async def assign_positions(self) -> int:
        """Position what is committed and not yet positioned; return how many (0 when another relay leads)."""
        async with self._database.read(ENGINE) as session:
            waiting = await session.scalar(
                select(StoredEvent.id).where(StoredEvent.position.is_(None)).limit(1)
            )
        if waiting is None:
            return 0
        async with self._database.write(ENGINE) as session:
            count = await self._assign_batch(session)
        if count:
            await self._bus.broadcast("events", "deliveries", "steps")
        return count

    async def deliver_due(self) -> int:
        """Hand due events to their consumers, one after the other; return how many were tried."""
        due = await to_its_end(self._claim_deliveries())
        for delivery, stored in due:
            await self._deliver(delivery, stored)
        return len(due)

    async def _hand_over(self) -> None:
        """Let another relay lead at once; without it events would stand still until the lease runs out."""
        try:
            async with self._database.write(ENGINE) as session:
                await session.execute(
                    update(RelayState).where(RelayState.holder == self._holder).values(expires_at=None)
                )
        except Exception:  # noqa: BLE001 - the lease runs out by itself
            log.warning("relay_not_handed_over")

    async def _position_forever(self) -> None:
        while True:
            self._wake.clear()
            try:
                busy = await to_its_end(self.assign_positions()) > 0
            except Exception:
                log.exception("relay_failed")
                busy = False
            if not busy:
                await _wait(self._wake, POLL_SECONDS)

    async def _deliver_forever(self) -> None:
        with self._bus.listen("deliveries") as wakeups:
            while True:
                try:
                    busy = await self.deliver_due() > 0
                except Exception:
                    log.exception("deliveries_failed")
                    busy = False
                if not busy:
                    await wakeups.wait(POLL_SECONDS)

    async def _assign_batch(self, session: AsyncSession) -> int:
        last = await session.scalar(
            update(RelayState)
            .where(
                RelayState.id == 1,
                or_(
                    RelayState.holder == self._holder,
                    RelayState.expires_at.is_(None),
                    RelayState.expires_at < db_now(),
                ),
            )
            .values(holder=self._holder, expires_at=db_now(LEASE))
            .returning(RelayState.last_position)
        )
        if last is None:
            return 0
        connection = await session.connection()
        numbered = await connection.execute(_NUMBER, {"last": last, "most": BATCH})
        if numbered.rowcount == 0:
            return 0
        await connection.execute(_ADVANCE, {"last": last + numbered.rowcount})
        await self._add_deliveries(connection, last)
        return numbered.rowcount

    async def _add_deliveries(self, connection: AsyncConnection, after: int) -> None:
        consumers: dict[str, list[str]] = defaultdict(list)
        for consumer in self._consumers.values():
            consumers[consumer.event_type.topic].append(consumer.name)
        if not consumers:
            return
        wanted = select(StoredEvent.id, StoredEvent.topic).where(
            StoredEvent.position > after, StoredEvent.topic.in_(sorted(consumers))
        )
        rows = [
            {"id": new_id(), "consumer": name, "event_id": event.id}
            for event in (await connection.execute(wanted.order_by(StoredEvent.position))).all()
            for name in consumers[event.topic]
        ]
        if rows:
            await connection.execute(_DELIVER, rows)

    async def _claim_deliveries(self) -> Sequence[tuple[Delivery, StoredEvent]]:
        async with self._database.read(ENGINE) as session:
            if await session.scalar(select(Delivery.id).where(self._is_due()).limit(1)) is None:
                return []
        async with self._database.write(ENGINE) as session:
            found = await session.execute(
                select(Delivery, StoredEvent)
                .join(StoredEvent, StoredEvent.id == Delivery.event_id)
                .where(self._is_due())
                .order_by(Delivery.run_at, StoredEvent.position)
                .limit(10)
                .with_for_update(of=Delivery, skip_locked=True)
            )
            due_now = [(delivery, stored) for delivery, stored in found.all()]
            # The time in which the handler must end; a crash makes the delivery due again after it.
            await session.execute(
                update(Delivery)
                .where(Delivery.id.in_([delivery.id for delivery, _ in due_now]))
                .values(run_at=db_now(DELIVERY_TIME), tries=Delivery.tries + 1)
                # Else the rows in hand would count this try twice.
                .execution_options(synchronize_session=False)
            )
        return due_now

    def _is_due(self) -> ColumnElement[bool]:
        return (
            Delivery.done_at.is_(None)
            & (Delivery.run_at <= db_now())
            & Delivery.consumer.in_(self._consumers)
        )

    async def _deliver(self, delivery: Delivery, stored: StoredEvent) -> None:
        tries = delivery.tries + 1
        error = await self._try(delivery, stored) if tries <= MAX_TRIES else _FATAL
        await to_its_end(self._settle(delivery, tries, error))

    async def _settle(self, delivery: Delivery, tries: int, error: str | None) -> None:
        finished = error is None or tries >= MAX_TRIES
        async with self._database.write(ENGINE) as session:
            await session.execute(
                update(Delivery)
                .where(Delivery.id == delivery.id)
                .values(
                    error=error,
                    done_at=db_now() if finished else None,
                    run_at=db_now(timedelta(seconds=min(2.0**tries, 60))),
                )
            )

    async def _try(self, delivery: Delivery, stored: StoredEvent) -> str | None:
        """Hand the event over; return what went wrong."""
        try:
            async with asyncio.timeout(DELIVERY_TIME.total_seconds() * 0.8):
                with telemetry.span(
                    f"deliver to {delivery.consumer}", stored.traceparent, topic=stored.topic
                ):
                    consumer = self._consumers[delivery.consumer]
                    await consumer.handle(fact_of(stored) if consumer.whole else load(stored))
        except Exception as error:
            log.exception("consumer_failed", consumer=delivery.consumer, event_id=str(delivery.event_id))
            return f"{type(error).__name__}: {error}"
        return None


# The events not yet numbered, in the order of their ids: time-ordered within a process, and the same for all readers.
_UNNUMBERED = (
    select(
        StoredEvent.id,
        (bindparam("last", type_=BigInteger()) + func.row_number().over(order_by=StoredEvent.id)).label(
            "next"
        ),
    )
    .where(StoredEvent.position.is_(None))
    .order_by(StoredEvent.id)
    .limit(bindparam("most"))
    .subquery("unnumbered")
)
_NUMBER = update(StoredEvent).where(StoredEvent.id == _UNNUMBERED.c.id).values(position=_UNNUMBERED.c.next)
_ADVANCE = update(RelayState).where(RelayState.id == 1).values(last_position=bindparam("last"))
_DELIVER = insert(Delivery).values(
    id=bindparam("id"),
    consumer=bindparam("consumer"),
    event_id=bindparam("event_id"),
    tries=0,
    run_at=db_now(),
)


async def _wait(event: asyncio.Event, seconds: float) -> None:
    try:
        async with asyncio.timeout(seconds):
            await event.wait()
    except TimeoutError:
        return
