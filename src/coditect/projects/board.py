"""The board: tasks for people and agents, how they get there, and where they stand."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from coditect.kernel.clock import utc_now
from coditect.kernel.db import store
from coditect.kernel.ids import OrganizationId, ProjectId, new_id
from coditect.projects.dependencies import graph_of, reaches
from coditect.projects.errors import ProjectNotFound, TaskNotFound
from coditect.projects.models import ProjectRow, TaskRow
from coditect.projects.people import resolve_assignee
from coditect.projects.schemas import (
    Actor,
    Assignee,
    Estimate,
    Priority,
    Task,
    TaskCreate,
    TaskSource,
    TaskStatus,
)
from coditect.projects.task_rows import fitting, searched, set_assignee, set_estimate, shown, source_of
from coditect.projects.telling import Touched, tell
from coditect.projects.verbs import CreatedTask, RestoredTask


@dataclass(frozen=True, kw_only=True)
class TaskDraft:
    """A task to be added. With a source it is added once, however often it is sent."""

    title: str
    description: str = ""
    priority: Priority = "medium"
    acceptance: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    estimate: Estimate | None = None
    assignee: Assignee | None = None
    starts_on: date | None = None
    due_on: date | None = None
    source: TaskSource | None = None
    needs: tuple[str, ...] = ()
    """Build tasks of the same source that come first, whether they are on the board yet or not."""


@dataclass(frozen=True)
class AddedTask:
    """A task that is on the board now; `created` tells whether this call put it there."""

    task: Task
    created: bool


async def add_tasks(
    session: AsyncSession, project_id: ProjectId, drafts: Sequence[TaskDraft], actor: Actor
) -> Sequence[AddedTask]:
    """Put each draft on the board, or find the task that its source already made; answers in the drafts' order."""
    project = await lock_project(session, project_id)
    known = await _by_source(session, project_id, {draft.source for draft in drafts if draft.source})
    position = await end_of_column(session, project_id, "open")
    rows: list[tuple[TaskRow, bool]] = []
    for draft in drafts:
        row = known.get(draft.source) if draft.source else None
        added = row is None or row.deleted_at is not None
        if row is None:
            project.last_task_number += 1
            row = _new_row(project.organization_id, project_id, project.last_task_number, draft, position)
            position += 1
            session.add(row)
            if draft.source:
                known[draft.source] = row
        elif added:
            await _bring_back(session, row, actor)
        rows.append((row, added))
    new = {row.id for row, _ in rows if row.version == 1}
    await session.flush()
    await _join_needs(session, project_id, known, new)
    for row, added in rows:
        if added and row.id in new:
            await tell(session, [Touched(row, [])], actor, CreatedTask(number=row.number))
    await session.flush()
    return [AddedTask(shown(row), added) for row, added in rows]


async def create_task(session: AsyncSession, project_id: ProjectId, wanted: TaskCreate, actor: Actor) -> Task:
    """Put one task on the board."""
    organization_id, number = await _next_number(session, project_id)
    draft = TaskDraft(
        title=wanted.title,
        description=wanted.description,
        priority=wanted.priority,
        acceptance=tuple(wanted.acceptance),
        labels=tuple(wanted.labels),
        estimate=Estimate.model_validate(wanted.estimate) if wanted.estimate else None,
        assignee=await resolve_assignee(session, organization_id, wanted.assignee),
        starts_on=wanted.starts_on,
        due_on=wanted.due_on,
    )
    row = _new_row(
        organization_id, project_id, number, draft, await end_of_column(session, project_id, "open")
    )
    await store(session, [row])
    await tell(session, [Touched(row, [])], actor, CreatedTask(number=number))
    return shown(row)


async def read_task(session: AsyncSession, task_id: UUID) -> Task:
    """Return a task or raise `TaskNotFound`."""
    return shown(await task_row(session, task_id))


async def task_row(session: AsyncSession, task_id: UUID) -> TaskRow:
    """Return a task's row or raise `TaskNotFound`."""
    row = await session.scalar(select(TaskRow).where(TaskRow.id == task_id, TaskRow.deleted_at.is_(None)))
    if row is None:
        raise TaskNotFound
    return row


async def lock_project(session: AsyncSession, project_id: ProjectId) -> ProjectRow:
    """Let one adder at a time number the tasks of a project."""
    project = await session.scalar(
        select(ProjectRow)
        .where(ProjectRow.id == project_id)
        .with_for_update(key_share=True)
        .execution_options(populate_existing=True)
    )
    if project is None:
        raise ProjectNotFound
    return project


async def _by_source(
    session: AsyncSession, project_id: ProjectId, sources: set[TaskSource]
) -> dict[TaskSource, TaskRow]:
    """Return all tasks that the workflows of `sources` have put on this board."""
    if not sources:
        return {}
    found = await session.scalars(
        select(TaskRow).where(
            TaskRow.project_id == project_id,
            TaskRow.source_id.in_({source.workflow_id for source in sources}),
        )
    )
    return {source: row for row in found if (source := source_of(row))}


async def _join_needs(
    session: AsyncSession, project_id: ProjectId, known: dict[TaskSource, TaskRow], new: set[UUID]
) -> None:
    """Refer to the tasks that are on the board by now; more may follow with a later call.

    What was joined once is not joined again: people may have decided otherwise since.
    """
    graph: dict[str, list[str]] | None = None
    for source, row in known.items():
        arrived = {
            need: str(other.id)
            for need in row.source_needs
            if (other := known.get(source.model_copy(update={"build_task_id": need})))
        }
        if not arrived:
            continue
        row.source_needs = [need for need in row.source_needs if need not in arrived]
        fresh = [task_id for task_id in arrived.values() if task_id not in row.depends_on]
        if row.id not in new and fresh:
            graph = graph or {
                key: list(needs) for key, needs in (await graph_of(session, project_id)).items()
            }
            fresh = [task_id for task_id in fresh if not reaches(graph, task_id, str(row.id))]
        if fresh:
            row.depends_on = [*row.depends_on, *fresh]
            if graph is not None:
                graph[str(row.id)] = row.depends_on
            if row.id not in new:
                row.version += 1
                row.updated_at = utc_now()


async def _bring_back(session: AsyncSession, row: TaskRow, actor: Actor) -> None:
    """Who sends a deleted build task again wants it on the board."""
    row.deleted_at = None
    row.version += 1
    row.updated_at = utc_now()
    await tell(session, [Touched(row, [])], actor, RestoredTask(number=row.number))


async def end_of_column(session: AsyncSession, project_id: ProjectId, status: TaskStatus) -> float:
    """Return the place behind the last task of a column."""
    last = await session.scalar(
        select(func.max(TaskRow.position)).where(TaskRow.project_id == project_id, TaskRow.status == status)
    )
    return 1.0 if last is None else last + 1.0


async def _next_number(session: AsyncSession, project_id: ProjectId) -> tuple[OrganizationId, int]:
    """Take a number; whoever wants the next one waits for this transaction's end."""
    taken = await session.execute(
        update(ProjectRow)
        .where(ProjectRow.id == project_id)
        .values(last_task_number=ProjectRow.last_task_number + 1)
        .returning(ProjectRow.organization_id, ProjectRow.last_task_number)
        .execution_options(synchronize_session=False)
    )
    row = taken.one_or_none()
    if row is None:
        raise ProjectNotFound
    return row[0], row[1]


def _new_row(
    organization_id: OrganizationId, project_id: ProjectId, number: int, draft: TaskDraft, position: float
) -> TaskRow:
    now = utc_now()
    source = draft.source
    row = TaskRow(
        id=new_id(),
        organization_id=organization_id,
        project_id=project_id,
        number=number,
        title=fitting(draft.title),
        description=draft.description,
        status="open",
        position=position,
        priority=draft.priority,
        acceptance=list(draft.acceptance),
        labels=list(draft.labels),
        starts_on=draft.starts_on,
        due_on=draft.due_on,
        source_kind=source.kind if source else None,
        source_id=source.workflow_id if source else None,
        source_key=source.build_task_id if source else None,
        source_needs=list(draft.needs),
        depends_on=[],
        version=1,
        created_at=now,
        updated_at=now,
    )
    set_estimate(row, draft.estimate)
    set_assignee(row, draft.assignee)
    row.searched = searched(row)
    return row
