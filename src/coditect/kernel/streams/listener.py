"""One open stream: catches up from the outbox, then takes what the hub offers, and never keeps much of it."""

import asyncio
import random
from collections import deque
from collections.abc import AsyncGenerator, AsyncIterator, Collection, Mapping, Sequence
from itertools import groupby

from coditect.kernel.events import StoredEvent
from coditect.kernel.streams import outbox
from coditect.kernel.streams.channels import Access, Channel, Packet, Reader, packets_of
from coditect.kernel.streams.frames import Message, block, farewell, frames, heartbeat, opening, wrapped_block
from coditect.kernel.streams.hub import Hub

HEARTBEAT_SECONDS = 15.0
RETRY_MILLISECONDS = 2000
PAGE = 500
BUFFER = 256
"""Packets that wait for a slow reader; with more it reads from the outbox, at its own speed."""
REPLAY = 1000
"""Events that a page is told again after a gap; with more it looks anew, which is quicker for both."""


class Listener:
    """A stream of `channels`, each from after a position; None means from now on.

    A stream of many subjects wraps each message; one of a single subject ends with it.
    """

    def __init__(
        self,
        hub: Hub,
        reader: Reader,
        access: Access,
        starts: Mapping[Channel, int | None],
        *,
        wrapped: bool,
    ) -> None:
        self.reader = reader
        self.access = access
        self._hub = hub
        self._asked = starts
        self._starts: dict[Channel, int] = {}
        self._wrapped = wrapped
        self._sent = 0
        self._known = 0
        self._waiting: deque[Packet] = deque()
        self._behind = True
        self._notes: dict[str, bytes] = {}
        self._closed = False
        self._woken = asyncio.Event()

    @property
    def channels(self) -> Collection[Channel]:
        """What is followed."""
        return self._asked.keys()

    def offer(self, packet: Packet) -> None:
        """Take a packet, or drop all of them when the reader is too slow."""
        if self._behind:
            return
        if len(self._waiting) >= BUFFER:
            self.fall_back()
            return
        self._waiting.append(packet)
        self._woken.set()

    def note(self, about: str, message: Message) -> None:
        """Say what is no event and has no position; only the newest about the same thing is kept."""
        self._notes[about] = wrapped_block(message, about, None)
        self._woken.set()

    def fall_back(self) -> None:
        """Go on from the outbox."""
        self._waiting.clear()
        self._behind = True
        self._woken.set()

    def close(self) -> None:
        """End the stream."""
        self._closed = True
        self._woken.set()

    async def chunks(self) -> AsyncGenerator[bytes]:
        """Yield what is to be sent, until the end."""
        self._hub.attach(self)
        try:
            yield await self._open()
            while not self._closed:
                async for chunk in self._next():
                    if chunk:
                        yield chunk
            if self._hub.closing.is_set():
                # Those who leave together shall not come again together.
                yield farewell(random.randint(200, RETRY_MILLISECONDS))  # noqa: S311 - spreads load, guards nothing
        finally:
            self._hub.detach(self)

    async def _open(self) -> bytes:
        """Settle where each channel begins; return the first lines."""
        known = await outbox.bounds(self._hub.database)
        self._known = known.newest
        lost = [
            channel
            for channel, start in self._asked.items()
            if start and await self._is_out_of_reach(channel, start, known)
        ]
        for channel, start in self._asked.items():
            self._starts[channel] = known.newest if start is None or channel in lost else start
        self._sent = min(self._starts.values(), default=known.newest)
        first = opening(RETRY_MILLISECONDS, self._sent)
        return first + self._reset(lost) if lost else first

    async def _is_out_of_reach(self, channel: Channel, start: int, known: outbox.Bounds) -> bool:
        # A position from the future comes from a database that was replaced by a copy of its past.
        if start < known.oldest - 1 or start > known.newest:
            return True
        if not self._wrapped or known.newest - start <= REPLAY:
            return False
        return await outbox.has_more_than(self._hub.database, channel, start, REPLAY)

    async def _next(self) -> AsyncIterator[bytes]:
        if self._behind:
            self._behind = False
            async for chunk in self._catch_up():
                yield chunk
        elif self._waiting or self._notes:
            packets = [packet for packet in self._waiting if packet.position > self._sent]
            self._waiting.clear()
            yield self._take_notes() + self._shown(packets)
        else:
            yield await self._silence()

    async def _catch_up(self) -> AsyncIterator[bytes]:
        """Read what was missed. The hub offers meanwhile; what came both ways is sent once."""
        # Whatever stood below these before the reading began, the reading sees.
        reached = max(self._hub.position or 0, self._known)
        more = True
        while more and not self._closed:
            events = await outbox.missed(self._hub.database, self.channels, self._sent, PAGE)
            more = len(events) == PAGE
            yield self._shown(await self._packets(events))
            if events:
                self._sent = max(self._sent, events[-1].position or 0)
        if not self._closed:
            self._sent = max(self._sent, reached)

    async def _packets(self, events: Sequence[StoredEvent]) -> Sequence[Packet]:
        by_subject: dict[str, list[Channel]] = {}
        for channel in self.channels:
            by_subject.setdefault(channel.subject, []).append(channel)
        packets: list[Packet] = []
        for channel, theirs in outbox.grouped(by_subject, events).items():
            start = self._starts[channel]
            fresh = [stored for stored in theirs if (stored.position or 0) > start]
            packets += await packets_of(channel, fresh) if fresh else []
        return sorted(packets, key=lambda packet: packet.position)

    def _shown(self, packets: Sequence[Packet]) -> bytes:
        """Return the frames of packets, and remember how far they reach."""
        shown = b""
        for position, together in groupby(packets, key=lambda packet: packet.position):
            blocks: list[bytes] = []
            for packet in together:
                blocks += packet.wrapped if self._wrapped else packet.plain
                self._closed |= packet.is_end and not self._wrapped
            shown += frames(blocks, position) if blocks else b""
            self._sent = position
            if self._closed:
                break
        return shown

    def _take_notes(self) -> bytes:
        notes = list(self._notes.values())
        self._notes.clear()
        return frames(notes, None) if notes else b""

    async def _silence(self) -> bytes:
        """Wait for something to say; after a while say that the line is alive."""
        self._woken.clear()
        try:
            async with asyncio.timeout(HEARTBEAT_SECONDS):
                await self._woken.wait()
        except TimeoutError:
            if not (self._waiting or self._behind):
                self._sent = max(self._sent, self._hub.position or 0)
            return heartbeat(self._sent)
        return b""

    def _reset(self, lost: Sequence[Channel]) -> bytes:
        names = [channel.name for channel in lost]
        if self._wrapped:
            told = [wrapped_block(Message("reset", {"reason": "gone"}), name, None) for name in names]
        else:
            told = [block(Message("reset", {"reason": "gone"}))]
        return frames(told, self._sent)
