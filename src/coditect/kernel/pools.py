"""Connections to PostgreSQL: how many, how long they may wait, and how they behave behind a transaction pooler."""

import re
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import asyncpg
import sqlalchemy
from sqlalchemy import event
from sqlalchemy.engine import URL
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DBAPIError, DisconnectionError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry

from coditect.kernel.config import Settings

IDLE_SECONDS = 30.0
"""A connection that rested longer is tried before it is used: the server may have restarted since."""
CONNECT_SECONDS = 10.0
_PLAIN = re.compile(r"[\w-]*")


@dataclass(frozen=True)
class Pool:
    """How one process connects; the defaults are those of the settings."""

    size: int = 10
    overflow: int = 10
    wait_seconds: float = 30
    recycle_seconds: int = 1800
    statement_timeout_seconds: float = 30
    idle_timeout_seconds: float = 60
    behind_pooler: bool = False
    """The address leads through PgBouncer: no prepared statement and no setting may outlive its transaction."""

    @classmethod
    def of(cls, settings: Settings) -> "Pool":
        """Return what the settings say."""
        return cls(
            size=settings.database_pool_size,
            overflow=settings.database_pool_overflow,
            wait_seconds=settings.database_pool_wait_seconds,
            recycle_seconds=settings.database_pool_recycle_seconds,
            statement_timeout_seconds=settings.database_statement_timeout_seconds,
            idle_timeout_seconds=settings.database_idle_timeout_seconds,
            behind_pooler=settings.database_direct_url is not None,
        )

    @property
    def timeouts(self) -> dict[str, str]:
        """PostgreSQL's own names and milliseconds."""
        return {
            "statement_timeout": str(round(self.statement_timeout_seconds * 1000)),
            "idle_in_transaction_session_timeout": str(round(self.idle_timeout_seconds * 1000)),
        }


def postgresql_engine(url: URL, pool: Pool) -> AsyncEngine:
    """Return an engine that connects to `url` as `pool` says."""
    engine = create_async_engine(
        url,
        pool_size=pool.size,
        max_overflow=pool.overflow,
        pool_timeout=pool.wait_seconds,
        pool_recycle=pool.recycle_seconds,
        hide_parameters=True,
        connect_args=_behind_pooler() if pool.behind_pooler else _directly(pool),
    )
    if pool.behind_pooler:
        # Settings of a connection would reach other people's transactions; `db` sets these for each transaction.
        engine.sync_engine.update_execution_options(coditect_timeouts=pool.timeouts)
    _try_after_rest(engine)
    return engine


class _Connection(asyncpg.Connection):  # type: ignore[misc] # the driver tells no types
    """Sends the settings of a transaction together with its BEGIN, which saves every unit of work a round trip.

    Both are one message of the simple protocol: a transaction pooler gives both to the same server.
    """

    __slots__ = ("settings",)

    async def execute(self, query: str, *args: Any, **options: Any) -> Any:
        settings: str = getattr(self, "settings", "")
        if not settings or not query.startswith("BEGIN"):
            return await super().execute(query, *args, **options)
        self.settings = ""
        try:
            return await super().execute(f"{query} {settings}", **options)
        except asyncpg.PostgresError:
            # The driver takes the transaction for one that never began.
            await super().execute("ROLLBACK")
            raise


def begin_with(connection: sqlalchemy.Connection, settings: Mapping[str, str]) -> None:
    """Let the transaction that begins with the next statement have `settings`, until its end."""
    wanted = ", ".join(f"set_config('{name}', '{_literal(value)}', true)" for name, value in settings.items())
    connection.connection.driver_connection.settings = f"SELECT {wanted};"  # type: ignore[union-attr]


def _literal(value: str) -> str:
    if not _PLAIN.fullmatch(value):
        raise ValueError("Only names, numbers and ids are settings of a transaction.")
    return value


def _directly(pool: Pool) -> dict[str, Any]:
    # Compiling a plan costs more than any of these statements takes.
    own = {"application_name": "coditect", "jit": "off", **pool.timeouts}
    return {"timeout": CONNECT_SECONDS, "server_settings": own, "connection_class": _Connection}


def _behind_pooler() -> dict[str, Any]:
    """Unnamed statements only: a named one would stay on a server connection that others get next."""
    return {
        "timeout": CONNECT_SECONDS,
        "connection_class": _Connection,
        "server_settings": {"application_name": "coditect"},
        "statement_cache_size": 0,
        "prepared_statement_cache_size": 0,
        "prepared_statement_name_func": str,
    }


def _try_after_rest(engine: AsyncEngine) -> None:
    pool, dialect = engine.sync_engine.pool, engine.sync_engine.dialect

    @event.listens_for(pool, "checkin")
    def _rest(connection: DBAPIConnection | None, entry: ConnectionPoolEntry) -> None:
        if connection is not None:
            # Of a transaction that was asked for and never began.
            connection.driver_connection.settings = ""
        entry.info["resting_since"] = time.monotonic()

    @event.listens_for(pool, "checkout")
    def _try(connection: DBAPIConnection, entry: ConnectionPoolEntry, _proxy: Any) -> None:
        since = entry.info.pop("resting_since", None)
        if since is None or time.monotonic() - since < IDLE_SECONDS:
            return
        try:
            dialect.do_ping(connection)
        except (DBAPIError, dialect.loaded_dbapi.Error) as error:
            raise DisconnectionError("The server ended the connection while it rested.") from error
