"""Deleted tasks can be brought back for a month; then they go for good."""

from collections.abc import Sequence
from datetime import timedelta

from coditect.kernel.clock import utc_now
from coditect.kernel.housekeeping import Chore, organizations_with
from coditect.kernel.platform import Platform
from coditect.kernel.scope import tenant
from coditect.projects.models import TaskRow
from coditect.projects.removal import purge

KEPT = timedelta(days=30)


def chores(platform: Platform) -> Sequence[Chore]:
    """Return what projects have to do about their rows."""

    async def deleted_tasks() -> int:
        before = utc_now() - KEPT
        removed = 0
        for organization_id in await organizations_with(platform, TaskRow, TaskRow.deleted_at < before):
            database = platform.place_of(organization_id).database
            async with database.write(tenant(organization_id)) as session:
                removed += await purge(session, organization_id, before)
        return removed

    return [Chore("deleted_tasks", deleted_tasks)]
