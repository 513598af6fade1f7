"""Servers of tools of a project over HTTP: written down, looked at, approved by a person, used, changed, removed."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any
from uuid import UUID

import httpx
import pytest
from sqlalchemy import select

from coditect import engine
from coditect.agents import context
from coditect.agents.breaker import breaker_of
from coditect.kernel.events import StoredEvent
from coditect.kernel.ids import OrganizationId
from coditect.kernel.scope import ENGINE, tenant
from coditect.kernel.secrets import StoredSecret
from tests.agents.house import API, become, member
from tests.agents.mcp_client.conftest import SERVERS
from tests.agents.work.test_worktrees import TEXT, project, read
from tests.fixtures.platforms import until
from tests.identity.house import House
from tests.model_server.script import Call, Text, in_turn
from tests.model_server.server import ModelServer
from tests.projects.house import run_projects_house

COMMAND = ["python3", "-c", (SERVERS / "hostile.py").read_text(), "answers"]


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


async def ask(client: httpx.AsyncClient, method: str, path: str, status: int, **body: Any) -> dict[str, Any]:
    answer = await client.request(method, f"{API}{path}", json=body or None)
    assert answer.status_code == status, answer.text
    found: dict[str, Any] = answer.json() if answer.content else {}
    return found


async def topics(house: House) -> list[str]:
    async with house.platform.database.read(ENGINE) as session:
        found = await session.scalars(select(StoredEvent.topic).order_by(StoredEvent.id))
        return [topic.removeprefix("agents.mcp_server_") for topic in found if "mcp_server" in topic]


async def test_a_server_is_used_only_as_a_person_approved_it(house: House, model_server: ModelServer) -> None:
    async with member(house, "ada@example.com") as ada:
        await ask(ada, "POST", "/agents", 201, text=TEXT.format(name="scribe", tools="Read"))
        project_id = await project(ada)
        place = f"/projects/{project_id}/mcp-servers"
        given = {
            "name": "odd",
            "transport": "stdio",
            "command": COMMAND,
            "secrets": {"TOKEN": "s3cr3t-of-ada"},
        }
        made = await ask(ada, "POST", place, 201, **given)
        assert (made["state"], made["secret_names"], made["digest"]) == ("new", ["TOKEN"], None)
        await ask(ada, "POST", place, 409, **given)
        one = f"{place}/{made['id']}"
        await ask(ada, "POST", f"{one}/approve", 409, digest="0" * 64)
        seen = await ask(ada, "POST", f"{one}/look", 200)
        assert (seen["state"], [tool["offered_as"] for tool in seen["tools"]]) == (
            "waiting",
            ["mcp__odd__ask"],
        )
        approved = await ask(ada, "POST", f"{one}/approve", 200, digest=seen["digest"], every_agent=True)
        assert approved["state"] == "approved"
        model_server.script = in_turn(Call({"q": "s3cr3t-of-ada"}, tool="mcp__odd__ask"), Text("done"))
        begun = await ask(ada, "POST", "/agents/scribe/runs", 202, project_id=project_id, request="Ask it.")

        async def is_done() -> bool:
            return (await read(ada, begun["id"]))["state"] in {"done", "failed"}

        await until(is_done, what="the agent run")
        call = (await read(ada, begun["id"]))["calls"][0]
        assert (call["state"], "you said {'q': '[secret]'}" in call["result"]) == ("done", True)
        assert "s3cr3t-of-ada" not in str(await ask(ada, "GET", place, 200))

        # Another command is another server, and its secrets go nowhere else.
        await ask(ada, "PUT", one, 422, **{**given, "command": ["true"], "secrets": {"TOKEN": None}})
        same = await ask(ada, "PUT", one, 200, **{**given, "seconds": 5, "secrets": {"TOKEN": None}})
        assert same["state"] == "approved"
        other = await ask(ada, "PUT", one, 200, **{**given, "secrets": {"TOKEN": "another"}})
        assert other["state"] == "changed"
        again = await ask(ada, "POST", f"{one}/look", 200)
        assert (again["state"], again["digest"]) == ("changed", seen["digest"])
        broken = await ask(ada, "PUT", one, 200, **{**given, "command": ["/no/such/program"]})
        assert (broken["state"], broken["tools"]) == ("changed", [])
        assert "No such file" in (await ask(ada, "POST", f"{one}/look", 409))["detail"]

        async with member(house, "eve@example.com") as eve:
            for method, path in (("POST", f"{one}/look"), ("PUT", one), ("DELETE", one)):
                assert (await eve.request(method, f"{API}{path}", json=given)).status_code == 404
        await become(house, ada, "analyst")
        await ask(ada, "POST", f"{one}/approve", 403, digest=seen["digest"])
        await become(house, ada, "owner")
        await ask(ada, "DELETE", one, 204)
        assert (await ask(ada, "GET", place, 200))["items"] == []
        owner = OrganizationId(UUID((await ask(ada, "GET", "/me", 200))["active_organization_id"]))
    async with house.platform.database.read(tenant(owner)) as session:
        names = (await session.scalars(select(StoredSecret.name))).all()
    assert not [name for name in names if name.startswith("agents.mcp_server.")]
    assert await topics(house) == ["written", "approved", "written", "written", "written", "removed"]


async def test_faults_are_named(house: House) -> None:
    async with member(house, "ada@example.com") as ada:
        place = f"/projects/{await project(ada)}/mcp-servers"
        for fault in (
            {"name": "a__b", "transport": "stdio", "command": ["x"]},
            {"name": "a", "transport": "stdio"},
            {"name": "a", "transport": "http", "url": "ftp://example.com"},
            {"name": "a", "transport": "http", "url": "https://me:pw@example.com"},
            {"name": "a", "transport": "http", "url": "https://example.com", "secrets": {"X": "a\r\nb"}},
            {"name": "a", "transport": "stdio", "command": ["x"], "secrets": {"X": None}},
        ):
            await ask(ada, "POST", place, 422, **fault)
        made = await ask(ada, "POST", place, 201, name="a", transport="http", url="https://example.com/mcp")
        problem = await ask(ada, "POST", f"{place}/{made['id']}/look", 409)
        assert "not among the hosts" in problem["detail"]
