"""What a backup says about itself; nothing is restored that does not agree with it."""

import hashlib
from datetime import datetime
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from coditect.kernel.errors import Conflict, Unavailable

MANIFEST = "manifest.json"
FILES = "files"
_CHUNK = 1 << 20


class BackupDamaged(Conflict):
    code = "backup_damaged"
    title = "The backup is damaged or incomplete"


class BackupImpossible(Unavailable):
    code = "backup_impossible"
    title = "No backup can be made"


class Entry(BaseModel):
    """A file, by its path inside the data folder; `link` is where a symbolic link points."""

    model_config = ConfigDict(frozen=True)

    path: str
    size: int
    sha256: str
    mode: int
    link: str | None = None


class DatabaseCopy(BaseModel):
    """The copied database: one moment of it, and what was in it at that moment."""

    model_config = ConfigDict(frozen=True)

    kind: Literal["sqlite", "postgresql"]
    revision: str | None
    file: Entry
    rows: dict[str, int]
    last_position: int


class Manifest(BaseModel):
    """The whole backup."""

    model_config = ConfigDict(frozen=True)

    format: Literal[1] = 1
    made_at: datetime
    version: str
    database: DatabaseCopy
    folders: list[str]
    files: list[Entry]


def read_manifest(backup: Path) -> Manifest:
    """Return the manifest of the backup in a folder. Raises `BackupDamaged`."""
    try:
        return Manifest.model_validate_json((backup / MANIFEST).read_bytes())
    except FileNotFoundError:
        raise BackupDamaged(f"{backup} has no {MANIFEST}: it is no backup, or an unfinished one.") from None
    except ValidationError as error:
        raise BackupDamaged(f"{MANIFEST} of {backup} cannot be read: {error.errors()[0]['msg']}.") from None


def verify(backup: Path, manifest: Manifest) -> None:
    """Compare every file with its digest. Raises `BackupDamaged`."""
    _verify_entry(backup, manifest.database.file)
    for folder in manifest.folders:
        _refuse_outside(backup / FILES, folder)
    for entry in manifest.files:
        _verify_entry(backup / FILES, entry)


def _verify_entry(folder: Path, entry: Entry) -> None:
    _refuse_outside(folder, entry.path)
    path = folder / entry.path
    if entry.link is not None:
        if not path.is_symlink() or str(path.readlink()) != entry.link:
            raise BackupDamaged(f"The link {entry.path} is missing or points elsewhere.")
        return
    if path.is_symlink() or not path.is_file():
        raise BackupDamaged(f"{entry.path} is missing.")
    if path.stat().st_size != entry.size or digest_of(path) != entry.sha256:
        raise BackupDamaged(f"{entry.path} differs from what was backed up.")


def _refuse_outside(folder: Path, name: str) -> None:
    if not (folder / name).parent.resolve().is_relative_to(folder.resolve()) or ".." in Path(name).parts:
        raise BackupDamaged(f"{name} would lie outside the backup.")


def digest_of(path: Path) -> str:
    """Return the SHA-256 of a file."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


def entry_of(path: Path, name: str) -> Entry:
    """Return the entry of a finished file, called `name` in the manifest."""
    status = path.stat()
    return Entry(path=name, size=status.st_size, sha256=digest_of(path), mode=status.st_mode & 0o777)
