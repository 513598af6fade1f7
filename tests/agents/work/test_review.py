"""What an agent wrote is taken back by people, and conflicts are settled by them."""

import threading
from typing import Any

import httpx

from tests.agents.house import API, become
from tests.agents.work.project_house import ada, asked, begin, git, house, project, reached, read, write
from tests.fixtures.platforms import on_sqlite, plain_logs
from tests.identity.house import House
from tests.model_server.script import Call, Calls, Reply, Request, Text
from tests.model_server.server import ModelServer

__all__ = ["ada", "house", "plain_logs"]


async def undo(
    client: httpx.AsyncClient, agent_run_id: str, number: int, path: str, expected: int = 200
) -> dict[str, Any]:
    answer = await client.post(f"{API}/agent-runs/{agent_run_id}/calls/{number}/undo", json={"path": path})
    assert answer.status_code == expected, answer.text
    found: dict[str, Any] = answer.json()
    return found


def edit(name: str, old: str, new: str) -> Call:
    return Call({"file_path": name, "old_string": old, "new_string": new}, tool="Edit")


async def test_what_was_merged_is_taken_back_write_by_write(
    house: House, ada: httpx.AsyncClient, model_server: ModelServer
) -> None:
    calls = (
        write("new.txt", "one\r\ntwo\r\n"),
        edit("new.txt", "two", "three"),
        edit("README.md", "Sells things.", "Sells nothing."),
    )
    model_server.script = lambda request: Calls(calls) if request.turns == 1 else Text("Done.")
    project_id = await project(ada)
    agent_run_id = await begin(ada, project_id, "scribe", "Write.")
    run = await reached(ada, agent_run_id, "done", "failed")
    assert run["state"] == "done", run["reason"]
    before = git(house, "show", f"{run['place']['base']}:README.md")
    refused = await undo(ada, agent_run_id, 1, "new.txt", 409)
    assert (refused["code"], "changed again since" in refused["detail"]) == ("undo_refused", True)
    await undo(ada, agent_run_id, 1, "README.md", 409)
    # What the second write found was never committed: it is computed from the diff.
    run = await undo(ada, agent_run_id, 2, "new.txt")
    assert git(house, "show", "main:new.txt") == "one\ntwo\n", "as text: the line ends are read as such"
    assert run["calls"][1]["changes"][0]["undone_by"] is not None
    assert run["changed_files"] == ["new.txt", "README.md"]
    await undo(ada, agent_run_id, 2, "new.txt", 409)
    run = await undo(ada, agent_run_id, 1, "new.txt")
    assert run["changed_files"] == ["README.md"]
    assert "new.txt" not in git(house, "ls-tree", "--name-only", "main")
    await undo(ada, agent_run_id, 3, "README.md")
    assert git(house, "show", "main:README.md") == before
    feed = (await ada.get(f"{API}/projects/{project_id}/activity")).json()["items"]
    assert [item["verb"] for item in feed[:3]] == ["agent.write_undone"] * 3
    await become(house, ada, "viewer")
    await undo(ada, agent_run_id, 3, "README.md", 403)


@on_sqlite
async def test_while_it_rests_a_write_is_taken_back_in_its_worktree(
    house: House, ada: httpx.AsyncClient, model_server: ModelServer
) -> None:
    def script(request: Request) -> Reply:
        if request.turns == 1:
            return Calls((write("a.txt", "a\n"), write("b.txt", "b\n")))
        return write("c.txt", "c\n") if "c.txt is written" not in request.text else Text("Done.")

    model_server.script = script
    agent_run_id = await begin(ada, await project(ada), "scribe", "Write.", budget={"turns": 1})
    await reached(ada, agent_run_id, "stopped")
    await undo(ada, agent_run_id, 1, "a.txt")
    went_on = await ada.post(f"{API}/agent-runs/{agent_run_id}/go-on", json={"budget": {"turns": 9}})
    assert went_on.status_code == 200, went_on.text
    run = await reached(ada, agent_run_id, "done", "failed")
    assert run["changed_files"] == ["b.txt", "c.txt"]
    assert set(git(house, "ls-tree", "--name-only", "main").split()) == {"README.md", "b.txt", "c.txt"}


async def in_conflict(client: httpx.AsyncClient, model_server: ModelServer) -> dict[str, Any]:
    """Two who change the same two files; return the one whose work was not merged."""
    at_work: set[str] = set()
    both = threading.Event()

    def script(request: Request) -> Reply:
        task = asked(request)
        if request.turns == 1:
            return Calls((write("README.md", f"# {task}\n"), write("more.txt", f"{task}\n")))
        at_work.add(task)
        if len(at_work) == 2:
            both.set()
        assert both.wait(60)
        return Text("Done.")

    model_server.script = script
    project_id = await project(client)
    ids = [await begin(client, project_id, "scribe", task) for task in ("One", "Two")]
    runs = [await reached(client, each, "done", "failed") for each in ids]
    return next(run for run in runs if run["place"]["conflicts"])


async def test_a_conflict_is_settled_file_by_file(
    house: House, ada: httpx.AsyncClient, model_server: ModelServer
) -> None:
    loser = await in_conflict(ada, model_server)
    place = f"{API}/agent-runs/{loser['id']}"
    assert (await undo(ada, loser["id"], 1, "README.md", 409))["code"] == "conflict_open"
    found = (await ada.get(f"{place}/conflicts")).json()["items"]
    assert [one["path"] for one in found] == ["README.md", "more.txt"]
    assert found[1]["agent"] == f"{loser['request']}\n"
    assert "<<<<<<<" in found[1]["merged"]
    mine = {"path": "README.md", "take": "agent"}
    half = await ada.post(f"{place}/settle", json={"files": [mine]})
    assert (half.status_code, "more.txt" in half.json()["detail"]) == (409, True)
    written = {"path": "more.txt", "take": "text", "text": "Both.\n"}
    settled = await ada.post(f"{place}/settle", json={"files": [mine, written]})
    assert settled.status_code == 200, settled.text
    assert settled.json()["place"]["conflicts"] == []
    assert git(house, "show", "main:README.md") == f"# {loser['request']}\n"
    assert git(house, "show", "main:more.txt") == "Both.\n"
    assert len(git(house, "rev-list", "--parents", "-1", "main").split()) == 3, "a merge of both"
    assert git(house, "branch", "--format=%(refname:short)").split() == ["main"]
    again = await ada.post(f"{place}/settle", json={"files": [mine]})
    assert (again.status_code, again.json()["code"]) == (409, "no_conflict")
    assert (await read(ada, loser["id"]))["place"]["merged"] == git(house, "rev-parse", "main").strip()


@on_sqlite
async def test_a_conflict_is_settled_for_the_project(
    house: House, ada: httpx.AsyncClient, model_server: ModelServer
) -> None:
    loser = await in_conflict(ada, model_server)
    kept = git(house, "show", "main:README.md")
    place = f"{API}/agent-runs/{loser['id']}"
    files = [{"path": path, "take": "project"} for path in ("README.md", "more.txt")]
    wrong = await ada.post(f"{place}/settle", json={"files": [files[0] | {"text": "x"}]})
    assert wrong.status_code == 422
    await become(house, ada, "viewer")
    assert (await ada.post(f"{place}/settle", json={"files": files})).status_code == 403
    await become(house, ada, "developer")
    assert (await ada.post(f"{place}/settle", json={"files": files})).status_code == 200
    assert git(house, "show", "main:README.md") == kept
