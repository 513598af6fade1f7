"""Renewing leases from a thread of its own, so that CPU-heavy work in the event loop cannot starve it.

On SQLite the single server process holds the data folder by `flock`, which dies with it: its leases are renewed by
its life, and a new process takes back whatever the old one left.
"""

import asyncio
import threading
from collections.abc import Callable, Mapping
from typing import Generic, TypeVar
from uuid import UUID

import structlog

from coditect.engine.claims import renew
from coditect.engine.states import RENEWAL_SECONDS
from coditect.kernel.db import Database
from coditect.kernel.scope import ENGINE

log = structlog.get_logger()

Attempt = TypeVar("Attempt")


class LeaseKeeper(Generic[Attempt]):
    """Renews the leases of what `holder` has in hand, and tells what it lost, until stopped.

    A step that is not in hand (its claim was committed, but the answer never came) runs out, and the reaper has it.
    """

    def __init__(
        self,
        url: str,
        holder: str,
        in_hand: Callable[[], Mapping[Attempt, UUID]],
        on_lost: Callable[[list[Attempt]], None],
    ) -> None:
        self._url = url
        self._holder = holder
        self._in_hand = in_hand
        self._on_lost = on_lost
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="lease-keeper", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        """End the thread; blocks for at most one renewal."""
        self._stop.set()
        self._thread.join(timeout=10)

    def _run(self) -> None:
        asyncio.run(self._renew_forever())

    async def _renew_forever(self) -> None:
        database = Database(self._url, pool_size=1)
        try:
            while not self._stop.is_set():
                await self._renew_once(database)
                await asyncio.to_thread(self._stop.wait, RENEWAL_SECONDS)
        finally:
            await database.close()

    async def _renew_once(self, database: Database) -> None:
        expected = self._in_hand()
        if not expected:
            return
        try:
            async with database.write(ENGINE) as session:
                held = await renew(session, self._holder, set(expected.values()))
        except Exception:
            # The database may be away for a moment; the lease outlives three renewals.
            log.exception("lease_renewal_failed")
            return
        if lost := [attempt for attempt, step_id in expected.items() if step_id not in held]:
            self._on_lost(lost)
