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
from coditect.organizations import Member
from coditect.workflows import store
from coditect.workflows.activity import RequestedAnalysis, actor_of, object_of
from coditect.workflows.analysis import AnalystName, AnalystSpec, BuildTask, Domain
from coditect.workflows.errors import AnalysisNotReady, AnalysisRunning, NoAgentUsed
from coditect.workflows.events import WorkflowSubmitted
from coditect.workflows.models import AnalystResult, Workflow
from coditect.workflows.plan import plan
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


async def regenerate(session: AsyncSession, member: Member, workflow_id: UUID) -> Workflow:
    """Analyse a workflow anew, as its next version. Raises `AnalysisRunning` while a version is under way."""
    workflow = await store.get_workflow(session, workflow_id, lock=True)
    run = await engine.get_run(session, member.organization_id, workflow.run_id)
    if run.status in OPEN:
        raise AnalysisRunning("Wait until it ends, or cancel its run first.")
    workflow.version += 1
    workflow.run_id = await engine.submit(
        session, plan(member.organization_id, workflow.id, workflow.version)
    )
    await _announce(session, member, workflow)
    return workflow


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
