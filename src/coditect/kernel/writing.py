"""Manners of writing units of work: nothing slow inside, and no end in the middle."""

import asyncio
from collections.abc import Awaitable
from contextvars import ContextVar
from typing import TypeVar

T = TypeVar("T")

in_write = ContextVar("coditect_in_write", default=False)


def forbid_in_write(what: str) -> None:
    """Raise when called inside a writing unit of work: slow work must not hold the single writer."""
    if in_write.get():
        raise RuntimeError(f"{what} must not run inside a writing unit of work; finish it first.")


async def to_its_end(work: Awaitable[T]) -> T:
    """Return what `work` returns; a cancellation of the caller takes effect only after it.

    A connection whose statement is cancelled half way is thrown away, maybe with its transaction open; on SQLite,
    writers were then seen to find the database locked.
    """
    task = asyncio.ensure_future(work)
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        await asyncio.wait([task])
        raise
