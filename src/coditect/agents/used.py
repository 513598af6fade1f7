"""The texts that agents ran with: kept by digest, so that a run shows them after the agent has changed or gone."""

from sqlalchemy import select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from coditect.agents.errors import AgentNotFound
from coditect.agents.models import UsedAgentRow
from coditect.agents.schemas import UsedAgent
from coditect.framework import Agent, Reference, parse_reference
from coditect.kernel.clock import utc_now
from coditect.kernel.ids import OrganizationId


def reference_of(agent: Agent, publisher: str | None = None) -> str:
    """Return the reference that means exactly this text: `[publisher/]name@sha256:digest`."""
    return str(Reference(publisher, agent.name, f"sha256:{agent.digest}"))


async def keep_used(session: AsyncSession, organization_id: OrganizationId, agent: Agent) -> str:
    """Keep the text that a step of the organization ran with, once, and return its reference."""
    insert = postgresql.insert if session.get_bind().dialect.name == "postgresql" else sqlite.insert
    await session.execute(
        insert(UsedAgentRow)
        .values(
            organization_id=organization_id, digest=agent.digest, text=agent.text, first_used_at=utc_now()
        )
        .on_conflict_do_nothing()
    )
    return reference_of(agent)


async def read_used(session: AsyncSession, reference: str) -> UsedAgent:
    """Return what a step ran with, by the reference that it kept."""
    version = parse_reference(reference).version or ""
    text = await session.scalar(
        select(UsedAgentRow.text).where(UsedAgentRow.digest == version.removeprefix("sha256:"))
    )
    if text is None:
        raise AgentNotFound
    return UsedAgent(reference=reference, digest=version, text=text)
