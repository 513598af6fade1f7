"""Bringing a database to the present schema, and telling whether it is there."""

import time
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from functools import cache
from pathlib import Path
from typing import Any

import structlog
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, event, text
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry, NullPool

from coditect.kernel.db import Base, async_url
from coditect.kernel.errors import Unavailable
from coditect.kernel.rowsecurity import APP_ROLE, BACKUP_ROLE, ENGINE_ROLE, ERASER_ROLE

log = structlog.get_logger()

_FOLDER = Path(__file__).parent.parent / "migrations"
LOCK_SECONDS = 3.0
"""How long a migration may wait for a table; whoever comes after it waits as long."""
LOCK_TRIES = 20
PAUSE_SECONDS = 2.0
LOOK_SECONDS = 0.2
_LOCK_NOT_AVAILABLE = "55P03"
LOCK = 7_236_110_845  # any number, the same in every process


class ForeignKeysBrokenError(RuntimeError):
    """A migration left rows that point nowhere."""


class DatabaseUnusable(Unavailable):
    code = "database_unusable"
    title = "The database cannot be used"


class DatabaseBusy(Unavailable):
    code = "database_busy"
    title = "The database is too busy to be migrated"


class DatabaseTooNew(Unavailable):
    code = "database_too_new"
    title = "The database was made by a newer version"


async def migrate(url: str, revision: str = "head") -> None:
    """Upgrade the database at `url`; concurrent calls wait for each other.

    Raises `DatabaseUnusable` when it cannot be opened and `DatabaseTooNew` when this version is too old for it.
    """
    engine = create_async_engine(async_url(url), poolclass=NullPool)
    if engine.dialect.name == "sqlite":
        event.listen(engine.sync_engine, "connect", _prepare_sqlite)
        event.listen(engine.sync_engine, "begin", _begin_sqlite)
    async with connected(engine) as connection:
        await connection.run_sync(_upgrade, revision)


async def drift(url: str) -> Sequence[Any]:
    """Return what Alembic would still change to make the database fit the models."""
    async with connected(create_async_engine(async_url(url), poolclass=NullPool)) as connection:
        differences: Sequence[Any] = await connection.run_sync(_compare)
        return differences


async def current_revision(url: str) -> str | None:
    """Return the revision that the database is at. Raises `DatabaseUnusable`."""
    async with connected(create_async_engine(async_url(url), poolclass=NullPool)) as connection:
        return await connection.run_sync(_revision_of)


@cache
def head_revision() -> str | None:
    """Return the newest revision that this version of the code knows."""
    return ScriptDirectory.from_config(_config(None)).get_current_head()


@cache
def known_revisions() -> frozenset[str]:
    """Return every revision that this version of the code knows."""
    scripts = ScriptDirectory.from_config(_config(None))
    return frozenset(script.revision for script in scripts.walk_revisions())


@asynccontextmanager
async def connected(engine: AsyncEngine) -> AsyncIterator[AsyncConnection]:
    """Open a connection and return everything at the end; say plainly why when there is none."""
    async with AsyncExitStack() as opened:
        opened.push_async_callback(engine.dispose)
        try:
            connection = await opened.enter_async_context(engine.connect())
        except (SQLAlchemyError, OSError) as error:
            cause = error.orig if isinstance(error, DBAPIError) else error
            reason = str(cause).partition("\n")[0].rstrip(".")
            address = engine.url.set(drivername=engine.url.get_backend_name())
            raise DatabaseUnusable(
                f"The database {address.render_as_string(hide_password=True)} cannot be opened: {reason}."
                " Check CODITECT_DATABASE_URL, and that its server runs."
            ) from error
        yield connection


def _refuse_newer(connection: Connection) -> None:
    found = _revision_of(connection)
    if found is not None and found not in known_revisions():
        raise DatabaseTooNew(
            f"The database is at revision {found}, which this version of CODITECT does not know: a newer one"
            " made it. Install that version again, or restore a backup from before it."
        )


def _config(connection: Connection | None) -> Config:
    config = Config()
    config.set_main_option("script_location", str(_FOLDER))
    config.attributes["connection"] = connection
    return config


def _revision_of(connection: Connection) -> str | None:
    revision: str | None = MigrationContext.configure(connection).get_current_revision()
    return revision


def _compare(connection: Connection) -> Sequence[Any]:
    context = MigrationContext.configure(connection, opts={"compare_type": True})
    differences: Sequence[Any] = compare_metadata(context, Base.metadata)
    return differences


def _upgrade(connection: Connection, revision: str) -> None:
    if connection.dialect.name == "postgresql":
        _upgrade_postgresql(connection, revision)
    else:
        _upgrade_sqlite(connection, revision)


def _upgrade_postgresql(connection: Connection, revision: str) -> None:
    _wait_for_the_lock(connection)
    try:
        _refuse_newer(connection)
        make_roles(connection)
        connection.commit()
        _upgrade_patiently(connection, revision)
        # The readiness check asks, in the role of a request, which revision the database is at.
        connection.execute(text(f"GRANT SELECT ON alembic_version TO {APP_ROLE}, {ENGINE_ROLE}"))
        _let_backups_read(connection)
        connection.commit()
    finally:
        connection.rollback()
        connection.execute(text(f"SELECT pg_advisory_unlock({LOCK})"))
        connection.commit()


def _wait_for_the_lock(connection: Connection) -> None:
    """Let one process migrate at a time.

    Whoever waits asks again and again: a statement that waits in the database would hold up an index that the other one
    builds concurrently, and both would wait for ever.
    """
    while not connection.scalar(text(f"SELECT pg_try_advisory_lock({LOCK})")):
        connection.rollback()
        time.sleep(LOOK_SECONDS)


def _upgrade_patiently(connection: Connection, revision: str) -> None:
    """Upgrade without making people wait: a migration that does not get its lock soon gives way and tries again."""
    connection.execute(text(f"SET lock_timeout = '{round(LOCK_SECONDS * 1000)}ms'"))
    connection.commit()
    for left in reversed(range(LOCK_TRIES)):
        try:
            command.upgrade(_config(connection), revision)
        except DBAPIError as error:
            connection.rollback()
            if getattr(error.orig, "sqlstate", None) != _LOCK_NOT_AVAILABLE:
                raise
            if not left:
                raise DatabaseBusy(
                    "The migration does not get a table for itself: a long transaction holds it. Find it in"
                    " pg_stat_activity, or try again at a quieter time. What was migrated so far, stays."
                ) from error
            log.warning("migration_waits", tries_left=left)
            time.sleep(PAUSE_SECONDS)
        else:
            return


def make_roles(connection: Connection) -> None:
    """Create the roles of requests, workers, backups and erasures, as far as they are missing in this cluster."""
    for role in (APP_ROLE, ENGINE_ROLE, BACKUP_ROLE, ERASER_ROLE):
        _make_role(connection, role)
    # What requests see, an erasure sees too, and through the same policies.
    if not connection.scalar(text(f"SELECT pg_has_role('{ERASER_ROLE}', '{APP_ROLE}', 'MEMBER')")):
        connection.execute(text(f"GRANT {APP_ROLE} TO {ERASER_ROLE}"))


def _let_backups_read(connection: Connection) -> None:
    """Let backups see every row: an owner who is no superuser sees none, since row-level security is forced."""
    connection.execute(text(f"GRANT SELECT ON ALL TABLES IN SCHEMA public TO {BACKUP_ROLE}"))
    connection.execute(text(f"GRANT SELECT ON ALL SEQUENCES IN SCHEMA public TO {BACKUP_ROLE}"))
    hidden = connection.scalars(
        text(
            "SELECT c.relname FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relrowsecurity"
            " AND NOT EXISTS (SELECT FROM pg_policies p WHERE p.schemaname = 'public'"
            " AND p.tablename = c.relname AND p.policyname = 'backup')"
        )
    )
    for table in hidden.all():
        connection.execute(
            text(f'CREATE POLICY backup ON "{table}" FOR SELECT TO {BACKUP_ROLE} USING (true)')
        )


def _make_role(connection: Connection, role: str) -> None:
    """Create `role` without a login and let the connecting user become it."""
    connection.execute(
        text(
            f"DO $$ BEGIN CREATE ROLE {role} NOLOGIN;"
            " EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$"
        )
    )
    connection.execute(text(f"GRANT {role} TO CURRENT_USER"))
    connection.execute(text(f"GRANT USAGE ON SCHEMA public TO {role}"))


def _upgrade_sqlite(connection: Connection, revision: str) -> None:
    # All or nothing, and one at a time: a process killed half way, or a second one, finds a whole schema.
    with connection.begin():
        _refuse_newer(connection)
        command.upgrade(_config(connection), revision)
        broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
        if broken:
            raise ForeignKeysBrokenError(f"Rows would point nowhere after the migration: {broken[:5]}")


def _prepare_sqlite(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    connection.isolation_level = None
    cursor = connection.cursor()
    # Rebuilding a table drops the old one; with foreign keys on, that would delete what points to it. They cannot
    # be switched inside a transaction.
    for pragma in ("journal_mode=WAL", "busy_timeout=60000", "foreign_keys=OFF"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")
