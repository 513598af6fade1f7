"""What projects hold about a person."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select

from coditect.kernel.account_data import Person, Rows, told
from coditect.kernel.platform import Platform
from coditect.kernel.scope import tenant
from coditect.projects.models import ActivityRow, CommentRow, TaskRow


async def export_account_data(platform: Platform, person: Person) -> Mapping[str, Rows]:
    """Return what the person did and wrote, and the tasks that are theirs."""
    me = str(person.account_id)
    found: dict[str, list[Mapping[str, Any]]] = {"activity": [], "comments": [], "tasks": []}
    for organization_id in person.organizations:
        async with platform.place_of(organization_id).database.read(tenant(organization_id)) as session:
            activity = await session.scalars(select(ActivityRow).where(ActivityRow.actor_id == me))
            comments = await session.scalars(select(CommentRow).where(CommentRow.author_id == me))
            tasks = await session.scalars(select(TaskRow).where(TaskRow.assignee_id == person.account_id))
            found["activity"] += [told(row) for row in activity]
            found["comments"] += [told(row) for row in comments]
            found["tasks"] += [told(row) for row in tasks]
    return found
