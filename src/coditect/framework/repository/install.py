"""`coditect init`: puts the library into a repository, and does nothing the second time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from coditect.framework.repository import linking
from coditect.framework.repository.content import digest, offered
from coditect.framework.repository.manifest import Manifest, read_manifest, write_manifest
from coditect.framework.repository.places import FOLDER, is_submodule, place, require_writable, root_of, write


@dataclass(frozen=True)
class Installed:
    """What an installation did: places written, files kept because a person has changed them, and notes."""

    root: Path
    added: tuple[str, ...]
    kept: tuple[str, ...]
    older: tuple[str, ...]
    notes: tuple[str, ...]


def install(folder: Path, agents: Sequence[str] | None, *, all_agents: bool = False) -> Installed:
    """Put the agents (the earlier choice, else all, when None) with all they need below `.coditect`; overwrite nothing."""
    root = root_of(folder)
    require_writable(root)
    if is_submodule(root):
        return _link_submodule(root)
    earlier = read_manifest(root)
    manifest = earlier or Manifest()
    manifest.agents = _choice(manifest, agents, all_agents=all_agents, again=earlier is not None)
    added, kept, older = _put(root, offered(manifest.agents), manifest)
    links_before = dict(manifest.links)
    notes = linking.link(root, manifest)
    write_manifest(root, manifest)
    if not (root / ".git").exists() and not any((above / ".git").exists() for above in root.parents):
        notes.append(
            "This is not a git repository; nothing else is needed, but changes cannot be undone by git."
        )
    made = [name for name in manifest.links if name not in links_before]
    return Installed(root, (*added, *made), tuple(kept), tuple(older), tuple(notes))


def _choice(
    manifest: Manifest, agents: Sequence[str] | None, *, all_agents: bool, again: bool
) -> tuple[str, ...] | None:
    """What is wanted now: a new choice adds to an earlier one, since nothing is taken away by adding."""
    if all_agents or (agents is None and not again):
        return None
    if agents is None or (again and manifest.agents is None):
        return manifest.agents
    return tuple(sorted({*agents, *(manifest.agents or ())}))


def _put(
    root: Path, files: Mapping[str, bytes], manifest: Manifest
) -> tuple[list[str], list[str], list[str]]:
    """Write what is missing; sort the rest into changed by a person and merely older."""
    paths = {name: place(root, name) for name in files}
    added, kept, older = [], [], []
    for name, path in paths.items():
        new = digest(files[name])
        if not path.exists():
            write(path, files[name])
            manifest.files[name] = new
            added.append(name)
        elif (present := digest(path.read_bytes())) == new:
            manifest.files[name] = new
        elif present == manifest.files.get(name):
            older.append(name)
        else:
            kept.append(name)
    return added, kept, older


def _link_submodule(root: Path) -> Installed:
    manifest = Manifest()
    notes = linking.link(root, manifest)
    notes.append(
        f"{FOLDER} is a git submodule, so git brings its files; update it by `git submodule update --remote`."
    )
    return Installed(root, tuple(manifest.links), (), (), tuple(notes))
