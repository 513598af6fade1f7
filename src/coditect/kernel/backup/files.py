"""Copying the data folder while it is written to, so that every git repository in the copy is whole."""

import hashlib
import os
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from pathlib import Path

from coditect.kernel.backup.manifest import BackupImpossible, Entry

_CHUNK = 1 << 20
_ROUNDS = 10
_PACKS = 2


def copy_tree(source: Path, target: Path, left_out: AbstractSet[Path]) -> tuple[list[str], list[Entry]]:
    """Copy `source` but what is `left_out`; return its folders and files, by their paths in it.

    References of git come first, objects after them, packs last: whatever a copied reference names was there before,
    and is still there, loose or packed, when its turn comes. Packing in the meantime is met by another round.
    """
    target.mkdir(parents=True, exist_ok=True)
    entries: dict[str, Entry] = {}
    for turn in range(_PACKS + 1):
        for _ in range(_ROUNDS):
            if not _copy_turn(source, target, left_out, turn, entries):
                break
        else:
            raise BackupImpossible(f"The repositories in {source} change faster than they can be copied.")
    folders = [str(folder.relative_to(source)) for folder, _ in _walk(source, left_out) if folder != source]
    for folder in folders:
        (target / folder).mkdir(parents=True, exist_ok=True)
    return folders, [entries[path] for path in sorted(entries)]


def _copy_turn(
    source: Path, target: Path, left_out: AbstractSet[Path], turn: int, entries: dict[str, Entry]
) -> bool:
    """Copy what is due in this turn; return whether a pack went away in the meantime."""
    vanished = False
    for _, files in _walk(source, left_out):
        for path in files:
            name = path.relative_to(source)
            if _turn_of(name) != turn or str(name) in entries:
                continue
            try:
                entries[str(name)] = copy_file(path, target / name, str(name))
            except FileNotFoundError:
                vanished = vanished or turn == _PACKS
    return vanished


def _turn_of(name: Path) -> int:
    folders = name.parts[:-1]
    if "objects" not in folders:
        return 0
    return _PACKS if "pack" in folders else 1


def _walk(source: Path, left_out: AbstractSet[Path]) -> Iterator[tuple[Path, list[Path]]]:
    """Yield each folder with its files; a link to a folder is a file."""
    for here, folders, names in os.walk(source):
        folder = Path(here)
        links = [name for name in folders if (folder / name).is_symlink()]
        folders[:] = sorted(name for name in folders if name not in links and folder / name not in left_out)
        paths = [folder / name for name in sorted([*names, *links]) if not _is_draft(name)]
        yield folder, [path for path in paths if path not in left_out]


def _is_draft(name: str) -> bool:
    """Whether somebody is still writing it, under a name that it will not keep."""
    return name.startswith("tmp_") or (name.startswith(".") and name.endswith(".tmp"))


def copy_file(path: Path, target: Path, name: str) -> Entry:
    """Copy a file or link and return its entry, whose digest is of what was written."""
    target.parent.mkdir(parents=True, exist_ok=True)
    if path.is_symlink():
        link = str(path.readlink())
        target.symlink_to(link)
        return Entry(path=name, size=0, sha256="", mode=0o777, link=link)
    digest, size = hashlib.sha256(), 0
    with path.open("rb") as source, target.open("wb") as copy:
        mode = os.fstat(source.fileno()).st_mode & 0o777
        while chunk := source.read(_CHUNK):
            digest.update(chunk)
            size += copy.write(chunk)
    target.chmod(mode)
    return Entry(path=name, size=size, sha256=digest.hexdigest(), mode=mode)
