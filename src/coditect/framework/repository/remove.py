"""`coditect remove`: takes away what the library has put there and nobody has changed."""

from dataclasses import dataclass
from pathlib import Path

from coditect.framework.repository.content import digest
from coditect.framework.repository.errors import RepositoryRefused
from coditect.framework.repository.manifest import delete_manifest, read_manifest
from coditect.framework.repository.places import FOLDER, place, remove_empty, require_writable, root_of


@dataclass(frozen=True)
class Removed:
    """What was taken away, and what stays because a person has changed it."""

    root: Path
    removed: tuple[str, ...]
    kept: tuple[str, ...]


def remove(folder: Path) -> Removed:
    """Remove links and unchanged files, then folders that are empty; keep everything else."""
    root = root_of(folder)
    require_writable(root)
    manifest = read_manifest(root)
    if manifest is None:
        raise RepositoryRefused(f"{root} has no library that `coditect init` put there.")
    removed = [name for name, target in manifest.links.items() if _remove_link(root, name, target)]
    kept = []
    for name, stored in manifest.files.items():
        path = place(root, name)
        if not path.is_file():
            continue
        if digest(path.read_bytes()) == stored:
            path.unlink()
            removed.append(name)
        else:
            kept.append(name)
    delete_manifest(root)
    for name in (*manifest.files, *manifest.links):
        remove_empty((root / name).parent, root)
    remove_empty(root / FOLDER, root)
    return Removed(root, tuple(sorted(removed)), tuple(sorted(kept)))


def _remove_link(root: Path, name: str, target: str) -> bool:
    path = place(root, name)
    if path.is_symlink() and path.readlink().as_posix() == target:
        path.unlink()
        return True
    return False
