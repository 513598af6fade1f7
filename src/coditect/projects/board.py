"""The board: tasks for people and agents."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from coditect.kernel.api import Page, page_of
from coditect.kernel.clock import utc_now
from coditect.kernel.ids import ProjectId, new_id
from coditect.projects.activity import record_activity
from coditect.projects.errors import ProjectNotFound, TaskChangedMeanwhile, TaskNotFound
from coditect.projects.models import ProjectRow, TaskRow
from coditect.projects.schemas import (
    LONGEST_TITLE,
    ActivityObject,
    Actor,
    Assignee,
    Estimate,
    Priority,
    Task,
    TaskCreate,
    TaskSource,
    TaskStatus,
    TaskUpdate,
)
from coditect.projects.verbs import AssignedTask, CreatedTask, EditedTask, MovedTask, Verb

_PLAIN_FIELDS = ("title", "description", "priority", "acceptance", "labels")


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
    project = await _lock(session, project_id)
    known = await _by_source(session, project_id, {draft.source for draft in drafts if draft.source})
    position = await _end_of_column(session, project_id, "open")
    rows: list[tuple[TaskRow, bool]] = []
    for draft in drafts:
        row = known.get(draft.source) if draft.source else None
        created = row is None
        if row is None:
            project.last_task_number += 1
            row = _new_row(project, draft, position)
            position += 1
            session.add(row)
            if draft.source:
                known[draft.source] = row
        rows.append((row, created))
    _join_needs(known, new={row.id for row, created in rows if created})
    for row, created in rows:
        if created:
            await _record(session, row, actor, CreatedTask(number=row.number))
    await session.flush()
    return [AddedTask(_shown(row), created) for row, created in rows]


async def create_task(session: AsyncSession, project_id: ProjectId, wanted: TaskCreate, actor: Actor) -> Task:
    """Put one task on the board."""
    draft = TaskDraft(
        title=wanted.title,
        description=wanted.description,
        priority=wanted.priority,
        acceptance=tuple(wanted.acceptance),
        labels=tuple(wanted.labels),
        estimate=Estimate.model_validate(wanted.estimate) if wanted.estimate else None,
        assignee=Assignee.model_validate(wanted.assignee) if wanted.assignee else None,
    )
    [added] = await add_tasks(session, project_id, [draft], actor)
    return added.task


async def list_tasks(
    session: AsyncSession,
    project_id: ProjectId,
    *,
    statuses: Sequence[TaskStatus],
    limit: int,
    cursor: int | None,
) -> Page[Task]:
    """Return tasks by number, an order that does not change while somebody turns pages."""
    wanted = select(TaskRow).where(TaskRow.project_id == project_id)
    if statuses:
        wanted = wanted.where(TaskRow.status.in_(statuses))
    if cursor is not None:
        wanted = wanted.where(TaskRow.number > cursor)
    found = await session.scalars(wanted.order_by(TaskRow.number).limit(limit + 1))
    return page_of([_shown(row) for row in found], limit, lambda task: task.number)


async def read_task(session: AsyncSession, task_id: UUID) -> Task:
    """Return a task or raise `TaskNotFound`."""
    row = await session.scalar(select(TaskRow).where(TaskRow.id == task_id))
    if row is None:
        raise TaskNotFound
    return _shown(row)


async def change_task(session: AsyncSession, task_id: UUID, change: TaskUpdate, actor: Actor) -> Task:
    """Apply the given fields; what does not change anything leaves no trace.

    Moving to another column without a position goes to its end. A new order inside a column is no news for the feed.
    """
    row = await session.scalar(
        select(TaskRow)
        .where(TaskRow.id == task_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    if row is None:
        raise TaskNotFound
    if change.version is not None and change.version != row.version:
        raise TaskChangedMeanwhile(f"The task is at version {row.version}, your change at {change.version}.")
    verbs = [*_edit(row, change), *_assign(row, change)]
    place = row.status, row.position
    if change.status is not None and change.status != row.status:
        verbs.append(MovedTask(number=row.number, before=row.status, after=change.status))
        row.position = await _end_of_column(session, row.project_id, change.status)
        row.status = change.status
    if change.position is not None:
        row.position = change.position
    if verbs or place != (row.status, row.position):
        row.version += 1
        row.updated_at = utc_now()
    for verb in verbs:
        await _record(session, row, actor, verb, change.reason)
    await session.flush()
    return _shown(row)


def _edit(row: TaskRow, change: TaskUpdate) -> Iterable[Verb]:
    changed = []
    for field in _PLAIN_FIELDS:
        value = getattr(change, field)
        if value is not None and value != getattr(row, field):
            setattr(row, field, value)
            changed.append(field)
    estimate = Estimate.model_validate(change.estimate) if change.estimate else None
    if "estimate" in change.model_fields_set and estimate != _estimate(row):
        _set_estimate(row, estimate)
        changed.append("estimate")
    if changed:
        yield EditedTask(number=row.number, fields=tuple(changed))


def _assign(row: TaskRow, change: TaskUpdate) -> Iterable[Verb]:
    assignee = Assignee.model_validate(change.assignee) if change.assignee else None
    if "assignee" not in change.model_fields_set or assignee == _assignee(row):
        return
    before = row.assignee_name
    _set_assignee(row, assignee)
    yield AssignedTask(number=row.number, before=before, after=row.assignee_name)


async def _lock(session: AsyncSession, project_id: ProjectId) -> ProjectRow:
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
    return {source: row for row in found if (source := _source(row))}


def _join_needs(known: dict[TaskSource, TaskRow], new: set[UUID]) -> None:
    """Refer to the tasks that are on the board by now; more may follow with a later call."""
    for source, row in known.items():
        needed = (known.get(source.model_copy(update={"build_task_id": need})) for need in row.source_needs)
        depends_on = [str(other.id) for other in needed if other is not None]
        if depends_on != row.depends_on:
            row.depends_on = depends_on
            if row.id not in new:
                row.version += 1
                row.updated_at = utc_now()


async def _end_of_column(session: AsyncSession, project_id: ProjectId, status: TaskStatus) -> float:
    last = await session.scalar(
        select(func.max(TaskRow.position)).where(TaskRow.project_id == project_id, TaskRow.status == status)
    )
    return 1.0 if last is None else last + 1.0


def _new_row(project: ProjectRow, draft: TaskDraft, position: float) -> TaskRow:
    now = utc_now()
    source = draft.source
    row = TaskRow(
        id=new_id(),
        organization_id=project.organization_id,
        project_id=project.id,
        number=project.last_task_number,
        title=_fitting(draft.title),
        description=draft.description,
        status="open",
        position=position,
        priority=draft.priority,
        acceptance=list(draft.acceptance),
        labels=list(draft.labels),
        source_kind=source.kind if source else None,
        source_id=source.workflow_id if source else None,
        source_key=source.build_task_id if source else None,
        source_needs=list(draft.needs),
        depends_on=[],
        version=1,
        created_at=now,
        updated_at=now,
    )
    _set_estimate(row, draft.estimate)
    _set_assignee(row, draft.assignee)
    return row


def _set_estimate(row: TaskRow, estimate: Estimate | None) -> None:
    hours = sorted((estimate.low_hours, estimate.high_hours)) if estimate else (None, None)
    row.estimate_low_hours, row.estimate_high_hours = hours


def _set_assignee(row: TaskRow, assignee: Assignee | None) -> None:
    row.assignee_kind = assignee.kind if assignee else None
    row.assignee_name = _fitting(assignee.name) if assignee else None


def _fitting(text: str) -> str:
    """Return `text` as one line of at most 200 characters; what agents write may be longer."""
    line = " ".join(text.split()) or "Untitled"
    return line if len(line) <= LONGEST_TITLE else line[: LONGEST_TITLE - 1] + "…"


async def _record(
    session: AsyncSession, row: TaskRow, actor: Actor, verb: Verb, reason: str | None = None
) -> None:
    object_ = ActivityObject(kind="task", id=str(row.id), title=row.title)
    await record_activity(session, row.project_id, actor, verb, object_, reason=reason)


def _estimate(row: TaskRow) -> Estimate | None:
    if row.estimate_low_hours is None or row.estimate_high_hours is None:
        return None
    return Estimate(low_hours=row.estimate_low_hours, high_hours=row.estimate_high_hours)


def _assignee(row: TaskRow) -> Assignee | None:
    if row.assignee_kind is None or row.assignee_name is None:
        return None
    return Assignee(kind=row.assignee_kind, name=row.assignee_name)


def _source(row: TaskRow) -> TaskSource | None:
    if row.source_kind is None or row.source_id is None or row.source_key is None:
        return None
    return TaskSource(kind=row.source_kind, workflow_id=row.source_id, build_task_id=row.source_key)


def _shown(row: TaskRow) -> Task:
    return Task(
        id=row.id,
        project_id=row.project_id,
        number=row.number,
        title=row.title,
        description=row.description,
        status=row.status,
        position=row.position,
        acceptance=row.acceptance,
        estimate=_estimate(row),
        assignee=_assignee(row),
        priority=row.priority,
        labels=row.labels,
        source=_source(row),
        depends_on=[UUID(task_id) for task_id in row.depends_on],
        created_at=row.created_at,
        updated_at=row.updated_at,
        version=row.version,
    )
