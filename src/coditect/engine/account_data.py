"""What runs hold of a person."""

from coditect.engine.models import Run, Step, StepNeed
from coditect.kernel.account_data import Leaving
from coditect.kernel.erasing import anonymise, purge
from coditect.kernel.platform import Platform
from coditect.kernel.scope import tenant


async def erase_account_data(platform: Platform, leaving: Leaving) -> None:
    """Remove the runs of organizations that go, and the person from the runs of those that stay."""
    for organization_id in leaving.alone:
        async with platform.place_of(organization_id).database.write(tenant(organization_id)) as session:
            await purge(session, organization_id, StepNeed, Step, Run)
    for organization_id in leaving.shared:
        async with platform.place_of(organization_id).database.write(tenant(organization_id)) as session:
            await anonymise(session, Step, leaving)
            await anonymise(session, Run, leaving)
