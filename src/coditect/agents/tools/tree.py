"""The files below one folder, opened part by part without following any link, so that no race leads out of it.

Each part of a path is opened from the folder before it, with O_NOFOLLOW: what somebody swaps for a link in between is
refused by the kernel. A file is replaced by renaming a new one over its name; a hard link to it keeps the old content.
"""

import contextlib
import errno
import os
import secrets
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import Final

from coditect.agents.tools.contract import ToolRefused
from coditect.workspaces import SANDBOX_ROOT

LARGEST_BYTES: Final = 20_000_000
_PRIVATE: Final = frozenset((".git", ".coditect", "git~1"))
_FOLDER: Final = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC
_LONGEST_PATH: Final = 4_000


class Tree:
    """The folder at `root`. Paths are relative to it, or absolute as the sandbox names them (`/workspace/…`)."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def relative(self, given: str) -> str:
        """Return the path below the root, with forward slashes; raise `ToolRefused` for one that leads elsewhere."""
        if not given or "\0" in given or len(given) > _LONGEST_PATH:
            raise ToolRefused("A path must have from 1 to 4000 characters, none of them NUL.")
        path = PurePosixPath(given)
        for place in (SANDBOX_ROOT, str(self._root)):
            if path.is_absolute() and path.is_relative_to(place):
                path = path.relative_to(place)
                break
        if path.is_absolute() or ".." in path.parts:
            raise ToolRefused(
                f"{given} leads out of the folder of this work. Give a path below it, such as `src/main.py`."
            )
        if any(part.lower() in _PRIVATE for part in path.parts):
            raise ToolRefused(
                f"{given} belongs to git or to CODITECT itself. The tool Git shows the history; nothing in there can be"
                " read or changed as a file."
            )
        return str(path)

    def read(self, given: str, *, most: int = LARGEST_BYTES) -> bytes:
        """Return what a regular file holds; refuse one that is missing, no regular file, or larger than `most` bytes."""
        name = self.relative(given)
        with self._parent(name) as (folder, last):
            data = _read(folder, last, name, most)
        if data is None:
            raise ToolRefused(f"There is no file {name}.{self._near(name)}")
        return data

    def read_if_there(self, given: str, *, most: int = LARGEST_BYTES) -> bytes | None:
        """Return what a file holds, or None when there is none yet."""
        name = self.relative(given)
        try:
            with self._parent(name) as (folder, last):
                return _read(folder, last, name, most)
        except _Missing:
            return None

    def write(self, given: str, data: bytes) -> None:
        """Replace or make a file, and the folders above it; it keeps its permissions and its owner."""
        name = self.relative(given)
        with self._parent(name, make=True) as (folder, last):
            _replace(folder, last, name, data)

    def remove(self, given: str) -> None:
        """Remove a file; one that is gone already is no fault."""
        name = self.relative(given)
        with contextlib.suppress(_Missing, FileNotFoundError), self._parent(name) as (folder, last):
            os.unlink(last, dir_fd=folder)

    def existing(self, given: str) -> str:
        """Return the path of a file or folder below the root; refuse a link, and what is not there."""
        name = self.relative(given)
        if name == ".":
            return name
        with self._parent(name) as (folder, last):
            try:
                found = os.stat(last, dir_fd=folder, follow_symlinks=False)
            except FileNotFoundError:
                raise ToolRefused(f"There is no {name}.{self._near(name)}") from None
        if not (stat.S_ISREG(found.st_mode) or stat.S_ISDIR(found.st_mode)):
            raise ToolRefused(f"{name} is a link or no regular file; links are not followed.")
        return name

    @contextmanager
    def _parent(self, name: str, *, make: bool = False) -> Iterator[tuple[int, str]]:
        """Yield a descriptor of the folder that holds `name`, and the last part of its path."""
        *folders, last = PurePosixPath(name).parts or ("",)
        if not last:
            raise ToolRefused("This is the folder of the work itself, not a file.")
        opened = os.open(self._root, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            for part in folders:
                inner = _enter(opened, part, name, make=make)
                os.close(opened)
                opened = inner
            yield opened, last
        finally:
            os.close(opened)

    def _near(self, name: str) -> str:
        """Name files that somebody may have meant."""
        with contextlib.suppress(OSError, ToolRefused), self._parent(name) as (folder, last):
            stem = last.lower().split(".")[0]
            with os.scandir(folder) as entries:
                same = [entry.name for entry in entries if entry.name.lower().split(".")[0] == stem]
            if same:
                return f" In that folder there is {', '.join(sorted(same)[:5])}."
        return ""


class _Missing(ToolRefused):
    """A folder on the way to a file does not exist."""


def _enter(folder: int, part: str, name: str, *, make: bool) -> int:
    try:
        return os.open(part, _FOLDER, dir_fd=folder)
    except FileNotFoundError:
        if not make:
            raise _Missing(f"There is no file {name}: the folder {part} does not exist.") from None
        with contextlib.suppress(FileExistsError):
            os.mkdir(part, 0o755, dir_fd=folder)
            _give_to_owner_of(folder, part)
        return _enter(folder, part, name, make=False)
    except OSError as error:
        raise _refusal(error, name) from None


def _read(folder: int, last: str, name: str, most: int) -> bytes | None:
    try:
        # Without waiting: a pipe that nobody writes to would hold us for ever.
        opened = os.open(last, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC, dir_fd=folder)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise _refusal(error, name) from None
    with os.fdopen(opened, "rb") as file:
        found = os.fstat(opened)
        if not stat.S_ISREG(found.st_mode):
            raise ToolRefused(f"{name} is no regular file.")
        data = file.read(most + 1)
    if len(data) > most:
        raise ToolRefused(
            f"{name} has {found.st_size} bytes; at most {most} are handled. Use Bash with head, tail or sed."
        )
    return data


def _replace(folder: int, last: str, name: str, data: bytes) -> None:
    try:
        old = os.stat(last, dir_fd=folder, follow_symlinks=False)
    except FileNotFoundError:
        old = None
    if old is not None and not stat.S_ISREG(old.st_mode):
        kind = "a symbolic link, which is not followed" if stat.S_ISLNK(old.st_mode) else "no regular file"
        raise ToolRefused(f"{name} is {kind}; it is not written to.")
    draft = f".{last[:100]}.{secrets.token_hex(6)}"
    try:
        opened = os.open(
            draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC, 0o644, dir_fd=folder
        )
        try:
            with os.fdopen(opened, "wb") as file:
                file.write(data)
                if old is not None:
                    os.fchmod(opened, stat.S_IMODE(old.st_mode) & 0o777)
            _give_to_owner_of(folder, draft)
            os.rename(draft, last, src_dir_fd=folder, dst_dir_fd=folder)
        except BaseException:
            with contextlib.suppress(OSError):
                os.unlink(draft, dir_fd=folder)
            raise
    except OSError as error:
        raise _refusal(error, name) from None


def _give_to_owner_of(folder: int, name: str) -> None:
    """Let root leave nothing behind in somebody else's folder that this person could not change."""
    owner = os.fstat(folder)
    if os.geteuid() == 0 and owner.st_uid != 0:
        os.chown(name, owner.st_uid, owner.st_gid, dir_fd=folder, follow_symlinks=False)


def _refusal(error: OSError, name: str) -> ToolRefused:
    if error.errno in {errno.ELOOP, errno.ENOTDIR, errno.EMLINK}:
        return ToolRefused(
            f"A part of {name} is a symbolic link or no folder. Links are not followed: give the path of the file itself."
        )
    return ToolRefused(f"{name} cannot be used: {error.strerror}.")
