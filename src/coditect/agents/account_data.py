"""What agents hold about a person, and what becomes of it when they leave."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select

from coditect.agents.mcp_client.models import McpServerRow
from coditect.agents.models import OwnAgentRow, OwnAgentVersionRow, OwnModel, UsedAgentRow
from coditect.agents.work.models import AgentCallRow, AgentMessageRow, AgentRunRow, ConversationRow
from coditect.kernel.account_data import Leaving, Person, Rows, told
from coditect.kernel.erasing import FORMER_MEMBER, anonymise, erasing, purge
from coditect.kernel.platform import Platform
from coditect.kernel.scope import tenant


async def export_account_data(platform: Platform, person: Person) -> Mapping[str, Rows]:
    """Return the agents' texts that the person wrote, and the work that they gave to agents."""
    found: list[Mapping[str, Any]] = []
    runs: list[Mapping[str, Any]] = []
    for organization_id in person.organizations:
        async with platform.place_of(organization_id).database.read(tenant(organization_id)) as session:
            rows = await session.scalars(
                select(OwnAgentVersionRow).where(OwnAgentVersionRow.author_id == person.account_id)
            )
            found += [told(row) for row in rows]
            began = await session.scalars(
                select(AgentRunRow).where(AgentRunRow.created_by == person.account_id)
            )
            runs += [told(row) for row in began]
    return {"agent_versions": found, "agent_runs": runs}


async def erase_account_data(platform: Platform, leaving: Leaving) -> None:
    """Keep the agents that the person wrote for others, by a former member."""

    def forget_author(row: OwnAgentVersionRow) -> None:
        if row.author_id == leaving.account_id:
            row.author_name = FORMER_MEMBER

    for organization_id in leaving.alone:
        async with erasing(platform.place_of(organization_id).database, organization_id) as session:
            await purge(
                session,
                organization_id,
                McpServerRow,
                AgentCallRow,
                AgentMessageRow,
                AgentRunRow,
                ConversationRow,
                OwnAgentVersionRow,
                OwnAgentRow,
                UsedAgentRow,
                OwnModel,
            )
    for organization_id in leaving.shared:
        async with erasing(platform.place_of(organization_id).database, organization_id) as session:
            await anonymise(session, OwnAgentVersionRow, leaving, also=forget_author)
            for of_run in (AgentRunRow, AgentCallRow, AgentMessageRow, ConversationRow, McpServerRow):
                await anonymise(session, of_run, leaving)
