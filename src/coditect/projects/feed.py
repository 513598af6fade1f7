"""Reading the feed: part of it by filters, or all that happened to one task."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from coditect.kernel.api import Page, page_of
from coditect.kernel.events import StoredEvent
from coditect.kernel.ids import ProjectId
from coditect.projects.activity import shown, with_position
from coditect.projects.editing import ActivityFilter, FieldChange, TaskHistoryEntry
from coditect.projects.models import ActivityRow, TaskChangeRow
from coditect.projects.schemas import Activity, Actor

EVERYTHING = ActivityFilter(actor=[], verb=[], kind=[], since=None)


async def list_activity(
    session: AsyncSession,
    project_id: ProjectId,
    chosen: ActivityFilter = EVERYTHING,
    *,
    limit: int,
    cursor: UUID | None,
) -> Page[Activity]:
    """Return what happened, newest first."""
    wanted = with_position().where(ActivityRow.project_id == project_id, *_conditions(chosen))
    if cursor is not None:
        wanted = wanted.where(ActivityRow.id < cursor)
    found = await session.execute(wanted.order_by(ActivityRow.id.desc()).limit(limit + 1))
    return page_of([shown(row, position) for row, position in found.all()], limit, lambda item: item.id)


async def list_history(
    session: AsyncSession, task_id: UUID, *, limit: int, cursor: UUID | None
) -> Page[TaskHistoryEntry]:
    """Return what happened to a task, alone or with others, newest first."""
    wanted = (
        select(ActivityRow, StoredEvent.position, TaskChangeRow.changes)
        .join(TaskChangeRow, TaskChangeRow.activity_id == ActivityRow.id)
        .outerjoin(StoredEvent, StoredEvent.id == ActivityRow.event_id)
        .where(TaskChangeRow.task_id == task_id)
    )
    if cursor is not None:
        wanted = wanted.where(ActivityRow.id < cursor)
    found = await session.execute(wanted.order_by(ActivityRow.id.desc()).limit(limit + 1))
    entries = [
        TaskHistoryEntry(
            activity=shown(row, position), changes=[FieldChange.model_validate(each) for each in changes]
        )
        for row, position, changes in found.all()
    ]
    return page_of(entries, limit, lambda entry: entry.activity.id)


async def actors_of(session: AsyncSession, project_id: ProjectId) -> Sequence[Actor]:
    """Return who has done something in the project."""
    found = await session.execute(
        select(ActivityRow.actor_kind, ActivityRow.actor_id, ActivityRow.actor_name)
        .where(ActivityRow.project_id == project_id)
        .distinct()
    )
    # Whoever was renamed since goes by one of their names.
    actors = {
        (kind, id_ or name): Actor(kind=kind, id=id_, name=name) for kind, id_, name in sorted(found, key=str)
    }
    return sorted(actors.values(), key=lambda actor: (actor.name.casefold(), actor.id or ""))


def _conditions(chosen: ActivityFilter) -> Sequence[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if chosen.actor:
        conditions.append(or_(*(_done_by(actor) for actor in chosen.actor)))
    if chosen.verb:
        conditions.append(ActivityRow.verb.in_(chosen.verb))
    if chosen.kind:
        conditions.append(ActivityRow.object_kind.in_(chosen.kind))
    if chosen.since:
        conditions.append(ActivityRow.at >= chosen.since)
    return conditions


def _done_by(wanted: str) -> ColumnElement[bool]:
    kind, found, name = wanted.partition(":")
    if found:
        return and_(ActivityRow.actor_kind == kind, ActivityRow.actor_name == name)
    return ActivityRow.actor_id == wanted
