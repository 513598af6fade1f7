"""Handing in descriptions, reading what became of them, analysing them again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from coditect import agents, engine, projects
from coditect.kernel.clock import utc_now
from coditect.kernel.events import publish
from coditect.kernel.ids import ProjectId, RunId, new_id
from coditect.kernel.platform import Platform
from coditect.organizations import Member
from coditect.workflows import store
from coditect.workflows.activity import RequestedAnalysis, actor_of, object_of
from coditect.workflows.analysing import aggregated
from coditect.workflows.analysis import (
    ANALYST_NAMES,
    AnalystName,
    AnalystSpec,
    BuildTask,
    Domain,
    resting_on,
)
from coditect.workflows.errors import AnalysisNotReady, AnalysisRunning, NoAgentUsed
from coditect.workflows.events import WorkflowSubmitted
from coditect.workflows.models import AnalystResult, Workflow
from coditect.workflows.plan import Restart, plan
from coditect.workflows.rendering import Source
from coditect.workflows.titles import title_of

T = TypeVar("T")

OPEN: frozenset[engine.RunStatus] = frozenset({"queued", "running", "paused"})


@dataclass(frozen=True)
class WorkflowState:
    """A workflow with its newest run and what its analysts have delivered; the analysis as JSON."""

    workflow: Workflow
    run: engine.RunView
    results: dict[str, AnalystResult]
    analysis: str | None
    board: Sequence[projects.SentTask]
    edits: int

    def step(self, analyst: AnalystSpec) -> engine.StepView:
        """Return the step in which `analyst` works."""
        return self.run.step(analyst.name)


@dataclass(frozen=True)
class SoFar:
    """An analysis as JSON, with whose work it has."""

    version: int
    delivered: Sequence[AnalystName]
    document: str
    complete: bool


async def submit(
    session: AsyncSession,
    member: Member,
    project_id: ProjectId,
    description: str,
    *,
    title: str | None,
    domain: Domain | None,
) -> Workflow:
    """Store a description and queue its analysis, in one transaction."""
    project = await projects.get_project(session, project_id)
    workflow_id = new_id()
    workflow = Workflow(
        id=workflow_id,
        organization_id=member.organization_id,
        project_id=project.id,
        title=title or title_of(description),
        domain=domain,
        description=description,
        version=1,
        run_id=await engine.submit(session, plan(member.organization_id, workflow_id, 1)),
        created_by=member.account_id,
        created_at=utc_now(),
    )
    session.add(workflow)
    await _announce(session, member, workflow)
    return workflow


async def run_states(
    session: AsyncSession, member: Member, workflows: Sequence[Workflow]
) -> Mapping[RunId, engine.RunState]:
    """Return the state of each workflow's newest run."""
    return await engine.run_states(
        session, member.organization_id, [workflow.run_id for workflow in workflows]
    )


async def regenerate(
    session: AsyncSession,
    member: Member,
    workflow_id: UUID,
    *,
    start_at: AnalystName | None,
    fresh: bool,
) -> Workflow:
    """Analyse a workflow anew, as its next version, from an analyst on or from the beginning.

    Raises `AnalysisRunning` while a version is under way.
    """
    workflow = await store.get_workflow(session, workflow_id, lock=True)
    run = await engine.get_run(session, member.organization_id, workflow.run_id)
    if run.status in OPEN:
        raise AnalysisRunning("Wait until it ends, or cancel its run first.")
    restart = await _restart(session, workflow, start_at) if start_at else None
    workflow.version += 1
    workflow.run_id = await engine.submit(
        session,
        plan(
            member.organization_id,
            workflow.id,
            workflow.version,
            restart=restart,
            fresh=fresh or restart is not None,
        ),
    )
    await _announce(session, member, workflow)
    return workflow


async def _restart(session: AsyncSession, workflow: Workflow, start_at: AnalystName) -> Restart:
    """Keep what the newest version has and what does not rest on `start_at`."""
    there = {result.analyst for result in await store.results(session, workflow.id, workflow.version)}
    anew = {start_at, *resting_on(start_at)}
    keeps = tuple(name for name in ANALYST_NAMES if name in there and name not in anew)
    return Restart(version=workflow.version, keeps=keeps)


async def read(session: AsyncSession, member: Member, workflow_id: UUID) -> WorkflowState:
    """Return a workflow as it stands."""
    workflow = await store.get_workflow(session, workflow_id)
    results = await store.results(session, workflow.id, workflow.version)
    return WorkflowState(
        workflow=workflow,
        run=await engine.get_run(session, member.organization_id, workflow.run_id),
        results={result.analyst: result for result in results},
        analysis=await store.analysis_document(session, workflow.id, workflow.version),
        board=await projects.sent_build_tasks(session, workflow.id),
        edits=await store.count_edits(session, workflow.id),
    )


async def so_far(platform: Platform, session: AsyncSession, workflow_id: UUID) -> SoFar:
    """Put together what the analysts of the newest version have delivered, or raise `AnalysisNotReady`."""
    workflow = await store.get_workflow(session, workflow_id)
    findings = await store.findings(session, workflow.id, workflow.version, ANALYST_NAMES)
    delivered = store.delivered(findings)
    there = [name for name in ANALYST_NAMES if name in delivered]
    whole = await store.analysis_document(session, workflow.id, workflow.version)
    if whole is not None:
        return SoFar(workflow.version, there, whole, complete=True)
    if not there:
        raise AnalysisNotReady("None of its analysts has finished yet.")
    document = await platform.cpu.run(aggregated, workflow.description, findings)
    return SoFar(workflow.version, there, document, complete=False)


async def agent_of(session: AsyncSession, workflow_id: UUID, analyst: AnalystName) -> agents.UsedAgent:
    """Return the definition by which an analyst of the newest version worked, as it was then."""
    workflow = await store.get_workflow(session, workflow_id)
    results = await store.results(session, workflow.id, workflow.version)
    reference = next((result.agent for result in results if result.analyst == analyst), None)
    if reference is None:
        raise NoAgentUsed("The built-in rules did the work, or it is not done yet.")
    return await agents.read_used(session, reference)


async def source_of(session: AsyncSession, workflow_id: UUID) -> tuple[Workflow, Source]:
    """Return a workflow and what files are made of, or raise `AnalysisNotReady`."""
    workflow = await store.get_workflow(session, workflow_id)
    document = _ready(await store.analysis_document(session, workflow.id, workflow.version))
    analysed_on = await store.analysed_on(session, workflow.id, workflow.version)
    return workflow, Source(workflow.title, document, workflow.description, analysed_on)


async def build_tasks_of(session: AsyncSession, workflow_id: UUID) -> tuple[Workflow, Sequence[BuildTask]]:
    """Return a workflow and its build tasks, or raise `AnalysisNotReady`."""
    workflow = await store.get_workflow(session, workflow_id)
    return workflow, _ready(await store.build_tasks(session, workflow.id, workflow.version))


async def count_by_project(
    session: AsyncSession, project_ids: Sequence[ProjectId]
) -> Mapping[ProjectId, int]:
    """Return how many workflows each project has; projects without any are left out."""
    found = await session.execute(
        select(Workflow.project_id, func.count())
        .where(Workflow.project_id.in_(project_ids))
        .group_by(Workflow.project_id)
    )
    return dict(found.all())


async def _announce(session: AsyncSession, member: Member, workflow: Workflow) -> None:
    publish(
        session,
        WorkflowSubmitted(
            organization_id=workflow.organization_id,
            workflow_id=workflow.id,
            project_id=workflow.project_id,
            run_id=workflow.run_id,
        ),
    )
    await projects.record_activity(
        session,
        workflow.project_id,
        actor_of(member),
        RequestedAnalysis(version=workflow.version),
        object_of(workflow),
    )


def _ready(found: T | None) -> T:
    if found is None:
        raise AnalysisNotReady(
            "Its analysts are still at work, or none of them could finish; see its status."
        )
    return found
