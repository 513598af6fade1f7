"""The steps of an analysis run: eight analysts and the aggregation."""

from collections.abc import Collection, Sequence
from typing import Any

from pydantic import BaseModel
from sqlalchemy.ext.asyncio import AsyncSession

from coditect import agents, engine, projects
from coditect.kernel.clock import utc_now
from coditect.kernel.entitlements import QuotaExceeded
from coditect.kernel.events import publish
from coditect.kernel.platform import Platform
from coditect.kernel.scope import tenant
from coditect.workflows import reusing, store
from coditect.workflows.activity import ANALYZER, FinishedAnalysis, object_of
from coditect.workflows.analysing import Findings, Material, aggregate, run_analyst, with_fallbacks
from coditect.workflows.analysis import ANALYST_NAMES, ANALYSTS, Analysis, AnalystName, spec
from coditect.workflows.answers import answers_of
from coditect.workflows.editing import log
from coditect.workflows.events import WorkflowAnalysed
from coditect.workflows.lasting_ids import with_lasting_ids
from coditect.workflows.models import AnalystResult, StoredAnalysis, Workflow
from coditect.workflows.plan import AGGREGATE, ANALYST, AggregateInput, AnalystInput
from coditect.workflows.summaries import summary_of


class Delivered(BaseModel):
    """The output of a step; the findings themselves stand in the tables of this context."""

    summary: str


def step_handlers(platform: Platform) -> Sequence[engine.StepHandler[Any]]:
    """Return the handlers that this context registers with the engine."""
    work = _Handlers(platform)
    return [
        engine.StepHandler(ANALYST, AnalystInput, work.run_analyst, timeout_seconds=900),
        engine.StepHandler(AGGREGATE, AggregateInput, work.aggregate),
    ]


class _Handlers:
    def __init__(self, platform: Platform) -> None:
        self._platform = platform

    async def run_analyst(self, context: engine.StepContext, given: AnalystInput) -> engine.StepResult:
        needs = spec(given.analyst).needs
        async with self._platform.database.read(tenant(context.organization_id)) as session:
            workflow = await store.get_workflow(session, given.workflow_id)
            again = await store.result(session, workflow.id, given.version, given.analyst) is not None
            kept = None if again else await reusing.kept(session, given)
            findings = await store.findings(session, workflow.id, given.version, needs)
            findings = await reusing.as_edited(session, workflow.id, given.restart, findings)
            answers = await answers_of(session, workflow.id)
            model = await agents.model_of(self._platform, session, context.organization_id)
        if kept is not None:
            return _taken_over(kept)
        material = Material(
            description=workflow.description,
            domain=workflow.domain,
            findings=findings,
            answers=answers or None,
        )
        meter = agents.TokenMeter(self._platform, context.organization_id, context.step_id, context.attempt)
        # A person who runs a step again wants another answer, not the one that it gave before.
        recall = None
        if not (again or given.fresh):
            recall = reusing.recall_for(self._platform, context.organization_id, given.analyst)
        try:
            found = await run_analyst(
                given.analyst,
                material,
                compute=self._platform.cpu.run,
                model=model,
                meter=meter,
                recall=recall,
            )
        except QuotaExceeded as problem:
            # Further tries would be refused too; a person can requeue the step when there is room again.
            raise engine.StepFailed(str(problem)) from None
        summary = summary_of(found.output)

        async def write(session: AsyncSession) -> None:
            result = _result(workflow, given.version, given.analyst, found, summary)
            if found.agent is not None:
                result.agent = await agents.keep_used(session, workflow.organization_id, found.agent)
            # Merged: a step that a person runs again replaces what it delivered before.
            await session.merge(result)

        return engine.StepResult(Delivered(summary=summary), write)

    async def aggregate(self, context: engine.StepContext, given: AggregateInput) -> engine.StepResult:
        async with self._platform.database.read(tenant(context.organization_id)) as session:
            workflow = await store.get_workflow(session, given.workflow_id)
            findings = await store.findings(session, workflow.id, given.version, ANALYST_NAMES)
            earlier = await store.earlier_build_tasks(session, workflow.id, given.version)
            sent = await projects.sent_build_tasks(session, workflow.id)
            fallbacks = await store.fallbacks(session, workflow.id, given.version)
        delivered = store.delivered(findings)
        if not delivered:
            raise engine.StepFailed("No analyst could finish its work, so there is nothing to put together.")
        analysis = await aggregate(workflow.description, findings, compute=self._platform.cpu.run)
        analysis = with_fallbacks(analysis, fallbacks)
        if earlier:
            taken = {task.build_task_id for task in sent}
            analysis = with_lasting_ids(analysis, earlier, given.version, taken)
        carried = await log.carry_over(self._platform, workflow, analysis.model_dump_json(), given.version)

        async def write(session: AsyncSession) -> None:
            edited = await carried.write(session)
            await session.merge(_stored(workflow, given.version, analysis, edited))
            await _announce(session, workflow, given.version, analysis, delivered)

        summary = f"put together {len(analysis.tasks)} tasks and {len(analysis.build_tasks)} build tasks"
        return engine.StepResult(Delivered(summary=summary), write)


def _taken_over(kept: AnalystResult) -> engine.StepResult:
    async def write(session: AsyncSession) -> None:
        await session.merge(kept)

    return engine.StepResult(Delivered(summary=kept.summary), write)


def _result(
    workflow: Workflow, version: int, analyst: AnalystName, found: Findings, summary: str
) -> AnalystResult:
    return AnalystResult(
        organization_id=workflow.organization_id,
        workflow_id=workflow.id,
        version=version,
        analyst=analyst,
        origin=found.origin,
        model=found.model,
        input_tokens=found.usage.input_tokens if found.usage else None,
        output_tokens=found.usage.output_tokens if found.usage else None,
        cost_micros=_micros(found.usage),
        fallback=found.fallback,
        reused=found.reused,
        question=found.question,
        summary=summary,
        output=found.output.model_dump(mode="json"),
        created_at=utc_now(),
    )


def _micros(usage: agents.Usage | None) -> int | None:
    return None if usage is None or usage.cost_usd is None else round(usage.cost_usd * 1_000_000)


def _stored(
    workflow: Workflow, version: int, analysis: Analysis, edited: dict[str, Any] | None
) -> StoredAnalysis:
    return StoredAnalysis(
        organization_id=workflow.organization_id,
        workflow_id=workflow.id,
        version=version,
        document=analysis.model_dump(mode="json"),
        edited=edited,
        created_at=utc_now(),
    )


async def _announce(
    session: AsyncSession,
    workflow: Workflow,
    version: int,
    analysis: Analysis,
    delivered: Collection[AnalystName],
) -> None:
    publish(
        session,
        WorkflowAnalysed(
            organization_id=workflow.organization_id,
            workflow_id=workflow.id,
            project_id=workflow.project_id,
            version=version,
        ),
    )
    missing = [one.title for one in ANALYSTS if one.name not in delivered]
    await projects.record_activity(
        session,
        workflow.project_id,
        ANALYZER,
        FinishedAnalysis(
            tasks=len(analysis.tasks),
            actors=len(analysis.actors),
            build_tasks=len(analysis.build_tasks),
            missing=tuple(missing),
        ),
        object_of(workflow),
    )
