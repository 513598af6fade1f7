"""What a command changed: all files are looked at before and after, and what they held is kept, so that it can be undone.

Folders that programs fill (`node_modules`, `.venv`, …) are left out, and so are files that are large or beyond a number.
"""

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from coditect.agents.tools.contract import FileChange, Seen, ToolContext, ToolRefused
from coditect.agents.tools.texts import change_of, digest
from coditect.agents.tools.tree import Tree
from coditect.agents.tools.undoing import keep, kept

LARGEST_FILE: Final = 1_000_000
MOST_FILES: Final = 20_000
MOST_CHANGES: Final = 200
_LEFT_OUT: Final = frozenset(
    {".git", ".coditect", ".hg", ".svn", ".venv", "venv", "node_modules", "__pycache__", "target", ".tox"}
    | {".mypy_cache", ".ruff_cache", ".pytest_cache", ".gradle", ".next"}
)

Stamp = tuple[int, int, int, int]


@dataclass(frozen=True)
class Changes:
    """What changed. `more` counts changed files that are not among `changes`, as too large or too many."""

    changes: tuple[FileChange, ...]
    more: int


def remember(context: ToolContext) -> dict[str, Stamp]:
    """Keep what every file holds now; return how each looked."""
    tree, stamps = Tree(context.root), _stamps(context.root)
    for name, stamp in stamps.items():
        known = context.seen.get(name)
        if stamp[1] <= LARGEST_FILE and (known is None or known.stamp != stamp):
            data = _content(tree, name)
            if data is not None:
                keep(context.scratch, data)
                context.seen[name] = Seen(stamp, digest(data) or "")
    return stamps


def compare(context: ToolContext, before: dict[str, Stamp]) -> Changes:
    """Return what changed since `remember`."""
    tree, now = Tree(context.root), _stamps(context.root)
    changed = sorted(name for name in before.keys() | now.keys() if before.get(name) != now.get(name))
    changes: list[FileChange] = []
    more = 0
    for name in changed:
        large = any(stamps[name][1] > LARGEST_FILE for stamps in (before, now) if name in stamps)
        if large or len(changes) == MOST_CHANGES:
            more += 1
            continue
        known = context.seen.get(name) if name in before else None
        old = kept(context.scratch, known.digest) if known else None
        new = _content(tree, name) if name in now else None
        if old != new:
            changes.append(change_of(name, old, new))
    return Changes(tuple(changes), more)


def _content(tree: Tree, name: str) -> bytes | None:
    try:
        return tree.read_if_there(name, most=LARGEST_FILE)
    except ToolRefused:
        return None


def _stamps(root: Path) -> dict[str, Stamp]:
    found: dict[str, Stamp] = {}
    for name, status in _files(root):
        found[name] = (status.st_mtime_ns, status.st_size, status.st_ino, status.st_ctime_ns)
        if len(found) == MOST_FILES:
            break
    return found


def _files(root: Path) -> Iterator[tuple[str, os.stat_result]]:
    """Yield the regular files below `root`, by descriptors and never through a link."""
    for folder, folders, files, opened in os.fwalk(root, follow_symlinks=False):
        folders[:] = sorted(name for name in folders if name not in _LEFT_OUT)
        prefix = os.path.relpath(folder, root)
        for name in sorted(files):
            try:
                status = os.stat(name, dir_fd=opened, follow_symlinks=False)
            except OSError:
                continue
            if stat.S_ISREG(status.st_mode):
                yield name if prefix == "." else f"{prefix}/{name}", status
