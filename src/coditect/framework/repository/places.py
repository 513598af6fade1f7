"""Where things go below a repository's root, and writing there without following links or leaving halves."""

import contextlib
import os
import tempfile
from pathlib import Path, PurePosixPath
from typing import Final

from coditect.framework.repository.errors import RepositoryRefused

FOLDER: Final = ".coditect"
LINK: Final = ".claude"
_FILE_MODE: Final = 0o644


def root_of(folder: Path) -> Path:
    """The real folder behind `folder`, if the library may be put there."""
    root = folder.resolve()
    if not root.exists():
        raise RepositoryRefused(f"There is no folder {folder}. Make it first.")
    if not root.is_dir():
        raise RepositoryRefused(f"{folder} is a file. Give the folder of a repository.")
    if ".git" in root.parts:
        raise RepositoryRefused(f"{root} belongs to git itself. Give the folder above it.")
    if (root / "HEAD").is_file() and (root / "objects").is_dir() and (root / "refs").is_dir():
        raise RepositoryRefused(f"{root} is a bare git repository. Give the folder of a checkout.")
    return root


def require_writable(root: Path) -> None:
    """Refuse before the first change what would fail in the middle."""
    ours = [f"{top}{below}" for top in (FOLDER, LINK) for below in ("", "/agents", "/skills", "/commands")]
    for folder in (root, *(root / name for name in ours)):
        if folder.is_dir() and not folder.is_symlink() and not os.access(folder, os.W_OK | os.X_OK):
            raise RepositoryRefused(f"{folder} cannot be written. Ask for the right to write there.")


def is_submodule(root: Path) -> bool:
    """Whether `.coditect` is a checkout of its own, so that git brings its contents."""
    return (root / FOLDER / ".git").exists()


def place(root: Path, relative: str) -> Path:
    """The path of something of ours; no folder on the way to it may be a link out of the repository."""
    parts = PurePosixPath(relative).parts
    if not parts or parts[0] not in {FOLDER, LINK} or ".." in parts or "\\" in relative:
        raise RepositoryRefused(f"{relative!r} is not a place of the library. Remove it from the manifest.")
    for end in range(1, len(parts)):
        above = root.joinpath(*parts[:end])
        if above.is_symlink():
            raise RepositoryRefused(
                f"{above} is a link to {above.readlink()}; nothing is written through links. Remove the link first."
            )
        if above.exists() and not above.is_dir():
            raise RepositoryRefused(f"{above} is a file where a folder is needed. Move it away first.")
    return root.joinpath(*parts)


def write(path: Path, content: bytes) -> None:
    """Put the whole content in place at once; a reader sees the old file or the new one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(path.stat().st_mode & 0o777 if path.exists() else _FILE_MODE)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def remove_empty(folder: Path, root: Path) -> None:
    """Remove the folder and those above it, up to the root, as long as they are empty."""
    with contextlib.suppress(OSError):
        while folder != root:
            folder.rmdir()
            folder = folder.parent


def own_agents(start: Path) -> Path | None:
    """The folder of agents of the repository around `start`, if it has one."""
    here = start.resolve()
    for folder in (here, *here.parents):
        agents = folder / FOLDER / "agents"
        if agents.is_dir():
            return agents
        if (folder / ".git").exists():
            return None
    return None
