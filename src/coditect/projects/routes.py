"""Projects, their tasks and their activity over REST."""

from typing import Annotated
from uuid import UUID

import structlog
from fastapi import APIRouter, Depends, Query, Request, Response
from starlette.responses import StreamingResponse

from coditect.kernel.api import DEFAULT_LIMIT, Limit, Page
from coditect.kernel.entitlements import Use
from coditect.kernel.idempotency import Once, once
from coditect.kernel.ids import ProjectId
from coditect.kernel.platform import platform_of
from coditect.kernel.streams import LastEventId, stream_of
from coditect.organizations import (
    Member,
    ProjectReader,
    ProjectWriter,
    ReadSession,
    TaskWriter,
    WriteSession,
    still_members,
)
from coditect.projects import activity, board, service
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
    Task,
    TaskCreate,
    TaskStatus,
    TaskUpdate,
)

log = structlog.get_logger()
router = APIRouter(tags=["projects"])

OnlyOnce = Annotated[Once, Depends(once)]
AfterNumber = Annotated[int | None, Query(ge=0, le=2**31 - 1)]
Statuses = Annotated[list[TaskStatus] | None, Query(description="Only these; may be given several times.")]


@router.post("/projects", status_code=201)
async def create_project(
    draft: ProjectCreate, member: ProjectWriter, request: Request, only_once: OnlyOnce, count: WorkflowCounter
) -> Project:
    """Create a project with a git repository."""
    platform = platform_of(request)

    async with platform.database.write(member.scope) as session:

        async def create() -> ProjectReference:
            made = await service.create_project(session, member.organization_id, draft, _actor(member))
            use = Use("projects", str(made.id))
            await platform.entitlements.reserve(session, member.organization_id, "projects", use)
            await platform.entitlements.settle(session, member.organization_id, use)
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
    await service.change_project(session, project_id, change, _actor(member))
    return await service.read_project(session, project_id, count)


@router.post("/projects/{project_id}/repository")
async def make_repository(
    project_id: ProjectId, member: ProjectWriter, request: Request, count: WorkflowCounter
) -> Project:
    """Make the project's repository if it is still missing, for instance after git was installed."""
    platform = platform_of(request)
    await ensure_repository(platform, member.organization_id, project_id)
    async with platform.database.read(member.scope) as session:
        return await service.read_project(session, project_id, count)


@router.get("/projects/{project_id}/tasks")
async def list_tasks(
    *,
    project_id: ProjectId,
    member: ProjectReader,
    session: ReadSession,
    status: Statuses = None,
    limit: Limit = DEFAULT_LIMIT,
    cursor: AfterNumber = None,
) -> Page[Task]:
    """The tasks of a project by number; `position` orders them inside a column."""
    del member
    await service.get_project(session, project_id)
    return await board.list_tasks(session, project_id, statuses=status or (), limit=limit, cursor=cursor)


@router.post("/projects/{project_id}/tasks", status_code=201)
async def create_task(
    project_id: ProjectId, wanted: TaskCreate, member: TaskWriter, session: WriteSession, only_once: OnlyOnce
) -> Task:
    """Put a task on the board."""
    return await only_once(
        session,
        member.organization_id,
        Task,
        lambda: board.create_task(session, project_id, wanted, _actor(member)),
    )


@router.get("/tasks/{task_id}")
async def read_task(task_id: UUID, member: ProjectReader, session: ReadSession) -> Task:
    """One task."""
    del member
    return await board.read_task(session, task_id)


@router.patch("/tasks/{task_id}")
async def change_task(task_id: UUID, change: TaskUpdate, member: TaskWriter, session: WriteSession) -> Task:
    """Change a task; a task is never deleted, only cancelled."""
    return await board.change_task(session, task_id, change, _actor(member))


@router.get("/projects/{project_id}/activity")
async def list_activity(
    project_id: ProjectId,
    member: ProjectReader,
    session: ReadSession,
    limit: Limit = DEFAULT_LIMIT,
    cursor: UUID | None = None,
) -> Page[Activity]:
    """Who did what, why and when, newest first."""
    del member
    await service.get_project(session, project_id)
    return await activity.list_activity(session, project_id, limit=limit, cursor=cursor)


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


def _actor(member: Member) -> Actor:
    return Actor(kind="account", id=str(member.account_id), name=member.name)
