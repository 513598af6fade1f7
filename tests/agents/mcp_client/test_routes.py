"""Servers of tools of a project over HTTP: written down, looked at, approved by a person, used, changed, removed."""

from collections.abc import AsyncIterator
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import select

from coditect.kernel.events import StoredEvent
from coditect.kernel.ids import OrganizationId
from coditect.kernel.scope import ENGINE, tenant
from coditect.kernel.secrets import StoredSecret
from tests.agents.house import API, become, member
from tests.agents.mcp_client.conftest import SERVERS
from tests.agents.work.project_house import TEXT, project
from tests.agents.working import ask, run_working_house, worked
from tests.identity.house import House
from tests.model_server.script import Call, Text, in_turn
from tests.model_server.server import ModelServer

COMMAND = ["python3", "-c", (SERVERS / "hostile.py").read_text(), "answers"]


@pytest.fixture
async def house(
    migrated_database_url: str, tmp_path: Path, model_server: ModelServer
) -> AsyncIterator[House]:
    async with run_working_house(migrated_database_url, tmp_path / "house", model_server) as house:
        yield house


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
        done = await worked(ada, "scribe", project_id, "Ask it.")
        call = done["calls"][0]
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
