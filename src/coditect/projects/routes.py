"""Projects and their activity over REST."""

from datetime import UTC, datetime
from typing import Annotated
from uuid import UUID

import structlog
from fastapi import APIRouter, Depends, Query, Request, Response
from starlette.responses import StreamingResponse

from coditect.kernel.api import DEFAULT_LIMIT, Limit, Page, problems
from coditect.kernel.entitlements import Use
from coditect.kernel.errors import FieldError, InvalidInput
from coditect.kernel.idempotency import Once, once
from coditect.kernel.ids import ProjectId
from coditect.kernel.platform import platform_of
from coditect.kernel.streams import LastEventId, stream_of
from coditect.organizations import (
    Member,
    ProjectReader,
    ProjectWriter,
    ReadSession,
    ReplicaSession,
    WriteSession,
    still_members,
)
from coditect.projects import activity, feed, service
from coditect.projects.editing import ActivityFilter
from coditect.projects.errors import GitFailed
from coditect.projects.ports import WorkflowCounter
from coditect.projects.repositories import ensure_repository
from coditect.projects.schemas import (
    Activity,
    Actor,
    Project,
    ProjectCreate,
    ProjectReference,
    ProjectUpdate,
)

log = structlog.get_logger()
router = APIRouter(tags=["projects"])

OnlyOnce = Annotated[Once, Depends(once)]


async def chosen_activity(
    actor: Annotated[
        list[str] | None, Query(max_length=50, description="An account's id, or `agent:name`, `system:name`.")
    ] = None,
    verb: Annotated[list[str] | None, Query(max_length=50, description="For instance `task.moved`.")] = None,
    kind: Annotated[
        list[str] | None, Query(max_length=20, description="Kinds of objects, `task` or more.")
    ] = None,
    since: datetime | None = None,
) -> ActivityFilter:
    """Read which part of the feed is asked for."""
    if any("\x00" in part for part in (*(actor or ()), *(verb or ()), *(kind or ()))):
        fault = FieldError("query", "contains a NUL character")
        raise InvalidInput("Text must not contain a NUL character.", fields=(fault,))
    moment = since.replace(tzinfo=UTC) if since and since.tzinfo is None else since
    return ActivityFilter(actor=actor or [], verb=verb or [], kind=kind or [], since=moment)


@router.post("/projects", status_code=201, responses=problems(429))
async def create_project(
    draft: ProjectCreate, member: ProjectWriter, request: Request, only_once: OnlyOnce, count: WorkflowCounter
) -> Project:
    """Create a project with a git repository."""
    platform = platform_of(request)

    async with platform.database.write(member.scope) as session:

        async def create() -> ProjectReference:
            made = await service.create_project(session, member.organization_id, draft, actor_of(member))
            use = Use("projects", str(made.id))
            await platform.entitlements.take(session, member.organization_id, "projects", use)
            return ProjectReference(id=made.id)

        created = await only_once(session, member.organization_id, ProjectReference, create)
    try:
        await ensure_repository(platform, member.organization_id, created.id)
    except GitFailed as error:
        # The project stands, and its repository is tried again after this answer.
        log.warning("repository_not_made", project_id=str(created.id), reason=error.detail)
    async with platform.database.read(member.scope) as session:
        return await service.read_project(session, created.id, count)


@router.get("/projects")
async def list_projects(
    member: ProjectReader,
    session: ReadSession,
    count: WorkflowCounter,
    limit: Limit = DEFAULT_LIMIT,
    cursor: UUID | None = None,
) -> Page[Project]:
    """The organization's projects, newest first."""
    del member
    return await service.list_projects(session, count, limit=limit, cursor=cursor)


@router.get("/projects/{project_id}")
async def read_project(
    project_id: ProjectId, member: ProjectReader, session: ReadSession, count: WorkflowCounter
) -> Project:
    """One project."""
    del member
    return await service.read_project(session, project_id, count)


@router.patch("/projects/{project_id}")
async def change_project(
    project_id: ProjectId,
    change: ProjectUpdate,
    member: ProjectWriter,
    session: WriteSession,
    count: WorkflowCounter,
) -> Project:
    """Rename or describe a project; its slug stays."""
    await service.change_project(session, project_id, change, actor_of(member))
    return await service.read_project(session, project_id, count)


@router.post("/projects/{project_id}/repository", responses=problems(503))
async def make_repository(
    project_id: ProjectId, member: ProjectWriter, request: Request, count: WorkflowCounter
) -> Project:
    """Make the project's repository if it is still missing, for instance after git was installed."""
    platform = platform_of(request)
    await ensure_repository(platform, member.organization_id, project_id)
    async with platform.database.read(member.scope) as session:
        return await service.read_project(session, project_id, count)


@router.get("/projects/{project_id}/activity")
async def list_activity(
    *,
    project_id: ProjectId,
    member: ProjectReader,
    session: ReplicaSession,
    chosen: Annotated[ActivityFilter, Depends(chosen_activity)],
    limit: Limit = DEFAULT_LIMIT,
    cursor: UUID | None = None,
) -> Page[Activity]:
    """Who did what, why and when, newest first."""
    del member
    await service.get_project(session, project_id)
    return await feed.list_activity(session, project_id, chosen, limit=limit, cursor=cursor)


@router.get("/projects/{project_id}/activity/actors")
async def list_actors(project_id: ProjectId, member: ProjectReader, session: ReadSession) -> list[Actor]:
    """Who has done something in this project, by name."""
    del member
    await service.get_project(session, project_id)
    return list(await feed.actors_of(session, project_id))


@router.get("/projects/{project_id}/activity/stream", response_class=StreamingResponse)
async def stream_activity(
    project_id: ProjectId,
    member: ProjectReader,
    session: ReadSession,
    request: Request,
    last_event_id: LastEventId = None,
) -> Response:
    """What happens from now on, or after `Last-Event-ID`, as server-sent events: `activity`, and topics."""
    platform = platform_of(request)
    await service.get_project(session, project_id)
    channel = activity.channel_of(platform.database, member.organization_id, project_id)
    return await stream_of(platform.hub, member, still_members, channel, last_event_id)


def actor_of(member: Member) -> Actor:
    """Return the member as who did something."""
    return Actor(kind="account", id=str(member.account_id), name=member.name)
