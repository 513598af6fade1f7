"""The activity feed: who did what, why and when, written in the transaction that makes it true."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from coditect.kernel.clock import utc_now
from coditect.kernel.db import Database, store
from coditect.kernel.events import StoredEvent, load, publish_all
from coditect.kernel.ids import OrganizationId, ProjectId, new_id
from coditect.kernel.scope import Scope, tenant
from coditect.kernel.streams import Channel, Message
from coditect.projects import verbs
from coditect.projects.errors import ProjectNotFound
from coditect.projects.events import ActivityRecorded, subject_of
from coditect.projects.models import ActivityRow, ProjectRow
from coditect.projects.schemas import Activity, ActivityObject, Actor
from coditect.projects.verbs import Verb

SYSTEM = Actor(kind="system", id=None, name="CODITECT")


async def record_activity(
    session: AsyncSession,
    project_id: ProjectId,
    actor: Actor,
    verb: Verb,
    object_: ActivityObject,
    *,
    reason: str | None = None,
) -> UUID:
    """Add to the project's feed and announce it; return the activity's id. The project must be stored already."""
    organization_id = await _owner_of(session, project_id)
    activity_id = new_id()
    [event_id] = await publish_all(
        session,
        [
            ActivityRecorded(
                organization_id=organization_id,
                project_id=project_id,
                activity_id=activity_id,
                verb=verb.name,
            )
        ],
    )
    row = ActivityRow(
        id=activity_id,
        organization_id=organization_id,
        project_id=project_id,
        event_id=event_id,
        at=utc_now(),
        actor_kind=actor.kind,
        actor_id=actor.id,
        actor_name=actor.name,
        verb=verb.name,
        object_kind=object_.kind,
        object_id=object_.id,
        object_title=object_.title,
        reason=reason,
        data=verbs.dump(verb),
    )
    try:
        await store(session, [row])
    except IntegrityError as error:
        # The project is all that the row refers to.
        raise ProjectNotFound from error
    return activity_id


async def _owner_of(session: AsyncSession, project_id: ProjectId) -> OrganizationId:
    """Return whose project it is: the session's own organization, whose wall no other's project passes."""
    scope: Scope = session.info["scope"]
    if scope.organization_id is not None:
        return scope.organization_id
    project = await session.get(ProjectRow, project_id)
    if project is None:
        raise ProjectNotFound
    return project.organization_id


def channel_of(database: Database, organization_id: OrganizationId, project_id: ProjectId) -> Channel:
    """Return what happens in a project: activities, and every other event about it under its topic."""

    async def translate(events: Sequence[StoredEvent]) -> Sequence[Sequence[Message]]:
        loaded = [load(stored) for stored in events]
        ids = [event.activity_id for event in loaded if isinstance(event, ActivityRecorded)]
        async with database.read(tenant(organization_id)) as session:
            rows = await session.scalars(select(ActivityRow).where(ActivityRow.id.in_(ids)))
            by_id = {row.id: row for row in rows}
        return [
            _messages(stored, by_id.get(event.activity_id))
            if isinstance(event, ActivityRecorded)
            else [Message(stored.topic, stored.payload)]
            for stored, event in zip(events, loaded, strict=True)
        ]

    subject = subject_of(project_id)
    return Channel(subject, subject, organization_id, translate)


def _messages(stored: StoredEvent, row: ActivityRow | None) -> Sequence[Message]:
    return [Message("activity", shown(row, stored.position).model_dump(mode="json"))] if row else []


def with_position() -> Select[ActivityRow, int | None]:
    """Return the query for activities with their places in the stream."""
    return select(ActivityRow, StoredEvent.position).outerjoin(
        StoredEvent, StoredEvent.id == ActivityRow.event_id
    )


def shown(row: ActivityRow, position: int | None) -> Activity:
    """Return the activity as the interface shows it."""
    return Activity(
        id=row.id,
        position=position,
        project_id=row.project_id,
        at=row.at,
        actor=Actor(kind=row.actor_kind, id=row.actor_id, name=row.actor_name),
        verb=row.verb,
        object=ActivityObject(kind=row.object_kind, id=row.object_id, title=row.object_title),
        sentence=verbs.sentence(row.actor_name, row.verb, row.object_title, row.data),
        reason=row.reason,
        data=row.data,
    )
