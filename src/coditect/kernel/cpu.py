"""CPU-heavy work leaves the event loop: a bounded pool of processes, started at the first call."""

import asyncio
import multiprocessing
import os
import threading
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from multiprocessing.connection import wait
from typing import ParamSpec, TypeVar

from coditect.kernel import telemetry
from coditect.kernel.writing import forbid_in_write

P = ParamSpec("P")
T = TypeVar("T")


class CpuPool:
    """Runs picklable functions in spawned processes, at most one per core."""

    def __init__(self, size: int | None = None) -> None:
        self._size = size or min(4, os.cpu_count() or 1)
        self._pool: ProcessPoolExecutor | None = None
        self._aside = asyncio.Semaphore(max(1, self._size - 1))

    async def run(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Return `function(*args, **kwargs)`, computed in another process."""
        forbid_in_write("CPU-heavy work")
        pool = self._started()
        try:
            with telemetry.span(f"compute {_name(function)}"):
                return await asyncio.get_running_loop().run_in_executor(
                    pool, partial(function, *args, **kwargs)
                )
        except BrokenProcessPool:
            # A killed child breaks the whole pool; the next call starts a new one and the caller's retry uses it.
            if self._pool is pool:
                self._pool = None
            raise

    async def run_aside(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Like `run`, for what may take long without being urgent: it leaves one process to other work, if there are two.

        Who gives up waiting does not stop work that has begun; its place is free again when it ends.
        """
        await self._aside.acquire()
        work = asyncio.ensure_future(self.run(function, *args, **kwargs))
        work.add_done_callback(self._ended_aside)
        return await asyncio.shield(work)

    def _ended_aside(self, work: "asyncio.Future[T]") -> None:
        self._aside.release()
        if not work.cancelled():
            work.exception()  # seen here too: nobody may be waiting any more

    def close(self) -> None:
        """End the processes."""
        if self._pool is not None:
            self._pool.shutdown(wait=False, cancel_futures=True)
            self._pool = None

    def _started(self) -> ProcessPoolExecutor:
        if self._pool is None:
            self._pool = ProcessPoolExecutor(
                self._size, mp_context=multiprocessing.get_context("spawn"), initializer=_die_with_parent
            )
        return self._pool


def _name(function: Callable[..., object]) -> str:
    return _name(function.func) if isinstance(function, partial) else function.__name__


def _die_with_parent() -> None:
    # A killed server must leave no orphans; the pipe of the pool alone does not tell its children.
    parent = multiprocessing.parent_process()
    assert parent is not None

    def watch() -> None:
        wait([parent.sentinel])
        os._exit(1)

    threading.Thread(target=watch, name="parent-watch", daemon=True).start()
