"""The library of agents and the organization's own over HTTP."""

from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query, Request

from coditect import framework
from coditect.agents import directory, service
from coditect.agents.schemas import (
    AgentChange,
    AgentChoice,
    AgentFamily,
    AgentNeed,
    AgentRead,
    AgentReference,
    AgentSummary,
    AgentText,
    AgentTextToCheck,
    AgentVersion,
    Faults,
    choice_read,
    faults_read,
)
from coditect.agents.service import Author
from coditect.kernel.api import DEFAULT_LIMIT, Limit, Page, problems
from coditect.kernel.idempotency import Once, once
from coditect.kernel.platform import platform_of
from coditect.organizations import AgentReader, AgentWriter, Member, ReadSession, WriteSession

router = APIRouter(tags=["agents"])

OnlyOnce = Annotated[Once, Depends(once)]
Words = Annotated[
    str, Query(max_length=200, description="Only agents whose name or description has each of these words.")
]
Version = Annotated[int, Query(ge=1, le=2**31 - 1, description="An earlier version of an own agent.")]
Before = Annotated[int, Query(ge=1, le=2**31 - 1)]
Name = Annotated[str, Path(max_length=200)]


@router.get("/agent-families")
async def list_families(_: AgentReader) -> Page[AgentFamily]:
    """List the families of the library's agents, in the order in which to show them."""
    families = [AgentFamily.model_validate(family) for family in framework.families()]
    return Page(items=families, next_cursor=None)


@router.get("/agents")
async def list_agents(
    *,
    _: AgentReader,
    session: ReadSession,
    q: Words = "",
    retired: bool = False,
    limit: Limit = DEFAULT_LIMIT,
    cursor: str | None = None,
) -> Page[AgentSummary]:
    """List the agents of the library and the organization's own by name; with `retired`, only those."""
    return await directory.list_agents(session, words=q.split(), retired=retired, limit=limit, cursor=cursor)


@router.post("/agents", status_code=201, responses=problems(409))
async def create_agent(
    given: AgentText, member: AgentWriter, session: WriteSession, only_once: OnlyOnce
) -> AgentRead:
    """Store an own agent of the organization."""

    async def create() -> AgentReference:
        return AgentReference(name=await service.create(session, given.text, _author(member)))

    created = await only_once(session, member.organization_id, AgentReference, create)
    return await directory.read_agent(session, created.name)


@router.post("/agents/validate")
async def validate_agent(given: AgentTextToCheck, _: AgentReader, session: ReadSession) -> Faults:
    """Say what is wrong with a text, without storing it."""
    return Faults(faults=faults_read(await service.check(session, given.text, given.name)))


@router.post("/agents/choose")
async def choose_agent(need: AgentNeed, member: AgentReader, request: Request) -> AgentChoice:
    """Say which agent is for a request, and why."""
    async with platform_of(request).database.read(member.scope) as session:
        agents = await directory.usable_agents(session)
    return choice_read(await directory.choose(agents, need.request))


@router.get("/agents/{name}")
async def read_agent(
    name: Name, _: AgentReader, session: ReadSession, version: Version | None = None
) -> AgentRead:
    """Return one agent with its text, its examples and whom it hands work to."""
    return await directory.read_agent(session, name, version)


@router.put("/agents/{name}", responses=problems(409))
async def change_agent(
    name: Name, given: AgentChange, member: AgentWriter, session: WriteSession
) -> AgentRead:
    """Give an own agent a new version."""
    await service.change(session, name, given.text, given.version, _author(member))
    return await directory.read_agent(session, name)


@router.get("/agents/{name}/versions")
async def list_versions(
    *,
    name: Name,
    _: AgentReader,
    session: ReadSession,
    limit: Limit = DEFAULT_LIMIT,
    cursor: Before | None = None,
) -> Page[AgentVersion]:
    """List the versions of an own agent, newest first; read one with `GET /agents/{name}?version=`."""
    return await service.list_versions(session, name, limit=limit, cursor=cursor)


@router.post("/agents/{name}/retire", responses=problems(409))
async def retire_agent(name: Name, _: AgentWriter, session: WriteSession) -> AgentRead:
    """Take an own agent out of use; it can be restored."""
    await service.retire(session, name)
    return await directory.read_agent(session, name)


@router.post("/agents/{name}/restore", responses=problems(409))
async def restore_agent(name: Name, _: AgentWriter, session: WriteSession) -> AgentRead:
    """Put a retired own agent back into use."""
    await service.restore(session, name)
    return await directory.read_agent(session, name)


def _author(member: Member) -> Author:
    return Author(member.organization_id, member.account_id, member.name or member.email)
