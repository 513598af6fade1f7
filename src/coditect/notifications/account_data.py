"""What notifications hold about a person, and what becomes of it when they leave."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import delete, select

from coditect.kernel.account_data import Leaving, Person, Rows, told
from coditect.kernel.erasing import anonymise, purge
from coditect.kernel.platform import Platform
from coditect.kernel.scope import tenant
from coditect.notifications.models import MutedRow, NotificationRow


async def export_account_data(platform: Platform, person: Person) -> Mapping[str, Rows]:
    """Return what the person was told, and what they do not want to hear of."""
    found: dict[str, list[Mapping[str, Any]]] = {"notifications": [], "muted_notifications": []}
    for organization_id in person.organizations:
        async with platform.place_of(organization_id).database.read(tenant(organization_id)) as session:
            told_of = await session.scalars(
                select(NotificationRow).where(NotificationRow.account_id == person.account_id)
            )
            muted = await session.scalars(select(MutedRow).where(MutedRow.account_id == person.account_id))
            found["notifications"] += [told(row) for row in told_of]
            found["muted_notifications"] += [told(row) for row in muted]
    return found


async def erase_account_data(platform: Platform, leaving: Leaving) -> None:
    """Remove what the person was told, and their name from what others were told."""
    for organization_id in leaving.alone + leaving.shared:
        async with platform.place_of(organization_id).database.write(tenant(organization_id)) as session:
            if organization_id in leaving.alone:
                await purge(session, organization_id, NotificationRow, MutedRow)
                continue
            for model in (NotificationRow, MutedRow):
                await session.execute(delete(model).where(model.account_id == leaving.account_id))
            await anonymise(session, NotificationRow, leaving)
