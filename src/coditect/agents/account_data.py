"""What agents hold about a person."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select

from coditect.agents.models import OwnAgentVersionRow
from coditect.kernel.account_data import Person, Rows, told
from coditect.kernel.platform import Platform
from coditect.kernel.scope import tenant


async def export_account_data(platform: Platform, person: Person) -> Mapping[str, Rows]:
    """Return the agents' texts that the person wrote."""
    found: list[Mapping[str, Any]] = []
    for organization_id in person.organizations:
        async with platform.place_of(organization_id).database.read(tenant(organization_id)) as session:
            rows = await session.scalars(
                select(OwnAgentVersionRow).where(OwnAgentVersionRow.author_id == person.account_id)
            )
            found += [told(row) for row in rows]
    return {"agent_versions": found}
