"""The files of a folder, as git sees them where there is a repository; bounded, and never through links."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Final

from coditect.agents.offline.history import listed_by_git

MOST_FILES: Final = 20_000
LARGEST_TEXT: Final = 1_000_000
"""Bytes; a larger file is listed and not read."""
_SKIPPED: Final = frozenset(
    {".git", ".hg", ".svn", ".venv", "venv", "node_modules", "__pycache__", "target", "dist", "build", ".tox"}
    | {".mypy_cache", ".ruff_cache", ".pytest_cache", ".gradle", ".idea", ".next", "vendor", "third_party"}
)
_GENERATED: Final = (".min.js", ".min.css", ".map", ".pb.go", "_pb2.py", ".lock", "-lock.json", "-lock.yaml")


@dataclass(frozen=True)
class SourceFile:
    """A regular file below the root. `path` is relative, with forward slashes."""

    root: Path
    path: str
    size: int

    @property
    def name(self) -> str:
        """The last part of the path."""
        return PurePosixPath(self.path).name

    @property
    def suffix(self) -> str:
        """The ending in lower case, such as `.py`; empty where there is none."""
        return PurePosixPath(self.path).suffix.lower()

    @property
    def folder(self) -> str:
        """The path of the folder; empty for the root."""
        parent = str(PurePosixPath(self.path).parent)
        return "" if parent == "." else parent

    @property
    def generated(self) -> bool:
        """Whether the name is that of something a program wrote."""
        return self.name.endswith(_GENERATED)

    @cached_property
    def data(self) -> bytes:
        """The content; empty when it is too large or can no longer be read."""
        if self.size > LARGEST_TEXT:
            return b""
        try:
            with os.fdopen(os.open(self.root / self.path, os.O_RDONLY | os.O_NOFOLLOW), "rb") as file:
                return file.read(LARGEST_TEXT)
        except OSError:
            return b""

    @cached_property
    def text(self) -> str:
        """The content as text; empty for binary files."""
        return "" if b"\0" in self.data[:8192] else self.data.decode("utf-8", "replace")

    @cached_property
    def lines(self) -> list[str]:
        """The text by lines, without their ends."""
        return self.text.splitlines()


@dataclass(frozen=True)
class Tree:
    """All files that count, sorted by path."""

    root: Path
    files: tuple[SourceFile, ...]
    cut: bool
    """Whether there were more than are read."""

    @cached_property
    def by_path(self) -> dict[str, SourceFile]:
        """The files by their path."""
        return {file.path: file for file in self.files}


def read_tree(root: Path) -> Tree:
    """List the files of `root`: those git tracks or would track, or all but the folders that tools fill."""
    found: list[SourceFile] = []
    cut = False
    for path in sorted(listed_by_git(root) or _walked(root)):
        if len(found) == MOST_FILES:
            cut = True
            break
        full = root / path
        if full.is_symlink() or not full.is_file():
            continue
        found.append(SourceFile(root, path, full.stat().st_size))
    return Tree(root, tuple(found), cut)


def _walked(root: Path) -> Iterator[str]:
    for folder, folders, names in os.walk(root, followlinks=False):
        folders[:] = sorted(name for name in folders if name not in _SKIPPED)
        for name in sorted(names):
            yield (Path(folder) / name).relative_to(root).as_posix()
