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

    async def run(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Return `function(*args, **kwargs)`, computed in another process."""
        forbid_in_write("CPU-heavy work")
        pool = self._started()
        try:
            with telemetry.span(f"compute {function.__name__}"):
                return await asyncio.get_running_loop().run_in_executor(
                    pool, partial(function, *args, **kwargs)
                )
        except BrokenProcessPool:
            # A killed child breaks the whole pool; the next call starts a new one and the caller's retry uses it.
            if self._pool is pool:
                self._pool = None
            raise

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


def _die_with_parent() -> None:
    # A killed server must leave no orphans; the pipe of the pool alone does not tell its children.
    parent = multiprocessing.parent_process()
    assert parent is not None

    def watch() -> None:
        wait([parent.sentinel])
        os._exit(1)

    threading.Thread(target=watch, name="parent-watch", daemon=True).start()
