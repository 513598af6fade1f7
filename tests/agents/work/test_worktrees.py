"""Agent runs of projects over HTTP: worktrees, merges and conflicts, in an application with a worker."""

import asyncio
import subprocess
import threading
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from coditect import engine
from coditect.agents import context
from coditect.agents.breaker import breaker_of
from tests.agents.house import API, become, member
from tests.fixtures.platforms import on_sqlite, plain_logs, until
from tests.identity.house import House
from tests.model_server.script import Call, Calls, Reply, Request, Text
from tests.model_server.server import ModelServer
from tests.projects.house import run_projects_house

__all__ = ["plain_logs"]

TEXT = """---
name: {name}
description: |
  Works in tests. Use it there. Not anywhere else (`debugger`).

  <example>
  user: "Write."
  assistant: "I'll ask the {name} subagent."
  </example>
  <example>
  user: "Write more."
  assistant: "I'll ask the {name} subagent."
  </example>
tools: {tools}
model: inherit
---

You write files.
"""


@pytest.fixture
async def house(
    migrated_database_url: str, tmp_path: Path, model_server: ModelServer
) -> AsyncIterator[House]:
    breaker_of.cache_clear()
    settings = {
        "model": "anthropic:claude-sonnet-5-5",
        "anthropic_api_key": model_server.api_key,
        "anthropic_base_url": model_server.anthropic_url,
    }
    async with run_projects_house(migrated_database_url, tmp_path / "house", **settings) as house:
        for router in context.routers:
            house.app.include_router(router, prefix=API)
        platform = house.platform
        platform.database.on_published(lambda: platform.bus.wake("steps"))
        worker = asyncio.create_task(engine.Worker(platform, context.step_handlers(platform)).run())
        yield house
        worker.cancel()
        await asyncio.gather(worker, return_exceptions=True)


@pytest.fixture
async def ada(house: House) -> AsyncIterator[httpx.AsyncClient]:
    async with member(house, "ada@example.com") as client:
        for name, tools in (("scribe", "Read, Write, Edit"), ("foreman", "Read, Agent(scribe)")):
            made = await client.post(f"{API}/agents", json={"text": TEXT.format(name=name, tools=tools)})
            assert made.status_code == 201, made.text
        yield client


async def project(client: httpx.AsyncClient) -> str:
    made = await client.post(f"{API}/projects", json={"name": "Shop", "description": "Sells things."})
    assert made.status_code == 201, made.text
    return str(made.json()["id"])


async def begin(client: httpx.AsyncClient, project_id: str, name: str, request: str, **more: Any) -> str:
    begun = await client.post(
        f"{API}/agents/{name}/runs", json={"project_id": project_id, "request": request, **more}
    )
    assert begun.status_code == 202, begun.text
    return str(begun.json()["id"])


async def read(client: httpx.AsyncClient, agent_run_id: str) -> dict[str, Any]:
    answer = await client.get(f"{API}/agent-runs/{agent_run_id}")
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def reached(client: httpx.AsyncClient, agent_run_id: str, *states: str) -> dict[str, Any]:
    async def is_there() -> bool:
        return (await read(client, agent_run_id))["state"] in states

    await until(is_there, what=f"{states}")
    return await read(client, agent_run_id)


def git(house: House, *arguments: str) -> str:
    (repository,) = (house.platform.settings.data_dir / "repositories").glob("*/*.git")
    return subprocess.run(
        ["git", f"--git-dir={repository}", *arguments], check=True, capture_output=True, text=True
    ).stdout


def asked(request: Request) -> str:
    return (
        request.text.rpartition("[end of request")[0].rpartition("[request ")[2].partition("]\n")[2].strip()
    )


def write(name: str, content: str) -> Call:
    return Call({"file_path": name, "content": content}, tool="Write")


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
