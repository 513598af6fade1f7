"""The git repository of a project: made after its row is stored, by whoever comes first, until it is there.

The row comes first, with the state `provisioning`, and `ProjectCreated` with it. The request that created the project
then makes the repository, so that its answer normally shows it ready. When that process dies or git fails in between,
the consumer of `ProjectCreated` repeats it, later `ensure_repository` whenever somebody needs it. A repository is
built beside its place and renamed into it, so that a half-made one is never seen; two who build at once build the
same commit, and the first to rename wins.
"""

import os
import shutil
from pathlib import Path

import anyio.to_thread
from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from coditect.kernel.clock import utc_now
from coditect.kernel.ids import OrganizationId, ProjectId, new_id
from coditect.kernel.platform import Platform
from coditect.kernel.scope import tenant
from coditect.projects import git
from coditect.projects.activity import SYSTEM, record_activity
from coditect.projects.errors import GitFailed, ProjectNotFound
from coditect.projects.models import ProjectRow
from coditect.projects.schemas import ActivityObject
from coditect.projects.verbs import CreatedRepository


def repository_path(data_dir: Path, organization_id: OrganizationId, project_id: ProjectId) -> Path:
    """Return where the bare repository of a project stands; names of people's making are no part of it."""
    return repositories_of(data_dir, organization_id) / f"{project_id}.git"


def repositories_of(data_dir: Path, organization_id: OrganizationId) -> Path:
    """Return the folder of all repositories of an organization."""
    return data_dir / "repositories" / str(organization_id)


async def ensure_repository(
    platform: Platform, organization_id: OrganizationId, project_id: ProjectId
) -> Path:
    """Return the path of the project's repository, making it if it is still missing; call it outside a transaction."""
    scope = tenant(organization_id)
    async with platform.database.read(scope) as session:
        project = await session.scalar(select(ProjectRow).where(ProjectRow.id == project_id))
    if project is None:
        raise ProjectNotFound
    path = repository_path(platform.settings.data_dir, organization_id, project_id)
    if project.repository_state == "ready":
        return path
    await _build(path, project)
    head = await git.head_of(path)
    async with platform.database.write(scope) as session:
        await _mark_ready(session, project, head)
    return path


async def _build(path: Path, project: ProjectRow) -> None:
    draft = path.with_name(f".{path.stem}.{new_id()}.draft")
    try:
        await anyio.to_thread.run_sync(lambda: path.parent.mkdir(parents=True, exist_ok=True))
        await git.create_repository(draft, _readme(project), project.created_at)
        await anyio.to_thread.run_sync(_put_in_place, draft, path)
    except (OSError, GitFailed) as error:
        # Another builder may have won and have swept our draft away.
        if not await anyio.to_thread.run_sync(path.exists):
            raise GitFailed(f"The repository could not be made: {error}") from error
    finally:
        await anyio.to_thread.run_sync(_sweep_drafts, path)


async def _mark_ready(session: AsyncSession, project: ProjectRow, head: str) -> None:
    marked = await session.scalar(
        update(ProjectRow)
        .where(ProjectRow.id == project.id, ProjectRow.repository_state == "provisioning")
        .values(repository_state="ready", repository_head=head, updated_at=utc_now())
        .returning(ProjectRow.id)
    )
    if marked is not None:
        place = ActivityObject(kind="repository", id=str(project.id), title=project.name)
        await record_activity(session, project.id, SYSTEM, CreatedRepository(head=head), place)


def _readme(project: ProjectRow) -> str:
    return f"# {project.name}\n" + (f"\n{project.description}\n" if project.description else "")


def _put_in_place(draft: Path, path: Path) -> None:
    # Fails when `path` exists, since a repository is never an empty folder.
    draft.rename(path)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def _sweep_drafts(path: Path) -> None:
    """Remove what crashed builders left, once the repository is there."""
    if path.exists():
        for draft in path.parent.glob(f".{path.stem}.*.draft"):
            shutil.rmtree(draft, ignore_errors=True)
