"""`coditect update`: what the newer library would change in a repository, as differences to agree to."""

import difflib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from coditect.framework.repository.content import digest, like, offered, plain
from coditect.framework.repository.errors import RepositoryRefused
from coditect.framework.repository.linking import twin
from coditect.framework.repository.manifest import Manifest, read_manifest, write_manifest
from coditect.framework.repository.places import (
    FOLDER,
    is_submodule,
    place,
    remove_empty,
    require_writable,
    root_of,
    write,
)

Kind = Literal["add", "replace", "delete", "conflict"]


@dataclass(frozen=True)
class Change:
    """One file that differs from the library. A conflict was changed by a person and by the library."""

    name: str
    kind: Kind
    present: bytes | None
    new: bytes | None

    def diff(self) -> str:
        """The difference in the manner of `diff -u`."""
        old, new = (_lines(content) for content in (self.present, self.new))
        before = "/dev/null" if self.present is None else f"a/{self.name}"
        after = "/dev/null" if self.new is None else f"b/{self.name}"
        return "\n".join(difflib.unified_diff(old, new, before, after, lineterm=""))


def changes(folder: Path) -> list[Change]:
    """What an update of the repository would do; nothing is written."""
    root = root_of(folder)
    return list(_changes(root, _manifest(root)))


def apply(folder: Path, agreed: Sequence[Change]) -> None:
    """Make the changes that a person agreed to. A file that changed since it was shown is refused."""
    root = root_of(folder)
    require_writable(root)
    manifest = _manifest(root)
    for change in agreed:
        path = place(root, change.name)
        if (path.read_bytes() if path.is_file() else None) != change.present:
            raise RepositoryRefused(f"{path} was changed meanwhile. Run `coditect update` again.")
    for change in agreed:
        path = place(root, change.name)
        if change.new is None:
            path.unlink(missing_ok=True)
            manifest.files.pop(change.name, None)
            remove_empty(path.parent, root)
        else:
            write(path, change.new if change.present is None else like(change.new, change.present))
            manifest.files[change.name] = digest(change.new)
    write_manifest(root, manifest)


def _manifest(root: Path) -> Manifest:
    if is_submodule(root):
        raise RepositoryRefused(
            f"{root / FOLDER} is a git submodule. Update it by `git submodule update --remote`."
        )
    manifest = read_manifest(root)
    if manifest is None:
        raise RepositoryRefused(f"{root} has no library yet. Run `coditect init` there.")
    return manifest


def _changes(root: Path, manifest: Manifest) -> Iterator[Change]:
    files = _wanted(manifest)
    for name in sorted({*files, *manifest.files}):
        path = place(root, name)
        present = path.read_bytes() if path.is_file() else None
        kind = _kind(
            stored=manifest.files.get(name),
            present=None if present is None else digest(present),
            new=digest(files[name]) if name in files else None,
        )
        if kind is not None:
            yield Change(name, kind, present, files.get(name))


def _wanted(manifest: Manifest) -> Mapping[str, bytes]:
    """The library's files for the chosen agents that still exist, and their copies under `.claude`."""
    library = offered(None)
    chosen = manifest.agents
    if chosen is not None:
        library = offered([name for name in chosen if f"{FOLDER}/agents/{name}.md" in library])
    copies = {
        name: library[twin(name)] for name in manifest.files if twin(name) != name and twin(name) in library
    }
    return {**library, **copies}


def _kind(stored: str | None, present: str | None, new: str | None) -> Kind | None:
    """Three digests decide: as it was put there, as it is now, as the library has it today."""
    if new in {present, stored}:
        return None
    if present is None:
        # A file that was put there and then deleted was not wanted.
        return "add" if stored is None else None
    if present == stored:
        return "delete" if new is None else "replace"
    return None if new is None else "conflict"


def _lines(content: bytes | None) -> list[str]:
    return plain(content or b"").decode("utf-8", "replace").splitlines()
