"""Asks, for `coditect run`, whether agents may use the MCP servers that the folder names: once for what they are now."""

import asyncio
from pathlib import Path
from typing import TextIO, cast

from rich.prompt import Prompt
from rich.text import Text

from coditect.agents.mcp_client import folder as declared
from coditect.agents.mcp_client import looking, service
from coditect.agents.mcp_client.errors import McpServerFailed
from coditect.agents.mcp_client.models import McpServerRow
from coditect.agents.mcp_client.offering import plain
from coditect.agents.mcp_client.schemas import McpServerApproval
from coditect.agents.mcp_client.spec import Described
from coditect.agents.work.local import OWNER
from coditect.cli import console
from coditect.cli.prompting import LeftError, Typed
from coditect.kernel.platform import Platform
from coditect.kernel.scope import tenant

_BRIEF = 160


async def settle(
    platform: Platform, folder: Path, read: declared.Read, *, may_ask: bool, again: bool
) -> None:
    """Bring what is known of the folder's servers up to date, and ask about those that nobody decided on."""
    for fault in read.faults:
        console.say(fault)
    async with platform.database.write(tenant(OWNER)) as session:
        await declared.keep(session, OWNER, read.servers)
    async with platform.database.read(tenant(OWNER)) as session:
        rows = list(await service.servers_of(session, None))
    for row in rows:
        if service.state_of(row) == "approved" or (row.refused == _word(row) and not again):
            continue
        if may_ask:
            await _ask(platform, folder, read, row)
        else:
            console.say(
                f"The MCP server {row.name} is not used: nobody approved it. Call coditect run at a terminal to be asked."
            )


async def _ask(platform: Platform, folder: Path, read: declared.Read, row: McpServerRow) -> None:
    changed = " as it is now" if row.approved else ""
    console.ERR.print(
        f"{declared.FILE} names the MCP server [bold]{row.name}[/]{changed}:", Text(row.spec.shown())
    )
    for value in row.secret_names:
        console.ERR.print("  it gets", Text(value))
    where = "is asked at this address" if row.url else "runs in the sandbox, without a network"
    question = f"It {where}. Look at its tools, to decide?"
    if await _choice(question, "yes") == "no":
        await _refuse(platform, row)
        return
    try:
        tools = await looking.ask(
            row.spec, declared.values_of(read.servers, row), folder, platform.settings.hosts_for_agents
        )
    except McpServerFailed as problem:
        console.say(f"It is not used: {problem.detail}")
        return
    console.say("It offers these tools; what it says of them is its own word:")
    for tool in tools:
        said = plain(" ".join(tool.description.split()), _BRIEF)
        console.ERR.print(" ", Text(plain(tool.name, _BRIEF), style="bold"), Text(said))
    answer = await _choice("May agents use it here?", "no")
    await (_approve(platform, row, tools) if answer == "yes" else _refuse(platform, row))


async def _choice(question: str, default: str) -> str:
    """Ask beside the event loop, so that Ctrl-C ends the command at once; who leaves without a word has decided nothing."""
    typed = Typed()
    try:
        return await asyncio.to_thread(
            Prompt.ask,
            question,
            choices=["yes", "no"],
            default=default,
            console=console.ERR,
            stream=cast("TextIO", typed),
        )
    except LeftError:
        raise console.fail("Nothing was decided about the server; call coditect run again.", 2) from None
    finally:
        typed.leave()


async def _approve(platform: Platform, row: McpServerRow, tools: list[Described]) -> None:
    async with platform.database.write(tenant(OWNER)) as session:
        now = await service.get_server(session, None, row.id, lock=True)
        now.look(tools)
        # Whoever sits here chooses the agent as well.
        service.approve(session, now, McpServerApproval(digest=now.seen or "", every_agent=True), None)


async def _refuse(platform: Platform, row: McpServerRow) -> None:
    async with platform.database.write(tenant(OWNER)) as session:
        now = await service.get_server(session, None, row.id, lock=True)
        now.refused = _word(now)


def _word(row: McpServerRow) -> str:
    """Return what stands for a server as it was when a person said no."""
    return row.seen or "unseen"
