"""People and limits: leave, questions, stopping, budgets; resting is calm and can be gone on from."""

import asyncio
import threading

import pytest

from coditect.agents.work import service
from coditect.agents.work.limits import Budget
from coditect.kernel.errors import Conflict
from coditect.kernel.ids import AccountId
from tests.agents.work.shop import Shop, agent
from tests.fixtures.platforms import new_account, on_sqlite
from tests.model_server.script import Call, Reply, Request, Text, in_turn
from tests.model_server.server import ModelServer

EDIT = Call({"file_path": "prices.py", "old_string": "items[1:]", "new_string": "items"}, tool="Edit")
LOOK = Call({"file_path": "prices.py"}, tool="Read")
ASK = Call({"question": "Which currency?", "options": ["EUR", "USD"]}, tool="AskUserQuestion")
SAID = Text("I am done.")


@pytest.fixture
def wire() -> str:
    """What rests does so on our side of the wire."""
    return "anthropic"


async def test_a_write_waits_for_leave_and_a_read_does_not(shop: Shop, model_server: ModelServer) -> None:
    model_server.script = in_turn(LOOK, EDIT, SAID)
    somebody: AccountId = new_account()
    async with shop.open():
        begun = await shop.begin(agent(), "Mend it.", mode="ask")
        row = await shop.reached(begun, "asking")
        assert row.reason == "It wants to use Edit."
        assert "items[1:]" in (shop.folder / "prices.py").read_text()
        await shop.do(service.allow, begun.agent_run_id, 2, somebody)
        row = await shop.ended(begun)
    assert row.state == "done"
    assert "items[1:]" not in (shop.folder / "prices.py").read_text()
    calls = await shop.calls(begun)
    assert [(call.tool, call.state, call.decided_by) for call in calls] == [
        ("Read", "done", None),
        ("Edit", "done", somebody),
    ]


async def test_leave_from_now_on_asks_no_more(shop: Shop, model_server: ModelServer) -> None:
    again = Call({"file_path": "notes.txt", "content": "Mended.\n"}, tool="Write")
    model_server.script = in_turn(EDIT, again, SAID)
    async with shop.open():
        begun = await shop.begin(agent(), "Mend it.", mode="ask")
        await shop.reached(begun, "asking")
        await shop.do(service.allow, begun.agent_run_id, 1, None, from_now_on="accept_edits")
        row = await shop.ended(begun)
    assert (row.state, row.mode) == ("done", "accept_edits")
    assert (shop.folder / "notes.txt").read_text() == "Mended.\n"


async def test_who_is_refused_is_told_why_and_goes_on(shop: Shop, model_server: ModelServer) -> None:
    model_server.script = in_turn(EDIT, SAID)
    async with shop.open():
        begun = await shop.begin(agent(), "Mend it.", mode="ask")
        await shop.reached(begun, "asking")
        await shop.do(service.refuse, begun.agent_run_id, 1, "Not on a Friday.", None)
        row = await shop.ended(begun)
    assert row.state == "done"
    assert "Not on a Friday." in model_server.requests[-1].text
    assert "items[1:]" in (shop.folder / "prices.py").read_text()


async def test_a_plan_changes_nothing(shop: Shop, model_server: ModelServer) -> None:
    model_server.script = in_turn(EDIT, Call({"command": "touch x"}, tool="Bash"), SAID)
    async with shop.open():
        begun = await shop.begin(agent(), "Plan it.", mode="plan")
        row = await shop.ended(begun)
    assert row.state == "done"
    assert [call.state for call in await shop.calls(begun)] == ["denied", "denied"]
    assert "items[1:]" in (shop.folder / "prices.py").read_text()


async def test_an_agents_own_text_narrows_what_a_person_allows(shop: Shop, model_server: ModelServer) -> None:
    model_server.script = in_turn(EDIT, SAID)
    async with shop.open():
        begun = await shop.begin(agent(permissionMode="plan"), "Mend it.", mode="autonomous")
        row = await shop.ended(begun)
    assert (row.mode, (await shop.calls(begun))[0].state) == ("plan", "denied")


async def test_a_question_is_answered_by_a_person(shop: Shop, model_server: ModelServer) -> None:
    model_server.script = in_turn(ASK, SAID)
    async with shop.open():
        begun = await shop.begin(agent(tools="Read"), "Add currencies.")
        row = await shop.reached(begun, "asking")
        assert row.reason == "Which currency?"
        await shop.do(service.answer, begun.agent_run_id, 1, "EUR", None)
        await shop.ended(begun)
    assert "EUR" in model_server.requests[-1].text


@pytest.mark.parametrize(
    ("budget", "why"),
    [
        (Budget(turns=2), "used its 2 turns"),
        (Budget(tokens=1_000), "of its 1,000 tokens"),
        (Budget.model_validate({"cost_usd": "0.000001"}), "dollars"),
    ],
    ids=["turns", "tokens", "cost"],
)
async def test_a_limit_lets_it_rest_and_a_higher_one_lets_it_go_on(
    shop: Shop, model_server: ModelServer, budget: Budget, why: str
) -> None:
    def script(request: Request) -> Reply:
        turn = (request.turns + 1) // 2
        return SAID if turn > 4 else Call({"file_path": "prices.py", "limit": turn}, tool="Read")

    model_server.script = script
    async with shop.open():
        begun = await shop.begin(agent(tools="Read"), "Look. " * 400, budget=budget)
        row = await shop.reached(begun, "stopped")
        assert why in (row.reason or "")
        asked = len(model_server.requests)
        assert asked < 5
        await shop.do(service.go_on, begun.agent_run_id, Budget())
        row = await shop.ended(begun)
    assert (row.state, row.turns) == ("done", 5)
    # It goes on where it was: nothing is asked and nothing done twice.
    assert len(model_server.requests) == 5
    assert [call.state for call in await shop.calls(begun)] == ["done"] * 4


async def test_a_person_stops_it_and_lets_it_go_on(shop: Shop, model_server: ModelServer) -> None:
    model_server.script = in_turn(EDIT, SAID)
    begun = await shop.begin(agent(), "Mend it.")
    await shop.do(service.stop, begun.agent_run_id)
    async with shop.open():
        row = await shop.reached(begun, "stopped")
        assert (row.reason, len(model_server.requests)) == ("A person stopped it.", 0)
        await shop.do(service.go_on, begun.agent_run_id)
        assert (await shop.ended(begun)).state == "done"


@on_sqlite
async def test_a_stop_ends_what_the_model_is_writing(shop: Shop, model_server: ModelServer) -> None:
    asked, go_on = threading.Event(), threading.Event()

    def script(request: Request) -> Reply:
        asked.set()
        # The first answer would come only after the test.
        if request.number == 1:
            go_on.wait(120)
        return SAID

    model_server.script = script
    try:
        async with shop.open():
            begun = await shop.begin(agent(), "Look.")
            assert await asyncio.to_thread(asked.wait, 60)
            await shop.do(service.stop, begun.agent_run_id)
            row = await shop.reached(begun, "stopped")
            assert (row.reason, row.turns) == ("A person stopped it.", 0)
            await shop.do(service.go_on, begun.agent_run_id)
            row = await shop.ended(begun)
            assert (row.state, row.turns, len(model_server.requests)) == ("done", 1, 2)
    finally:
        go_on.set()


async def test_who_goes_in_circles_is_told_and_then_stopped(shop: Shop, model_server: ModelServer) -> None:
    model_server.script = in_turn(LOOK)
    async with shop.open():
        begun = await shop.begin(agent(tools="Read"), "Look.")
        row = await shop.reached(begun, "stopped")
    assert "called Read 5 times in the same way" in (row.reason or "")
    assert len(model_server.requests) == 5
    results = [call.result or "" for call in await shop.calls(begun)]
    assert ["very call 3 times" in result for result in results] == [False, False, True, False, False]


async def test_nobody_answers_twice(shop: Shop, model_server: ModelServer) -> None:
    model_server.script = in_turn(ASK, SAID)
    async with shop.open():
        begun = await shop.begin(agent(tools="Read"), "Add currencies.")
        await shop.reached(begun, "asking")
        await shop.do(service.answer, begun.agent_run_id, 1, "EUR", None)
        with pytest.raises(Conflict):
            await shop.do(service.answer, begun.agent_run_id, 1, "USD", None)
        await shop.ended(begun)
    assert "USD" not in model_server.requests[-1].text.replace('"USD"', "")
