"""SQLite without a thread for each connection: statements run where they are, commits and waits do not.

A statement on an indexed table of a local file takes less time than handing it to a thread and its rows back. What
may take long leaves the event loop: a commit waits for the disk in a thread, and whoever finds the writer's lock taken
waits asleep. See docs/decisions/0010-one-unit-of-work-per-request.md.
"""

import asyncio
import sqlite3
import time
from collections import deque
from collections.abc import Sequence
from typing import Any, Literal

from sqlalchemy import event
from sqlalchemy.connectors.asyncio import AsyncAdapt_dbapi_cursor
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.sqlite.aiosqlite import (
    AsyncAdapt_aiosqlite_connection,
    AsyncAdapt_aiosqlite_dbapi,
    SQLiteDialect_aiosqlite,
)
from sqlalchemy.engine import URL
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import AsyncAdaptedQueuePool, ConnectionPoolEntry
from sqlalchemy.util import await_only

from coditect.kernel.writing import to_its_end

Synchronous = Literal["full", "normal"]

READERS = 4
PATIENCE_SECONDS = 30.0
_SHORTEST_WAIT, _LONGEST_WAIT = 0.001, 0.02


def sqlite_engine(url: URL, synchronous: Synchronous, *, writer: bool) -> AsyncEngine:
    """Return an engine with the single writer's connection, or with read-only ones."""
    engine = create_async_engine(
        url.set(drivername="sqlite+inline"),
        poolclass=AsyncAdaptedQueuePool,
        pool_size=1 if writer else READERS,
        max_overflow=0,
        pool_timeout=60,
        pool_reset_on_return="rollback",
        hide_parameters=True,
    )

    @event.listens_for(engine.sync_engine, "connect")
    def _prepare(connection: Any, _entry: ConnectionPoolEntry) -> None:
        # The driver would begin transactions by itself, and late; `_begin` does it.
        connection.isolation_level = None
        cursor = connection.cursor()
        for pragma in (
            f"busy_timeout={PATIENCE_SECONDS * 1000:.0f}",
            "journal_mode=WAL",
            f"synchronous={synchronous.upper()}",
            "foreign_keys=ON",
            f"query_only={'OFF' if writer else 'ON'}",
            # From here on the writer waits for its lock in `_begin_writing`, where nobody waits with it.
            *(["busy_timeout=0"] if writer else []),
        ):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(engine.sync_engine, "begin")
    def _begin(connection: Any) -> None:
        raw: sqlite3.Connection = connection.connection.dbapi_connection.driver_connection
        if writer:
            await_only(_begin_writing(raw))
        else:
            raw.execute("BEGIN")

    return engine


async def _begin_writing(raw: sqlite3.Connection) -> None:
    deadline, wait = time.monotonic() + PATIENCE_SECONDS, _SHORTEST_WAIT
    while True:
        try:
            raw.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                raise
        else:
            return
        await asyncio.sleep(wait)
        wait = min(wait * 2, _LONGEST_WAIT)


async def _at_once() -> None:
    """Be awaited: SQLAlchemy takes a driver that never is for a synchronous one that was chosen by mistake."""


class _Cursor(AsyncAdapt_dbapi_cursor):
    """Runs a statement and fetches its rows at once."""

    __slots__ = ()
    _awaitable_cursor_close = False

    def _aenter_cursor(self, cursor: Any) -> Any:
        return cursor

    def execute(self, operation: Any, parameters: Any = None) -> None:
        await_only(_at_once())
        cursor: Any = self._cursor
        cursor.execute(operation, parameters or ())
        if cursor.description:
            self._rows = deque(cursor.fetchall())

    def executemany(self, operation: Any, seq_of_parameters: Sequence[Any]) -> None:
        await_only(_at_once())
        cursor: Any = self._cursor
        cursor.executemany(operation, seq_of_parameters)


class _Connection(AsyncAdapt_aiosqlite_connection):
    """A connection of the standard library in the shape that SQLAlchemy's asyncio side expects."""

    __slots__ = ()
    _cursor_cls = _Cursor  # type: ignore[assignment] # rows that were all fetched need no other cursor
    _ss_cursor_cls = _Cursor  # type: ignore[assignment]
    _connection: Any

    @property
    def isolation_level(self) -> Any:
        return self._connection.isolation_level

    @isolation_level.setter
    def isolation_level(self, value: Any) -> None:
        self._connection.isolation_level = value

    @property
    def driver_connection(self) -> Any:
        return self._connection

    def create_function(self, *args: Any, **options: Any) -> None:
        self._connection.create_function(*args, **options)

    def commit(self) -> None:
        # Of a transaction that waits for the disk nobody may think that it was cancelled.
        await_only(to_its_end(asyncio.to_thread(self._connection.commit)))

    def rollback(self) -> None:
        self._connection.rollback()

    def close(self) -> None:
        self._connection.close()

    def terminate(self) -> None:
        self._connection.close()


class _Dbapi(AsyncAdapt_aiosqlite_dbapi):
    def connect(self, *arguments: Any, **options: Any) -> _Connection:
        return _Connection(self, sqlite3.connect(*arguments, **options | {"check_same_thread": False}))


class Dialect(SQLiteDialect_aiosqlite):
    """SQLAlchemy's asyncio dialect of SQLite on connections that have no thread."""

    driver = "inline"
    supports_statement_cache = True

    @classmethod
    def import_dbapi(cls) -> _Dbapi:
        return _Dbapi(__import__("aiosqlite"), sqlite3)

    def get_driver_connection(self, connection: Any) -> Any:
        return connection.driver_connection


registry.register("sqlite.inline", __name__, "Dialect")
