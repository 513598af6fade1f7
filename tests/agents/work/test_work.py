"""Whole agent runs: both wire formats, the real client libraries, both databases."""

from coditect import framework
from coditect.agents.work.events import AgentSpoke
from tests.agents.work.shop import Shop, agent
from tests.fixtures.platforms import on_sqlite
from tests.model_server.samples import conforming
from tests.model_server.script import Call, Text, in_turn
from tests.model_server.server import ModelServer


async def test_a_bug_is_found_fixed_tested_and_reported(shop: Shop, model_server: ModelServer) -> None:
    debugger = framework.agent("debugger")
    assert debugger.output_schema
    answer = conforming(framework.output_schema(debugger.output_schema))
    model_server.script = in_turn(
        Call({"command": "python3 check.py"}, tool="Bash"),
        Call({"file_path": "prices.py"}, tool="Read"),
        Call(
            {"file_path": "prices.py", "old_string": "sum(items[1:])", "new_string": "sum(items)"},
            tool="Edit",
        ),
        Call({"command": "python3 check.py"}, tool="Bash"),
        Call(answer, tool="answer"),
    )
    async with shop.open():
        begun = await shop.begin(debugger, "check.py fails: total is wrong. Find out why and mend it.")
        row = await shop.ended(begun)
    assert (row.state, row.origin, row.turns) == ("done", "model", 5)
    assert row.answer is not None
    assert row.answer["answer"] == answer
    assert row.answer["changed_files"] == ["prices.py"]
    calls = await shop.calls(begun)
    assert [(call.tool, call.state) for call in calls] == [
        ("Bash", "failed"),
        ("Read", "done"),
        ("Edit", "done"),
        ("Bash", "done"),
    ]
    assert "AssertionError" in (calls[0].result or "")
    assert "all is well" in (calls[3].result or "")
    assert "+    return sum(items)" in calls[2].changes[0]["diff"]
    assert (shop.folder / "prices.py").read_text() == "def total(items):\n    return sum(items)\n"
    first, last = model_server.requests[0], model_server.requests[-1]
    assert debugger.body in first.system
    assert "Adds up what is in a basket" in first.text, "the README is told"
    assert "def total" in first.text, "the file that the request speaks of is told"
    assert "all is well" in last.text
    offered = {tool.name for tool in first.tools}
    assert offered >= {"Bash", "Read", "Edit", "answer"}
    assert first.stream


@on_sqlite
async def test_an_answer_in_text_streams_as_it_comes(shop: Shop, model_server: ModelServer) -> None:
    said = "All is well here. " * 10
    model_server.script = in_turn(Text(said))
    async with shop.open():
        begun = await shop.begin(agent(tools="Read"), "How is it?")
        row = await shop.ended(begun)
    assert row.answer == {"answer": said.strip(), "changed_files": []}
    pieces = [event.text for event in shop.events if isinstance(event, AgentSpoke)]
    assert len(pieces) > 2
    assert "".join(pieces) == said
