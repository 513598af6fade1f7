"""The database file: copied by SQLite's own online backup, while the server writes."""

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from coditect.kernel.backup.manifest import BackupDamaged, BackupImpossible, DatabaseCopy, entry_of

FILE = "database.sqlite"


def copy_database(database: Path, target: Path) -> DatabaseCopy:
    """Copy one moment of `database` into the folder `target` and check the copy."""
    if not database.is_file():
        raise BackupImpossible(f"{database} does not exist: there is nothing to back up.")
    with _opened(database) as source, _opened(target / FILE) as copy:
        source.execute("PRAGMA busy_timeout=30000")
        # All pages in one go: the write-ahead log lets others write meanwhile.
        source.backup(copy, pages=-1)
        # One file, with no log beside it.
        copy.execute("PRAGMA journal_mode=DELETE")
    (target / FILE).chmod(0o600)
    return inspect(target)


def inspect(backup: Path) -> DatabaseCopy:
    """Check the copy in `backup` and return what it holds. Raises `BackupDamaged`."""
    try:
        with _opened(backup / FILE) as copy:
            copy.execute("PRAGMA query_only=ON")
            _check(copy)
            rows = {table: _one(copy, f'SELECT count(*) FROM "{table}"') for table in _tables(copy)}  # noqa: S608 - names come from the database itself
            revision = _one(copy, "SELECT version_num FROM alembic_version")
            position = _one(copy, "SELECT last_position FROM relay_state")
    except sqlite3.DatabaseError as error:
        raise BackupDamaged(f"The database cannot be read: {error}.") from None
    return DatabaseCopy(
        kind="sqlite",
        revision=revision,
        file=entry_of(backup / FILE, FILE),
        rows=rows,
        last_position=position,
    )


def _check(copy: sqlite3.Connection) -> None:
    fault = _one(copy, "PRAGMA integrity_check")
    if fault != "ok":
        raise BackupDamaged(f"The database is damaged: {fault}.")
    orphan = copy.execute("PRAGMA foreign_key_check").fetchone()
    if orphan is not None:
        raise BackupDamaged(f"Rows of {orphan[0]} point to rows of {orphan[2]} that do not exist.")


def _tables(connection: sqlite3.Connection) -> list[str]:
    found = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
    )
    return [str(name) for (name,) in found]


def _one(connection: sqlite3.Connection, query: str) -> Any:
    return connection.execute(query).fetchone()[0]


@contextlib.contextmanager
def _opened(path: Path) -> Iterator[sqlite3.Connection]:
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as connection:
        yield connection
