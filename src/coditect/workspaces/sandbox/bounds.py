"""How much a command may take, and what came of it."""

from dataclasses import dataclass
from typing import Literal

from coditect.kernel.errors import Unavailable

_MIB = 1024 * 1024

Ended = Literal["exit", "time", "memory", "disk", "output"]
"""By itself, or by which limit. `memory`: the kernel or the watch ended one of its processes, or all."""


@dataclass(frozen=True, slots=True)
class Limits:
    """The bounds of one command. Memory and processes are those of all its processes together.

    `disk_bytes` is what the folder may grow by, and how large one file may become. Files in the sandbox's own `/tmp`
    and home count as memory. More output than `output_bytes` keeps only its beginning and its end; a command that
    goes on to write a hundred times that is ended.
    """

    seconds: float = 120
    output_bytes: int = 60_000
    memory_bytes: int = 2048 * _MIB
    processes: int = 256
    disk_bytes: int = 1024 * _MIB
    open_files: int = 1024


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a command wrote (both streams, in order) and how it ended. `status` is None when a limit ended it."""

    status: int | None
    output: str
    ended: Ended
    cut: bool
    seconds: float


class SandboxUnavailable(Unavailable):
    """Commands are refused here, because the sandbox or one of its limits cannot be set; the detail says which."""

    code = "sandbox_unavailable"
    title = "Commands cannot be run safely on this machine"
