"""What is worth keeping for a while, and may be lost at any moment: no truth stands here, only haste.

The embedded adapter keeps it in this process, `kernel.redis` shares it between processes. Who reads must be right
without an answer, too.
"""

import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

MOST_ENTRIES = 100_000


class Cache(Protocol):
    """Keeps values, counters and sets of members under keys, each until its time is over."""

    async def get(self, key: str) -> bytes | None:
        """Return the value or counter under `key`, or None."""

    async def put(self, key: str, value: bytes, seconds: float) -> None:
        """Keep `value` for `seconds`, replacing what stood there."""

    async def delete(self, key: str) -> None:
        """Forget `key`, whatever stood there."""

    async def increment(self, key: str, seconds: float) -> int:
        """Add one to a counter and return it; it begins with 1 and ends `seconds` after its beginning."""

    async def add_member(self, key: str, member: str, seconds: float) -> None:
        """Keep `member` in the set under `key` for `seconds` from now on, each member by its own time."""

    async def remove_member(self, key: str, member: str) -> None:
        """Take `member` out of the set under `key`."""

    async def members(self, key: str) -> frozenset[str]:
        """Return the members whose time is not over."""

    async def close(self) -> None:
        """Return what was opened."""


@dataclass
class _Entry:
    value: bytes
    until: float


class InProcessCache:
    """The embedded default: bounded, so that nobody fills the memory; the oldest goes first."""

    def __init__(self, clock: Callable[[], float] = time.monotonic, most: int = MOST_ENTRIES) -> None:
        self._clock = clock
        self._most = most
        self._entries: OrderedDict[str, _Entry] = OrderedDict()
        self._sets: OrderedDict[str, dict[str, float]] = OrderedDict()

    async def get(self, key: str) -> bytes | None:
        entry = self._alive(key)
        return entry.value if entry else None

    async def put(self, key: str, value: bytes, seconds: float) -> None:
        self._sets.pop(key, None)
        self._entries.pop(key, None)
        self._entries[key] = _Entry(value, self._clock() + seconds)
        while len(self._entries) > self._most:
            self._entries.popitem(last=False)

    async def delete(self, key: str) -> None:
        self._entries.pop(key, None)
        self._sets.pop(key, None)

    async def increment(self, key: str, seconds: float) -> int:
        entry = self._alive(key)
        if entry is None:
            await self.put(key, b"1", seconds)
            return 1
        count = int(entry.value) + 1
        entry.value = str(count).encode()
        return count

    async def add_member(self, key: str, member: str, seconds: float) -> None:
        self._entries.pop(key, None)
        members = self._sets.pop(key, {})
        members[member] = self._clock() + seconds
        self._sets[key] = members
        while len(self._sets) > self._most:
            self._sets.popitem(last=False)

    async def remove_member(self, key: str, member: str) -> None:
        self._sets.get(key, {}).pop(member, None)

    async def members(self, key: str) -> frozenset[str]:
        now = self._clock()
        alive = {member: until for member, until in self._sets.get(key, {}).items() if until > now}
        if alive:
            self._sets[key] = alive
        else:
            self._sets.pop(key, None)
        return frozenset(alive)

    async def close(self) -> None:
        """Return at once: nothing was opened."""

    def _alive(self, key: str) -> _Entry | None:
        entry = self._entries.get(key)
        if entry is not None and entry.until <= self._clock():
            del self._entries[key]
            return None
        return entry
