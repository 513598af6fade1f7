"""Telling what was done to tasks: one activity for each kind of deed, and a memory of it with every task."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from coditect.kernel.db import store
from coditect.kernel.events import publish
from coditect.projects.activity import record_activity
from coditect.projects.editing import FieldChange
from coditect.projects.events import TaskAssigned, TasksReordered
from coditect.projects.models import TaskChangeRow, TaskRow
from coditect.projects.schemas import ActivityObject, Actor
from coditect.projects.verbs import (
    AssignedTask,
    AssignedTasks,
    EditedTask,
    EditedTasks,
    MovedTask,
    MovedTasks,
    Verb,
)

_MOST_NAMED = 500
_PLACE = {"status", "position"}


@dataclass(frozen=True)
class Touched:
    """A task and what a stroke changed in it."""

    row: TaskRow
    changes: list[FieldChange]

    def change(self, field: str) -> FieldChange | None:
        """Return what happened to `field`, if anything did."""
        return next((change for change in self.changes if change.field == field), None)


async def tell_edits(
    session: AsyncSession, touched: Sequence[Touched], actor: Actor, *, reason: str | None = None
) -> UUID | None:
    """Tell of edits: moves, handings-over and the rest, each once; return the first activity's id."""
    told: list[UUID] = []
    for verb, part in _deeds([each for each in touched if each.changes]):
        told.append(await tell(session, part, actor, verb, reason=reason))
    _announce(session, touched, actor)
    return told[0] if told else None


async def tell(
    session: AsyncSession, touched: Sequence[Touched], actor: Actor, verb: Verb, *, reason: str | None = None
) -> UUID:
    """Record one activity about one task or many, and remember it with each of them."""
    activity_id = await record_activity(
        session, touched[0].row.project_id, actor, verb, _object_of(touched), reason=reason
    )
    await remember(session, activity_id, touched)
    return activity_id


async def remember(session: AsyncSession, activity_id: UUID, touched: Sequence[Touched]) -> None:
    """Keep what an activity did to each task; the tasks must be stored already."""
    rows = [
        TaskChangeRow(
            activity_id=activity_id,
            task_id=each.row.id,
            organization_id=each.row.organization_id,
            changes=[change.model_dump(mode="json") for change in each.changes],
        )
        for each in touched
    ]
    await store(session, rows)


def named(touched: Sequence[Touched]) -> tuple[UUID, ...]:
    """Return the tasks' ids, or none when they are too many for a message."""
    return tuple(each.row.id for each in touched) if len(touched) <= _MOST_NAMED else ()


def _deeds(touched: Sequence[Touched]) -> Iterator[tuple[Verb, list[Touched]]]:
    yield from _deed(touched, _edited_fields, _edited)
    yield from _deed(touched, lambda one: [c for c in one.changes if c.field == "assignee"], _assigned)
    yield from _deed(touched, _placed, _moved)


def _deed(
    touched: Sequence[Touched],
    of: Callable[[Touched], list[FieldChange]],
    verb: Callable[[Sequence[Touched]], Verb],
) -> Iterator[tuple[Verb, list[Touched]]]:
    part = [Touched(one.row, changes) for one in touched if (changes := of(one))]
    if part:
        yield verb(part), part


def _edited_fields(one: Touched) -> list[FieldChange]:
    return [change for change in one.changes if change.field not in {*_PLACE, "assignee"}]


def _placed(one: Touched) -> list[FieldChange]:
    """A move with the place it began at; a new order inside a column is no news."""
    return [change for change in one.changes if change.field in _PLACE] if one.change("status") else []


def _edited(part: Sequence[Touched]) -> Verb:
    fields = tuple(dict.fromkeys(change.field for one in part for change in one.changes))
    if len(part) == 1:
        return EditedTask(number=part[0].row.number, fields=fields)
    return EditedTasks(count=len(part), task_ids=named(part), fields=fields)


def _assigned(part: Sequence[Touched]) -> Verb:
    row = part[0].row
    if len(part) == 1:
        before = part[0].changes[0].before
        return AssignedTask(
            number=row.number, before=before["name"] if before else None, after=row.assignee_name
        )
    if len({one.row.assignee_name for one in part}) > 1:
        return _edited(part)
    return AssignedTasks(count=len(part), task_ids=named(part), after=row.assignee_name)


def _moved(part: Sequence[Touched]) -> Verb:
    first = part[0]
    if len(part) == 1:
        status = first.change("status")
        assert status is not None
        return MovedTask(number=first.row.number, before=status.before, after=status.after)
    targets = {one.row.status for one in part}
    after = first.row.status if len(targets) == 1 else None
    return MovedTasks(count=len(part), task_ids=named(part), after=after)


def _object_of(touched: Sequence[Touched]) -> ActivityObject:
    row = touched[0].row
    if len(touched) == 1:
        return ActivityObject(kind="task", id=str(row.id), title=row.title)
    return ActivityObject(kind="tasks", id=str(row.project_id), title=f"{len(touched)} tasks")


def _announce(session: AsyncSession, touched: Sequence[Touched], actor: Actor) -> None:
    reordered = [one for one in touched if [change.field for change in one.changes] == ["position"]]
    if reordered:
        row = reordered[0].row
        publish(
            session,
            TasksReordered(
                organization_id=row.organization_id, project_id=row.project_id, task_ids=named(reordered)
            ),
        )
    for one in touched:
        row = one.row
        if one.change("assignee") and row.assignee_id and str(row.assignee_id) != actor.id:
            publish(
                session,
                TaskAssigned(
                    organization_id=row.organization_id,
                    project_id=row.project_id,
                    task_id=row.id,
                    number=row.number,
                    title=row.title,
                    account_id=row.assignee_id,
                    by_name=actor.name,
                ),
            )
