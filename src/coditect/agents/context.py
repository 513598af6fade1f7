"""What agents registers."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from coditect import engine
from coditect.agents import model_routes
from coditect.agents.binding import models_of
from coditect.agents.finding import find_agents
from coditect.agents.mcp_client import looking
from coditect.agents.mcp_client import routes as mcp_routes
from coditect.agents.mcp_client.offering import Usable
from coditect.agents.routes import router
from coditect.agents.work import conversation_routes, review_routes
from coditect.agents.work import routes as work_routes
from coditect.agents.work.given import AgentTask
from coditect.agents.work.handler import Surroundings, step_handler
from coditect.agents.work.reading import about_runs
from coditect.agents.work.worktrees import WorktreePlaces
from coditect.kernel.ids import OrganizationId
from coditect.kernel.platform import Platform

__all__ = ["about_runs", "finders", "routers", "step_handlers"]

routers = (
    router,
    model_routes.router,
    work_routes.router,
    review_routes.router,
    conversation_routes.router,
    mcp_routes.router,
)
finders = (find_agents,)


def step_handlers(platform: Platform) -> Sequence[engine.StepHandler[Any]]:
    """Return the handlers that this context registers with the engine."""

    async def servers(session: AsyncSession, owner: OrganizationId, given: AgentTask) -> Sequence[Usable]:
        return await looking.usable(platform, session, owner, given.project_id)

    around = Surroundings(
        WorktreePlaces(platform),
        partial(models_of, platform),
        allowed_hosts=platform.settings.hosts_for_agents,
        servers=servers,
    )
    return [step_handler(platform, around)]
