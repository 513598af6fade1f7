"""Agent runs with servers of tools that the folder names and a person approved."""

import json
import shutil
from collections.abc import Sequence
from typing import Any

import pytest
from sqlalchemy import select

from coditect.agents.mcp_client import folder as declared
from coditect.agents.mcp_client import looking, service
from coditect.agents.mcp_client.models import McpServerRow
from coditect.agents.mcp_client.offering import Usable
from coditect.agents.mcp_client.schemas import McpServerApproval
from coditect.agents.work.modes import Mode
from coditect.kernel.scope import tenant
from tests.agents.mcp_client.conftest import SERVERS
from tests.agents.work.shop import Shop, agent
from tests.fixtures.platforms import on_sqlite
from tests.model_server.script import Call, Reply, Text, in_turn
from tests.model_server.server import ModelServer

pytestmark = pytest.mark.parametrize("wire", ["openai"], indirect=True)


def write(shop: Shop, manner: str, **more: Any) -> declared.Read:
    shutil.copy(SERVERS / "hostile.py", shop.folder)
    entry = {"command": "python3", "args": ["hostile.py", manner], **more}
    (shop.folder / ".mcp.json").write_text(json.dumps({"mcpServers": {"odd": entry}}))
    return declared.read(shop.folder)


async def kept(shop: Shop, read: declared.Read) -> McpServerRow:
    async with shop.platform.database.write(tenant(shop.organization)) as session:
        await declared.keep(session, shop.organization, read.servers)
    async with shop.platform.database.read(tenant(shop.organization)) as session:
        return (await session.scalars(select(McpServerRow))).one()


async def approve(shop: Shop, read: declared.Read, *, every_agent: bool = True) -> None:
    row = await kept(shop, read)
    tools = await looking.ask(row.spec, {}, shop.folder, frozenset())
    async with shop.platform.database.write(tenant(shop.organization)) as session:
        now = await service.get_server(session, None, row.id)
        service.looked_at(session, now, tools)
        service.approve(session, now, McpServerApproval(digest=now.seen or "", every_agent=every_agent), None)

    async def servers(session: Any, owner: Any, _given: object) -> Sequence[Usable]:
        return await looking.usable(shop.platform, session, owner, None)

    shop.servers = servers


async def test_an_agent_uses_an_approved_server_and_nothing_it_says_widens_its_tools(
    shop: Shop, model_server: ModelServer
) -> None:
    await approve(shop, write(shop, "answers"))
    model_server.script = in_turn(
        Call({"q": "hi"}, tool="mcp__odd__ask"), Call({"q": "x"}, tool="mcp__odd__shell"), Text("done")
    )
    async with shop.open():
        begun = await shop.begin(agent(tools="Read"), "Ask it.")
        row = await shop.ended(begun)
    assert row.state == "done", row.reason
    assert {tool.name for tool in model_server.requests[0].tools} == {
        "Read",
        "AskUserQuestion",
        "mcp__odd__ask",
    }
    calls = await shop.calls(begun)
    assert [(call.tool, call.effect, call.state) for call in calls] == [
        ("mcp__odd__ask", "execute", "done"),
        ("mcp__odd__shell", "read", "failed"),
    ]
    assert "you said {'q': 'hi'}" in (calls[0].result or "")


@on_sqlite
async def test_modes_and_the_agents_own_text_bound_what_is_used(
    shop: Shop, model_server: ModelServer
) -> None:
    await approve(shop, write(shop, "answers"), every_agent=False)
    turn: list[Reply] = [Call({"q": "hi"}, tool="mcp__odd__ask"), Text("done")]
    model_server.script = in_turn(*turn * 5)
    async with shop.open():
        plain = await shop.begin(agent(tools="Read"), "Ask it.")
        await shop.ended(plain)
        assert (await shop.calls(plain))[0].state == "failed", "its list does not name the server"
        expected: tuple[tuple[str, Mode, str], ...] = (
            ("Read, mcp__odd", "plan", "denied"),
            ("Read, mcp__odd__ask", "autonomous", "done"),
        )
        for listed, mode, state in expected:
            begun = await shop.begin(agent(tools=listed), "Ask it.", mode=mode)
            await shop.ended(begun)
            assert (await shop.calls(begun))[0].state == state, listed
        barred = await shop.begin(agent(disallowedTools="mcp__odd"), "Ask it.")
        await shop.ended(barred)
        assert (await shop.calls(barred))[0].state == "failed"
        asking = await shop.begin(agent(tools="mcp__odd"), "Ask it.", mode="ask")
        assert (await shop.reached(asking, "asking")).state == "asking"


async def test_other_tools_than_approved_end_the_approval(shop: Shop, model_server: ModelServer) -> None:
    await approve(shop, write(shop, "answers"))
    (shop.folder / "more-tools").touch()
    model_server.script = in_turn(Call({"q": "hi"}, tool="mcp__odd__ask"), Text("done"), Text("done"))
    async with shop.open():
        begun = await shop.begin(agent(tools="Read"), "Ask it.")
        await shop.ended(begun)
        call = (await shop.calls(begun))[0]
        assert (call.state, "approve them anew" in (call.result or "")) == ("failed", True)
        async with shop.platform.database.read(tenant(shop.organization)) as session:
            row = (await session.scalars(select(McpServerRow))).one()
            assert (service.state_of(row), len(row.tools)) == ("changed", 2)
        later = await shop.begin(agent(tools="Read"), "Ask it.")
        await shop.ended(later)
    assert "mcp__odd__ask" not in {tool.name for tool in model_server.requests[-1].tools}


@on_sqlite
async def test_what_the_folder_says_is_approved_as_it_is(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WEATHER", "rain")
    monkeypatch.setenv("CODITECT_MODEL_KEY", "ours")
    env = {"A": "${WEATHER}", "B": "${CODITECT_MODEL_KEY:-none}", "C": "written out"}
    read = write(shop, "answers", env=env)
    assert read.servers[0].values() == {"A": "rain", "B": "none", "C": "written out"}
    await approve(shop, read)
    row = await kept(shop, read)
    assert service.state_of(row) == "approved"
    assert row.secret_names[0] == "A=${WEATHER}"
    assert "written out" not in str(row.secret_names)
    for changed in ({"env": {**env, "C": "other"}}, {"args": ["hostile.py", "dies"], "env": env}):
        row = await kept(shop, write(shop, "answers", **changed))
        assert service.state_of(row) == "new"
    (shop.folder / ".mcp.json").write_text('{"mcpServers": {"a b": {"command": "x"}, "c": {"type": "sse"}}}')
    read = declared.read(shop.folder)
    assert (list(read.servers), len(read.faults)) == ([], 2)
    (shop.folder / ".mcp.json").unlink()
    (shop.folder / ".mcp.json").symlink_to("/etc/passwd")
    assert declared.read(shop.folder).servers == ()
