"""The servers of tools of a project over HTTP; the values of their secrets go in and never come out."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Request

from coditect import projects
from coditect.agents.mcp_client import looking, service
from coditect.agents.mcp_client.schemas import McpServerApproval, McpServerRead, McpServerWrite
from coditect.kernel.api import Page, problems
from coditect.kernel.idempotency import Once, once
from coditect.kernel.ids import ProjectId
from coditect.kernel.platform import platform_of
from coditect.kernel.rates import Rate, hit
from coditect.organizations import AgentReader, AgentWriter, MemberInPerson, ReadSession, WriteSession

router = APIRouter(prefix="/projects/{project_id}/mcp-servers", tags=["agents"])

OnlyOnce = Annotated[Once, Depends(once)]
LOOKS = Rate(30, 600)


@router.get("")
async def list_mcp_servers(
    project_id: ProjectId, _: AgentReader, session: ReadSession
) -> Page[McpServerRead]:
    """List the servers whose tools agents may use in a project, approved or not."""
    await projects.get_project(session, project_id)
    rows = await service.servers_of(session, project_id)
    return Page(items=[service.shown(row) for row in rows], next_cursor=None)


@router.post("", status_code=201, responses=problems(404, 409))
async def add_mcp_server(
    *,
    project_id: ProjectId,
    given: McpServerWrite,
    request: Request,
    member: AgentWriter,
    session: WriteSession,
    only_once: OnlyOnce,
) -> McpServerRead:
    """Write a server down. Agents use it when a person has looked at its tools and approved them."""
    await projects.get_project(session, project_id)

    async def create() -> McpServerRead:
        row = await service.add(platform_of(request), session, member, project_id, given)
        return service.shown(row)

    return await only_once(session, member.organization_id, McpServerRead, create)


@router.put("/{server_id}", responses=problems(404, 409))
async def change_mcp_server(
    *,
    project_id: ProjectId,
    server_id: UUID,
    given: McpServerWrite,
    request: Request,
    _: AgentWriter,
    session: WriteSession,
) -> McpServerRead:
    """Change a server: with another command, address or set of variables it needs approval anew."""
    row = await service.get_server(session, project_id, server_id, lock=True)
    await service.change(platform_of(request), session, row, given)
    return service.shown(row)


@router.post("/{server_id}/look", responses=problems(404, 409, 429))
async def look_at_mcp_server(
    project_id: ProjectId, server_id: UUID, request: Request, member: AgentWriter, _: MemberInPerson
) -> McpServerRead:
    """Start or ask the server, and note which tools it offers; what it says of them is text from outside."""
    platform = platform_of(request)
    await hit(platform.cache, f"mcp-look:{member.organization_id}", LOOKS)
    async with platform.database.read(member.scope) as session:
        row = await service.get_server(session, project_id, server_id)
    tools = await looking.ask_in_project(platform, member.organization_id, project_id, row)
    async with platform.database.write(member.scope) as session:
        now = await service.get_server(session, project_id, server_id, lock=True)
        if now.spec == row.spec:
            service.looked_at(session, now, tools)
        return service.shown(now)


@router.post("/{server_id}/approve", responses=problems(404, 409))
async def approve_mcp_server(
    *,
    project_id: ProjectId,
    server_id: UUID,
    given: McpServerApproval,
    member: AgentWriter,
    _: MemberInPerson,
    session: WriteSession,
) -> McpServerRead:
    """Let agents use the server, as long as it is and offers what you looked at."""
    row = await service.get_server(session, project_id, server_id, lock=True)
    service.approve(session, row, given, member.account_id)
    return service.shown(row)


@router.delete("/{server_id}", status_code=204, responses=problems(404))
async def remove_mcp_server(
    project_id: ProjectId, server_id: UUID, request: Request, _: AgentWriter, session: WriteSession
) -> None:
    """Remove the server and its secrets; an agent at work keeps a connection that it has until its run ends."""
    row = await service.get_server(session, project_id, server_id, lock=True)
    await service.remove(platform_of(request), session, row)
