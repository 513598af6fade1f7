"""`.claude`, through which other tools find the library: a link, links inside an own folder, or copies."""

import os
from pathlib import Path
from typing import Final

from coditect.framework.repository.content import digest
from coditect.framework.repository.manifest import Manifest
from coditect.framework.repository.places import FOLDER, LINK, place, write

SHOWN: Final = ("agents", "skills", "commands")
"""The folders that tools look for inside `.claude`."""


def link(root: Path, manifest: Manifest) -> list[str]:
    """Make the library visible under `.claude`; return notes for the person."""
    claude = root / LINK
    if not os.path.lexists(claude):
        if _try_link(root, LINK, FOLDER, manifest):
            return []
        return [f"Links do not work here, so {LINK} holds copies.", *_copy(root, manifest)]
    if claude.is_symlink():
        return _judge_link(root, manifest)
    if not claude.is_dir():
        return [f"{LINK} is a file and stays; tools will not see the library."]
    return _inside(root, manifest)


def _judge_link(root: Path, manifest: Manifest) -> list[str]:
    target = (root / LINK).readlink().as_posix()
    if target == FOLDER:
        manifest.links[LINK] = FOLDER
        return []
    return [f"{LINK} is your own link to {target} and stays; tools will not see the library there."]


def _inside(root: Path, manifest: Manifest) -> list[str]:
    """Link folder by folder into an own `.claude`, and file by file where a folder is there too."""
    notes = []
    for name in SHOWN:
        shown = f"{LINK}/{name}"
        if not (root / FOLDER / name).is_dir() or manifest.links.get(shown):
            continue
        path = root / shown
        if os.path.lexists(path) and (path.is_symlink() or not path.is_dir()):
            notes.append(f"{shown} is your own and stays; tools will not see the library's {name} there.")
        elif path.is_dir():
            notes += _inside_folder(root, name, manifest)
        elif not _try_link(root, shown, f"../{FOLDER}/{name}", manifest):
            return [f"Links do not work here, so {LINK} holds copies.", *_copy(root, manifest)]
    return notes


def _inside_folder(root: Path, name: str, manifest: Manifest) -> list[str]:
    notes = []
    for entry in sorted((root / FOLDER / name).iterdir()):
        shown = f"{LINK}/{name}/{entry.name}"
        target = f"../../{FOLDER}/{name}/{entry.name}"
        path = root / shown
        if not os.path.lexists(path):
            if not _try_link(root, shown, target, manifest):
                return [f"Links do not work here, so {LINK} holds copies.", *_copy(root, manifest)]
        elif path.is_symlink() and path.readlink().as_posix() == target:
            manifest.links[shown] = target
        elif shown not in manifest.files:
            notes.append(f"{shown} is your own and stays.")
    return notes


def _try_link(root: Path, shown: str, target: str, manifest: Manifest) -> bool:
    path = place(root, shown)
    try:
        path.symlink_to(target, target_is_directory=not target.endswith(".md"))
    except (OSError, NotImplementedError):
        return False
    manifest.links[shown] = target
    return True


def _copy(root: Path, manifest: Manifest) -> list[str]:
    """Copy what the library has put into `.coditect`; files of others with the same names stay."""
    notes = []
    for name in [name for name in manifest.files if name.startswith(f"{FOLDER}/")]:
        inner = name.removeprefix(f"{FOLDER}/")
        if inner.split("/")[0] not in SHOWN:
            continue
        shown = f"{LINK}/{inner}"
        path = place(root, shown)
        content = (root / name).read_bytes()
        if not path.exists():
            write(path, content)
        elif digest(path.read_bytes()) != digest(content):
            notes.append(f"{shown} is your own and stays.")
            continue
        manifest.files[shown] = digest(content)
    return notes


def twin(name: str) -> str:
    """The place in `.coditect` of which `name` in `.claude` is a copy; other places are their own twin."""
    return f"{FOLDER}/{name.removeprefix(f'{LINK}/')}" if name.startswith(f"{LINK}/") else name
