"""Which tasks come before which: only tasks of one board, never in a circle."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from coditect.kernel.ids import ProjectId
from coditect.projects.errors import CircleOfTasks, NotOnThisBoard
from coditect.projects.models import TaskRow

Graph = Mapping[str, Sequence[str]]


async def checked_dependencies(session: AsyncSession, row: TaskRow, wanted: Sequence[UUID]) -> list[str]:
    """Return what the row may wait for, as it is stored; refuse other boards' tasks and circles."""
    ids = list(dict.fromkeys(str(task_id) for task_id in wanted))
    graph = await graph_of(session, row.project_id)
    unknown = [task_id for task_id in ids if task_id not in graph]
    if unknown:
        raise NotOnThisBoard(f"depends_on: {len(unknown)} of these tasks are not on this board.")
    if any(reaches(graph, task_id, str(row.id)) for task_id in ids):
        raise CircleOfTasks("depends_on: one of these tasks waits, directly or not, for this task.")
    return ids


async def graph_of(session: AsyncSession, project_id: ProjectId) -> Graph:
    """Return what each task of the board waits for."""
    found = await session.execute(
        select(TaskRow.id, TaskRow.depends_on).where(
            TaskRow.project_id == project_id, TaskRow.deleted_at.is_(None)
        )
    )
    return {str(row.id): row.depends_on for row in found}


def reaches(graph: Graph, start: str, goal: str) -> bool:
    """Tell whether `start` is or waits, directly or not, for `goal`."""
    seen, ahead = {start}, [start]
    while ahead:
        task_id = ahead.pop()
        if task_id == goal:
            return True
        fresh = [other for other in graph.get(task_id, ()) if other not in seen]
        seen.update(fresh)
        ahead += fresh
    return False
