"""The PostgreSQL database: dumped and restored by PostgreSQL's own programs, over the direct address."""

import asyncio
from pathlib import Path

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection, create_async_engine
from sqlalchemy.pool import NullPool

from coditect.kernel.backup.manifest import BackupDamaged, BackupImpossible, DatabaseCopy, entry_of
from coditect.kernel.backup.programs import run
from coditect.kernel.db import async_url
from coditect.kernel.migrate import connected, make_roles
from coditect.kernel.rowsecurity import BACKUP_ROLE

FILE = "database.dump"


async def dump_database(url: str, target: Path) -> DatabaseCopy:
    """Dump one moment of the database into the folder `target`."""
    address = async_url(url)
    async with connected(create_async_engine(address, poolclass=NullPool)) as connection:
        await connection.execute(text("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY"))
        await _refuse_hidden_rows(connection)
        await connection.execute(text("SET LOCAL idle_in_transaction_session_timeout = 0"))
        await connection.execute(text(f"SET LOCAL ROLE {BACKUP_ROLE}"))
        # The dump and the counts see the same moment.
        snapshot = await connection.scalar(text("SELECT pg_export_snapshot()"))
        options = ["--format=custom", f"--file={target / FILE}", f"--snapshot={snapshot}", "--no-owner"]
        options += [f"--role={BACKUP_ROLE}", "--enable-row-security"]
        server = await _server_version(connection)
        await asyncio.to_thread(run, "pg_dump", server, address, options)
        rows, revision, position = await _contents(connection)
    (target / FILE).chmod(0o600)
    return DatabaseCopy(
        kind="postgresql",
        revision=revision,
        file=await asyncio.to_thread(entry_of, target / FILE, FILE),
        rows=rows,
        last_position=position,
    )


async def restore_database(url: str, backup: Path, expected: DatabaseCopy) -> None:
    """Restore the dump in `backup` into the empty database at `url`, whole or not at all, and compare."""
    address = async_url(url)
    async with connected(create_async_engine(address, poolclass=NullPool)) as connection:
        await connection.run_sync(make_roles)
        server = await _server_version(connection)
        await connection.commit()
        options = ["--no-owner", "--exit-on-error", "--single-transaction", f"--dbname={address.database}"]
        await asyncio.to_thread(run, "pg_restore", server, address, [*options, str(backup / FILE)])
        await connection.execute(text(f"SET LOCAL ROLE {BACKUP_ROLE}"))
        rows, _, position = await _contents(connection)
    differing = [table for table, count in expected.rows.items() if rows.get(table) != count]
    if differing or position != expected.last_position:
        raise BackupDamaged(f"After the restoration these differ: {', '.join(differing) or 'positions'}.")


async def is_empty(url: str) -> bool:
    """Whether the database at `url` has no table yet."""
    async with connected(create_async_engine(async_url(url), poolclass=NullPool)) as connection:
        return not await _tables(connection)


async def _refuse_hidden_rows(connection: AsyncConnection) -> None:
    """A table that the backup's role may not read would else be backed up as if it were empty."""
    role = await connection.scalar(
        text("SELECT 1 FROM pg_roles WHERE rolname = :role"), {"role": BACKUP_ROLE}
    )
    hidden = await connection.scalars(
        text(
            "SELECT c.relname FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace"
            " AND c.relkind IN ('r', 'p') AND c.relrowsecurity AND NOT EXISTS (SELECT FROM pg_policies p"
            " WHERE p.schemaname = 'public' AND p.tablename = c.relname AND p.policyname = 'backup')"
        )
    )
    tables = list(hidden)
    if role is None or tables:
        what = f"the tables {', '.join(tables)}" if tables else "the database"
        raise BackupImpossible(f"Backups may not read {what}; run `coditect migrate` first.")


async def _contents(connection: AsyncConnection) -> tuple[dict[str, int], str | None, int]:
    """Return the rows of each table, the revision, and the last position of the events."""
    rows = {
        table: int(await connection.scalar(text(f'SELECT count(*) FROM "{table}"')) or 0)  # noqa: S608 - names come from the database itself
        for table in await _tables(connection)
    }
    revision = await connection.scalar(text("SELECT version_num FROM alembic_version"))
    position = await connection.scalar(text("SELECT last_position FROM relay_state"))
    return rows, revision, int(position or 0)


async def _tables(connection: AsyncConnection) -> list[str]:
    found = await connection.scalars(
        text("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename")
    )
    return list(found)


async def _server_version(connection: AsyncConnection) -> int:
    number = await connection.scalar(text("SELECT current_setting('server_version_num')::int / 10000"))
    return int(number or 0)
