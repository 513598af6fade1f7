"""What clients see of workflows."""

import json
from decimal import Decimal
from typing import Literal, get_args

from coditect import engine
from coditect.workflows.analysis import ANALYSTS, AnalystSpec
from coditect.workflows.models import AnalystResult, Workflow
from coditect.workflows.schemas import (
    Accepted,
    AnalystState,
    AnalystStatus,
    BoardTask,
    WorkflowRead,
    WorkflowSummary,
)
from coditect.workflows.service import SoFar, WorkflowState

Origin = Literal["rule", "model"]
Reused = Literal["version", "answer"]


def accepted(workflow: Workflow) -> Accepted:
    """Return the answer to a description that was just handed in."""
    return Accepted(id=workflow.id, status="queued")


def summary_of(workflow: Workflow, run: engine.RunState) -> WorkflowSummary:
    """Return a workflow as a list shows it."""
    return WorkflowSummary(
        id=workflow.id,
        project_id=workflow.project_id,
        title=workflow.title,
        domain=workflow.domain,
        status=run.status,
        version=workflow.version,
        run_id=workflow.run_id,
        created_at=workflow.created_at,
        finished_at=run.finished_at,
    )


def read_of(state: WorkflowState) -> bytes:
    """Return a workflow as its page shows it: a `WorkflowRead` as JSON, its analysis as it is stored."""
    summary = summary_of(state.workflow, state.run.state)
    shown = WorkflowRead(
        **summary.model_dump(),
        description=state.workflow.description,
        analysts=[
            _analyst(analyst, state.step(analyst), state.results.get(analyst.name)) for analyst in ANALYSTS
        ],
        revision=state.workflow.revision,
        edits=state.edits,
        analysis=None,
        tasks_sent=[task.build_task_id for task in state.board],
        board=[BoardTask.model_validate(task) for task in state.board],
    )
    beginning = shown.model_dump_json(exclude={"analysis"}).removesuffix("}")
    return f'{beginning},"analysis":{state.analysis or "null"}}}'.encode()


def so_far_of(found: SoFar) -> bytes:
    """Return an analysis as far as it has come: an `AnalysisSoFar` as JSON."""
    head = {"version": found.version, "complete": found.complete, "delivered": list(found.delivered)}
    return f'{json.dumps(head).removesuffix("}")},"analysis":{found.document}}}'.encode()


def analyst_status(status: engine.StepStatus) -> AnalystStatus:
    """Return the state of an analyst whose step is in `status`."""
    match status:
        case "dead_letter":
            return "failed"
        case "held" | "parked":
            return "ready"
        case _:
            return status


def _analyst(analyst: AnalystSpec, step: engine.StepView, result: AnalystResult | None) -> AnalystState:
    return AnalystState(
        name=analyst.name,
        title=analyst.title,
        status=analyst_status(step.status),
        origin=_origin(result),
        started_at=step.started_at,
        finished_at=step.finished_at,
        summary=result.summary if result else None,
        error=step.error,
        model=result.model if result else None,
        fallback=result.fallback if result else None,
        reused=_reused(result),
        input_tokens=result.input_tokens if result else None,
        output_tokens=result.output_tokens if result else None,
        cost_usd=_dollars(result.cost_micros) if result else None,
    )


def _origin(result: AnalystResult | None) -> Origin | None:
    if result is None:
        return None
    return next(origin for origin in get_args(Origin) if origin == result.origin)


def _reused(result: AnalystResult | None) -> Reused | None:
    return next((way for way in get_args(Reused) if result and way == result.reused), None)


def _dollars(micros: int | None) -> Decimal | None:
    return None if micros is None else Decimal(micros) / 1_000_000
