"""Finding workflows by words or by their run, and the first step that they show."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import exists, select
from sqlalchemy.ext.asyncio import AsyncSession

from coditect import engine
from coditect.kernel.ids import AccountId, ProjectId, RunId
from coditect.organizations import Found, Member, Permission
from coditect.workflows.models import StoredAnalysis, Workflow


@dataclass(frozen=True)
class FoundWorkflow:
    """A workflow without its text."""

    id: UUID
    project_id: ProjectId
    title: str
    run_id: RunId
    created_by: AccountId


_COLUMNS = (Workflow.id, Workflow.project_id, Workflow.title, Workflow.run_id, Workflow.created_by)


async def workflow_of_run(session: AsyncSession, run_id: RunId) -> FoundWorkflow | None:
    """Return the workflow whose newest version the run analyses."""
    row = (await session.execute(select(*_COLUMNS).where(Workflow.run_id == run_id))).one_or_none()
    return FoundWorkflow(*row) if row else None


async def find_workflows(
    session: AsyncSession, member: Member, words: Sequence[str], limit: int, /
) -> Sequence[Found]:
    """Return workflows whose title has every word, newest first, with how their analysis stands."""
    if not member.may(Permission.WORKFLOW_READ):
        return ()
    wanted = select(*_COLUMNS).where(*(Workflow.title.icontains(word, autoescape=True) for word in words))
    rows = (await session.execute(wanted.order_by(Workflow.id.desc()).limit(limit))).all()
    runs = await engine.run_states(session, member.organization_id, [row.run_id for row in rows])
    return [
        Found(
            kind="workflow",
            id=str(row.id),
            title=row.title,
            path=f"/projects/{row.project_id}/analyses/{row.id}",
            project_id=str(row.project_id),
            project_name=None,
            number=None,
            state=runs[row.run_id].status,
        )
        for row in rows
    ]


async def has_analysis(session: AsyncSession, /) -> bool:
    """Tell whether an analysis was ever finished, in full or in part."""
    return bool(await session.scalar(select(exists(select(StoredAnalysis.workflow_id)))))
