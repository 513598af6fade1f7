"""Ends a command that takes more than its limits, where the kernel has no bound of its own for them."""

import asyncio
import contextlib
import os
import stat
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from coditect.workspaces.sandbox.bounds import Ended, Limits

_EVERY_SECONDS: Final = 0.25
_SHARE_OF_TIME: Final = 10
"""A look at the disk that takes long is followed by ten times as long without one."""
_PROC: Final = Path("/proc")


class Growing:
    """A folder whose growth since now shall be known."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._size = size_of(root)

    def has_grown_by_more(self, most: int) -> bool:
        """Tell whether the folder has grown by more than `most` bytes."""
        return size_of(self._root) - self._size > most


async def watch(
    end: Callable[[Ended], None], folder: Growing, *, limits: Limits, sandbox_pid: int, memory_too: bool
) -> None:
    """Call `end` when the folder grows, or the processes take memory, beyond the limits. Runs until it is cancelled."""
    next_look = 0.0
    while True:
        began = time.monotonic()
        if began >= next_look:
            if await asyncio.to_thread(folder.has_grown_by_more, limits.disk_bytes):
                end("disk")
                return
            ended = time.monotonic()
            next_look = ended + _SHARE_OF_TIME * (ended - began)
        if memory_too and memory_of(sandbox_pid) > limits.memory_bytes:
            end("memory")
            return
        await asyncio.sleep(_EVERY_SECONDS / 5 if memory_too else _EVERY_SECONDS)


def size_of(root: Path) -> int:
    """Return how many bytes the files below `root` take on disk."""
    total = 0
    for entry in _entries(root):
        with contextlib.suppress(OSError):
            found = entry.stat(follow_symlinks=False)
            total += found.st_blocks * 512 if stat.S_ISREG(found.st_mode) else 512
    return total


def _entries(root: Path) -> Iterator[os.DirEntry[str]]:
    waiting = [str(root)]
    while waiting:
        try:
            with os.scandir(waiting.pop()) as found:
                for entry in found:
                    yield entry
                    if entry.is_dir(follow_symlinks=False):
                        waiting.append(entry.path)
        except OSError:
            continue


def memory_of(parent: int) -> int:
    """Return the bytes that a process and all below it hold in memory, shared pages counted for each."""
    children: dict[int, list[int]] = {}
    for folder in _PROC.iterdir():
        if folder.name.isdigit():
            with contextlib.suppress(OSError, IndexError, ValueError):
                # The name may hold spaces and brackets; the numbers follow the last bracket.
                above = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
                children.setdefault(above, []).append(int(folder.name))
    total, waiting = 0, [parent]
    while waiting:
        process = waiting.pop()
        waiting += children.get(process, [])
        with contextlib.suppress(OSError, IndexError, ValueError):
            total += int((_PROC / str(process) / "statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    return total
