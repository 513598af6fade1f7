"""Which build tasks of a workflow are on a board."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from coditect.projects.models import TaskRow
from coditect.projects.schemas import TaskStatus
from coditect.projects.task_rows import shown


@dataclass(frozen=True)
class SentTask:
    """A task that a build task became."""

    build_task_id: str
    task_id: UUID
    number: int
    status: TaskStatus


async def sent_build_tasks(session: AsyncSession, workflow_id: UUID) -> Sequence[SentTask]:
    """Return the tasks that the workflow's build tasks became, in the order of the board."""
    found = await session.scalars(
        select(TaskRow)
        .where(
            TaskRow.source_kind == "workflow", TaskRow.source_id == workflow_id, TaskRow.deleted_at.is_(None)
        )
        .order_by(TaskRow.number)
    )
    return [
        SentTask(row.source_key, row.id, row.number, shown(row).status)
        for row in found
        if row.source_key is not None
    ]
