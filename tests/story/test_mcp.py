"""The Model Context Protocol, spoken by foreign clients: its own Python client over HTTP and stdio, and the inspector."""

import json
import os
import shutil
import subprocess
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx2
import pytest
from mcp import Client, StdioServerParameters
from mcp.client.streamable_http import streamable_http_client
from mcp_types import CallToolResult

from coditect.agents.mcp_server.offers import OFFERS
from tests.conftest import StartServer
from tests.servers.coditect import COMMAND, Server
from tests.story.people import INVOICES, Person, sign_up

MODULES = Path(__file__).parents[1] / "tools" / "node_modules"
WAIT = 50


@pytest.fixture
def site(start_server: StartServer) -> Server:
    return start_server()


def new_key(person: Person, *scopes: str) -> dict[str, Any]:
    """A new API key of theirs, which may do all that they may unless scopes are named."""
    may = list(scopes) or person.get("/api-keys")["scopes"]
    end = (datetime.now(UTC) + timedelta(days=1)).isoformat()
    return person.post("/api-keys", 201, name="other agents", scopes=may, expires_at=end)


def key_of(person: Person, *scopes: str) -> str:
    return str(new_key(person, *scopes)["key"])


@asynccontextmanager
async def over_http(site: Server, token: str) -> AsyncIterator[Client]:
    headers = {"authorization": f"Bearer {token}"}
    async with (
        httpx2.AsyncClient(headers=headers, timeout=120) as http,
        Client(streamable_http_client(f"{site.url}/mcp", http_client=http)) as client,
    ):
        yield client


def over_stdio(site: Server, token: str) -> Client:
    environment = site.environment | {"CODITECT_API_KEY": token}
    return Client(
        StdioServerParameters(command=str(COMMAND), args=["mcp", "--server", site.url], env=environment)
    )


def content(result: CallToolResult) -> dict[str, Any]:
    assert not result.is_error, result.content
    found = result.structured_content
    assert isinstance(found, dict)
    assert json.loads(result.content[0].text) == found  # type: ignore[union-attr]  # a client that reads text sees the same
    return found


def refusal(result: Any) -> str:
    assert result.is_error
    return str(result.content[0].text)


async def the_main_job(client: Client, project: str) -> None:
    """From a description to a task that is done, by tools alone."""
    assert {tool.name for tool in (await client.list_tools()).tools} == set(OFFERS)
    projects = content(await client.call_tool("list_projects", {}))
    assert project in {one["id"] for one in projects["items"]}
    chosen = content(
        await client.call_tool("choose_agent", {"request": "implement an LRU cache in rust with generics"})
    )
    assert chosen["agent"] == "rust-expert-developer"
    begun = content(
        await client.call_tool("analyze_workflow", {"project_id": project, "description": INVOICES})
    )
    asked = {"workflow_id": begun["id"], "wait_seconds": WAIT}
    found = content(await client.call_tool("get_workflow", asked))
    while found["status"] not in {"completed", "failed"}:
        found = content(await client.call_tool("get_workflow", asked))
    assert found["status"] == "completed"
    assert found["counts"]["tasks"] >= 4
    built = content(
        await client.call_tool("get_workflow", {"workflow_id": begun["id"], "part": "build_tasks"})
    )
    first = built["build_tasks"][0]["id"]
    sent = {"workflow_id": begun["id"], "ids": [first]}
    for _ in range(2):
        content(await client.call_tool("send_workflow_tasks", sent))
    tasks = content(await client.call_tool("list_tasks", {"project_id": project}))["items"]
    assert len(tasks) == 1, "sent twice, it is there once"
    change = {"task_id": tasks[0]["id"], "status": "done"}
    assert content(await client.call_tool("update_task", change))["status"] == "done"
    run = content(await client.call_tool("get_run", {"run_id": found["run_id"]}))
    assert run["status"] == "completed"


async def test_another_agent_does_the_main_job_over_http(site: Server) -> None:
    person = sign_up(site)
    async with over_http(site, key_of(person)) as client:
        await the_main_job(client, person.project())


async def test_another_agent_does_the_main_job_over_standard_input(site: Server) -> None:
    person = sign_up(site)
    async with over_stdio(site, key_of(person)) as client:
        await the_main_job(client, person.project())


async def test_a_caller_can_do_what_they_may_and_no_more(site: Server) -> None:
    ada, eve = sign_up(site), sign_up(site)
    theirs = ada.project()
    task = ada.post(f"/projects/{theirs}/tasks", 201, title="A secret plan")["id"]
    async with over_http(site, key_of(eve)) as client:
        for name, arguments in (
            ("get_task", {"task_id": task}),
            ("list_tasks", {"project_id": theirs}),
            ("update_task", {"task_id": task, "status": "done"}),
            ("create_task", {"project_id": theirs, "title": "mine"}),
            ("analyze_workflow", {"project_id": theirs, "description": INVOICES}),
        ):
            assert refusal(await client.call_tool(name, arguments)).startswith("404 "), name
    assert ada.get(f"/tasks/{task}")["status"] == "open"
    reader = key_of(ada, "organization:read", "project:read", "workflow:read", "agent:read")
    async with over_http(site, reader) as client:
        content(await client.call_tool("get_task", {"task_id": task}))
        assert refusal(await client.call_tool("update_task", {"task_id": task, "status": "done"})).startswith(
            "403 "
        )


async def test_bad_calls_are_answered_with_what_to_mend(site: Server) -> None:
    person = sign_up(site)
    async with over_http(site, key_of(person)) as client:
        assert "task_id" in refusal(await client.call_tool("get_task", {"task_id": "7"}))
        assert "titel" in refusal(
            await client.call_tool(
                "create_task", {"project_id": person.project(), "title": "x", "titel": "y"}
            )
        )
        assert "There is no tool drop_tables" in refusal(await client.call_tool("drop_tables", {}))


def test_strangers_and_cookies_are_refused(site: Server) -> None:
    hello = {"jsonrpc": "2.0", "id": 1, "method": "tools/list"}
    accept = {"accept": "application/json, text/event-stream"}
    with httpx2.Client(base_url=site.url) as http:
        for headers in ({}, {"authorization": "Bearer nonsense"}, {"authorization": "Bearer cdt_nonsense"}):
            answer = http.post("/mcp", json=hello, headers=accept | headers)
            assert (answer.status_code, answer.headers["www-authenticate"]) == (401, "Bearer")
        person = sign_up(site)
        cookie = {"cookie": f"coditect_session={person.api.headers['authorization'].removeprefix('Bearer ')}"}
        assert http.post("/mcp", json=hello, headers=accept | cookie).status_code == 401


async def test_a_key_that_is_removed_opens_nothing_more(site: Server) -> None:
    person = sign_up(site)
    made = new_key(person)
    async with over_http(site, made["key"]) as client:
        content(await client.call_tool("list_projects", {}))
        assert person.api.delete(f"/api-keys/{made['id']}").status_code == 204
        assert refusal(await client.call_tool("list_projects", {})).startswith("401 ")


def test_without_a_sign_in_the_command_says_what_to_do(tmp_path: Path) -> None:
    environment = {"PATH": os.environ["PATH"], "HOME": str(tmp_path)}
    done = subprocess.run(
        [COMMAND, "mcp"], env=environment, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode != 0
    assert "coditect login" in done.stderr


@pytest.fixture(scope="module")
def inspector(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The inspector of the protocol's authors. Its package reads a file beside itself that only the whole project has."""
    if not (MODULES / ".made").exists():
        pytest.fail(
            "the Node programs of the tests are missing: run `make setup`, or `npm ci` in tests/tools"
        )
    folder = tmp_path_factory.mktemp("inspector")
    shutil.copytree(MODULES / "@modelcontextprotocol" / "inspector-cli", folder / "cli")
    (folder / "package.json").write_text('{"name": "inspector", "version": "1.0.3", "type": "module"}')
    (folder / "node_modules").symlink_to(MODULES)
    return folder / "cli" / "build" / "index.js"


def inspect(inspector: Path, site: Server, token: str, *words: str) -> dict[str, Any]:
    headers = ("--header", f"Authorization: Bearer {token}")
    command = ["node", str(inspector), f"{site.url}/mcp", "--transport", "http", *headers, *words]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_the_inspector_reads_and_calls_our_tools(site: Server, inspector: Path) -> None:
    person = sign_up(site)
    project = person.project("Inspected")
    listed = inspect(inspector, site, key_of(person), "--method", "tools/list")
    assert {tool["name"] for tool in listed["tools"]} == set(OFFERS)
    words = ("--method", "tools/call", "--tool-name", "list_projects")
    called = inspect(inspector, site, key_of(person), *words)
    assert [one["id"] for one in called["structuredContent"]["items"]] == [project]
