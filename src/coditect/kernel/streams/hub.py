"""The hub of a process: reads each batch of new events once and hands it to every open stream that it is about.

One task follows the outbox, woken by the bus. It reads where new events stand and whom they are about, then only
those that somebody here follows. What a stream missed, it reads from the outbox by itself.
"""

import asyncio
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import Protocol

import structlog

from coditect.kernel import metrics
from coditect.kernel.bus import Bus
from coditect.kernel.db import Database
from coditect.kernel.events import StoredEvent, event_types
from coditect.kernel.streams import outbox
from coditect.kernel.streams.channels import Access, Channel, Packet, Reader, packets_of

log = structlog.get_logger()

POLL_SECONDS = 1.0
RECHECK_SECONDS = 60.0
BATCH = 1000


class Follower(Protocol):
    """An open stream, as the hub sees it; none of these ever waits."""

    @property
    def channels(self) -> Collection[Channel]: ...

    @property
    def reader(self) -> Reader: ...

    @property
    def access(self) -> Access: ...

    def offer(self, packet: Packet) -> None:
        """Take what is new."""

    def fall_back(self) -> None:
        """Read from the outbox what the hub did not hand out."""

    def close(self) -> None:
        """End now."""


class Hub:
    """All open streams of one process."""

    def __init__(self, database: Database, bus: Bus, closing: asyncio.Event) -> None:
        self.database = database
        self.closing = closing
        self.position: int | None = None
        """Everything up to here was handed out; None until the outbox was read."""
        self._bus = bus
        self._all: set[Follower] = set()
        self._followers: dict[Channel, set[Follower]] = defaultdict(set)
        self._channels: dict[str, set[Channel]] = defaultdict(set)
        self._wanted = asyncio.Event()

    async def run(self) -> None:
        """Follow the outbox until cancelled or closing."""
        rechecks = asyncio.create_task(self._recheck_forever())
        try:
            with self._bus.listen("events") as wakeups:
                while not self.closing.is_set():
                    busy = await self._step()
                    if not busy and self._all:
                        await wakeups.wait(POLL_SECONDS)
                    elif not busy:
                        await self._wait_for_a_stream()
        finally:
            rechecks.cancel()
            for follower in tuple(self._all):
                follower.close()

    def attach(self, follower: Follower) -> None:
        """Hand new events to `follower` from now on."""
        self._all.add(follower)
        for channel in follower.channels:
            self._followers[channel].add(follower)
            self._channels[channel.subject].add(channel)
        metrics.STREAMS.inc()
        self._wanted.set()
        if self.closing.is_set():
            follower.close()

    def detach(self, follower: Follower) -> None:
        """Hand nothing more to `follower`."""
        if follower not in self._all:
            return
        self._all.discard(follower)
        for channel in follower.channels:
            self._leave(channel, follower)
        metrics.STREAMS.dec()

    async def recheck(self, followers: Iterable[Follower]) -> None:
        """Close the streams of those who may not read any more."""
        by_access: dict[Access, list[Follower]] = defaultdict(list)
        for follower in followers:
            by_access[follower.access].append(follower)
        for access, those in by_access.items():
            allowed = set(await access(self.database, {one.reader for one in those}))
            for follower in those:
                if follower.reader not in allowed:
                    follower.close()

    def _leave(self, channel: Channel, follower: Follower) -> None:
        followers = self._followers[channel]
        followers.discard(follower)
        if followers:
            return
        del self._followers[channel]
        self._channels[channel.subject].discard(channel)
        if not self._channels[channel.subject]:
            del self._channels[channel.subject]

    async def _step(self) -> bool:
        try:
            return await (self._start() if self.position is None else self._advance(self.position))
        except Exception:
            # Nothing is lost: the position stands where it stood.
            log.exception("streams_failed")
            return False

    async def _start(self) -> bool:
        self.position = (await outbox.bounds(self.database)).newest
        # What became known between their own reading and ours, nobody has handed to them.
        for follower in self._all:
            follower.fall_back()
        return True

    async def _wait_for_a_stream(self) -> None:
        """Wait for the first stream; the position is looked up meanwhile, for whoever begins with it."""
        self._wanted.clear()
        try:
            async with asyncio.timeout(POLL_SECONDS):
                await self._wanted.wait()
        except TimeoutError:
            return

    async def _advance(self, position: int) -> bool:
        """Hand out the next events; tell whether there were any."""
        if not self._all:
            newest = (await outbox.bounds(self.database)).newest
            # A stream that came during the reading may have read less than that by itself.
            if not self._all:
                self.position = newest
            return False
        heads = await outbox.heads_after(self.database, position, BATCH)
        if not heads:
            return False
        rights = {known.topic for known in event_types() if known.changes_rights}
        wanted = [head.position for head in heads if head.subject in self._channels or head.topic in rights]
        events = await outbox.events_at(self.database, wanted) if wanted else []
        await self._recheck_after([stored for stored in events if stored.topic in rights])
        packets: list[Packet] = []
        for channel, theirs in outbox.grouped(self._channels, events).items():
            packets += await packets_of(channel, theirs)
        self._hand_out(sorted(packets, key=lambda packet: packet.position))
        self.position = heads[-1].position
        return True

    def _hand_out(self, packets: Sequence[Packet]) -> None:
        for packet in packets:
            for follower in self._followers.get(packet.channel, ()):
                follower.offer(packet)

    async def _recheck_after(self, changes: Sequence[StoredEvent]) -> None:
        """Ask again for those whose rights changed, before they are handed what came after it."""
        if not changes:
            return
        accounts = {str(account) for stored in changes if (account := stored.payload.get("account_id"))}
        organizations = {
            stored.organization_id for stored in changes if "account_id" not in stored.payload
        } - {None}
        await self.recheck(
            [
                follower
                for follower in self._all
                if str(follower.reader.account_id) in accounts
                or follower.reader.organization_id in organizations
            ]
        )

    async def _recheck_forever(self) -> None:
        """Ask again now and then: a session that runs out says nothing."""
        while True:
            await asyncio.sleep(RECHECK_SECONDS)
            try:
                await self.recheck(tuple(self._all))
            except Exception:
                log.exception("streams_not_rechecked")
