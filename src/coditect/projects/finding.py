"""Finding projects and tasks by words, and the first steps that they show."""

from collections.abc import Sequence

from sqlalchemy import exists, select
from sqlalchemy.ext.asyncio import AsyncSession

from coditect.organizations import Found, Member, Permission
from coditect.projects.models import ProjectRow, TaskRow


async def find_projects(
    session: AsyncSession, member: Member, words: Sequence[str], limit: int, /
) -> Sequence[Found]:
    """Return projects whose name has every word, the latest first."""
    if not member.may(Permission.PROJECT_READ):
        return ()
    wanted = select(ProjectRow.id, ProjectRow.name).where(
        *(ProjectRow.name.icontains(word, autoescape=True) for word in words)
    )
    found = await session.execute(wanted.order_by(ProjectRow.id.desc()).limit(limit))
    return [
        Found(
            kind="project",
            id=str(row.id),
            title=row.name,
            path=f"/projects/{row.id}",
            project_id=str(row.id),
            project_name=row.name,
            number=None,
            state=None,
        )
        for row in found
    ]


async def find_tasks(
    session: AsyncSession, member: Member, words: Sequence[str], limit: int, /
) -> Sequence[Found]:
    """Return tasks that have every word, those that changed last first."""
    if not member.may(Permission.PROJECT_READ):
        return ()
    wanted = (
        select(TaskRow.id, TaskRow.title, TaskRow.number, TaskRow.status, TaskRow.project_id, ProjectRow.name)
        .join(ProjectRow, ProjectRow.id == TaskRow.project_id)
        .where(
            TaskRow.deleted_at.is_(None),
            *(TaskRow.searched.contains(word, autoescape=True) for word in words),
        )
    )
    found = await session.execute(wanted.order_by(TaskRow.updated_at.desc()).limit(limit))
    return [
        Found(
            kind="task",
            id=str(row.id),
            title=row.title,
            path=f"/projects/{row.project_id}/tasks/{row.id}",
            project_id=str(row.project_id),
            project_name=row.name,
            number=row.number,
            state=row.status,
        )
        for row in found
    ]


async def has_project(session: AsyncSession, /) -> bool:
    """Tell whether the organization has a project."""
    return bool(await session.scalar(select(exists(select(ProjectRow.id)))))


async def has_sent_tasks(session: AsyncSession, /) -> bool:
    """Tell whether an analysis has put tasks on a board."""
    return bool(
        await session.scalar(select(exists(select(TaskRow.id).where(TaskRow.source_kind == "workflow"))))
    )


async def has_done_task(session: AsyncSession, /) -> bool:
    """Tell whether a task was ever done."""
    return bool(await session.scalar(select(exists(select(TaskRow.id).where(TaskRow.status == "done")))))
