"""Small runs on a real database: workers that are ended with the test, and effects that can be counted."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any
from uuid import UUID

from pydantic import BaseModel
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from coditect import engine
from coditect.engine import (
    Need,
    Park,
    RunDraft,
    RunView,
    StepContext,
    StepDraft,
    StepHandler,
    StepResult,
    Worker,
)
from coditect.engine.states import ENDED_RUN
from coditect.kernel.ids import OrganizationId, RunId
from coditect.kernel.platform import Platform
from coditect.kernel.scope import tenant
from tests.fixtures.platforms import until


class Input(BaseModel):
    """What the steps of these tests are given."""

    word: str = ""


class Output(BaseModel):
    """What they give."""

    word: str


Handle = Callable[[StepContext, Input], Awaitable[StepResult | Park]]


def handler(handle: Handle, *, name: str = "work", timeout_seconds: float = 60) -> StepHandler[Input]:
    return StepHandler(name, Input, handle, timeout_seconds)


def step(key: str, *needs: str | Need, handler: str = "work", word: str = "", **more: Any) -> StepDraft:
    """A step that needs the named ones."""
    wanted = tuple(Need(need) if isinstance(need, str) else need for need in needs)
    return StepDraft(key, handler, Input(word=word), wanted, **more)


async def submit(
    platform: Platform,
    organization: OrganizationId,
    *steps: StepDraft,
    kind: str = "test",
    idempotency_key: str | None = None,
) -> RunId:
    async with platform.database.write(tenant(organization)) as session:
        return await engine.submit(session, RunDraft(kind, organization, steps, idempotency_key))


async def requeue(platform: Platform, organization: OrganizationId, step_id: UUID) -> RunId:
    async with platform.database.write(tenant(organization)) as session:
        return await engine.requeue(session, organization, step_id)


async def look(platform: Platform, organization: OrganizationId, run_id: RunId) -> RunView:
    async with platform.database.read(tenant(organization)) as session:
        return await engine.get_run(session, organization, run_id)


async def ended(platform: Platform, organization: OrganizationId, run_id: RunId) -> RunView:
    """The run, once it has ended."""

    async def has_ended() -> bool:
        return (await look(platform, organization, run_id)).status in ENDED_RUN

    await until(has_ended, what="the end of the run")
    return await look(platform, organization, run_id)


async def reached(
    platform: Platform, organization: OrganizationId, run_id: RunId, key: str, *states: str
) -> None:
    """Wait until the step is in one of `states`."""

    async def is_there() -> bool:
        return (await look(platform, organization, run_id)).step(key).status in states

    await until(is_there, what=f"{key} in {states}")


@asynccontextmanager
async def working(
    platform: Platform, *handlers: StepHandler[Any], concurrency: int = 4
) -> AsyncIterator[Worker]:
    """A worker from here to the end of the block."""
    worker = Worker(platform, handlers, concurrency=concurrency)
    task = asyncio.create_task(worker.run())
    try:
        yield worker
        assert not task.done(), "the worker ended by itself"
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def execute(platform: Platform, *statements: str) -> None:
    """Run statements past every scope, as an operator at the database would."""
    async with platform.database.writer.begin() as connection:
        for statement in statements:
            await connection.execute(text(statement))


async def column(platform: Platform, query: str) -> list[Any]:
    """The first column of what an operator's query finds."""
    async with platform.database.reader.connect() as connection:
        return list((await connection.execute(text(query))).scalars())


async def make_due(platform: Platform) -> None:
    """Let the pause before each retry be over."""
    await execute(platform, "UPDATE steps SET run_at = '2001-01-01 00:00:00.000000' WHERE status = 'ready'")
    platform.bus.wake("steps")


async def make_effects(platform: Platform) -> None:
    """A table of effects, each one row; a second row with one name would be a doubled effect."""
    await execute(platform, "CREATE TABLE effects (name text)")
    if not platform.database.is_sqlite:
        await execute(platform, "GRANT ALL ON effects TO coditect_app")


async def effects(platform: Platform) -> list[str]:
    return sorted(await column(platform, "SELECT name FROM effects"))


def effect(name: str) -> Callable[[AsyncSession], Awaitable[None]]:
    """A write that leaves one row."""

    async def write(session: AsyncSession) -> None:
        await session.execute(text("INSERT INTO effects VALUES (:name)"), {"name": name})

    return write


async def echo(_context: StepContext, given: Input) -> StepResult:
    """Succeed at once."""
    return StepResult(Output(word=given.word))
