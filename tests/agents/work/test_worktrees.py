"""Agent runs of projects over HTTP: worktrees, merges and conflicts, in an application with a worker."""

import json
import threading

import httpx

from tests.agents.house import API, become, member
from tests.agents.work.project_house import ada, asked, begin, git, house, project, reached, write
from tests.fixtures.platforms import on_sqlite, plain_logs
from tests.identity.house import House
from tests.model_server.script import Call, Calls, Reply, Request, Text
from tests.model_server.server import ModelServer

__all__ = ["ada", "house", "plain_logs"]


async def test_an_agent_works_in_its_worktree_and_its_work_is_merged(
    house: House, ada: httpx.AsyncClient, model_server: ModelServer
) -> None:
    model_server.script = lambda request: (
        write("notes/a.txt", "Hello.\n") if request.turns == 1 else Text("It is written.")
    )
    project_id = await project(ada)
    agent_run_id = await begin(ada, project_id, "scribe", "Write a note.")
    run = await reached(ada, agent_run_id, "done", "failed")
    assert (run["state"], run["answer"], run["changed_files"]) == ("done", "It is written.", ["notes/a.txt"])
    assert git(house, "show", "main:notes/a.txt") == "Hello.\n"
    assert git(house, "log", "-1", "--format=%s", "main") == "Write a note.\n"
    assert run["place"]["merged"] == git(house, "rev-parse", "main").strip()
    assert run["place"]["conflicts"] == []
    assert str(house.platform.settings.data_dir) not in json.dumps(run), (
        "where the server keeps it is nobody's business"
    )
    (call,) = run["calls"]
    assert (call["tool"], call["state"], call["effect"]) == ("Write", "done", "write")
    assert "+Hello." in call["changes"][0]["diff"]
    told = {line["what"]: line["why"] for line in run["prompt"]["lines"]}
    assert told["README.md"] == "what the project is"
    assert "Sells things." in model_server.requests[0].text
    assert run["spent"]["turns"] == 2
    assert float(run["spent"]["cost_usd"]) > 0
    assert run["said"][-1]["text"] == "It is written."
    # Nothing is left behind: no worktree, no branch.
    assert git(house, "branch", "--format=%(refname:short)").split() == ["main"]
    assert not list((house.platform.settings.data_dir / "worktrees").glob("*/*"))
    feed = (await ada.get(f"{API}/projects/{project_id}/activity")).json()["items"]
    assert [item["verb"] for item in feed[:2]] == ["agent.did_work", "agent.given_work"]
    listed = (await ada.get(f"{API}/agent-runs?project_id={project_id}")).json()["items"]
    assert [one["id"] for one in listed] == [agent_run_id]
    messages = (await ada.get(f"{API}/agent-runs/{agent_run_id}/messages")).json()["items"]
    assert [one["message"]["kind"] for one in messages] == ["request", "response", "request", "response"]


@on_sqlite
async def test_two_who_change_the_same_lines_leave_a_conflict_to_a_person(
    house: House, ada: httpx.AsyncClient, model_server: ModelServer
) -> None:
    at_work: set[str] = set()
    both = threading.Event()

    def script(request: Request) -> Reply:
        task = asked(request)
        if request.turns == 1:
            return write("README.md", f"# {task}\n")
        # Neither ends before the other one has begun.
        at_work.add(task)
        if len(at_work) == 2:
            both.set()
        assert both.wait(60)
        return Text("Done.")

    model_server.script = script
    project_id = await project(ada)
    ids = [await begin(ada, project_id, "scribe", task) for task in ("One", "Two")]
    runs = [await reached(ada, each, "done", "failed") for each in ids]
    assert [run["state"] for run in runs] == ["done", "done"]
    conflicts = sorted((run["place"]["conflicts"] for run in runs), key=len)
    assert conflicts == [[], ["README.md"]]
    loser = next(run for run in runs if run["place"]["conflicts"])
    assert git(house, "show", f"{loser['place']['branch']}:README.md") == f"# {loser['request']}\n"
    feed = (await ada.get(f"{API}/projects/{project_id}/activity")).json()["items"]
    assert any("in conflict" in item["sentence"] for item in feed)


@on_sqlite
async def test_those_who_are_handed_work_begin_with_what_is_there_and_all_is_merged(
    house: House, ada: httpx.AsyncClient, model_server: ModelServer
) -> None:
    def script(request: Request) -> Reply:
        task = asked(request)
        if task == "lead":
            if request.turns > 1:
                return Text("All written.")
            return Calls(
                tuple(Call({"agent": "scribe", "task": f"{name}.txt"}, tool="Agent") for name in "ab")
            )
        return write(task, f"{task}\n") if request.turns == 1 else Text("Written.")

    model_server.script = script
    run = await reached(ada, await begin(ada, await project(ada), "foreman", "lead"), "done", "failed")
    assert run["state"] == "done", run["reason"]
    assert [child["state"] for child in run["children"]] == ["done", "done"]
    assert [call["child_id"] for call in run["calls"]] == [child["id"] for child in run["children"]]
    assert git(house, "show", "main:a.txt") + git(house, "show", "main:b.txt") == "a.txt\nb.txt\n"
    assert git(house, "branch", "--format=%(refname:short)").split() == ["main"]


@on_sqlite
async def test_people_allow_and_stop_over_http(
    house: House, ada: httpx.AsyncClient, model_server: ModelServer
) -> None:
    model_server.script = lambda request: write("a.txt", "a\n") if request.turns == 1 else Text("Done.")
    agent_run_id = await begin(ada, await project(ada), "scribe", "Write.", mode="ask")
    run = await reached(ada, agent_run_id, "asking")
    (call,) = run["calls"]
    assert (call["state"], call["arguments"]["content"]) == ("asked", "a\n")
    place = f"{API}/agent-runs/{agent_run_id}"
    assert (await ada.post(f"{place}/calls/1/answer", json={"text": "x"})).status_code == 409
    assert (await ada.post(f"{place}/stop")).json()["stop_asked"]
    assert (await ada.post(f"{place}/calls/1/allow", json={})).status_code == 200
    await reached(ada, agent_run_id, "stopped")
    went_on = await ada.post(f"{place}/go-on", json={"budget": {"turns": 7}})
    assert went_on.json()["budget"]["turns"] == 7
    run = await reached(ada, agent_run_id, "done")
    assert run["calls"][0]["decided_by"] is not None
    assert (await ada.post(f"{place}/stop")).status_code == 409


@on_sqlite
async def test_agent_runs_of_others_are_not_there(
    house: House, ada: httpx.AsyncClient, model_server: ModelServer
) -> None:
    model_server.script = lambda _: Text("Done.")
    project_id = await project(ada)
    agent_run_id = await begin(ada, project_id, "scribe", "Write.")
    await reached(ada, agent_run_id, "done")
    async with member(house, "eve@example.com") as eve:
        body = {"project_id": project_id, "request": "Write."}
        assert (await eve.post(f"{API}/agents/debugger/runs", json=body)).status_code == 404
        for path in ("", "/messages"):
            assert (await eve.get(f"{API}/agent-runs/{agent_run_id}{path}")).status_code == 404
        for path in ("stop", "go-on", "calls/1/allow", "calls/1/refuse"):
            answer = await eve.post(f"{API}/agent-runs/{agent_run_id}/{path}", json={})
            assert answer.status_code == 404, path
        assert (await eve.get(f"{API}/agent-runs")).json()["items"] == []
    await become(house, ada, "viewer")
    refused = await ada.post(
        f"{API}/agents/scribe/runs", json={"project_id": project_id, "request": "Write."}
    )
    assert refused.status_code == 403
