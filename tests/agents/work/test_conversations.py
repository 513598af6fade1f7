"""Conversations of a project: named, listed, gone on with from another device; a follow-up knows the former turns."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from coditect.agents.work.ranking import Ranked, rank
from tests.agents.house import become, member
from tests.agents.work.project_house import TEXT, project
from tests.agents.working import ask, run_working_house, worked
from tests.identity.house import House
from tests.model_server.script import Text, in_turn
from tests.model_server.server import ModelServer


@pytest.fixture
async def house(
    migrated_database_url: str, tmp_path: Path, model_server: ModelServer
) -> AsyncIterator[House]:
    async with run_working_house(migrated_database_url, tmp_path / "house", model_server) as house:
        yield house


async def test_a_follow_up_knows_the_former_turns_on_any_device(
    house: House, model_server: ModelServer
) -> None:
    async with member(house, "ada@example.com") as ada:
        await ask(ada, "POST", "/agents", 201, text=TEXT.format(name="scribe", tools="Read"))
        project_id = await project(ada)
        place = f"/projects/{project_id}/conversations"
        plans = await ask(ada, "POST", place, 201, title=" Plans ")
        other = await ask(ada, "POST", place, 201, title="Other")
        said = [
            "The heron is the mascot; write to ada.lovelace@mail.org.",
            *(f"Noted {n}." for n in range(6)),
            "The heron.",
        ]
        model_server.script = in_turn(*map(Text, said))
        await worked(ada, "scribe", project_id, "Choose a mascot.", conversation_id=plans["id"])
        for number in range(6):
            await worked(ada, "scribe", project_id, f"Note {number}.", conversation_id=plans["id"])
        async with member(house, "eve@example.com") as eve:
            for method, path in (("GET", ""), ("GET", "/turns"), ("DELETE", "")):
                await ask(eve, method, f"/conversations/{plans['id']}{path}", 404)
            elsewhere = await project(eve)
            await ask(
                eve,
                "POST",
                "/agents/debugger/runs",
                404,
                project_id=elsewhere,
                request="x",
                conversation_id=plans["id"],
            )
        async with house.client(authorization=str(ada.headers["authorization"])) as telephone:
            last = await worked(
                telephone, "scribe", project_id, "Which mascot was it?", conversation_id=plans["id"]
            )
            assert last["answer"] == "The heron."
            listed = (await ask(telephone, "GET", place, 200))["items"]
            assert [(one["title"], one["turns"]) for one in listed] == [("Other", 0), ("Plans", 8)]
            turns = (await ask(telephone, "GET", f"/conversations/{plans['id']}/turns?limit=3", 200))["items"]
            assert [turn["request"] for turn in turns] == ["Which mascot was it?", "Note 5.", "Note 4."]
        told = model_server.requests[-1].text
        assert "The heron is the mascot" in told, "an older turn with a word of the request"
        assert "ada.lovelace@mail.org" not in told
        assert "Noted 5." in told
        assert "Noted 0." not in told, "an older turn without any"
        lines = [line for line in last["prompt"]["lines"] if line["what"].startswith("earlier turn")]
        assert len(lines) == 5
        assert "mascot" in lines[0]["why"]
        assert await ask(ada, "PATCH", f"/conversations/{plans['id']}", 200, title="Mascot")
        await ask(ada, "PATCH", f"/conversations/{plans['id']}", 422, title="  ")
        # Without the conversation, nothing of it is told.
        model_server.script = lambda _: Text("No idea.")
        await worked(ada, "scribe", project_id, "Which mascot was it?", conversation_id=other["id"])
        assert "heron" not in model_server.requests[-1].text
        await ask(ada, "DELETE", f"/conversations/{plans['id']}", 204)
        assert (await ask(ada, "GET", f"/agent-runs/{last['id']}", 200))["conversation_id"] is None
        await become(house, ada, "viewer")
        await ask(ada, "POST", place, 403, title="More")


def test_rarer_words_weigh_more() -> None:
    texts = ["the build of the build", "the build has a heron", "nothing here"]
    found = rank("Heron build", [Ranked(number, text) for number, text in enumerate(texts)])
    assert [(one.item, one.words[0]) for one in found] == [(1, "heron"), (0, "build")]
