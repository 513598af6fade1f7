"""One process with a worker and a relay on no-op steps: how many a second, and how soon a single one starts.

`python -m benchmarks.engine_load URL FOLDER SHAPE STEPS CONCURRENCY SYNCHRONOUS` prints one line of JSON.
"""

import asyncio
import json
import resource
import sys
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal, cast, get_args

import uvloop
from pydantic import BaseModel
from sqlalchemy import text

from coditect import engine
from coditect.kernel.config import Settings
from coditect.kernel.ids import OrganizationId, new_id
from coditect.kernel.migrate import migrate
from coditect.kernel.platform import Platform
from coditect.kernel.relay import Relay
from coditect.kernel.scope import tenant
from coditect.kernel.sqlite import Synchronous
from coditect.main import build_platform

Shape = Literal["single", "chain", "fan"]
SHAPES: Sequence[Shape] = get_args(Shape)
LENGTH = 10
IDLE_SAMPLES = 200


class Nothing(BaseModel):
    """What the steps are given and give."""


@dataclass(frozen=True)
class Load:
    """What was measured; CPU is this process's alone."""

    steps: int
    seconds: float
    cpu_seconds: float
    submit_seconds: float
    p50_ms: float
    p95_ms: float


class NoOp:
    """A handler that notes when it starts."""

    def __init__(self) -> None:
        self.started_at: asyncio.Future[float] | None = None

    async def __call__(self, _context: engine.StepContext, _given: Nothing) -> engine.StepResult:
        if self.started_at is not None and not self.started_at.done():
            self.started_at.set_result(time.perf_counter())
        return engine.StepResult(Nothing())


def draft(organization: OrganizationId, shape: Shape) -> engine.RunDraft:
    """Return a run of one step, of a chain, or of a fan."""
    keys = [f"s{n}" for n in range(1 if shape == "single" else LENGTH)]
    before = dict(zip(keys[1:], keys, strict=False)) if shape == "chain" else {}
    steps = (
        engine.StepDraft(key, "noop", Nothing(), (engine.Need(before[key]),) if key in before else ())
        for key in keys
    )
    return engine.RunDraft("bench", organization, tuple(steps))


async def measure(
    url: str, folder: Path, shape: Shape, *, steps: int, concurrency: int, kind: Synchronous
) -> Load:
    """Submit all, then let a worker and a relay loose on them; then measure single starts."""
    await migrate(url)
    settings = Settings(data_dir=folder, database_url=url, sqlite_synchronous=kind)
    platform, handler = build_platform(settings), NoOp()
    organization = OrganizationId(new_id())
    began = time.perf_counter()
    for _ in range(steps // len(draft(organization, shape).steps)):
        await _submit(platform, organization, shape)
    submitted = time.perf_counter()
    cpu = _cpu()
    async with _working(platform, handler, concurrency):
        await _drained(platform)
        seconds, cpu = time.perf_counter() - submitted, _cpu() - cpu
        idle = sorted([await _dispatch(platform, organization, handler) for _ in range(IDLE_SAMPLES)])
    await platform.database.close()
    return Load(
        steps,
        seconds,
        cpu,
        submitted - began,
        p50_ms=idle[len(idle) // 2] * 1000,
        p95_ms=idle[int(len(idle) * 0.95)] * 1000,
    )


@asynccontextmanager
async def _working(platform: Platform, handler: NoOp, concurrency: int) -> AsyncIterator[None]:
    parts = (
        platform.bus.run(),
        Relay(platform.database, platform.bus, []).run(),
        engine.Worker(
            platform, [engine.StepHandler("noop", Nothing, handler)], concurrency=concurrency
        ).run(),
    )
    tasks = [asyncio.create_task(part) for part in parts]
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def _submit(platform: Platform, organization: OrganizationId, shape: Shape) -> None:
    async with platform.database.write(tenant(organization)) as session:
        await engine.submit(session, draft(organization, shape))


async def _drained(platform: Platform) -> None:
    """Return when every step has ended and every event has its position."""
    for query in (
        "SELECT count(*) FROM runs WHERE finished_at IS NULL",
        "SELECT count(*) FROM outbox_events WHERE position IS NULL",
    ):
        with platform.bus.listen("events") as told:
            while await _count(platform, query):
                await told.wait(0.02)


async def _count(platform: Platform, query: str) -> int:
    async with platform.database.reader.connect() as connection:
        return int((await connection.execute(text(query))).scalar_one())


async def _dispatch(platform: Platform, organization: OrganizationId, handler: NoOp) -> float:
    handler.started_at = asyncio.get_running_loop().create_future()
    began = time.perf_counter()
    await _submit(platform, organization, "single")
    took = await handler.started_at - began
    # The worker and the relay end what they still do: the next one finds them idle.
    await asyncio.sleep(0.03)
    return took


def _cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def main(arguments: Sequence[str]) -> None:
    """Measure and print."""
    url, folder, shape, steps, concurrency, kind = arguments
    work: Any = measure(  # engine.py is the only caller
        url,
        Path(folder),
        cast(Shape, shape),
        steps=int(steps),
        concurrency=int(concurrency),
        kind=cast(Synchronous, kind),
    )
    print(json.dumps(asdict(uvloop.run(work))))


if __name__ == "__main__":
    main(sys.argv[1:])
