"""What people do to runs: cancel, pause, resume; on both databases."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from coditect import engine
from coditect.engine import RunNotFound, StepContext, StepFailed, StepResult
from coditect.engine.errors import RunEnded
from coditect.kernel.ids import OrganizationId, RunId
from coditect.kernel.platform import Platform
from coditect.kernel.scope import tenant
from tests.engine.harness import (
    Input,
    Output,
    echo,
    effect,
    effects,
    ended,
    execute,
    handler,
    look,
    make_due,
    make_effects,
    reached,
    requeue,
    step,
    submit,
    working,
)
from tests.fixtures.platforms import new_organization, until

Action = Callable[[AsyncSession, OrganizationId, RunId], Awaitable[None]]


class Gate:
    """A handler that waits until it is let through, then fails or leaves an effect."""

    def __init__(self, *failures: Exception) -> None:
        self.entered = asyncio.Event()
        self.open = asyncio.Event()
        self.passed = 0
        self._failures = list(failures)

    async def __call__(self, context: StepContext, _given: Input) -> StepResult:
        self.entered.set()
        await self.open.wait()
        self.passed += 1
        if self._failures:
            raise self._failures.pop(0)
        return StepResult(Output(word="done"), effect(context.key))


async def act(platform: Platform, action: Action, organization: OrganizationId, run_id: RunId) -> None:
    async with platform.database.write(tenant(organization)) as session:
        await action(session, organization, run_id)


async def test_what_a_cancelled_step_still_does_is_discarded(platform: Platform) -> None:
    """Fails when completion is not fenced: the effect of the cancelled attempt would be written."""
    organization, gate = new_organization(), Gate()
    await make_effects(platform)
    run_id = await submit(platform, organization, step("a"), step("b", "a"))
    async with working(platform, handler(gate)):
        await gate.entered.wait()
        await act(platform, engine.cancel_run, organization, run_id)
        gate.open.set()
        # Another run through the same worker: when it has ended, the late attempt has had its turn.
        other = await submit(platform, organization, step("other"))
        await ended(platform, organization, other)
        run = await look(platform, organization, run_id)
    assert run.status == "cancelled"
    assert {one.status for one in run.steps} == {"cancelled"}
    assert await effects(platform) == ["other"]


async def test_without_the_fence_a_cancelled_step_would_leave_its_effect(platform: Platform) -> None:
    """The counter-test: the row is put back under the attempt, as if nothing had cancelled it."""
    organization, gate = new_organization(), Gate()
    await make_effects(platform)
    run_id = await submit(platform, organization, step("a"))
    async with working(platform, handler(gate)):
        await gate.entered.wait()
        await act(platform, engine.cancel_run, organization, run_id)
        await execute(platform, "UPDATE steps SET status = 'running'")
        gate.open.set()

        async def harmed() -> bool:
            return await effects(platform) == ["a"]

        await until(harmed)


async def test_a_paused_run_starts_nothing_more(platform: Platform) -> None:
    """Fails when a step set free during the pause becomes ready at once."""
    organization, gate = new_organization(), Gate()
    await make_effects(platform)
    run_id = await submit(platform, organization, step("a"), step("b", "a"), step("c"))
    await execute(platform, "UPDATE steps SET run_at = '2999-01-01 00:00:00.000000' WHERE key = 'c'")
    async with working(platform, handler(gate)):
        await gate.entered.wait()
        await act(platform, engine.pause_run, organization, run_id)
        await act(platform, engine.pause_run, organization, run_id)
        gate.open.set()
        await reached(platform, organization, run_id, "a", "succeeded")
        run = await look(platform, organization, run_id)
        assert (run.status, run.step("b").status, run.step("c").status) == ("paused", "held", "held")
        await execute(platform, "UPDATE steps SET run_at = '2001-01-01 00:00:00.000000'")
        await ended(platform, organization, await submit(platform, organization, step("other")))
        assert gate.passed == 2
        await act(platform, engine.resume_run, organization, run_id)
        assert (await ended(platform, organization, run_id)).status == "completed"
    assert await effects(platform) == ["a", "b", "c", "other"]


async def test_a_failure_during_the_pause_is_not_tried_before_the_run_goes_on(platform: Platform) -> None:
    """Fails when a retry makes its step ready although the run is paused."""
    organization, gate = new_organization(), Gate(ConnectionError("once"))
    await make_effects(platform)
    run_id = await submit(platform, organization, step("a"))
    async with working(platform, handler(gate)):
        await gate.entered.wait()
        await act(platform, engine.pause_run, organization, run_id)
        gate.open.set()
        await reached(platform, organization, run_id, "a", "held", "ready")
        assert (await look(platform, organization, run_id)).step("a").status == "held"
        await act(platform, engine.resume_run, organization, run_id)
        await make_due(platform)
        assert (await ended(platform, organization, run_id)).status == "completed"


async def test_what_a_stopped_worker_gives_back_stays_held_while_paused(platform: Platform) -> None:
    organization, gate = new_organization(), Gate()
    await make_effects(platform)
    run_id = await submit(platform, organization, step("a"))
    async with working(platform, handler(gate)):
        await gate.entered.wait()
        await act(platform, engine.pause_run, organization, run_id)
    assert (await look(platform, organization, run_id)).step("a").status == "held"


async def test_a_dead_letter_requeued_during_the_pause_waits_with_its_run(platform: Platform) -> None:
    """Fails when requeueing sets the run going: steps that are held would then stay held for ever."""
    organization, gate = new_organization(), Gate(StepFailed("no"))
    await make_effects(platform)
    gate.open.set()
    run_id = await submit(platform, organization, step("a"), step("b"))
    await execute(platform, "UPDATE steps SET run_at = '2999-01-01 00:00:00.000000' WHERE key = 'b'")
    async with working(platform, handler(gate)):
        await reached(platform, organization, run_id, "a", "dead_letter")
        await act(platform, engine.pause_run, organization, run_id)
        await requeue(platform, organization, (await look(platform, organization, run_id)).step("a").id)
        run = await look(platform, organization, run_id)
        assert (run.status, run.step("a").status, run.step("b").status) == ("paused", "held", "held")
        await act(platform, engine.resume_run, organization, run_id)
        await make_due(platform)
        assert (await ended(platform, organization, run_id)).status == "completed"


async def test_a_run_that_has_ended_cannot_be_changed(platform: Platform) -> None:
    organization = new_organization()
    run_id = await submit(platform, organization, step("a"))
    async with working(platform, handler(echo)):
        await ended(platform, organization, run_id)
    for action in (engine.cancel_run, engine.pause_run, engine.resume_run):
        with pytest.raises(RunEnded):
            await act(platform, action, organization, run_id)


async def test_a_foreign_run_cannot_be_changed(platform: Platform) -> None:
    run_id = await submit(platform, new_organization(), step("a"))
    for action in (engine.cancel_run, engine.pause_run, engine.resume_run):
        with pytest.raises(RunNotFound):
            await act(platform, action, new_organization(), run_id)
