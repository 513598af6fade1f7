"""Which build tasks of a workflow are on a board."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from coditect.projects.models import TaskRow


async def sent_build_tasks(session: AsyncSession, workflow_id: UUID) -> Sequence[str]:
    """Return the ids of the workflow's build tasks that became tasks, in the order of the board."""
    found = await session.scalars(
        select(TaskRow.source_key)
        .where(
            TaskRow.source_kind == "workflow", TaskRow.source_id == workflow_id, TaskRow.deleted_at.is_(None)
        )
        .order_by(TaskRow.number)
    )
    return [build_task_id for build_task_id in found if build_task_id is not None]
