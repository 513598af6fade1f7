"""Reads what a person types at the terminal, until somebody says that nothing is wanted any more."""

import io
import os
import select
import sys


class LeftError(Exception):
    """The person left instead of answering."""


class Typed(io.TextIOBase):
    """The lines of standard input. A thread that waits for one is let go by `leave`, which any thread may call."""

    def __init__(self) -> None:
        self._left, self._leave = os.pipe()

    def readline(self, size: int = -1, /) -> str:  # type: ignore[override]
        """Return the next line; raise `LeftError` after `leave` and at the end of the input."""
        del size
        ready, _, _ = select.select([sys.stdin, self._left], [], [])
        line = "" if self._left in ready else sys.stdin.readline()
        if not line:
            raise LeftError
        return line

    def leave(self) -> None:
        """Let whoever reads now, and whoever reads later, do something else."""
        os.write(self._leave, b"x")
