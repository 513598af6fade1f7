"""Asks a server what it offers, and finds those that an agent run may use."""

import shutil
from collections.abc import Awaitable, Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from tempfile import mkdtemp
from uuid import UUID

from anyio import to_thread
from sqlalchemy.ext.asyncio import AsyncSession

from coditect import projects
from coditect.agents.mcp_client import service
from coditect.agents.mcp_client.errors import McpServerFailed
from coditect.agents.mcp_client.models import McpServerRow
from coditect.agents.mcp_client.offering import Usable, connecting_module
from coditect.agents.mcp_client.spec import Described, ServerSpec
from coditect.agents.tools import ToolRefused
from coditect.agents.work import git
from coditect.kernel.ids import OrganizationId, ProjectId
from coditect.kernel.platform import Platform
from coditect.kernel.scope import tenant

Values = Callable[[AsyncSession, McpServerRow], Awaitable[Mapping[str, str]]]
"""Returns the values of a server's variables or headers."""


async def ask(
    spec: ServerSpec, secrets: Mapping[str, str], root: Path, allowed_hosts: frozenset[str]
) -> list[Described]:
    """Return what a server offers, or raise `McpServerFailed`."""
    module = await connecting_module()
    connection = module.Connection(spec, secrets, module.Around(root, allowed_hosts))
    try:
        found: list[Described] = await connection.tools()
    except ToolRefused as refusal:
        raise McpServerFailed(str(refusal)) from None
    finally:
        await connection.close()
    return found


async def ask_in_project(
    platform: Platform, owner: OrganizationId, project_id: ProjectId, row: McpServerRow
) -> list[Described]:
    """Ask a server of a project, in a copy of the project's files if it runs in the sandbox."""
    async with platform.database.read(tenant(owner)) as session:
        secrets = await service.secrets_of(platform, session, row)
    around = platform.settings.hosts_for_agents
    base = platform.settings.data_dir / "worktrees"
    await to_thread.run_sync(lambda: base.mkdir(parents=True, exist_ok=True))
    place = Path(await to_thread.run_sync(partial(mkdtemp, prefix="look-", dir=base)))
    try:
        if row.transport == "stdio":
            repository = await projects.ensure_repository(platform, owner, project_id)
            await to_thread.run_sync(_copy, repository, place)
        return await ask(row.spec, secrets, place / "tree" if row.transport == "stdio" else place, around)
    finally:
        await to_thread.run_sync(partial(shutil.rmtree, place, ignore_errors=True))


def _copy(repository: Path, place: Path) -> None:
    tree = place / "tree"
    tree.mkdir()
    index = {"GIT_INDEX_FILE": str(place / "index")}
    git.do(f"--git-dir={repository}", "read-tree", "refs/heads/main", environment=index)
    git.do(
        f"--git-dir={repository}", f"--work-tree={tree}", "checkout-index", "--all", f"--prefix={tree}/",
        environment=index,
    )  # fmt: skip


async def usable(
    platform: Platform,
    session: AsyncSession,
    owner: OrganizationId,
    project_id: ProjectId | None,
    values: Values | None = None,
) -> Sequence[Usable]:
    """Return the approved servers of a project, or of the folder."""
    values = values or partial(service.secrets_of, platform)
    return [
        Usable(
            spec=row.spec,
            tools=row.described,
            approved=row.approved or "",
            allowed=None if row.allowed is None else frozenset(row.allowed),
            every_agent=row.every_agent,
            seconds=row.seconds,
            output_characters=row.output_characters,
            changed=partial(_note, platform, owner, project_id, row.id),
            secrets=await values(session, row),
        )
        for row in await service.servers_of(session, project_id)
        if service.state_of(row) == "approved"
    ]


async def _note(
    platform: Platform,
    owner: OrganizationId,
    project_id: ProjectId | None,
    server_id: UUID,
    tools: Sequence[Described],
) -> None:
    async with platform.database.write(tenant(owner)) as session:
        row = await service.get_server(session, project_id, server_id, lock=True)
        service.looked_at(session, row, list(tools))
