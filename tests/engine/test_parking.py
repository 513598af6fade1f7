"""Steps that rest: until a person answers, or until what they handed work to has ended; on both databases."""

import asyncio

import pytest

from coditect import engine
from coditect.engine import Park, StepContext, StepFailed, StepResult
from coditect.kernel.ids import OrganizationId
from coditect.kernel.platform import Platform
from coditect.kernel.scope import tenant
from tests.engine.harness import Input, Output, ended, handler, look, reached, step, submit, working
from tests.fixtures.platforms import new_organization


class Question:
    """A step that parks until it is answered."""

    def __init__(self) -> None:
        self.answered = False
        self.turns = 0

    async def __call__(self, _context: StepContext, _given: Input) -> StepResult | Park:
        self.turns += 1
        if self.answered:
            return StepResult(Output(word="answered"))

        async def waits(_session: object) -> bool:
            return not self.answered

        return Park(waits=waits)


async def wake(platform: Platform, organization: OrganizationId, run: engine.RunView) -> str:
    async with platform.database.write(tenant(organization)) as session:
        return await engine.wake_step(session, organization, run.steps[0].id)


async def test_a_parked_step_holds_no_worker_and_goes_on_when_it_is_woken(platform: Platform) -> None:
    organization, question = new_organization(), Question()
    asked = await submit(platform, organization, step("ask"))
    async with working(platform, handler(question), concurrency=1):
        await reached(platform, organization, asked, "ask", "parked")
        question.answered = True
        assert await wake(platform, organization, await look(platform, organization, asked)) == "parked"
        run = await ended(platform, organization, asked)
    assert (run.status, run.steps[0].output, question.turns) == ("completed", {"word": "answered"}, 2)
    async with platform.database.read(tenant(organization)) as session:
        detail = await engine.get_step(session, organization, run.id, run.steps[0].id)
    assert [attempt.outcome for attempt in detail.attempts] == ["parked", "succeeded"]


async def test_an_answer_that_came_before_the_step_was_parked_is_not_missed(platform: Platform) -> None:
    organization, question = new_organization(), Question()
    asked = await submit(platform, organization, step("ask"))

    async def answered_meanwhile(context: StepContext, given: Input) -> StepResult | Park:
        parked = await question(context, given)
        question.answered = True
        return parked

    async with working(platform, handler(answered_meanwhile)):
        run = await ended(platform, organization, asked)
    assert (run.status, question.turns) == ("completed", 2)


async def test_a_parked_step_that_is_woken_during_a_pause_waits_for_its_end(platform: Platform) -> None:
    organization, question = new_organization(), Question()
    asked = await submit(platform, organization, step("ask"))
    async with working(platform, handler(question)):
        await reached(platform, organization, asked, "ask", "parked")
        async with platform.database.write(tenant(organization)) as session:
            await engine.pause_run(session, organization, asked)
        question.answered = True
        await wake(platform, organization, await look(platform, organization, asked))
        assert (await look(platform, organization, asked)).step("ask").status == "held"
        async with platform.database.write(tenant(organization)) as session:
            await engine.resume_run(session, organization, asked)
        assert (await ended(platform, organization, asked)).status == "completed"


@pytest.mark.parametrize("fate", ["succeeds", "fails"])
async def test_a_step_goes_on_when_what_it_handed_work_to_has_ended(platform: Platform, fate: str) -> None:
    organization = new_organization()
    started = asyncio.Event()

    async def parent(context: StepContext, _given: Input) -> StepResult | Park:
        if not context.outputs:
            return Park(children=(step("parent/1", handler="child"), step("parent/2", handler="child")))
        found = [(context.outputs[key] or {}).get("word", "-") for key in ("parent/1", "parent/2")]
        return StepResult(Output(word=" ".join(found)))

    async def child(context: StepContext, _given: Input) -> StepResult:
        if context.key == "parent/1":
            await started.wait()
        elif fate == "fails":
            started.set()
            raise StepFailed("No.")
        started.set()
        return StepResult(Output(word=context.key))

    handed = await submit(platform, organization, step("parent"))
    # One of the two waits for the other to begin, so they are under way at once; the parent takes no place.
    async with working(platform, handler(parent), handler(child, name="child"), concurrency=2):
        run = await ended(platform, organization, handed)
    second = "parent/2" if fate == "succeeds" else "-"
    assert run.step("parent").output == {"word": f"parent/1 {second}"}
    assert run.status == ("completed" if fate == "succeeds" else "partial")
    assert {one.key for one in run.steps} == {"parent", "parent/1", "parent/2"}
    assert run.step("parent").needs == ("parent/1", "parent/2")


async def test_waking_a_step_of_somebody_else_finds_nothing(platform: Platform) -> None:
    organization, question = new_organization(), Question()
    asked = await submit(platform, organization, step("ask"))
    run = await look(platform, organization, asked)
    stranger = new_organization()
    with pytest.raises(engine.StepNotFound):
        await wake(platform, stranger, run)
    assert not question.turns
