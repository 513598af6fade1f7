"""Moving an installation from SQLite to PostgreSQL: every row, compared at the end, in one transaction.

The data folder with its repositories and files stays as it is and where it is.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from sqlalchemy import RowMapping, Table, exists, func, insert, select, text
from sqlalchemy.engine import URL
from sqlalchemy.ext.asyncio import AsyncConnection, create_async_engine
from sqlalchemy.pool import NullPool

from coditect.kernel.db import Base, async_url
from coditect.kernel.errors import Conflict
from coditect.kernel.lock import exclusive
from coditect.kernel.migrate import LOCK, connected, current_revision, head_revision, migrate
from coditect.kernel.rowsecurity import BACKUP_ROLE

BATCH = 500
SEEDED = frozenset({"relay_state"})
"""Tables that a new database has rows in."""
_EXACT = 2**53


class TransferRefused(Conflict):
    code = "transfer_refused"
    title = "The installation cannot be moved"


class TransferFailed(Conflict):
    code = "transfer_failed"
    title = "The installation was not moved"


@dataclass
class Contents:
    """How many rows, and a digest of what is in them that does not depend on their order."""

    rows: int = 0
    digest: int = 0

    def add(self, row: RowMapping) -> None:
        """Count `row` in."""
        canonical = json.dumps({name: _plain(value) for name, value in row.items()}, sort_keys=True)
        self.rows += 1
        self.digest = (self.digest + int.from_bytes(hashlib.sha256(canonical.encode()).digest())) % 2**256


async def transfer(source_url: str, target_url: str) -> Mapping[str, Contents]:
    """Move what the SQLite file holds into the empty PostgreSQL database; return what was moved, by table.

    Raises `TransferRefused` or `DataFolderInUseError` before anything is written, and `TransferFailed` when the
    target does not hold the same in the end; nothing is kept then.
    """
    source, target = async_url(source_url), async_url(target_url)
    path = _source_file(source, target)
    with exclusive(path.parent):
        await _refuse_other_revision(source_url)
        await _refuse_full(target)
        await migrate(target_url)
        async with AsyncExitStack() as opened:
            reading = await opened.enter_async_context(_connected_to(source))
            writing = await opened.enter_async_context(_connected_to(target))
            # A server that starts on the target meanwhile waits here for its migration.
            await writing.execute(text(f"SELECT pg_advisory_xact_lock({LOCK})"))
            moved = await _copy_all(reading, writing)
            await writing.commit()
    return moved


def _source_file(source: URL, target: URL) -> Path:
    if source.get_backend_name() != "sqlite" or target.get_backend_name() != "postgresql":
        raise TransferRefused(
            "An installation moves from sqlite:///path to postgresql://user:password@host/name."
        )
    path = Path(source.database or "").absolute()
    if not path.is_file():
        raise TransferRefused(f"{path} does not exist.")
    return path


async def _refuse_other_revision(source_url: str) -> None:
    found = await current_revision(source_url)
    if found != head_revision():
        raise TransferRefused(
            f"The source is at revision {found}, this version at {head_revision()}; run `coditect migrate` on it first."
        )


async def _refuse_full(target: URL) -> None:
    async with _connected_to(target) as connection:
        found = await connection.scalars(text("SELECT tablename FROM pg_tables WHERE schemaname = 'public'"))
        tables = sorted({*found} - SEEDED - {"alembic_version"})
        if not tables:
            return
        if foreign := [table for table in tables if table not in Base.metadata.tables]:
            raise TransferRefused(f"The target is not empty: it has a table {foreign[0]}.")
        # An owner who is no superuser would see no row: row-level security is forced.
        await connection.execute(text(f"SET LOCAL ROLE {BACKUP_ROLE}"))
        for table in tables:
            if await connection.scalar(select(exists(select(Base.metadata.tables[table])))):
                raise TransferRefused(f"The target is not empty: there are rows in its table {table}.")


def _connected_to(url: URL) -> Any:
    return connected(create_async_engine(url, poolclass=NullPool, hide_parameters=True))


async def _copy_all(reading: AsyncConnection, writing: AsyncConnection) -> dict[str, Contents]:
    tables = Base.metadata.sorted_tables
    forced = await _set_forced(writing, [table.name for table in tables], forced=False)
    for table in reversed(tables):
        if table.name in SEEDED:
            await writing.execute(table.delete())
    moved = {table.name: await _copy(reading, writing, table) for table in tables}
    # Cursors that were read to their end still hold their tables; only a rollback frees them.
    async with writing.begin_nested() as comparison:
        for table in tables:
            if await _contents(writing, table) != moved[table.name]:
                raise TransferFailed(f"The table {table.name} would not hold the same in PostgreSQL.")
        await comparison.rollback()
    for table in tables:
        await _continue_numbers(writing, table)
    await _set_forced(writing, forced, forced=True)
    return moved


async def _set_forced(writing: AsyncConnection, tables: Sequence[str], *, forced: bool) -> list[str]:
    """Let the owner past row-level security while nobody else is there, or no longer; return where it changed."""
    found = await writing.scalars(
        text("SELECT relname FROM pg_class WHERE relforcerowsecurity = :now AND relname = ANY(:tables)"),
        {"now": not forced, "tables": list(tables)},
    )
    changed = list(found)
    for table in changed:
        await writing.execute(
            text(f'ALTER TABLE "{table}" {"" if forced else "NO "}FORCE ROW LEVEL SECURITY')
        )
    return changed


async def _copy(reading: AsyncConnection, writing: AsyncConnection, table: Table) -> Contents:
    contents = Contents()
    async with reading.stream(select(table).execution_options(yield_per=BATCH)) as rows:
        async for batch in rows.mappings().partitions(BATCH):
            for row in batch:
                contents.add(row)
            await writing.execute(insert(table), [dict(row) for row in batch])
    return contents


async def _contents(connection: AsyncConnection, table: Table) -> Contents:
    contents = Contents()
    async with connection.stream(select(table).execution_options(yield_per=BATCH)) as rows:
        async for row in rows.mappings():
            contents.add(row)
    return contents


async def _continue_numbers(writing: AsyncConnection, table: Table) -> None:
    """Let the sequence of a numbered table go on after the last number that was moved."""
    column = table.autoincrement_column
    if column is None:
        return
    sequence = await writing.scalar(select(func.pg_get_serial_sequence(table.name, column.name)))
    last = await writing.scalar(select(func.max(column)))
    if sequence is not None and last is not None:
        await writing.execute(select(func.setval(sequence, last)))


def _plain(value: Any) -> Any:
    """Return what both databases agree on: PostgreSQL keeps the value of a JSON number, not its spelling."""
    if isinstance(value, dict):
        return {str(name): _plain(inner) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(inner) for inner in value]
    if isinstance(value, str | bool | None):
        return value
    if isinstance(value, int | float):
        return _number(value)
    return value.timestamp().hex() if isinstance(value, datetime) else str(value)


def _number(value: float) -> int | str:
    if abs(value) > _EXACT:
        return f"{Decimal(value):.15e}"
    return int(value) if value == int(value) else repr(value)
