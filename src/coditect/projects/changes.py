"""Changing tasks: one with its version, or many alike; each stroke is told once and remembered for every task."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from coditect.kernel.clock import utc_now
from coditect.kernel.ids import ProjectId
from coditect.projects.board import end_of_column, lock_project
from coditect.projects.dependencies import checked_dependencies
from coditect.projects.editing import BulkChange, BulkEdit, FieldChange, TaskField, TasksEdited
from coditect.projects.errors import (
    DatesReversed,
    NotOnThisBoard,
    TaskChangedMeanwhile,
    TaskNotFound,
    TasksChangedMeanwhile,
)
from coditect.projects.models import TaskRow
from coditect.projects.people import resolve_assignee
from coditect.projects.schemas import Actor, Task, TaskUpdate
from coditect.projects.task_rows import searched, set_field, shown
from coditect.projects.telling import Touched, tell_edits

_PLAIN: tuple[TaskField, ...] = ("title", "description", "priority", "acceptance", "labels")
_CLEARABLE: tuple[TaskField, ...] = ("estimate", "starts_on", "due_on")


async def change_task(session: AsyncSession, task_id: UUID, change: TaskUpdate, actor: Actor) -> Task:
    """Apply the given fields; what does not change anything leaves no trace.

    Moving to another column without a position goes to its end. A new order inside a column is no news for the feed.
    """
    if change.depends_on is not None:
        await _lock_board_of(session, task_id)
    row = await _locked(session, task_id)
    if change.version is not None and change.version != row.version:
        raise _stale(row, change.version)
    fields = _given_fields(change, (*_PLAIN, *_CLEARABLE, "status", "position"))
    if "assignee" in change.model_fields_set:
        assignee = await resolve_assignee(session, row.organization_id, change.assignee)
        fields["assignee"] = assignee.model_dump(mode="json") if assignee else None
    if change.depends_on is not None:
        fields["depends_on"] = await checked_dependencies(session, row, change.depends_on)
    if change.status not in (None, row.status) and change.position is None:
        fields["position"] = await end_of_column(session, row.project_id, fields["status"])
    touched = [Touched(row, apply(row, fields))]
    await tell_edits(session, touched, actor, reason=change.reason)
    await session.flush()
    return shown(row)


async def change_tasks(
    session: AsyncSession, project_id: ProjectId, edit: BulkEdit, actor: Actor
) -> TasksEdited:
    """Give all the same; if one of them is not on the board or has changed meanwhile, none is changed."""
    change = edit.change
    rows = await locked_tasks(session, project_id, edit.ids)
    if moved_on := [row for row in rows if edit.versions.get(row.id, row.version) != row.version]:
        raise _all_stale(moved_on, len(rows))
    fields = _given_fields(change, ("status", "priority", *_CLEARABLE))
    if "assignee" in change.model_fields_set:
        assignee = await resolve_assignee(session, rows[0].organization_id, change.assignee)
        fields["assignee"] = assignee.model_dump(mode="json") if assignee else None
    place = await end_of_column(session, project_id, change.status) if change.status else 0.0
    touched = []
    for row in rows:
        own: dict[TaskField, Any] = dict(fields)
        if change.status not in (None, row.status):
            own["position"] = place
            place += 1.0
        if change.add_labels or change.remove_labels:
            own["labels"] = _relabelled(row.labels, change)
        touched.append(Touched(row, apply(row, own)))
    activity_id = await tell_edits(session, touched, actor, reason=change.reason)
    await session.flush()
    return TasksEdited(items=[shown(row) for row in rows], activity_id=activity_id)


def apply(row: TaskRow, fields: Mapping[TaskField, Any]) -> list[FieldChange]:
    """Write fields given as JSON into a row; return what really changed."""
    changes = [change for field, value in fields.items() if (change := set_field(row, field, value))]
    if row.starts_on and row.due_on and row.starts_on > row.due_on:
        raise DatesReversed(f"due_on: task {row.number} would be due before it starts.")
    if changes:
        row.version += 1
        row.updated_at = utc_now()
        row.searched = searched(row)
    return changes


async def locked_tasks(
    session: AsyncSession, project_id: ProjectId, ids: Iterable[UUID], *, deleted: bool = False
) -> Sequence[TaskRow]:
    """Return the tasks in the order of their numbers, locked in that order; all of them or an error."""
    wanted = set(ids)
    found = await session.scalars(
        select(TaskRow)
        .where(
            TaskRow.project_id == project_id,
            TaskRow.id.in_(wanted),
            TaskRow.deleted_at.is_not(None) if deleted else TaskRow.deleted_at.is_(None),
        )
        .order_by(TaskRow.number)
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    rows = found.all()
    if len(rows) != len(wanted):
        raise NotOnThisBoard(f"ids: {len(wanted) - len(rows)} of {len(wanted)} tasks are not on this board.")
    return rows


async def _locked(session: AsyncSession, task_id: UUID) -> TaskRow:
    row = await session.scalar(
        select(TaskRow)
        .where(TaskRow.id == task_id, TaskRow.deleted_at.is_(None))
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    if row is None:
        raise TaskNotFound
    return row


async def _lock_board_of(session: AsyncSession, task_id: UUID) -> None:
    """Let one person at a time change who waits for whom, or two could close a circle together."""
    project_id = await session.scalar(select(TaskRow.project_id).where(TaskRow.id == task_id))
    if project_id is None:
        raise TaskNotFound
    await lock_project(session, project_id)


def _stale(row: TaskRow, version: int) -> TaskChangedMeanwhile:
    problem = TaskChangedMeanwhile(f"The task is at version {row.version}, your change at {version}.")
    problem.members = {"task": shown(row).model_dump(mode="json")}
    return problem


def _all_stale(rows: Sequence[TaskRow], asked: int) -> TasksChangedMeanwhile:
    problem = TasksChangedMeanwhile(f"{len(rows)} of {asked} tasks have changed; none was touched.")
    problem.members = {"tasks": [shown(row).model_dump(mode="json") for row in rows]}
    return problem


def _given_fields(change: TaskUpdate | BulkChange, names: tuple[TaskField, ...]) -> dict[TaskField, Any]:
    given = change.model_dump(mode="json", exclude_unset=True)
    return {name: given[name] for name in names if name in given}


def _relabelled(labels: Sequence[str], change: BulkChange) -> list[str]:
    kept = [label for label in labels if label not in change.remove_labels]
    return [*kept, *(label for label in change.add_labels if label not in kept)][:20]
