"""Tasks that waited for a deleted one wait for it no longer, and wait again when it comes back."""

from collections.abc import Collection, Mapping, Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from coditect.kernel.ids import ProjectId
from coditect.projects.changes import apply
from coditect.projects.dependencies import graph_of, reaches
from coditect.projects.editing import FieldChange
from coditect.projects.models import ActivityRow, TaskChangeRow, TaskRow
from coditect.projects.telling import Touched
from coditect.projects.verbs import DeletedTask, DeletedTasks

DELETIONS = {DeletedTask.name, DeletedTasks.name}


async def release(session: AsyncSession, project_id: ProjectId, gone: Collection[UUID]) -> Sequence[Touched]:
    """Let no task of the board wait for those that are `gone`."""
    names = {str(task_id) for task_id in gone}
    graph = await graph_of(session, project_id)
    waiting = [UUID(task_id) for task_id, needs in graph.items() if names.intersection(needs)]
    return [
        Touched(row, apply(row, {"depends_on": [need for need in row.depends_on if need not in names]}))
        for row in await _locked(session, waiting)
    ]


async def bind_again(
    session: AsyncSession, project_id: ProjectId, back: Collection[UUID]
) -> Sequence[Touched]:
    """Let the tasks wait for those that are `back` which did so when these were deleted."""
    remembered = await _waited(session, back)
    if not remembered:
        return []
    graph = {task_id: list(needs) for task_id, needs in (await graph_of(session, project_id)).items()}
    touched = []
    for row in await _locked(session, remembered):
        fresh = [
            need
            for need in remembered[row.id]
            if need in graph and need not in row.depends_on and not reaches(graph, need, str(row.id))
        ]
        graph[str(row.id)] = [*row.depends_on, *fresh]
        touched.append(Touched(row, apply(row, {"depends_on": [*row.depends_on, *fresh]})))
    return [one for one in touched if one.changes]


async def _waited(session: AsyncSession, back: Collection[UUID]) -> Mapping[UUID, Sequence[str]]:
    """Return which of the tasks each other task waited for, as the newest deletion of each remembers."""
    deletions = await session.execute(
        select(TaskChangeRow.task_id, TaskChangeRow.activity_id)
        .join(ActivityRow, ActivityRow.id == TaskChangeRow.activity_id)
        .where(TaskChangeRow.task_id.in_(back), ActivityRow.verb.in_(DELETIONS))
        .order_by(ActivityRow.id)
    )
    newest = {row.task_id: row.activity_id for row in deletions}
    rows = await session.scalars(
        select(TaskChangeRow).where(TaskChangeRow.activity_id.in_(set(newest.values())))
    )
    waited: dict[UUID, list[str]] = {}
    for row in rows:
        for change in map(FieldChange.model_validate, row.changes):
            lost = set(change.before or ()) - set(change.after or ())
            needs = [str(t) for t, at in newest.items() if at == row.activity_id and str(t) in lost]
            if needs:
                waited.setdefault(row.task_id, []).extend(needs)
    return waited


async def _locked(session: AsyncSession, ids: Collection[UUID]) -> Sequence[TaskRow]:
    if not ids:
        return []
    found = await session.scalars(
        select(TaskRow)
        .where(TaskRow.id.in_(ids), TaskRow.deleted_at.is_(None))
        .order_by(TaskRow.number)
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    return found.all()
