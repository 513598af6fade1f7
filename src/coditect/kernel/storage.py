"""Files by key: rendered exports, packages, archives. The embedded adapter is a folder; `kernel.s3` is the other."""

import re
from contextlib import suppress
from pathlib import Path
from typing import Protocol

import anyio.to_thread

from coditect.kernel.ids import new_id

_KEY = re.compile(r"(?=.{1,200}\Z)(?!.*\.\.)[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*)*")
_TRIES = 5
_NO_SUCH_FILE = (FileNotFoundError, IsADirectoryError, NotADirectoryError)


class Storage(Protocol):
    """Keeps byte strings under keys of `[A-Za-z0-9._/-]`; no key may be the folder of another."""

    async def put(self, key: str, content: bytes) -> None:
        """Store `content`, replacing what stood there; readers see the old or the new, never a part."""

    async def get(self, key: str) -> bytes | None:
        """Return what is stored under `key`, or None."""

    async def delete(self, key: str) -> None:
        """Remove `key`; removing what is not there is no error."""


class FolderStorage:
    """Keeps each key as a file."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    async def put(self, key: str, content: bytes) -> None:
        await anyio.to_thread.run_sync(_write, self._path(key), content)

    async def get(self, key: str) -> bytes | None:
        return await anyio.to_thread.run_sync(_read, self._path(key))

    async def delete(self, key: str) -> None:
        await anyio.to_thread.run_sync(_delete, self._path(key), self._folder)

    def _path(self, key: str) -> Path:
        return self._folder / checked(key)


def checked(key: str) -> str:
    """Return `key`, or raise ValueError for what no adapter may be given."""
    if not _KEY.fullmatch(key):
        raise ValueError(f"Not a storage key: {key!r}")
    return key


def _write(path: Path, content: bytes) -> None:
    # A name of its own: two writers of one key would else fill, and move away, each other's draft.
    draft = path.with_name(f".{new_id()}.tmp")
    try:
        _fill(draft, content)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def _fill(draft: Path, content: bytes) -> None:
    for left in reversed(range(_TRIES)):
        draft.parent.mkdir(parents=True, exist_ok=True)
        try:
            draft.write_bytes(content)
        except FileNotFoundError:
            # Whoever removed the last file of this folder has just removed the folder too.
            if not left:
                raise
        else:
            return


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except _NO_SUCH_FILE:
        return None


def _delete(path: Path, root: Path) -> None:
    with suppress(*_NO_SUCH_FILE):
        if not path.is_dir():
            path.unlink()
    # Names of folders are ids of people's things, which go with the last file.
    with suppress(OSError):
        for folder in path.parents:
            if folder == root:
                break
            folder.rmdir()
