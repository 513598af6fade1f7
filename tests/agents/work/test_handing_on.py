"""Work that agents hand to each other: chains, side by side, limits of depth, and worktrees that are merged."""

import subprocess
import threading
from pathlib import Path

import pytest

from coditect.agents.work.limits import Budget
from tests.agents.work.shop import Shop, agent
from tests.engine.harness import look
from tests.fixtures.platforms import on_sqlite
from tests.model_server.script import Call, Calls, Failure, Reply, Request, Text
from tests.model_server.server import ModelServer


def asked(request: Request) -> str:
    """The request of the agent that asks, as it stands in its first message."""
    return (
        request.text.rpartition("[end of request")[0].rpartition("[request ")[2].partition("]\n")[2].strip()
    )


def has_result(request: Request) -> bool:
    return request.turns > 2


def hand(name: str, task: str) -> Call:
    return Call({"agent": name, "task": task}, tool="Agent")


@pytest.fixture
def team(shop: Shop) -> Shop:
    shop.agents = {
        "first": agent("first", tools="Agent(second)"),
        "second": agent("second", tools="Agent(third), Read"),
        "third": agent("third", tools="Agent(fourth), Read"),
        "fourth": agent("fourth", tools="Agent, Read"),
        "writer": agent("writer", tools="Write, Read"),
    }
    return shop


async def test_a_chain_of_three_delegations(team: Shop, model_server: ModelServer) -> None:
    names = {"begin": "second", "two": "third", "three": "fourth"}

    def script(request: Request) -> Reply:
        task = asked(request)
        if task in names and not has_result(request):
            following = list(names)[list(names).index(task) + 1] if task != "three" else "four"
            return hand(names[task], following)
        return Text(f"{task} is done")

    model_server.script = script
    async with team.open():
        begun = await team.begin(team.agents["first"], "begin")
        row = await team.ended(begun)
    assert row.answer is not None
    assert row.answer["answer"] == "begin is done"
    rows = await team.rows()
    assert [(one.agent_name, one.depth, one.state) for one in rows] == [
        ("first", 0, "done"),
        ("second", 1, "done"),
        ("third", 2, "done"),
        ("fourth", 3, "done"),
    ]
    assert [one.parent_id for one in rows[1:]] == [one.id for one in rows[:-1]]
    run = await look(team.platform, team.organization, begun.run_id)
    assert [step.key for step in run.steps] == ["first", "first/1", "first/1/1", "first/1/1/1"]
    assert run.status == "completed"
    # What was handed on counts where it came from.
    assert row.input_tokens > sum(one.input_tokens for one in rows[3:])
    assert "two is done" in model_server.requests[-1].text
    # The one at the end of the chain has no depth left and is not offered to hand on.
    last = next(one for one in model_server.requests if asked(one) == "four")
    assert "Agent" not in {tool.name for tool in last.tools}


@on_sqlite
async def test_two_agents_work_side_by_side(team: Shop, model_server: ModelServer) -> None:
    # Each waits until the other has begun: who worked one after the other would break it.
    both_under_way = threading.Barrier(2, timeout=60)

    def script(request: Request) -> Reply:
        task = asked(request)
        if task == "begin":
            if has_result(request):
                return Text("Both are done.")
            return Calls((hand("writer", "write a.txt"), hand("writer", "write b.txt")))
        if has_result(request):
            return Text(f"{task}: done")
        both_under_way.wait()
        return Call({"file_path": task.split()[1], "content": f"{task}\n"}, tool="Write")

    model_server.script = script
    lead = agent("lead", tools="Agent(writer)")
    async with team.open():
        row = await team.ended(await team.begin(lead, "begin"))
    assert row.answer is not None
    assert row.answer["answer"] == "Both are done."
    assert not both_under_way.broken
    assert (team.folder / "a.txt").read_text() == "write a.txt\n"
    assert (team.folder / "b.txt").read_text() == "write b.txt\n"


@on_sqlite
async def test_an_agent_hands_on_only_to_those_of_its_list(team: Shop, model_server: ModelServer) -> None:
    def script(request: Request) -> Reply:
        return Text("Well then.") if has_result(request) else hand("writer", "write x")

    model_server.script = script
    async with team.open():
        begun = await team.begin(team.agents["first"], "begin")
        await team.ended(begun)
    (call,) = await team.calls(begun)
    assert (call.state, call.result) == ("denied", "You may hand work to second only.")


@on_sqlite
async def test_one_that_fails_is_told_to_the_one_who_handed_on(team: Shop, model_server: ModelServer) -> None:
    def script(request: Request) -> Reply:
        if asked(request) == "begin":
            return Text("I heard.") if has_result(request) else hand("second", "two")
        return Failure(400, "no such luck")

    model_server.script = script
    async with team.open():
        begun = await team.begin(team.agents["first"], "begin", budget=Budget(depth=1))
        row = await team.ended(begun)
    assert row.state == "done"
    (call,) = await team.calls(begun)
    assert call.state == "failed"
    assert "could not do it" in (call.result or "")


def git(folder: Path, *arguments: str) -> str:
    return subprocess.run(
        ["git", "-C", str(folder), *arguments], check=True, capture_output=True, text=True
    ).stdout
