"""Wake-ups reach other processes; a broken connection is made anew."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from sqlalchemy.engine import make_url

from coditect.kernel.postgresql import PostgresBus
from tests.servers import postgres

PATIENCE_SECONDS = 60


@asynccontextmanager
async def _running(url: str) -> AsyncIterator[PostgresBus]:
    bus = PostgresBus(make_url(url))
    task = asyncio.create_task(bus.run())
    try:
        # Whoever begins to listen is woken once, since something may have been missed before.
        await _until_woken(bus)
        yield bus
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def test_a_broadcast_wakes_the_listeners_of_another_process(postgres_url: str) -> None:
    async with _running(postgres_url) as here, _running(postgres_url) as there:
        waiting = asyncio.create_task(_until_woken(there))
        await asyncio.sleep(0)
        await here.broadcast("events")
        await waiting


async def test_a_wake_up_stays_in_its_process(postgres_url: str) -> None:
    async with _running(postgres_url) as here, _running(postgres_url) as there:
        heard: list[str] = []
        waiting = asyncio.create_task(_note(there, heard))
        await asyncio.sleep(0)
        here.wake("events")
        # A broadcast on another channel travels the same way; once it has arrived, the wake-up would have, too.
        steps = asyncio.create_task(_until_woken(there, "steps"))
        await asyncio.sleep(0)
        await here.broadcast("steps")
        await steps
        assert heard == []
        waiting.cancel()
        await asyncio.gather(waiting, return_exceptions=True)


async def test_listening_goes_on_after_the_server_ended_the_connection(
    postgres_url: str, postgres_cluster: postgres.Cluster
) -> None:
    async with _running(postgres_url) as here, _running(postgres_url) as there:
        waiting = asyncio.create_task(_until_woken(there))
        await asyncio.sleep(0)
        postgres_cluster.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            f" WHERE datname = '{make_url(postgres_url).database}' AND pid <> pg_backend_pid()"
        )
        # The broken connections are noticed when they are used; listening anew wakes everybody.
        await here.broadcast("steps")
        await waiting


async def _until_woken(bus: PostgresBus, channel: str = "events") -> None:
    with bus.listen("steps" if channel == "steps" else "events") as wakeups:
        async with asyncio.timeout(PATIENCE_SECONDS):
            await wakeups.wait(PATIENCE_SECONDS * 2)


async def _note(bus: PostgresBus, heard: list[str]) -> None:
    with bus.listen("events") as wakeups:
        await wakeups.wait(PATIENCE_SECONDS * 2)
        heard.append("events")
