"""Queries on workflows and what their analysts delivered."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import Text, case, cast, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import defer

from coditect import engine
from coditect.workflows.analysis import ANALYST_NAMES, AnalystName, AnalystOutputs, BuildTask
from coditect.workflows.errors import WorkflowNotFound
from coditect.workflows.listing import Wanted
from coditect.workflows.models import AnalystResult, StoredAnalysis, Workflow, WorkflowEdit

_BUILD_TASKS = case(
    (StoredAnalysis.edited.is_not(None), StoredAnalysis.edited["build_tasks"]),
    else_=StoredAnalysis.document["build_tasks"],
)


async def get_workflow(session: AsyncSession, workflow_id: UUID, *, lock: bool = False) -> Workflow:
    """Return a workflow of the session's organization or raise `WorkflowNotFound`."""
    query = select(Workflow).where(Workflow.id == workflow_id)
    workflow = await session.scalar(query.with_for_update() if lock else query)
    if workflow is None:
        raise WorkflowNotFound("It does not exist, or it belongs to another organization.")
    return workflow


async def list_workflows(
    session: AsyncSession, wanted: Wanted, *, limit: int, before: UUID | None
) -> Sequence[Workflow]:
    """Return workflows, newest first, without their descriptions: a page of them may have 100 MB."""
    without_text = defer(Workflow.description, raiseload=True)
    query = select(Workflow).options(without_text).order_by(Workflow.id.desc()).limit(limit)
    if wanted.project_id is not None:
        query = query.where(Workflow.project_id == wanted.project_id)
    if wanted.domain is not None:
        query = query.where(Workflow.domain == wanted.domain)
    if wanted.statuses:
        runs = engine.runs_that_are(wanted.organization_id, wanted.statuses)
        query = query.where(Workflow.run_id.in_(runs))
    if wanted.since is not None:
        query = query.where(Workflow.created_at >= wanted.since)
    if wanted.until is not None:
        query = query.where(Workflow.created_at < wanted.until)
    for word in wanted.words.split():
        query = query.where(Workflow.title.icontains(word, autoescape=True))
    if before is not None:
        query = query.where(Workflow.id < before)
    return (await session.scalars(query)).all()


async def count_edits(session: AsyncSession, workflow_id: UUID) -> int:
    """Return how many edits the newest analysis is shown with."""
    wanted = select(func.count()).where(
        WorkflowEdit.workflow_id == workflow_id, WorkflowEdit.state == "applied"
    )
    return await session.scalar(wanted) or 0


async def results(session: AsyncSession, workflow_id: UUID, version: int) -> Sequence[AnalystResult]:
    """Return what the analysts have delivered so far: who, how and the summary, without the outputs."""
    found = await session.scalars(
        select(AnalystResult)
        .options(defer(AnalystResult.output, raiseload=True))
        .where(AnalystResult.workflow_id == workflow_id, AnalystResult.version == version)
    )
    return found.all()


async def result(
    session: AsyncSession, workflow_id: UUID, version: int, analyst: AnalystName
) -> AnalystResult | None:
    """Return what one analyst delivered, with its output."""
    return await session.get(AnalystResult, (workflow_id, version, analyst))


async def answered(session: AsyncSession, analyst: AnalystName, question: str) -> AnalystResult | None:
    """Return a model's answer to the same question in another analysis of the organization, the newest one."""
    wanted = (
        select(AnalystResult)
        .where(
            AnalystResult.question == question,
            AnalystResult.analyst == analyst,
            AnalystResult.origin == "model",
        )
        .order_by(AnalystResult.created_at.desc())
    )
    return await session.scalar(wanted.limit(1))


async def edited_findings(session: AsyncSession, workflow_id: UUID, version: int) -> AnalystOutputs | None:
    """Return what the analysts of a version delivered, with the edits that people made; None without any."""
    found = await session.scalar(
        select(StoredAnalysis.edited["analysts"]).where(
            StoredAnalysis.workflow_id == workflow_id,
            StoredAnalysis.version == version,
            StoredAnalysis.edited.is_not(None),
        )
    )
    return None if found is None else AnalystOutputs.model_validate(found)


async def fallbacks(session: AsyncSession, workflow_id: UUID, version: int) -> dict[AnalystName, str]:
    """Return for whom the rules stood in because the model failed, and why it did."""
    found = await session.execute(
        select(AnalystResult.analyst, AnalystResult.fallback).where(
            AnalystResult.workflow_id == workflow_id,
            AnalystResult.version == version,
            AnalystResult.fallback.is_not(None),
        )
    )
    reasons = {row.analyst: row.fallback or "" for row in found}
    return {name: reasons[name] for name in ANALYST_NAMES if name in reasons}


async def findings(
    session: AsyncSession, workflow_id: UUID, version: int, analysts: Sequence[AnalystName]
) -> AnalystOutputs:
    """Return the outputs of `analysts`, as far as they exist."""
    found = await session.execute(
        select(AnalystResult.analyst, AnalystResult.output).where(
            AnalystResult.workflow_id == workflow_id,
            AnalystResult.version == version,
            AnalystResult.analyst.in_(analysts),
        )
    )
    return AnalystOutputs.model_validate(dict(found.all()))


def delivered(findings: AnalystOutputs) -> set[AnalystName]:
    """Return the analysts that `findings` has an output of."""
    return {name for name in ANALYST_NAMES if getattr(findings, name.replace("-", "_")) is not None}


async def analysis_document(session: AsyncSession, workflow_id: UUID, version: int) -> str | None:
    """Return the analysis of a version, with the edits that people made, as JSON, if it is there.

    As text, since that of a long description has megabytes: parsing it would stop the event loop for seconds.
    """
    return await session.scalar(
        select(func.coalesce(cast(StoredAnalysis.edited, Text), cast(StoredAnalysis.document, Text))).where(
            StoredAnalysis.workflow_id == workflow_id, StoredAnalysis.version == version
        )
    )


async def original_document(session: AsyncSession, workflow_id: UUID, version: int) -> str | None:
    """Return the analysis of a version as JSON, as the analysts left it."""
    return await session.scalar(
        select(cast(StoredAnalysis.document, Text)).where(
            StoredAnalysis.workflow_id == workflow_id, StoredAnalysis.version == version
        )
    )


async def analysed_on(session: AsyncSession, workflow_id: UUID, version: int) -> date | None:
    """Return the day on which the analysis of a version was stored, if it is there."""
    stored = await session.scalar(
        select(StoredAnalysis.created_at).where(
            StoredAnalysis.workflow_id == workflow_id, StoredAnalysis.version == version
        )
    )
    return stored.date() if stored else None


async def build_tasks(session: AsyncSession, workflow_id: UUID, version: int) -> Sequence[BuildTask] | None:
    """Return the build tasks of the analysis of a version, if it is there."""
    found = await session.scalar(
        select(_BUILD_TASKS).where(
            StoredAnalysis.workflow_id == workflow_id, StoredAnalysis.version == version
        )
    )
    return None if found is None else [BuildTask.model_validate(task) for task in found]


async def earlier_build_tasks(session: AsyncSession, workflow_id: UUID, version: int) -> Sequence[BuildTask]:
    """Return the build tasks of all analyses before `version`, oldest first."""
    found = await session.scalars(
        select(_BUILD_TASKS)
        .where(StoredAnalysis.workflow_id == workflow_id, StoredAnalysis.version < version)
        .order_by(StoredAnalysis.version)
    )
    return [BuildTask.model_validate(task) for tasks in found for task in tasks]
