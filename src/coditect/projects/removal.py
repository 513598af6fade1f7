"""Deleting tasks, bringing them back, and undoing an edit. What is deleted stays, unseen, until it is purged."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from coditect.kernel.clock import utc_now
from coditect.kernel.ids import OrganizationId, ProjectId
from coditect.projects.board import lock_project
from coditect.projects.changes import apply, locked_tasks
from coditect.projects.editing import FieldChange, TasksEdited
from coditect.projects.errors import ActivityNotFound, NotUndoable, TaskChangedMeanwhile, TaskNotFound
from coditect.projects.models import ActivityRow, TaskChangeRow, TaskRow
from coditect.projects.releasing import DELETIONS, bind_again, release
from coditect.projects.schemas import Actor, Task
from coditect.projects.task_rows import shown, value_of
from coditect.projects.telling import Touched, named, remember, tell, tell_edits
from coditect.projects.verbs import DeletedTask, DeletedTasks, RestoredTask, RestoredTasks, Verb


async def project_of(session: AsyncSession, task_id: UUID, *, deleted: bool) -> ProjectId:
    """Return the project whose board has the task, or had it until it was deleted."""
    gone = TaskRow.deleted_at.is_not(None) if deleted else TaskRow.deleted_at.is_(None)
    project_id = await session.scalar(select(TaskRow.project_id).where(TaskRow.id == task_id, gone))
    if project_id is None:
        raise TaskNotFound
    return project_id


async def delete_tasks(
    session: AsyncSession, project_id: ProjectId, ids: Iterable[UUID], actor: Actor
) -> TasksEdited:
    """Take tasks off the board; all or none."""
    await lock_project(session, project_id)
    rows = await locked_tasks(session, project_id, ids)
    return await _set_deleted(session, rows, utc_now(), actor)


async def restore_tasks(
    session: AsyncSession, project_id: ProjectId, ids: Iterable[UUID], actor: Actor
) -> TasksEdited:
    """Put deleted tasks back where they were; all or none."""
    await lock_project(session, project_id)
    rows = await locked_tasks(session, project_id, ids, deleted=True)
    return await _set_deleted(session, rows, None, actor)


async def undo(session: AsyncSession, project_id: ProjectId, activity_id: UUID, actor: Actor) -> TasksEdited:
    """Take an edit or a deletion back from every task that it touched; none, if one has changed since."""
    activity = await session.scalar(
        select(ActivityRow).where(ActivityRow.id == activity_id, ActivityRow.project_id == project_id)
    )
    if activity is None:
        raise ActivityNotFound
    found = await session.scalars(select(TaskChangeRow).where(TaskChangeRow.activity_id == activity_id))
    remembered = {row.task_id: [FieldChange.model_validate(one) for one in row.changes] for row in found}
    if activity.verb in DELETIONS:
        gone = [task_id for task_id, changes in remembered.items() if not changes]
        return await restore_tasks(session, project_id, gone, actor)
    if not any(remembered.values()):
        raise NotUndoable("Only edits and deletions of tasks can be undone.")
    rows = await locked_tasks(session, project_id, remembered)
    touched = [Touched(row, _taken_back(row, remembered[row.id])) for row in rows]
    undone = await tell_edits(session, touched, actor)
    await session.flush()
    return TasksEdited(items=[shown(row) for row in rows], activity_id=undone)


async def purge(session: AsyncSession, organization_id: OrganizationId, before: datetime) -> int:
    """Remove for good what was deleted before `before`, with its comments and history; return how many."""
    gone = await session.execute(
        delete(TaskRow)
        .where(TaskRow.organization_id == organization_id, TaskRow.deleted_at < before)
        .returning(TaskRow.id)
    )
    return len(gone.all())


def _taken_back(row: TaskRow, changes: Sequence[FieldChange]) -> list[FieldChange]:
    moved_on = [c for c in changes if c.field != "position" and value_of(row, c.field) != c.after]
    if moved_on:
        raise TaskChangedMeanwhile(f"Task {row.number} has changed since; nothing was undone.")
    return apply(row, {change.field: change.before for change in changes})


async def _set_deleted(
    session: AsyncSession, rows: Sequence[TaskRow], at: datetime | None, actor: Actor
) -> TasksEdited:
    for row in rows:
        row.deleted_at = at
        row.version += 1
        row.updated_at = utc_now()
    await session.flush()
    project_id, ids = ProjectId(rows[0].project_id), [row.id for row in rows]
    others = await release(session, project_id, ids) if at else await bind_again(session, project_id, ids)
    touched = [Touched(row, []) for row in rows]
    activity_id = await tell(session, touched, actor, _verb(touched, others, gone=at is not None))
    if others:
        await remember(session, activity_id, others)
    await session.flush()
    return TasksEdited(items=[shown(row) for row in rows], activity_id=activity_id)


def _verb(touched: Sequence[Touched], others: Sequence[Touched], *, gone: bool) -> Verb:
    if len(touched) == 1:
        number = touched[0].row.number
        one = DeletedTask if gone else RestoredTask
        return one(number=number, released=named(others))
    many = DeletedTasks if gone else RestoredTasks
    return many(count=len(touched), task_ids=named(touched), released=named(others))


def single(edited: TasksEdited) -> Task:
    """Return the one task of an answer about one."""
    [task] = edited.items
    return task
