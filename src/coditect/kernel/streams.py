"""Server-sent events over the outbox: resumable by position, alive by heartbeats, cheap while idle."""

import json
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import Header
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from starlette.responses import StreamingResponse

from coditect.kernel import metrics
from coditect.kernel.events import StoredEvent, read_stream
from coditect.kernel.ids import OrganizationId
from coditect.kernel.platform import Platform
from coditect.kernel.scope import tenant

HEARTBEAT_SECONDS = 15.0
LastEventId = Annotated[int | None, Header(alias="Last-Event-ID", ge=0, lt=2**63)]


@dataclass(frozen=True)
class Message:
    """One server-sent event."""

    name: str
    data: Any


Translate = Callable[[StoredEvent], Awaitable[Sequence[Message]]]
StillAllowed = Callable[[], Awaitable[bool]]
Ended = Callable[[StoredEvent], bool]


@dataclass(frozen=True)
class Feed:
    """What a stream shows: events about `subject` from `after` on, until `ended` says so or access ends."""

    organization_id: OrganizationId
    subject: str
    after: int
    translate: Translate
    still_allowed: StillAllowed
    ended: Ended = lambda _: False


def stream_response(platform: Platform, feed: Feed) -> StreamingResponse:
    """Answer with the events of `feed`; no database session is held between them."""
    return StreamingResponse(
        _counted(_frames(platform, feed)),
        media_type="text/event-stream",
        headers={"cache-control": "no-store", "x-accel-buffering": "no"},
    )


async def is_over(session: AsyncSession, feed: Feed) -> bool:
    """Tell whether whoever has read up to `feed.after` has seen the end; answer them 204.

    A browser asks again after every end of a stream, and else would wait for ever for what never comes.
    """
    newest = await session.scalar(
        select(StoredEvent)
        .where(
            StoredEvent.organization_id == feed.organization_id,
            StoredEvent.subject == feed.subject,
            StoredEvent.position.is_not(None),
        )
        .order_by(StoredEvent.position.desc())
        .limit(1)
    )
    if newest is None or newest.position is None:
        return False
    return newest.position <= feed.after and feed.ended(newest)


async def _counted(frames: AsyncIterator[str]) -> AsyncIterator[str]:
    with metrics.STREAMS.track_inprogress():
        async for frame in frames:
            yield frame


async def _frames(platform: Platform, feed: Feed) -> AsyncIterator[str]:
    after = feed.after
    yield "retry: 2000\n\n"
    with platform.bus.listen("events") as wakeups:
        while not platform.closing.is_set():
            async with platform.database.read(tenant(feed.organization_id)) as session:
                events = await read_stream(session, feed.organization_id, feed.subject, after=after)
            if events and not await feed.still_allowed():
                return
            for stored in events:
                assert stored.position is not None
                after = stored.position
                for message in await feed.translate(stored):
                    yield _frame(message, after)
                if feed.ended(stored):
                    return
            # A wake-up may be about anything; only silence is worth a sign of life.
            if not events and not await wakeups.wait(HEARTBEAT_SECONDS):
                if not await feed.still_allowed():
                    return
                yield ": alive\n\n"


def _frame(message: Message, position: int) -> str:
    data = json.dumps(message.data, ensure_ascii=False, separators=(",", ":"))
    return f"id: {position}\nevent: {message.name}\ndata: {data}\n\n"
