"""The message bus: wake-ups only. What happened stands in the database; a lost wake-up costs a poll, never a fact."""

import asyncio
from collections import defaultdict
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from typing import Literal, Protocol

Channel = Literal["events", "steps", "deliveries", "presence"]


class Subscription(Protocol):
    """One listener of a channel."""

    async def wait(self, timeout_seconds: float) -> bool:
        """Return True at the next wake-up since the last call, or False after `timeout_seconds`."""


class Bus(Protocol):
    """Wakes listeners of a channel; every adapter may wake too often, never lose one within a process."""

    def wake(self, channel: Channel) -> None:
        """Wake every listener of `channel` in this process."""

    async def broadcast(self, *channels: Channel) -> None:
        """Wake the listeners of `channels` in every process."""

    async def run(self) -> None:
        """Carry wake-ups between processes until cancelled."""

    def listen(self, channel: Channel) -> AbstractContextManager[Subscription]:
        """Listen from now until the block ends."""


class InProcessBus:
    """The embedded default: one event per listener, in one event loop."""

    def __init__(self) -> None:
        self._listeners: dict[Channel, set[_Listener]] = defaultdict(set)

    def wake(self, channel: Channel) -> None:
        for listener in self._listeners[channel]:
            listener.wake()

    async def broadcast(self, *channels: Channel) -> None:
        for channel in channels:
            self.wake(channel)

    async def run(self) -> None:
        """Return at once: there is no other process."""

    @contextmanager
    def listen(self, channel: Channel) -> Iterator[Subscription]:
        listener = _Listener()
        self._listeners[channel].add(listener)
        try:
            yield listener
        finally:
            self._listeners[channel].discard(listener)


class _Listener:
    def __init__(self) -> None:
        self._woken = asyncio.Event()

    def wake(self) -> None:
        self._woken.set()

    async def wait(self, timeout_seconds: float) -> bool:
        # Not `wait_for`: Python 3.11 loses a cancellation that comes together with the wake-up.
        with suppress(TimeoutError):
            async with asyncio.timeout(timeout_seconds):
                await self._woken.wait()
        woken = self._woken.is_set()
        self._woken.clear()
        return woken
