"""Short ways to projects."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from coditect.kernel.db import Database
from coditect.kernel.ids import OrganizationId, ProjectId
from coditect.kernel.scope import tenant
from coditect.projects import Actor, ProjectSummary, service
from coditect.projects.editing import TaskFilter
from coditect.projects.schemas import ProjectCreate

ADA = Actor(kind="account", id="0190-ada", name="Ada")


async def project(
    database: Database, organization_id: OrganizationId, name: str = "Invoices"
) -> ProjectSummary:
    async with database.write(tenant(organization_id)) as session:
        return await service.create_project(session, organization_id, ProjectCreate(name=name), ADA)


async def no_workflows(session: AsyncSession, project_ids: Sequence[ProjectId]) -> Mapping[ProjectId, int]:
    """Count as the context above does when nobody has described a workflow yet."""
    return {}


def tasks(**chosen: Any) -> TaskFilter:
    """Return a filter that lets every task through but for what is given."""
    everything: dict[str, Any] = {
        key: [] for key in ("status", "priority", "assignee", "label", "workflow", "id")
    }
    days = dict.fromkeys(("due_from", "due_until"))
    return TaskFilter.model_validate({"text": "", **everything, **days, **chosen})
