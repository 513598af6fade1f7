"""What `/metrics` has to look up: the outbox, deliveries, and the connections of this process."""

import asyncio
import time
from collections.abc import Sequence

import structlog
from sqlalchemy import func, select
from sqlalchemy.pool import QueuePool

from coditect.kernel import metrics
from coditect.kernel.clock import utc_now
from coditect.kernel.db import Database
from coditect.kernel.events import StoredEvent
from coditect.kernel.relay import Delivery, RelayState
from coditect.kernel.scope import ENGINE

log = structlog.get_logger()

# Anybody who reaches the port may ask, and many may: they share one look.
FRESH_SECONDS = 2.0


class Probes:
    """Brings the gauges up to date, at most every `FRESH_SECONDS`."""

    def __init__(self, probes: Sequence[metrics.Probe]) -> None:
        self._probes = probes
        self._lock = asyncio.Lock()
        self._looked_at = float("-inf")

    async def look(self) -> None:
        """Look up what has to be looked up; what the database does not tell stays as it was."""
        async with self._lock:
            if time.monotonic() - self._looked_at < FRESH_SECONDS:
                return
            for probe in self._probes:
                try:
                    await probe()
                except Exception as error:  # noqa: BLE001 - the numbers in hand are worth telling while the database is away
                    log.warning("probe_failed", error=type(error).__name__)
            self._looked_at = time.monotonic()


async def measure_outbox(database: Database) -> None:
    """Tell how long events wait for their position, how many are kept, and how many are to be delivered."""
    async with database.read(ENGINE) as session:
        waiting_since = await session.scalar(
            select(func.min(StoredEvent.created_at)).where(StoredEvent.position.is_(None))
        )
        oldest = await session.scalar(select(func.min(StoredEvent.position)))
        newest = await session.scalar(select(RelayState.last_position).where(RelayState.id == 1))
        due = await session.scalar(select(func.count()).where(Delivery.done_at.is_(None)))
    lag = (utc_now() - waiting_since).total_seconds() if waiting_since else 0.0
    metrics.RELAY_LAG_SECONDS.set(max(0.0, lag))
    # Positions have no gaps, and only the oldest events are ever removed: no need to count them one by one.
    metrics.OUTBOX_EVENTS.set((newest or 0) - oldest + 1 if oldest is not None else 0)
    metrics.DELIVERIES_DUE.set(due or 0)


async def measure_pools(database: Database) -> None:
    """Tell how many connections this process may hold and uses."""
    pools = {"writer": database.writer.pool}
    if database.reader.pool is not database.writer.pool:
        pools["reader"] = database.reader.pool
    for name, pool in pools.items():
        if isinstance(pool, QueuePool):
            metrics.POOL_SIZE.labels(name).set(pool.size() + max(0, pool._max_overflow))  # noqa: SLF001 - has no public name
            metrics.POOL_USED.labels(name).set(pool.checkedout())
