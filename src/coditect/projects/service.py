"""Projects: create, read, change."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import Select, func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from coditect.kernel.api import Page, page_of
from coditect.kernel.clock import utc_now
from coditect.kernel.events import publish
from coditect.kernel.ids import OrganizationId, ProjectId, new_id
from coditect.projects import git
from coditect.projects.activity import record_activity
from coditect.projects.errors import ProjectNotFound
from coditect.projects.events import ProjectCreated
from coditect.projects.models import ProjectRow, TaskRow
from coditect.projects.ports import CountWorkflows
from coditect.projects.schemas import (
    ActivityObject,
    Actor,
    Project,
    ProjectCreate,
    ProjectUpdate,
    Repository,
    RepositoryState,
)
from coditect.projects.verbs import CreatedProject, DescribedProject, RenamedProject, Verb

_LONGEST_SLUG = 60
_SLUG_TRIES = 20


@dataclass(frozen=True)
class ProjectSummary:
    """A project as other contexts see it."""

    id: ProjectId
    organization_id: OrganizationId
    name: str
    slug: str
    description: str
    repository_state: RepositoryState
    created_at: datetime


async def create_project(
    session: AsyncSession, organization_id: OrganizationId, draft: ProjectCreate, actor: Actor
) -> ProjectSummary:
    """Store a project; its repository follows after the commit (see `repositories`)."""
    now = utc_now()
    project = ProjectRow(
        id=ProjectId(new_id()),
        organization_id=organization_id,
        name=draft.name,
        description=draft.description,
        repository_state="provisioning",
        last_task_number=0,
        created_at=now,
        updated_at=now,
    )
    await _add_with_free_slug(session, project)
    await _record(session, project, actor, CreatedProject())
    publish(session, ProjectCreated(organization_id=organization_id, project_id=project.id))
    return _summary(project)


async def get_project(session: AsyncSession, project_id: ProjectId) -> ProjectSummary:
    """Return a project of the session's organization or raise `ProjectNotFound`."""
    return _summary(await _load(session, project_id))


async def read_project(
    session: AsyncSession, project_id: ProjectId, count_workflows: CountWorkflows
) -> Project:
    """Return a project as the REST interface shows it."""
    found = await session.execute(_with_open_tasks().where(ProjectRow.id == project_id))
    row = found.one_or_none()
    if row is None:
        raise ProjectNotFound
    project, open_tasks = row
    workflows = await count_workflows(session, [project_id])
    return _shown(project, open_tasks, workflows.get(project_id, 0))


async def list_projects(
    session: AsyncSession, count_workflows: CountWorkflows, *, limit: int, cursor: UUID | None
) -> Page[Project]:
    """Return the organization's projects, newest first."""
    wanted = _with_open_tasks()
    if cursor is not None:
        wanted = wanted.where(ProjectRow.id < cursor)
    found = (await session.execute(wanted.order_by(ProjectRow.id.desc()).limit(limit + 1))).all()
    workflows = await count_workflows(session, [row.id for row, _ in found])
    shown = [_shown(row, open_tasks, workflows.get(row.id, 0)) for row, open_tasks in found]
    return page_of(shown, limit, lambda project: project.id)


async def change_project(
    session: AsyncSession, project_id: ProjectId, change: ProjectUpdate, actor: Actor
) -> None:
    """Apply the given fields; what does not change anything leaves no trace."""
    project = await _load(session, project_id, lock=True)
    verbs: list[Verb] = []
    if change.name is not None and change.name != project.name:
        verbs.append(RenamedProject(before=project.name))
        project.name = change.name
    if change.description is not None and change.description != project.description:
        verbs.append(DescribedProject())
        project.description = change.description
    if verbs:
        project.updated_at = utc_now()
    for verb in verbs:
        await _record(session, project, actor, verb)


def slug_of(name: str) -> str:
    """Return what of `name` fits into an address; names without Latin letters or digits become `project`."""
    latin = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", latin)[:_LONGEST_SLUG].strip("-") or "project"


async def _add_with_free_slug(session: AsyncSession, project: ProjectRow) -> None:
    wanted = slug_of(project.name)
    for _ in range(_SLUG_TRIES):
        project.slug = await _first_free(session, wanted)
        try:
            async with session.begin_nested():
                session.add(project)
        except IntegrityError:
            continue  # somebody else committed this slug since we looked
        return
    project.slug = f"{wanted}-{project.id.hex[-12:]}"
    session.add(project)
    await session.flush()


async def _first_free(session: AsyncSession, wanted: str) -> str:
    found = await session.scalars(
        select(ProjectRow.slug).where(ProjectRow.slug.startswith(wanted, autoescape=True))
    )
    taken = set(found)
    if wanted not in taken:
        return wanted
    return next(slug for n in range(2, len(taken) + 3) if (slug := f"{wanted}-{n}") not in taken)


async def _load(session: AsyncSession, project_id: ProjectId, *, lock: bool = False) -> ProjectRow:
    wanted = select(ProjectRow).where(ProjectRow.id == project_id)
    if lock:
        wanted = wanted.with_for_update(key_share=True).execution_options(populate_existing=True)
    project = await session.scalar(wanted)
    if project is None:
        raise ProjectNotFound
    return project


async def _record(session: AsyncSession, project: ProjectRow, actor: Actor, verb: Verb) -> None:
    object_ = ActivityObject(kind="project", id=str(project.id), title=project.name)
    await record_activity(session, project.id, actor, verb, object_)


def _with_open_tasks() -> Select[ProjectRow, int]:
    open_tasks = (
        select(func.count())
        .select_from(TaskRow)
        .where(
            TaskRow.project_id == ProjectRow.id,
            TaskRow.status.in_(("open", "in_progress", "blocked")),
            TaskRow.deleted_at.is_(None),
        )
        .correlate(ProjectRow)
        .scalar_subquery()
    )
    return select(ProjectRow, open_tasks)


def _summary(project: ProjectRow) -> ProjectSummary:
    return ProjectSummary(
        id=project.id,
        organization_id=project.organization_id,
        name=project.name,
        slug=project.slug,
        description=project.description,
        repository_state=project.repository_state,
        created_at=project.created_at,
    )


def _shown(project: ProjectRow, open_tasks: int, workflows: int) -> Project:
    return Project(
        id=project.id,
        name=project.name,
        slug=project.slug,
        description=project.description,
        created_at=project.created_at,
        updated_at=project.updated_at,
        open_tasks=open_tasks,
        workflows=workflows,
        repository=Repository(
            state=project.repository_state,
            default_branch=git.DEFAULT_BRANCH,
            head=project.repository_head,
        ),
    )
