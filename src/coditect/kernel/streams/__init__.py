"""Server-sent events over the outbox: resumable by position, alive by heartbeats, cheap while idle.

A context says what can be followed as a `Channel`; `stream_of` answers with the events of one, and a `Listener` on
several gives those of all on one connection. See docs/decisions/0014-one-stream-per-page.md.
"""

from contextlib import nullcontext
from typing import Annotated

from fastapi import Header
from starlette.responses import Response

from coditect.kernel.streams import outbox
from coditect.kernel.streams.channels import Access, Channel, Reader, Translate, as_stored, each
from coditect.kernel.streams.frames import Message
from coditect.kernel.streams.hub import Hub
from coditect.kernel.streams.listener import Listener
from coditect.kernel.streams.position import PositionHeader
from coditect.kernel.streams.response import EventStream

__all__ = [
    "Access",
    "Channel",
    "EventStream",
    "Hub",
    "LastEventId",
    "Listener",
    "Message",
    "PositionHeader",
    "Reader",
    "Translate",
    "as_stored",
    "each",
    "stream_of",
]

LastEventId = Annotated[int | None, Header(alias="Last-Event-ID", ge=0, lt=2**63)]


async def stream_of(
    hub: Hub, reader: Reader, access: Access, channel: Channel, after: int | None
) -> Response:
    """Answer with the events of `channel` after a position, or from now on; 204 when no more will come.

    A browser asks again after every end of a stream, and else would wait for ever for what never comes.
    """
    if after and await _is_over(hub, channel, after):
        return Response(status_code=204)
    return EventStream(Listener(hub, reader, access, {channel: after}, wrapped=False), nullcontext())


async def _is_over(hub: Hub, channel: Channel, after: int) -> bool:
    newest = await outbox.newest_of(hub.database, channel)
    return newest is not None and (newest.position or 0) <= after and channel.ended(newest)
