"""Queries on workflows and what their analysts delivered."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from coditect.kernel.ids import ProjectId
from coditect.workflows.analysis import ANALYST_NAMES, Analysis, AnalystName, AnalystOutputs
from coditect.workflows.errors import WorkflowNotFound
from coditect.workflows.models import AnalystResult, StoredAnalysis, Workflow


async def get_workflow(session: AsyncSession, workflow_id: UUID, *, lock: bool = False) -> Workflow:
    """Return a workflow of the session's organization or raise `WorkflowNotFound`."""
    query = select(Workflow).where(Workflow.id == workflow_id)
    workflow = await session.scalar(query.with_for_update() if lock else query)
    if workflow is None:
        raise WorkflowNotFound("It does not exist, or it belongs to another organization.")
    return workflow


async def list_workflows(
    session: AsyncSession, project_id: ProjectId | None, *, limit: int, before: UUID | None
) -> Sequence[Workflow]:
    """Return workflows, newest first."""
    query = select(Workflow).order_by(Workflow.id.desc()).limit(limit)
    if project_id is not None:
        query = query.where(Workflow.project_id == project_id)
    if before is not None:
        query = query.where(Workflow.id < before)
    return (await session.scalars(query)).all()


async def results(session: AsyncSession, workflow_id: UUID, version: int) -> Sequence[AnalystResult]:
    """Return what the analysts have delivered so far."""
    found = await session.scalars(
        select(AnalystResult).where(
            AnalystResult.workflow_id == workflow_id, AnalystResult.version == version
        )
    )
    return found.all()


async def findings(
    session: AsyncSession, workflow_id: UUID, version: int, analysts: Sequence[AnalystName]
) -> AnalystOutputs:
    """Return the outputs of `analysts`, as far as they exist."""
    delivered = await results(session, workflow_id, version)
    return AnalystOutputs.model_validate(
        {result.analyst: result.output for result in delivered if result.analyst in analysts}
    )


def delivered(findings: AnalystOutputs) -> set[AnalystName]:
    """Return the analysts that `findings` has an output of."""
    return {name for name in ANALYST_NAMES if getattr(findings, name.replace("-", "_")) is not None}


async def stored_analysis(session: AsyncSession, workflow_id: UUID, version: int) -> Analysis | None:
    """Return the aggregated analysis of a version, if it is there."""
    stored = await session.scalar(
        select(StoredAnalysis).where(
            StoredAnalysis.workflow_id == workflow_id, StoredAnalysis.version == version
        )
    )
    return Analysis.model_validate(stored.document) if stored else None
