"""Doing for many steps what is done for one: padded lists of ids, and commits that are shared."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Generic, TypeVar

T = TypeVar("T")
Item = TypeVar("Item")

MOST_AT_ONCE = 256


def padded(ids: Sequence[T]) -> list[T]:
    """Repeat the last id up to a power of two: `IN` lists of few lengths are few statements to prepare."""
    length = 1 << max(len(ids) - 1, 0).bit_length()
    return [*ids, *([ids[-1]] * (length - len(ids)) if ids else ())]


class GroupCommit(Generic[Item]):
    """Commits what is ready in one transaction; what becomes ready meanwhile goes into the next one.

    Nobody waits for company: an item that comes alone is committed alone, at once.
    """

    def __init__(self, commit: Callable[[Sequence[Item]], Awaitable[Sequence[Exception | None]]]) -> None:
        self._commit = commit
        self._waiting: list[tuple[Item, asyncio.Future[None]]] = []
        self._committing: asyncio.Task[None] | None = None

    def add(self, item: Item) -> asyncio.Future[None]:
        """Return a future that ends when `item` is committed, or fails as `commit` says of it."""
        stored: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append((item, stored))
        if self._committing is None:
            self._committing = asyncio.create_task(self._commit_waiting())
        return stored

    async def _commit_waiting(self) -> None:
        try:
            while self._waiting:
                batch, self._waiting = self._waiting[:MOST_AT_ONCE], self._waiting[MOST_AT_ONCE:]
                _tell(batch, await self._outcomes([item for item, _ in batch]))
        finally:
            self._committing = None

    async def _outcomes(self, items: Sequence[Item]) -> Sequence[Exception | None]:
        try:
            return await self._commit(items)
        except Exception as error:  # noqa: BLE001 - told to whoever waits for the item
            if len(items) == 1:
                return [error]
        # One of them may be the cause: the others must not share its fate.
        return [outcome for item in items for outcome in await self._outcomes([item])]


def _tell(batch: Sequence[tuple[object, asyncio.Future[None]]], outcomes: Sequence[Exception | None]) -> None:
    for (_, stored), outcome in zip(batch, outcomes, strict=True):
        if stored.done():
            continue
        if outcome is None:
            stored.set_result(None)
        else:
            stored.set_exception(outcome)
