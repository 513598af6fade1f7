"""The library of agents over HTTP."""

from fastapi import APIRouter

from coditect import framework
from coditect.agents.schemas import AgentRead, AgentSummary, agent_of, summary_of
from coditect.kernel.api import DEFAULT_LIMIT, Limit, Page, page_of
from coditect.kernel.errors import NotFound
from coditect.organizations import AgentReader

router = APIRouter(prefix="/agents", tags=["agents"])


class AgentNotFound(NotFound):
    code = "agent_not_found"
    title = "There is no such agent"


@router.get("")
async def list_agents(
    _: AgentReader, limit: Limit = DEFAULT_LIMIT, cursor: str | None = None
) -> Page[AgentSummary]:
    """List the agents of the library by name."""
    names = [name for name in sorted(framework.load_library().agents) if cursor is None or name > cursor]
    items = [summary_of(framework.agent(name)) for name in names[: limit + 1]]
    return page_of(items, limit, lambda item: item.name)


@router.get("/{name}")
async def read_agent(name: str, _: AgentReader) -> AgentRead:
    """Return one agent with its text and examples."""
    try:
        return agent_of(framework.agent(name))
    except (LookupError, framework.InvalidReference):
        raise AgentNotFound("See GET /api/v1/agents for the names.") from None
