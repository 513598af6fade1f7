"""The run of an analysis: eight analyst steps in the order of their inputs, and one aggregation."""

from typing import Final
from uuid import UUID

from pydantic import BaseModel

from coditect import engine
from coditect.kernel.ids import OrganizationId
from coditect.workflows.analysis import ANALYSTS, AnalystName, AnalystSpec

RUN_KIND: Final = "workflow-analysis"
ANALYST: Final = "workflows.analyst"
AGGREGATE: Final = "workflows.aggregate"
AGGREGATE_KEY: Final = "aggregate"

_INDISPENSABLE: Final[frozenset[AnalystName]] = frozenset({"task-decomposer"})
"""Without its tasks the later analysts have nothing to work on; any other gap they can state and go on."""


class Restart(BaseModel):
    """How a version starts in the middle: what is taken over from which earlier version."""

    version: int
    keeps: tuple[AnalystName, ...]


class AnalystInput(BaseModel):
    """Which analyst works on which version of which workflow."""

    workflow_id: UUID
    version: int
    analyst: AnalystName
    restart: Restart | None = None
    fresh: bool = False
    """A model is asked even when it has answered the same question before."""


class AggregateInput(BaseModel):
    """Which version of which workflow to put together."""

    workflow_id: UUID
    version: int


def plan(
    organization_id: OrganizationId,
    workflow_id: UUID,
    version: int,
    *,
    restart: Restart | None = None,
    fresh: bool = False,
) -> engine.RunDraft:
    """Return the run that analyses `version` of a workflow; the same version gives the same run.

    What a restart keeps has its steps too, which take it over: a run always tells of all eight analysts.
    """
    inputs = [
        AnalystInput(
            workflow_id=workflow_id, version=version, analyst=analyst.name, restart=restart, fresh=fresh
        )
        for analyst in ANALYSTS
    ]
    steps = [_analyst_step(analyst, given) for analyst, given in zip(ANALYSTS, inputs, strict=True)]
    last = engine.StepDraft(
        key=AGGREGATE_KEY,
        handler=AGGREGATE,
        input=AggregateInput(workflow_id=workflow_id, version=version),
        needs=tuple(engine.Need(analyst.name, required=False) for analyst in ANALYSTS),
    )
    return engine.RunDraft(
        kind=RUN_KIND,
        organization_id=organization_id,
        steps=(*steps, last),
        idempotency_key=f"{workflow_id}:{version}",
    )


def _analyst_step(analyst: AnalystSpec, given: AnalystInput) -> engine.StepDraft:
    return engine.StepDraft(
        key=analyst.name,
        handler=ANALYST,
        input=given,
        needs=tuple(engine.Need(name, required=name in _INDISPENSABLE) for name in analyst.needs),
    )
