"""What others see of runs and steps."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.ext.asyncio import AsyncSession

from coditect.engine.errors import RunNotFound
from coditect.engine.models import Run, Step, StepNeed
from coditect.engine.states import RunStatus, StepStatus
from coditect.kernel.ids import OrganizationId, RunId


@dataclass(frozen=True)
class StepView:
    """One step as it stands."""

    id: UUID
    key: str
    handler: str
    status: StepStatus
    attempt: int
    needs: tuple[str, ...]
    output: dict[str, Any] | None
    error: str | None
    started_at: datetime | None
    finished_at: datetime | None


@dataclass(frozen=True)
class RunState:
    """How a run stands, without its steps."""

    id: RunId
    status: RunStatus
    started_at: datetime | None
    finished_at: datetime | None


@dataclass(frozen=True)
class RunView:
    """One run and its steps, in the order in which they were submitted."""

    id: RunId
    kind: str
    status: RunStatus
    created_at: datetime
    started_at: datetime | None
    finished_at: datetime | None
    steps: tuple[StepView, ...]

    @property
    def state(self) -> RunState:
        """Return the run without its steps."""
        return RunState(self.id, self.status, self.started_at, self.finished_at)

    def step(self, key: str) -> StepView:
        """Return the step called `key`."""
        return next(step for step in self.steps if step.key == key)


@dataclass(frozen=True)
class DeadLetter:
    """A step that waits for a person."""

    step_id: UUID
    run_id: RunId
    kind: str
    key: str
    handler: str
    error: str | None
    failures: int
    died_at: datetime | None


def runs_that_are(organization_id: OrganizationId, statuses: Collection[RunStatus]) -> Select[RunId]:
    """Return the query for the ids of the organization's runs with one of `statuses`, for filters of lists."""
    return select(Run.id).where(Run.organization_id == organization_id, Run.status.in_(statuses))


async def run_states(
    session: AsyncSession, organization_id: OrganizationId, run_ids: Collection[RunId]
) -> Mapping[RunId, RunState]:
    """Return how several runs of the organization stand."""
    found = await session.execute(
        select(Run.id, Run.status, Run.started_at, Run.finished_at).where(
            Run.id.in_(run_ids), Run.organization_id == organization_id
        )
    )
    return {row.id: RunState(*row) for row in found.all()}


async def step_states(
    session: AsyncSession, organization_id: OrganizationId, step_ids: Collection[UUID]
) -> Mapping[UUID, StepStatus]:
    """Return how several steps of the organization stand."""
    found = await session.execute(
        select(Step.id, Step.status).where(Step.id.in_(step_ids), Step.organization_id == organization_id)
    )
    return {row.id: row.status for row in found.all()}


async def get_run(session: AsyncSession, organization_id: OrganizationId, run_id: RunId) -> RunView:
    """Return a run of the organization or raise `RunNotFound`."""
    run = await session.scalar(select(Run).where(Run.id == run_id, Run.organization_id == organization_id))
    if run is None:
        raise RunNotFound
    steps = (await session.scalars(select(Step).where(Step.run_id == run_id).order_by(Step.id))).all()
    keys = {step.id: step.key for step in steps}
    needs: dict[UUID, list[str]] = {step.id: [] for step in steps}
    for need in await session.scalars(select(StepNeed).where(StepNeed.step_id.in_(keys))):
        # A step may have handed work to new ones since the steps were read.
        if need.needs_id in keys:
            needs[need.step_id].append(keys[need.needs_id])
    return RunView(
        id=run.id,
        kind=run.kind,
        status=run.status,
        created_at=run.created_at,
        started_at=run.started_at,
        finished_at=run.finished_at,
        steps=tuple(_view(step, tuple(sorted(needs[step.id]))) for step in steps),
    )


def _view(step: Step, needs: tuple[str, ...]) -> StepView:
    return StepView(
        id=step.id,
        key=step.key,
        handler=step.handler,
        status=step.status,
        attempt=step.attempt,
        needs=needs,
        output=step.output,
        error=step.error,
        started_at=step.started_at,
        finished_at=step.finished_at,
    )
