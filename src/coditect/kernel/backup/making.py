"""Making a backup: written under another name and renamed when it is whole, so that half of one is never taken for one."""

import asyncio
import os
import shutil
import tarfile
from datetime import datetime
from importlib.metadata import version
from pathlib import Path

from pydantic import BaseModel, ValidationError

from coditect.kernel.backup import postgresql, sqlite
from coditect.kernel.backup.files import copy_tree
from coditect.kernel.backup.manifest import FILES, MANIFEST, BackupImpossible, DatabaseCopy, Manifest
from coditect.kernel.clock import utc_now
from coditect.kernel.config import Settings
from coditect.kernel.db import async_url

_LAST = "last-backup.json"
SUFFIX = ".tar"


class LastBackup(BaseModel):
    """When an installation was backed up, and to where."""

    at: datetime
    to: str


async def back_up(settings: Settings, to: Path) -> Path:
    """Back the installation up and return where it is: `to` itself if it ends in .tar, else a new folder in `to`.

    The server may go on working. Raises `BackupImpossible` or, when the copy turns out to be damaged, `BackupDamaged`.
    """
    now = utc_now()
    target = await asyncio.to_thread(_place, settings, to, now)
    draft = target.with_name(f".{target.name}.partial")
    try:
        await asyncio.to_thread(_make_draft, draft)
        # The database first: what its rows point to is then in the files, which are copied after it.
        database = await _copy_database(settings, draft)
        await asyncio.to_thread(_finish, settings, draft, target, database, now)
    finally:
        await asyncio.to_thread(shutil.rmtree, draft, ignore_errors=True)
    return target


def last_backup(data_dir: Path) -> LastBackup | None:
    """Return when this installation was last backed up, as far as its own command knows."""
    try:
        return LastBackup.model_validate_json((data_dir / _LAST).read_bytes())
    except (OSError, ValidationError):
        return None


def own_files(settings: Settings) -> set[Path]:
    """Return what a backup leaves out of the data folder: the database, and what belongs to this machine."""
    url = async_url(settings.resolved_database_url)
    found = {settings.data_dir / "server.lock", settings.data_dir / _LAST}
    if url.get_backend_name() == "sqlite" and url.database:
        path = Path(url.database).absolute()
        found |= {path.with_name(f"{path.name}{end}") for end in ("", "-wal", "-shm", "-journal")}
    return found


def _place(settings: Settings, to: Path, now: datetime) -> Path:
    to = to.expanduser().absolute()
    target = to if to.suffix == SUFFIX else to / f"coditect-{now:%Y%m%dT%H%M%SZ}"
    if target.is_relative_to(settings.data_dir):
        raise BackupImpossible(f"{target} lies in the data folder itself; choose a place outside of it.")
    if target.exists():
        raise BackupImpossible(f"{target} exists already.")
    if not settings.data_dir.is_dir():
        raise BackupImpossible(f"{settings.data_dir} does not exist: there is nothing to back up.")
    return target


def _make_draft(draft: Path) -> None:
    shutil.rmtree(draft, ignore_errors=True)
    draft.mkdir(parents=True, mode=0o700)


async def _copy_database(settings: Settings, draft: Path) -> DatabaseCopy:
    url = async_url(settings.resolved_database_url)
    if url.get_backend_name() == "sqlite":
        return await asyncio.to_thread(sqlite.copy_database, Path(url.database or ""), draft)
    return await postgresql.dump_database(settings.owner_database_url, draft)


def _finish(settings: Settings, draft: Path, target: Path, database: DatabaseCopy, now: datetime) -> None:
    folders, files = copy_tree(settings.data_dir, draft / FILES, own_files(settings))
    manifest = Manifest(
        made_at=now, version=version("coditect"), database=database, folders=folders, files=files
    )
    (draft / MANIFEST).write_text(manifest.model_dump_json(indent=1) + "\n")
    if target.suffix == SUFFIX:
        _pack(draft, target)
    else:
        # Whoever reads "done" may pull the plug.
        os.sync()
        draft.rename(target)
    record = LastBackup(at=now, to=str(target))
    (settings.data_dir / _LAST).write_text(record.model_dump_json())


def _pack(draft: Path, target: Path) -> None:
    packed = target.with_name(f".{target.name}.packing")
    try:
        with packed.open("xb") as file, tarfile.open(fileobj=file, mode="w") as archive:
            packed.chmod(0o600)
            archive.add(draft, arcname=target.stem)
        os.sync()
        packed.rename(target)
    finally:
        packed.unlink(missing_ok=True)
