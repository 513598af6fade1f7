"""Rows of tasks and what is shown of them: reading and writing fields by name."""

from datetime import date
from typing import Any, get_args
from uuid import UUID

from coditect.kernel.ids import AccountId
from coditect.projects.editing import FieldChange, TaskField
from coditect.projects.models import TaskRow
from coditect.projects.schemas import LONGEST_TITLE, Assignee, Estimate, Task, TaskSource

FIELDS: tuple[TaskField, ...] = get_args(TaskField)
_DAYS = ("starts_on", "due_on")


def value_of(row: TaskRow, field: TaskField) -> Any:
    """Return a field as JSON has it."""
    if field == "estimate":
        estimate = estimate_of(row)
        return estimate.model_dump(mode="json") if estimate else None
    if field == "assignee":
        assignee = assignee_of(row)
        return assignee.model_dump(mode="json") if assignee else None
    value = getattr(row, field)
    return value.isoformat() if isinstance(value, date) else value


def set_field(row: TaskRow, field: TaskField, value: Any) -> FieldChange | None:
    """Give a field its value in JSON; return what changed, if it did."""
    before = value_of(row, field)
    if field == "estimate":
        set_estimate(row, Estimate.model_validate(value) if value else None)
    elif field == "assignee":
        set_assignee(row, Assignee.model_validate(value) if value else None)
    elif field in _DAYS:
        setattr(row, field, date.fromisoformat(value) if value else None)
    elif value != before:
        setattr(row, field, value)
    after = value_of(row, field)
    return None if after == before else FieldChange(field=field, before=before, after=after)


def searched(row: TaskRow) -> str:
    """Return what a search by words finds the task by."""
    words = (f"#{row.number}", row.title, row.description, row.assignee_name or "", *row.labels)
    return "\n".join(words).casefold()


def set_estimate(row: TaskRow, estimate: Estimate | None) -> None:
    """Store an estimate, low before high."""
    hours = sorted((estimate.low_hours, estimate.high_hours)) if estimate else (None, None)
    row.estimate_low_hours, row.estimate_high_hours = hours


def set_assignee(row: TaskRow, assignee: Assignee | None) -> None:
    """Store who is to do the task."""
    row.assignee_kind = assignee.kind if assignee else None
    row.assignee_name = fitting(assignee.name) if assignee else None
    row.assignee_id = assignee.id if assignee else None


def fitting(text: str) -> str:
    """Return `text` as one line of at most 200 characters; what agents write may be longer."""
    line = " ".join(text.split()) or "Untitled"
    return line if len(line) <= LONGEST_TITLE else line[: LONGEST_TITLE - 1] + "…"


def estimate_of(row: TaskRow) -> Estimate | None:
    """Return the estimate, if there is one."""
    if row.estimate_low_hours is None or row.estimate_high_hours is None:
        return None
    return Estimate(low_hours=row.estimate_low_hours, high_hours=row.estimate_high_hours)


def assignee_of(row: TaskRow) -> Assignee | None:
    """Return who is to do the task, if somebody is."""
    if row.assignee_kind is None or row.assignee_name is None:
        return None
    account = AccountId(row.assignee_id) if row.assignee_id else None
    return Assignee(kind=row.assignee_kind, name=row.assignee_name, id=account)


def source_of(row: TaskRow) -> TaskSource | None:
    """Return where the task came from, if not from a person."""
    if row.source_kind is None or row.source_id is None or row.source_key is None:
        return None
    return TaskSource(kind=row.source_kind, workflow_id=row.source_id, build_task_id=row.source_key)


def shown(row: TaskRow) -> Task:
    """Return the task as the interface shows it."""
    return Task(
        id=row.id,
        project_id=row.project_id,
        number=row.number,
        title=row.title,
        description=row.description,
        status=row.status,
        position=row.position,
        acceptance=row.acceptance,
        estimate=estimate_of(row),
        assignee=assignee_of(row),
        priority=row.priority,
        labels=row.labels,
        starts_on=row.starts_on,
        due_on=row.due_on,
        source=source_of(row),
        depends_on=[UUID(task_id) for task_id in row.depends_on],
        created_at=row.created_at,
        updated_at=row.updated_at,
        version=row.version,
    )
