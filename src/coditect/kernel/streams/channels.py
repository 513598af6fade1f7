"""What can be followed, and the messages that it gives."""

from collections.abc import Awaitable, Callable, Collection, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Protocol

import structlog

from coditect.kernel.db import Database
from coditect.kernel.events import StoredEvent
from coditect.kernel.ids import AccountId, OrganizationId
from coditect.kernel.streams.frames import Message, block, wrapped_block

log = structlog.get_logger()

Translate = Callable[[Sequence[StoredEvent]], Awaitable[Sequence[Sequence[Message]]]]
"""Turns stored events into messages: one list for each event, in the same order, the same for every reader."""

Ended = Callable[[StoredEvent], bool]


class Reader(Protocol):
    """Whoever reads a stream; hashable."""

    @property
    def account_id(self) -> AccountId: ...

    @property
    def organization_id(self) -> OrganizationId: ...


class Access(Protocol):
    """Tells which readers may go on: session alive, rights unchanged. Asked for many at once."""

    async def __call__(self, database: Database, readers: Collection[Any], /) -> Collection[Any]: ...


@dataclass(frozen=True)
class Channel:
    """The events about one subject, of one organization; without one, of any: for what is an account's own.

    `name` is how readers call it, `subject` what stands in the outbox. Equal channels share one translation.
    """

    name: str
    subject: str
    organization_id: OrganizationId | None
    translate: Translate = field(compare=False)
    ended: Ended = field(compare=False, default=lambda _: False)

    def holds(self, subject: str | None, organization_id: OrganizationId | None) -> bool:
        """Tell whether an event belongs here."""
        mine = self.organization_id is None or self.organization_id == organization_id
        return mine and self.subject == subject


@dataclass(frozen=True)
class Packet:
    """What one event means on one channel; made once, however many read it."""

    position: int
    channel: Channel
    messages: Sequence[Message]
    is_end: bool

    @cached_property
    def plain(self) -> tuple[bytes, ...]:
        """The messages for a stream of this channel alone."""
        return tuple(block(message) for message in self.messages)

    @cached_property
    def wrapped(self) -> tuple[bytes, ...]:
        """The messages for a stream of many channels: each says which one it is about."""
        return tuple(wrapped_block(message, self.channel.name, self.position) for message in self.messages)


def each(translate: Callable[[StoredEvent], Awaitable[Sequence[Message]]]) -> Translate:
    """Return a `Translate` from a function of one event."""

    async def translate_all(events: Sequence[StoredEvent]) -> Sequence[Sequence[Message]]:
        return [await translate(stored) for stored in events]

    return translate_all


async def as_stored(events: Sequence[StoredEvent]) -> Sequence[Sequence[Message]]:
    """Show events as they are, each named by its topic."""
    return [[Message(stored.topic, stored.payload)] for stored in events]


async def packets_of(channel: Channel, events: Sequence[StoredEvent]) -> list[Packet]:
    """Return what `events` mean on `channel`.

    An event that cannot be shown becomes a reset: its readers look again, and the stream goes on.
    """
    try:
        found = await channel.translate(events)
    except Exception:
        if len(events) > 1:
            return [packet for stored in events for packet in await packets_of(channel, [stored])]
        log.exception("event_not_shown", channel=channel.name, event_id=str(events[0].id))
        found = [[Message("reset", {"reason": "unreadable"})]]
    # What something follows was not the end: a run that had ended may go on.
    return [
        Packet(stored.position or 0, channel, messages, stored is events[-1] and channel.ended(stored))
        for stored, messages in zip(events, found, strict=True)
    ]
