"""Two workers on one database, their attempts killed at random: nothing lost, nothing doubled."""

import asyncio
import random
from datetime import timedelta
from itertools import count

import pytest

from coditect.engine import StepContext, StepHandler, StepResult, claims, leases, worker
from coditect.kernel.platform import Platform
from tests.engine.harness import (
    Input,
    Output,
    column,
    effect,
    effects,
    handler,
    make_due,
    make_effects,
    step,
    submit,
    working,
)
from tests.fixtures.platforms import new_organization, on_postgresql, until

RUNS = 4


DEADLY = 4
"""Every so many attempts of a worker one is killed in the middle of its work, whatever chance does besides."""


def restless(seed: int, *, deadly: bool = False) -> StepHandler[Input]:
    """A handler that dawdles and fails at random; its effect is the only thing it leaves."""
    chance = random.Random(seed)
    attempts = count(1)

    async def work(context: StepContext, _given: Input) -> StepResult:
        await asyncio.sleep(chance.uniform(0, 0.02))
        if deadly and next(attempts) % DEADLY == 0:
            kill_myself()
            await asyncio.sleep(0)
        if chance.random() < 0.15:
            raise ConnectionError("by chance")
        return StepResult(Output(word=context.key), effect(f"{context.run_id}/{context.key}"))

    return handler(work)


def kill_myself() -> None:
    """End this attempt as the lease keeper would."""
    task = asyncio.current_task()
    assert task is not None
    task.cancel()


async def submit_all(platform: Platform) -> list[str]:
    """Submit runs of six steps; return the effects that they must leave."""
    shape = (
        step("a", max_tries=99),
        step("b", "a", max_tries=99),
        step("c", "a", max_tries=99),
        step("d", "b", "c", max_tries=99),
        step("e", max_tries=99),
        step("f", "d", "e", max_tries=99),
    )
    runs = [await submit(platform, new_organization(), *shape) for _ in range(RUNS)]
    return sorted(f"{run_id}/{key}" for run_id in runs for key in "abcdef")


async def all_ended(platform: Platform) -> bool:
    await make_due(platform)
    return await column(platform, "SELECT count(*) FROM runs WHERE finished_at IS NULL") == [0]


async def kill_at_random(seed: int) -> None:
    """End attempts as the lease keeper would, and steal leases as a stalled machine loses them."""
    chance = random.Random(seed)
    while True:
        await asyncio.sleep(chance.uniform(0, 0.2))
        attempts = [task for task in asyncio.all_tasks() if task.get_name().startswith("step-")]
        if attempts:
            chance.choice(attempts).cancel()


@on_postgresql
async def test_two_workers_and_random_deaths(
    platform: Platform, twin: Platform, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Fails when an effect is written twice or never, whichever attempt of whichever worker was the last.

    A killed attempt tells nobody; its lease runs out and the reaper of either worker finds it.
    """
    monkeypatch.setattr(claims, "LEASE", timedelta(seconds=1))
    monkeypatch.setattr(claims, "MAX_LOSSES", 1000)
    monkeypatch.setattr(leases, "RENEWAL_SECONDS", 0.25)
    monkeypatch.setattr(worker, "REAP_SECONDS", 0.1)
    await make_effects(platform)
    expected = await submit_all(platform)
    async with working(platform, restless(1, deadly=True)), working(twin, restless(2, deadly=True)):
        killer = asyncio.create_task(kill_at_random(3))
        await until(lambda: all_ended(platform), what="the end of all runs")
        killer.cancel()
    assert await effects(platform) == expected
    assert await column(platform, "SELECT DISTINCT status FROM runs") == ["completed"]
    assert await column(platform, "SELECT DISTINCT pending FROM steps") == [0]
    assert await column(platform, "SELECT DISTINCT unfinished FROM runs") == [0]
    [losses] = await column(platform, "SELECT sum(losses) FROM steps")
    assert losses > 0, "nothing died: the test showed nothing"


async def test_one_worker_after_the_other(platform: Platform) -> None:
    """Fails when a worker that is stopped at a random moment leaves an effect half done or a step behind."""
    chance = random.Random(7)
    await make_effects(platform)
    expected = await submit_all(platform)
    for turn in range(6):
        async with working(platform, restless(turn)):
            await make_due(platform)
            await asyncio.sleep(chance.uniform(0.01, 0.15))
    async with working(platform, restless(99)):
        await until(lambda: all_ended(platform), what="the end of all runs")
    assert await effects(platform) == expected
    assert await column(platform, "SELECT DISTINCT status FROM runs") == ["completed"]
