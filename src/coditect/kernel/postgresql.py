"""Wake-ups between processes over PostgreSQL's LISTEN and NOTIFY.

They need a connection of their own that goes to the server directly: behind a transaction pooler nobody could listen.
Only the relay notifies, once per batch, since NOTIFY takes a lock on the whole cluster at commit.
"""

import asyncio
from typing import get_args

import asyncpg
import structlog
from sqlalchemy.engine import URL

from coditect.kernel.bus import Channel, InProcessBus

log = structlog.get_logger()

_NAME = "coditect"
_CHANNELS: tuple[Channel, ...] = get_args(Channel)
_RECONNECT_SECONDS = 1.0
_CHECK_SECONDS = 20.0


class PostgresBus(InProcessBus):
    """Wakes listeners here and, by `broadcast`, those of every process on the same database."""

    def __init__(self, url: URL) -> None:
        super().__init__()
        self._dsn = url.set(drivername="postgresql").render_as_string(hide_password=False)
        self._connection: asyncpg.Connection | None = None

    async def broadcast(self, *channels: Channel) -> None:
        connection = self._connection
        if connection is not None:
            try:
                await connection.execute("SELECT pg_notify($1, $2)", _NAME, ",".join(channels))
            except (OSError, asyncpg.PostgresError, asyncpg.InterfaceError) as error:
                # The others find out by polling; `run` is about to connect anew.
                log.warning("notify_failed", error=str(error))
        await super().broadcast(*channels)

    async def run(self) -> None:
        """Listen until cancelled; a lost connection is made anew, and what was missed meanwhile is assumed."""
        while True:
            try:
                await self._listen()
            except (OSError, asyncpg.PostgresError, asyncpg.InterfaceError) as error:
                log.warning("listening_interrupted", error=str(error))
            await asyncio.sleep(_RECONNECT_SECONDS)

    async def _listen(self) -> None:
        connection = await asyncpg.connect(self._dsn)
        try:
            await connection.add_listener(_NAME, self._notified)
            self._connection = connection
            await super().broadcast(*_CHANNELS)
            while True:
                await asyncio.sleep(_CHECK_SECONDS)
                await connection.execute("SELECT 1")
        finally:
            self._connection = None
            await connection.close(timeout=2)

    def _notified(self, _connection: object, _pid: int, _channel: str, payload: object) -> None:
        named = str(payload).split(",")
        for channel in _CHANNELS:
            if channel in named:
                self.wake(channel)
