"""Running a step again, and everything that was made from what it gave; on both databases."""

import asyncio
from collections import Counter
from uuid import UUID

import pytest

from coditect import engine
from coditect.engine import Need, StepContext, StepFailed, StepNotFound, StepResult
from coditect.engine.errors import StepNotEnded
from coditect.kernel.ids import OrganizationId
from coditect.kernel.platform import Platform
from coditect.kernel.scope import tenant
from tests.engine.harness import (
    Input,
    Output,
    column,
    effects,
    ended,
    handler,
    look,
    make_effects,
    reached,
    requeue,
    step,
    submit,
    working,
)
from tests.engine.test_control import Gate
from tests.fixtures.platforms import new_organization, until


class Counting:
    """A handler that gives how often its step was tried, and what the step saw of its needs."""

    def __init__(self, **failures: int) -> None:
        self.tries: Counter[str] = Counter()
        self._failures = failures

    async def __call__(self, context: StepContext, _given: Input) -> StepResult:
        self.tries[context.key] += 1
        if self.tries[context.key] <= self._failures.get(context.key, 0):
            raise StepFailed("not yet")
        seen = ",".join(
            f"{key}={(value or {}).get('word')}" for key, value in sorted(context.outputs.items())
        )
        return StepResult(Output(word=f"{self.tries[context.key]}({seen})"))


async def retry(platform: Platform, organization: OrganizationId, step_id: UUID) -> None:
    async with platform.database.write(tenant(organization)) as session:
        await engine.retry_from(session, organization, step_id)


async def test_what_went_on_without_a_dead_step_runs_again_with_it(platform: Platform) -> None:
    """Fails when requeueing revives only the skipped: the sum would stay without what came late."""
    organization, work = new_organization(), Counting(bad=1)
    run_id = await submit(
        platform,
        organization,
        step("good"),
        step("bad"),
        step("child", "bad"),
        step("sum", Need("good", required=False), Need("bad", required=False), Need("child", required=False)),
        step("after", "sum"),
    )
    async with working(platform, handler(work)):
        run = await ended(platform, organization, run_id)
        assert (run.status, run.step("child").status) == ("partial", "skipped")
        assert run.step("sum").output == {"word": "1(bad=None,child=None,good=1())"}
        await requeue(platform, organization, run.step("bad").id)
        run = await ended(platform, organization, run_id)
    assert run.status == "completed"
    assert run.step("sum").output == {"word": "2(bad=2(),child=1(bad=2()),good=1())"}
    assert work.tries == {"good": 1, "bad": 2, "child": 1, "sum": 2, "after": 2}
    assert await column(platform, "SELECT unfinished FROM runs") == [0]


async def test_retry_runs_a_step_and_its_dependents_again_and_nothing_else(platform: Platform) -> None:
    """Fails when too much or too little runs again, or a dependent starts before all that it needs."""
    organization, work = new_organization(), Counting()
    shape = (step("a"), step("b", "a"), step("c", "a"), step("d", "b", "c"))
    run_id = await submit(platform, organization, *shape)
    async with working(platform, handler(work)):
        run = await ended(platform, organization, run_id)
        await retry(platform, organization, run.step("b").id)
        run = await ended(platform, organization, run_id)
        assert work.tries == {"a": 1, "b": 2, "c": 1, "d": 2}
        await retry(platform, organization, run.step("a").id)
        run = await ended(platform, organization, run_id)
    assert work.tries == {"a": 2, "b": 3, "c": 2, "d": 3}
    assert run.step("d").output == {"word": "3(b=3(a=2()),c=2(a=2()))"}


async def test_the_story_of_a_run_goes_on_after_its_end(platform: Platform) -> None:
    """Fails when a stream could take the old end for the end."""
    organization, work = new_organization(), Counting(a=1)
    run_id = await submit(platform, organization, step("a", max_tries=1))
    async with working(platform, handler(work)):
        run = await ended(platform, organization, run_id)
        await requeue(platform, organization, run.step("a").id)
        await ended(platform, organization, run_id)
    topics = await column(platform, "SELECT topic FROM outbox_events ORDER BY id")
    assert [topic.removeprefix("engine.") for topic in topics if "run_" in topic] == [
        "run_submitted",
        "run_finished",
        "run_reopened",
        "run_finished",
    ]


async def test_what_a_dependent_still_does_is_discarded(platform: Platform) -> None:
    """Fails when the attempt that works with the old output may complete its step."""
    organization, gate = new_organization(), Gate()
    await make_effects(platform)
    quick = Counting()

    async def work(context: StepContext, given: Input) -> StepResult:
        return await (gate if context.key == "slow" else quick)(context, given)

    run_id = await submit(platform, organization, step("a"), step("slow", "a"), step("last", "slow"))
    async with working(platform, handler(work)):
        await gate.entered.wait()
        await retry(platform, organization, (await look(platform, organization, run_id)).step("a").id)
        await reached(platform, organization, run_id, "slow", "running")
        await until(lambda: quick.tries["a"] == 2)
        gate.open.set()
        run = await ended(platform, organization, run_id)
    assert (run.status, run.step("slow").attempt) == ("completed", 2)
    assert await effects(platform) == ["slow"]


async def test_a_retry_during_the_pause_waits_with_its_run(platform: Platform) -> None:
    """Fails when a retry makes its step ready although the run is paused."""
    organization, gate, quick = new_organization(), Gate(), Counting()
    await make_effects(platform)

    async def work(context: StepContext, given: Input) -> StepResult:
        return await (gate if context.key == "b" else quick)(context, given)

    run_id = await submit(platform, organization, step("a"), step("b"))
    async with working(platform, handler(work)):
        await gate.entered.wait()
        await reached(platform, organization, run_id, "a", "succeeded")
        async with platform.database.write(tenant(organization)) as session:
            await engine.pause_run(session, organization, run_id)
        await retry(platform, organization, (await look(platform, organization, run_id)).step("a").id)
        assert (await look(platform, organization, run_id)).step("a").status == "held"
        async with platform.database.write(tenant(organization)) as session:
            await engine.resume_run(session, organization, run_id)
        gate.open.set()
        assert (await ended(platform, organization, run_id)).status == "completed"
    assert quick.tries == {"a": 2}


async def test_only_steps_that_had_their_turn_can_have_another(platform: Platform) -> None:
    organization, work = new_organization(), Counting(a=1)
    run_id = await submit(platform, organization, step("a"), step("b", "a"))
    before = await look(platform, organization, run_id)
    with pytest.raises(StepNotEnded):
        await retry(platform, organization, before.step("a").id)
    async with working(platform, handler(work)):
        run = await ended(platform, organization, run_id)
    with pytest.raises(StepNotEnded):
        await retry(platform, organization, run.step("b").id)
    with pytest.raises(StepNotFound):
        await retry(platform, new_organization(), run.step("a").id)


async def test_two_retries_at_once_count_once_each(platform: Platform, twin: Platform) -> None:
    """Fails when the run is not locked: `unfinished` would count the same steps twice, and never reach zero."""
    organization, work = new_organization(), Counting()
    run_id = await submit(platform, organization, step("a"), step("b", "a"))
    async with working(platform, handler(work)):
        run = await ended(platform, organization, run_id)
    answers = await asyncio.gather(
        *(asyncio.create_task(retry(one, organization, run.step("a").id)) for one in (platform, twin)),
        return_exceptions=True,
    )
    assert [type(answer) for answer in answers if answer is not None] == [StepNotEnded]
    async with working(platform, handler(work)):
        assert (await ended(platform, organization, run_id)).status == "completed"
    assert await column(platform, "SELECT unfinished FROM runs") == [0]
