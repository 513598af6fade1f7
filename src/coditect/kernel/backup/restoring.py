"""Restoring a backup: only into an empty installation, and only one that agrees with its manifest."""

import asyncio
import contextlib
import os
import shutil
import tarfile
import tempfile
from collections.abc import Iterator
from pathlib import Path

from coditect.kernel.backup import postgresql, sqlite
from coditect.kernel.backup.making import SUFFIX, own_files
from coditect.kernel.backup.manifest import (
    FILES,
    BackupDamaged,
    DatabaseCopy,
    Manifest,
    read_manifest,
    verify,
)
from coditect.kernel.config import Settings
from coditect.kernel.db import async_url
from coditect.kernel.errors import Conflict
from coditect.kernel.migrate import DatabaseTooNew, known_revisions


class InstallationNotEmpty(Conflict):
    code = "installation_not_empty"
    title = "There is an installation already"


class OtherDatabase(Conflict):
    code = "other_database"
    title = "The backup is of another kind of database"


async def restore(settings: Settings, source: Path) -> Manifest:
    """Restore the backup at `source` (a folder or a .tar) into the empty installation of the settings.

    Raises `BackupDamaged`, `InstallationNotEmpty`, `OtherDatabase` or `DatabaseTooNew` before anything is written.
    """
    with _unpacked(source) as backup:
        manifest = await asyncio.to_thread(_checked, backup)
        _refuse_unfit(settings, manifest.database)
        await _refuse_full(settings)
        await asyncio.to_thread(_restore_files, settings.data_dir, backup, manifest)
        # The database last: without it nothing starts on a half restored folder.
        if manifest.database.kind == "sqlite":
            await asyncio.to_thread(_restore_sqlite, settings, backup)
        else:
            await postgresql.restore_database(settings.owner_database_url, backup, manifest.database)
    return manifest


def _checked(backup: Path) -> Manifest:
    manifest = read_manifest(backup)
    verify(backup, manifest)
    if manifest.database.kind == "sqlite" and sqlite.inspect(backup) != manifest.database:
        raise BackupDamaged("The database differs from what the manifest says of it.")
    return manifest


def _refuse_unfit(settings: Settings, database: DatabaseCopy) -> None:
    here = async_url(settings.resolved_database_url).get_backend_name()
    if here != database.kind:
        raise OtherDatabase(
            f"The backup is of {database.kind}, CODITECT_DATABASE_URL names {here}. Restore it to {database.kind};"
            " `coditect migrate --from … --to …` then moves it."
        )
    if database.revision not in known_revisions():
        raise DatabaseTooNew(
            f"The backup is at revision {database.revision}, which this version of CODITECT does not know."
            " Install the version that made it, or a newer one."
        )


async def _refuse_full(settings: Settings) -> None:
    found = await asyncio.to_thread(_first_of, settings)
    if found is None and not settings.resolved_database_url.startswith("sqlite"):
        empty = await postgresql.is_empty(settings.owner_database_url)
        found = None if empty else "tables in the database"
    if found is not None:
        raise InstallationNotEmpty(
            f"There is an installation already ({found}). A backup is restored only into an empty data folder and"
            " an empty database."
        )


def _first_of(settings: Settings) -> str | None:
    url = async_url(settings.resolved_database_url)
    if url.get_backend_name() == "sqlite" and Path(url.database or "").exists():
        return url.database
    if not settings.data_dir.is_dir():
        return None
    # The lock is ours: whoever restores holds the folder.
    allowed = own_files(settings)
    return next((str(path) for path in sorted(settings.data_dir.iterdir()) if path not in allowed), None)


def _restore_files(data_dir: Path, backup: Path, manifest: Manifest) -> None:
    data_dir.mkdir(parents=True, exist_ok=True)
    for folder in manifest.folders:
        (data_dir / folder).mkdir(parents=True, exist_ok=True)
    for entry in manifest.files:
        target = data_dir / entry.path
        shutil.copyfile(backup / FILES / entry.path, target, follow_symlinks=False)
        if entry.link is None:
            target.chmod(entry.mode)


def _restore_sqlite(settings: Settings, backup: Path) -> None:
    target = Path(async_url(settings.resolved_database_url).database or "").absolute()
    draft = target.with_name(f".{target.name}.partial")
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(backup / sqlite.FILE, draft)
    draft.chmod(0o600)
    os.sync()
    draft.rename(target)


@contextlib.contextmanager
def _unpacked(source: Path) -> Iterator[Path]:
    """Yield the folder of the backup; an archive is unpacked beside itself for the time being."""
    source = source.expanduser().absolute()
    if source.suffix != SUFFIX:
        yield source
        return
    with tempfile.TemporaryDirectory(prefix=".coditect-restore-", dir=source.parent) as folder:
        try:
            with tarfile.open(source) as archive:
                archive.extractall(folder, filter=_inside)  # noqa: S202 - the filter refuses what leaves the folder
        except (tarfile.TarError, OSError) as error:
            raise BackupDamaged(f"{source} cannot be unpacked: {error}") from None
        inner = sorted(Path(folder).iterdir())
        if len(inner) != 1:
            raise BackupDamaged(f"{source} is no backup of CODITECT.")
        yield inner[0]


def _inside(member: tarfile.TarInfo, folder: str) -> tarfile.TarInfo:
    """Links may point anywhere, as they did: they are made again, but nothing is written through them."""
    if not (member.isreg() or member.isdir() or member.issym()):
        raise tarfile.TarError(f"{member.name} does not belong into a backup")
    return tarfile.tar_filter(member, folder)
