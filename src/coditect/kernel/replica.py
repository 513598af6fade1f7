"""Reads from a streaming replica, as long as it shows everything that was written before the read began.

The primary is asked for its position, and the replica for its own: whoever wrote, through whichever process, reads
what they wrote. A replica that lags or is away costs a moment and a line in the log; the primary then answers.
"""

import asyncio
import time

import structlog
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncEngine

log = structlog.get_logger()

WAIT_SECONDS = 0.1
"""How long a read waits for the replica to come up to it."""
ASK_SECONDS = 2.0
REST_SECONDS = 5.0
"""How long a replica that lagged or was away is left alone."""

# What is inserted counts, stored or not: with synchronous_commit off, commits are answered before they are stored.
_WRITTEN = text("SELECT pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::bigint")
# A replica that was made a primary replays nothing: its position is null, and nothing goes there any more.
_REPLAYED = text("SELECT pg_wal_lsn_diff(pg_last_wal_replay_lsn(), '0/0')::bigint")


class Replica:
    """A replica of `primary` that `engine` reads from."""

    def __init__(self, engine: AsyncEngine, primary: AsyncEngine) -> None:
        self.engine = engine.execution_options(postgresql_readonly=True)
        self._primary = primary
        self._rests_until = 0.0

    async def is_level(self) -> bool:
        """Whether the replica shows what was written on the primary by now."""
        if time.monotonic() < self._rests_until:
            return False
        async with self._primary.connect() as connection:
            position = int(await connection.scalar(_WRITTEN) or 0)
        try:
            async with asyncio.timeout(ASK_SECONDS):
                level = await self._reaches(position)
        except (SQLAlchemyError, OSError, TimeoutError) as error:
            self._rest("replica_unavailable", type(error).__name__)
            return False
        if not level:
            self._rest("replica_lags", f"behind after {WAIT_SECONDS} s")
        return level

    async def close(self) -> None:
        """Return all connections."""
        await self.engine.dispose()

    async def _reaches(self, position: int) -> bool:
        until = time.monotonic() + WAIT_SECONDS
        async with self.engine.connect() as connection:
            while (await connection.scalar(_REPLAYED) or 0) < position:
                if time.monotonic() > until:
                    return False
                await asyncio.sleep(0.005)
        return True

    def _rest(self, event: str, reason: str) -> None:
        self._rests_until = time.monotonic() + REST_SECONDS
        log.warning(event, reason=reason, seconds=REST_SECONDS)
