"""What a tool is: a typed function on a folder, which knows nothing of models."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

Effect = Literal["read", "write", "execute", "network"]


class ToolRefused(Exception):  # noqa: N818 - a result, in a sentence for the model and for people
    """The tool will not do that; the message says why, and what to do instead."""


class FileChange(BaseModel):
    """What became of one file: its path below the root, the SHA-256 of what it held before and holds now, and a diff.

    `before` is None where the file is new, `after` where it is gone. `undoing.undo` takes the change back.
    """

    model_config = ConfigDict(frozen=True)

    path: str
    before: str | None
    after: str | None = None
    diff: str


@dataclass(frozen=True)
class ToolResult:
    """What the model is told, and what changed."""

    text: str
    changes: tuple[FileChange, ...] = ()
    is_error: bool = False


@dataclass(frozen=True)
class ToolLimits:
    """How much one call may take."""

    seconds: float = 120
    output_characters: int = 30_000
    memory_bytes: int = 2 * 1024**3
    processes: int = 256
    disk_bytes: int = 1024**3


@dataclass(frozen=True)
class Seen:
    """A file as it was last seen, and the digest of what it held; the same stamp means the same content."""

    stamp: tuple[int, int, int, int]
    digest: str


@dataclass
class ToolContext:
    """Where the tools of one agent run work: `root` is its folder, `scratch` is for what is no part of it."""

    root: Path
    scratch: Path
    limits: ToolLimits = field(default_factory=ToolLimits)
    allowed_hosts: frozenset[str] = frozenset()
    todo: list[dict[str, Any]] = field(default_factory=list)
    seen: dict[str, Seen] = field(default_factory=dict, repr=False)
    """What `comparing` knows of the files, so that it reads each only once."""


@dataclass(frozen=True)
class Tool:
    """One tool. `input` is the pydantic model of its arguments."""

    name: str
    description: str
    input: type[BaseModel]
    effect: Effect
    run: Callable[[ToolContext, Any], Awaitable[ToolResult]]
