"""The life of a run on both databases: order, priorities, retries, dead letters, outcomes."""

import asyncio
from collections import defaultdict

import pytest

from coditect import engine
from coditect.engine import InvalidPlan, Need, RunNotFound, StepContext, StepFailed, StepNotFound, StepResult
from coditect.engine.errors import StepNotDead
from coditect.engine.states import BACKGROUND, CRITICAL
from coditect.kernel.errors import Conflict, Unavailable
from coditect.kernel.platform import Platform
from coditect.kernel.scope import tenant
from tests.engine.harness import (
    Input,
    Output,
    column,
    echo,
    ended,
    execute,
    handler,
    look,
    make_due,
    reached,
    requeue,
    step,
    submit,
    working,
)
from tests.fixtures.platforms import new_organization, until


class Recorder:
    """A handler that notes what it is given, and fails as it is told."""

    def __init__(self, **failures: list[Exception]) -> None:
        self.order: list[str] = []
        self.contexts: dict[str, StepContext] = {}
        self.tries: dict[str, int] = defaultdict(int)
        self._failures = failures

    async def __call__(self, context: StepContext, given: Input) -> StepResult:
        self.order.append(context.key)
        self.contexts[context.key] = context
        self.tries[context.key] += 1
        if planned := self._failures.get(context.key):
            raise planned.pop(0)
        return StepResult(Output(word=given.word or context.key))


async def test_steps_run_when_what_they_need_has_ended_and_see_its_output(platform: Platform) -> None:
    """Fails when a dependent starts early, or without the outputs of what it needs."""
    organization, work = new_organization(), Recorder()
    run_id = await submit(
        platform,
        organization,
        step("end", "left", "right"),
        step("right", "begin"),
        step("left", "begin"),
        step("begin"),
    )
    async with working(platform, handler(work)):
        run = await ended(platform, organization, run_id)
    assert run.status == "completed"
    assert work.order[0] == "begin"
    assert work.order[-1] == "end"
    assert sorted(work.order) == ["begin", "end", "left", "right"]
    assert work.contexts["end"].outputs == {"left": {"word": "left"}, "right": {"word": "right"}}
    assert run.step("end").needs == ("left", "right")


async def test_nothing_of_a_refused_plan_is_stored(platform: Platform) -> None:
    organization = new_organization()
    with pytest.raises(InvalidPlan):
        await submit(platform, organization, step("a", "b"), step("b", "a"))
    assert await column(platform, "SELECT id FROM runs") == []


async def test_the_urgent_come_first_and_then_the_old(platform: Platform) -> None:
    """Fails when claims ignore priority or age."""
    organization, work = new_organization(), Recorder()
    runs = [
        await submit(platform, organization, step("background", priority=BACKGROUND)),
        await submit(platform, organization, step("first")),
        await submit(platform, organization, step("second")),
        await submit(platform, organization, step("critical", priority=CRITICAL)),
    ]
    await execute(
        platform,
        "UPDATE steps SET run_at = '2001-01-02 00:00:00.000000'",
        "UPDATE steps SET run_at = '2001-01-01 00:00:00.000000' WHERE key = 'second'",
    )
    async with working(platform, handler(work), concurrency=1):
        for run_id in runs:
            await ended(platform, organization, run_id)
    assert work.order == ["critical", "second", "first", "background"]


async def test_a_failure_is_tried_again_after_its_pause(platform: Platform) -> None:
    """Fails when a retry starts before its `run_at`, or never."""
    organization, work = new_organization(), Recorder(a=[ConnectionError("gone")])
    run_id = await submit(platform, organization, step("a"))
    async with working(platform, handler(work)):
        await until(lambda: work.tries["a"] >= 1)
        await reached(platform, organization, run_id, "a", "ready", "succeeded")
        assert await column(platform, "SELECT failures FROM steps WHERE run_at > started_at") == [1]
        await make_due(platform)
        run = await ended(platform, organization, run_id)
    assert run.status == "completed"
    assert work.tries["a"] == 2
    assert run.step("a").error is None


async def test_after_the_last_try_the_step_is_a_dead_letter_that_says_why(platform: Platform) -> None:
    organization = new_organization()
    work = Recorder(a=[ConnectionError(f"fault {n}") for n in range(1, 9)])
    run_id = await submit(platform, organization, step("a"), step("b", "a"), step("c", "b"))
    async with working(platform, handler(work)):

        async def dead() -> bool:
            await make_due(platform)
            return (await look(platform, organization, run_id)).step("a").status == "dead_letter"

        await until(dead)
        run = await ended(platform, organization, run_id)
    assert work.tries == {"a": 3}
    assert run.status == "failed"
    assert [run.step(key).status for key in "abc"] == ["dead_letter", "skipped", "skipped"]
    async with platform.database.read(tenant(organization)) as session:
        letters = await engine.dead_letters(session, organization, limit=10)
        others = await engine.dead_letters(session, new_organization(), limit=10)
    assert [(letter.key, letter.failures, letter.error) for letter in letters] == [
        ("a", 3, "ConnectionError: fault 3")
    ]
    assert others == []


@pytest.mark.parametrize("refusal", [StepFailed("cannot be"), Conflict("cannot be")])
async def test_what_was_refused_is_not_tried_again(platform: Platform, refusal: Exception) -> None:
    organization, work = new_organization(), Recorder(a=[refusal])
    run_id = await submit(platform, organization, step("a"))
    async with working(platform, handler(work)):
        run = await ended(platform, organization, run_id)
    assert (run.status, run.step("a").status, run.step("a").error) == ("failed", "dead_letter", "cannot be")
    assert work.tries["a"] == 1


async def test_what_is_unavailable_is_tried_again(platform: Platform) -> None:
    organization, work = new_organization(), Recorder(a=[Unavailable("not now")])
    run_id = await submit(platform, organization, step("a"))
    async with working(platform, handler(work)):
        await until(lambda: work.tries["a"] == 1)
        await reached(platform, organization, run_id, "a", "ready", "succeeded")
        await make_due(platform)
        assert (await ended(platform, organization, run_id)).status == "completed"


async def test_a_step_that_takes_too_long_is_stopped(platform: Platform) -> None:
    organization = new_organization()
    forever = defaultdict[str, int](int)

    async def hang(context: StepContext, _given: Input) -> StepResult:
        forever[context.key] += 1
        await asyncio.Event().wait()
        raise AssertionError

    run_id = await submit(platform, organization, step("a", max_tries=1))
    async with working(platform, handler(hang, timeout_seconds=0.01)):
        run = await ended(platform, organization, run_id)
    assert run.step("a").error == "The step took longer than it may."
    assert forever == {"a": 1}


async def test_requeue_gives_fresh_tries_and_revives_what_was_skipped(platform: Platform) -> None:
    """Fails when requeueing forgets the skipped, or counts the open needs of a diamond wrongly."""
    organization, work = new_organization(), Recorder(a=[StepFailed("no")])
    run_id = await submit(
        platform,
        organization,
        step("a"),
        step("other"),
        step("b", "a"),
        step("c", "a", "other"),
        step("d", "b", "c"),
    )
    async with working(platform, handler(work)):
        run = await ended(platform, organization, run_id)
        assert [run.step(key).status for key in ("b", "c", "d")] == ["skipped"] * 3
        assert await requeue(platform, organization, run.step("a").id) == run_id
        run = await ended(platform, organization, run_id)
    assert run.status == "completed"
    assert {one.status for one in run.steps} == {"succeeded"}
    assert work.tries == {"a": 2, "b": 1, "c": 1, "d": 1, "other": 1}


async def test_only_dead_letters_of_the_own_organization_can_be_requeued(platform: Platform) -> None:
    organization, work = new_organization(), Recorder(a=[StepFailed("no")])
    run_id = await submit(platform, organization, step("a"), step("b"))
    async with working(platform, handler(work)):
        run = await ended(platform, organization, run_id)
    with pytest.raises(StepNotDead):
        await requeue(platform, organization, run.step("b").id)
    with pytest.raises(StepNotFound):
        await requeue(platform, new_organization(), run.step("a").id)


async def test_a_tolerant_step_goes_on_without_what_failed(platform: Platform) -> None:
    """Fails when `required=False` is treated like a requirement."""
    organization, work = new_organization(), Recorder(bad=[StepFailed("no")])
    run_id = await submit(
        platform,
        organization,
        step("bad"),
        step("good"),
        step("child", "bad"),
        step("sum", "good", Need("bad", required=False), Need("child", required=False)),
    )
    async with working(platform, handler(work)):
        run = await ended(platform, organization, run_id)
    assert run.status == "partial"
    assert work.contexts["sum"].outputs == {"good": {"word": "good"}, "bad": None, "child": None}
    assert run.step("child").status == "skipped"


async def test_a_run_whose_results_all_failed_has_failed(platform: Platform) -> None:
    organization, work = new_organization(), Recorder(end=[StepFailed("no")])
    run_id = await submit(platform, organization, step("begin"), step("end", "begin"))
    async with working(platform, handler(work)):
        assert (await ended(platform, organization, run_id)).status == "failed"


async def test_one_key_gives_one_run(platform: Platform) -> None:
    organization = new_organization()
    first = await submit(platform, organization, step("a"), idempotency_key="once")
    assert await submit(platform, organization, step("a"), idempotency_key="once") == first
    assert await submit(platform, organization, step("a"), idempotency_key="twice") != first
    assert await submit(platform, organization, step("a"), kind="other", idempotency_key="once") != first
    assert await submit(platform, new_organization(), step("a"), idempotency_key="once") != first
    assert len(await column(platform, "SELECT id FROM steps")) == 4


async def test_runs_of_another_organization_are_not_there(platform: Platform) -> None:
    run_id = await submit(platform, new_organization(), step("a"))
    with pytest.raises(RunNotFound):
        await look(platform, new_organization(), run_id)


async def test_a_step_waits_for_a_worker_that_knows_its_handler(platform: Platform) -> None:
    """Fails when a worker claims what it cannot do: during an update old and new workers run side by side."""
    organization = new_organization()
    known = await submit(platform, organization, step("a"))
    unknown = await submit(platform, organization, step("a", handler="newer"))
    async with working(platform, handler(echo)):
        await ended(platform, organization, known)
    assert (await look(platform, organization, unknown)).status == "queued"
    async with working(platform, handler(echo, name="newer")):
        assert (await ended(platform, organization, unknown)).status == "completed"


async def test_input_that_the_handler_cannot_read_ends_as_a_dead_letter(platform: Platform) -> None:
    organization = new_organization()
    run_id = await submit(platform, organization, step("a", max_tries=1))
    await execute(platform, "UPDATE steps SET input = '{\"word\": 7}'")
    async with working(platform, handler(echo)):
        assert "valid string" in str((await ended(platform, organization, run_id)).step("a").error)


async def test_the_life_of_a_run_is_told_in_events(platform: Platform) -> None:
    organization, work = new_organization(), Recorder(a=[ConnectionError("once"), StepFailed("no")])
    run_id = await submit(platform, organization, step("a"), step("b", "a"))
    async with working(platform, handler(work)):
        await until(lambda: work.tries["a"] == 1)
        await reached(platform, organization, run_id, "a", "ready", "dead_letter")
        await make_due(platform)
        await ended(platform, organization, run_id)
    topics = await column(
        platform, f"SELECT topic FROM outbox_events WHERE subject = 'run:{run_id}' ORDER BY id"
    )
    assert topics == [
        "engine.run_submitted",
        "engine.step_started",
        "engine.step_retried",
        "engine.step_started",
        "engine.step_died",
        "engine.step_skipped",
        "engine.run_finished",
    ]
