"""What organizations use, for a person who takes their data along or leaves."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import delete, select

from coditect.kernel.account_data import Leaving, Person, Rows, told
from coditect.kernel.erasing import purge
from coditect.kernel.platform import Platform
from coditect.kernel.scope import tenant
from coditect.licensing.models import AssignedTier, LimitOverride, Usage, UsageCounter
from coditect.organizations import member_use


async def export_account_data(platform: Platform, person: Person) -> Mapping[str, Rows]:
    """Return what the person's organizations use."""
    found: list[Mapping[str, Any]] = []
    for organization_id in person.organizations:
        async with platform.place_of(organization_id).database.read(tenant(organization_id)) as session:
            found += [told(row) for row in await session.scalars(select(UsageCounter))]
    return {"usage": found}


async def erase_account_data(platform: Platform, leaving: Leaving) -> None:
    """Remove what organizations that go have used; in the others a member's place becomes free."""
    for organization_id in leaving.alone + leaving.shared:
        async with platform.place_of(organization_id).database.write(tenant(organization_id)) as session:
            if organization_id in leaving.alone:
                await purge(session, organization_id, Usage, UsageCounter, LimitOverride, AssignedTier)
            else:
                place = member_use(leaving.account_id)
                await platform.entitlements.release(session, organization_id, place)
                await session.execute(delete(Usage).where(Usage.source == place.source, Usage.id == place.id))
