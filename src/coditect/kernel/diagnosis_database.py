"""What is well with the database and what is not, for `coditect doctor`; changes nothing."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection, create_async_engine
from sqlalchemy.pool import NullPool

from coditect.kernel.backup import last_backup
from coditect.kernel.clock import utc_now
from coditect.kernel.config import Settings
from coditect.kernel.db import async_url
from coditect.kernel.migrate import connected
from coditect.kernel.rowsecurity import APP_ROLE, BACKUP_ROLE, ENGINE_ROLE, ERASER_ROLE

OLDEST_VERSION = 15
LONG_TRANSACTION = timedelta(minutes=10)
LONG_LAG_BYTES = 64 << 20
LARGE_FILE_BYTES = 1 << 30
OLD_BACKUP = timedelta(days=2)

State = Literal["ok", "note", "broken"]


@dataclass(frozen=True)
class Diagnosis:
    """One thing that was looked at; `mend` says what to do about it."""

    what: str
    state: State
    found: str
    mend: str = ""


async def diagnose(settings: Settings) -> list[Diagnosis]:
    """Look at everything about a migrated database and what it stands on. Raises `DatabaseUnusable`."""
    url = async_url(settings.resolved_database_url)
    found = [backup_age(settings)]
    if url.get_backend_name() == "sqlite":
        async with connected(create_async_engine(url, poolclass=NullPool)) as connection:
            return [await integrity(connection), *found]
    async with connected(
        create_async_engine(async_url(settings.owner_database_url), poolclass=NullPool)
    ) as connection:
        found += [await check(connection) for check in POSTGRESQL]
    if settings.database_read_url is not None:
        async with connected(
            create_async_engine(async_url(settings.database_read_url), poolclass=NullPool)
        ) as connection:
            found.append(await replica(connection))
    return found


async def integrity(connection: AsyncConnection) -> Diagnosis:
    """Whether the SQLite file is sound; the quick check leaves out the indexes' order."""
    size = int(
        await connection.scalar(
            text("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size")
        )
        or 0
    )
    if size > LARGE_FILE_BYTES:
        mend = "`coditect backup` checks it whole."
        return Diagnosis("Integrity", "note", f"not looked at: {size >> 30} GB take their time", mend)
    answer = await connection.scalar(text("PRAGMA quick_check(1)"))
    if answer == "ok":
        return Diagnosis("Integrity", "ok", "the file is sound")
    return Diagnosis("Integrity", "broken", str(answer), "Stop the server and restore a backup.")


async def version(connection: AsyncConnection) -> Diagnosis:
    """Whether the server is new enough."""
    number = int(
        await connection.scalar(text("SELECT current_setting('server_version_num')::int / 10000")) or 0
    )
    if number >= OLDEST_VERSION:
        return Diagnosis("PostgreSQL", "ok", f"version {number}")
    return Diagnosis("PostgreSQL", "broken", f"version {number}", f"Upgrade it to {OLDEST_VERSION} or newer.")


async def roles(connection: AsyncConnection) -> Diagnosis:
    """Whether the roles are there, without powers, and open to whoever connects."""
    found = await connection.execute(
        text(
            "SELECT rolname, rolsuper OR rolbypassrls AS mighty, pg_has_role(oid, 'MEMBER') AS ours"
            " FROM pg_roles WHERE rolname = ANY(:names)"
        ),
        {"names": [APP_ROLE, ENGINE_ROLE, BACKUP_ROLE, ERASER_ROLE]},
    )
    known = {one.rolname: one for one in found}
    if missing := sorted({APP_ROLE, ENGINE_ROLE, BACKUP_ROLE, ERASER_ROLE} - set(known)):
        return Diagnosis("Roles", "broken", f"missing: {', '.join(missing)}", "Run `coditect migrate`.")
    if mighty := sorted(name for name, one in known.items() if one.mighty):
        mend = "ALTER ROLE … NOSUPERUSER NOBYPASSRLS: they would see every tenant's rows."
        return Diagnosis("Roles", "broken", f"too powerful: {', '.join(mighty)}", mend)
    if closed := sorted(name for name, one in known.items() if not one.ours):
        return Diagnosis(
            "Roles", "broken", f"not ours: {', '.join(closed)}", "GRANT them to the user of the address."
        )
    return Diagnosis("Roles", "ok", "there, without powers of their own")


async def row_security(connection: AsyncConnection) -> Diagnosis:
    """Whether every table with an organization hides other tenants' rows, from its owner too."""
    found = await connection.scalars(
        text(
            "SELECT c.relname FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')"
            " AND c.relrowsecurity IS DISTINCT FROM c.relforcerowsecurity"
            " OR c.relname IN ('organizations', 'memberships', 'projects', 'tasks', 'runs', 'steps')"
            " AND c.relnamespace = 'public'::regnamespace AND NOT c.relforcerowsecurity ORDER BY 1"
        )
    )
    if open_tables := list(found):
        mend = "ALTER TABLE … ENABLE, and FORCE, ROW LEVEL SECURITY; and find out who switched it off."
        return Diagnosis("Row security", "broken", f"off for {', '.join(open_tables)}", mend)
    return Diagnosis("Row security", "ok", "in force")


async def long_transactions(connection: AsyncConnection) -> Diagnosis:
    """Whether a transaction holds back cleaning, and migrations, for long."""
    found = await connection.execute(
        text(
            "SELECT pid, extract(epoch FROM clock_timestamp() - xact_start)::int AS seconds FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid() AND xact_start IS NOT NULL"
            " ORDER BY xact_start LIMIT 1"
        )
    )
    oldest = found.one_or_none()
    if oldest is None or oldest.seconds < LONG_TRANSACTION.total_seconds():
        return Diagnosis("Transactions", "ok", "none lasts long")
    mend = f"Look at it in pg_stat_activity; SELECT pg_terminate_backend({oldest.pid}) ends it."
    return Diagnosis("Transactions", "note", f"one has lasted for {oldest.seconds // 60} minutes", mend)


async def prepared_transactions(connection: AsyncConnection) -> Diagnosis:
    """Whether a prepared transaction was forgotten: it holds its locks until somebody ends it."""
    number = await connection.scalar(
        text("SELECT count(*) FROM pg_prepared_xacts WHERE database = current_database()")
    )
    if not number:
        return Diagnosis("Prepared transactions", "ok", "none")
    mend = "CODITECT makes none: ROLLBACK PREPARED what pg_prepared_xacts shows, or ask who made it."
    return Diagnosis("Prepared transactions", "note", f"{number} pending", mend)


async def replica(connection: AsyncConnection) -> Diagnosis:
    """Whether the replica follows, and how far behind it is."""
    found = await connection.execute(
        text(
            "SELECT pg_is_in_recovery() AS follows,"
            " pg_wal_lsn_diff(pg_last_wal_receive_lsn(), pg_last_wal_replay_lsn())::bigint AS behind,"
            " pg_last_wal_receive_lsn() IS NOT NULL AS streams"
        )
    )
    state = found.one()
    mend = "Look at its log; lists and exports are read from the primary meanwhile."
    if not state.follows:
        return Diagnosis(
            "Replica", "broken", "it follows nobody", "CODITECT_DATABASE_READ_URL must name a replica."
        )
    if not state.streams:
        return Diagnosis("Replica", "broken", "it receives nothing", mend)
    if state.behind > LONG_LAG_BYTES:
        return Diagnosis("Replica", "note", f"{state.behind >> 20} MB behind", mend)
    return Diagnosis("Replica", "ok", f"{state.behind} bytes behind")


def backup_age(settings: Settings) -> Diagnosis:
    """When `coditect backup` last ran here."""
    last = last_backup(settings.data_dir)
    mend = "`coditect backup --to FOLDER`; docs/guides/backup.md shows how to do it on a schedule."
    if last is None:
        return Diagnosis("Backup", "note", "none was made by this command", mend)
    age = utc_now() - last.at
    told = f"{age.days} days old" if age.days else f"{age.seconds // 3600} hours old"
    return Diagnosis("Backup", "ok" if age < OLD_BACKUP else "note", told, "" if age < OLD_BACKUP else mend)


POSTGRESQL: Sequence[Callable[[AsyncConnection], Awaitable[Diagnosis]]] = (
    version,
    roles,
    row_security,
    long_transactions,
    prepared_transactions,
)
