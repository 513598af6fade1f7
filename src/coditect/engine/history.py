"""What people read of runs afterwards: lists of them, and every try of a step."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from coditect.engine.errors import StepNotFound
from coditect.engine.events import StepDied, StepParked, StepRetried, StepStarted, StepSucceeded, run_subject
from coditect.engine.models import Run, Step, StepNeed
from coditect.engine.states import ENDED_STEP, RunStatus, StepStatus
from coditect.kernel.events import StoredEvent
from coditect.kernel.ids import OrganizationId, RunId

AttemptOutcome = Literal["running", "succeeded", "failed", "parked", "lost"]

_ENDS: dict[str, AttemptOutcome] = {
    StepSucceeded.topic: "succeeded",
    StepParked.topic: "parked",
    StepRetried.topic: "failed",
    StepDied.topic: "failed",
}


@dataclass(frozen=True)
class RunSummary:
    """A run in a list: `ended` of its `total` steps have ended, `dead` of them wait for a person."""

    id: RunId
    kind: str
    status: RunStatus
    created_at: datetime
    started_at: datetime | None
    finished_at: datetime | None
    total: int
    ended: int
    dead: int


@dataclass(frozen=True)
class AttemptView:
    """One try at a step; `lost` when its worker fell silent."""

    attempt: int
    outcome: AttemptOutcome
    started_at: datetime
    ended_at: datetime | None
    error: str | None


@dataclass(frozen=True)
class StepDetail:
    """A step with what went in, what came out, and its tries as far as their events are kept."""

    id: UUID
    run_id: RunId
    key: str
    handler: str
    status: StepStatus
    priority: int
    attempt: int
    failures: int
    max_tries: int
    needs: tuple[str, ...]
    needed_by: tuple[str, ...]
    input: dict[str, Any]
    output: dict[str, Any] | None
    error: str | None
    next_try_at: datetime | None
    created_at: datetime
    started_at: datetime | None
    finished_at: datetime | None
    attempts: tuple[AttemptView, ...]


async def list_runs(
    session: AsyncSession,
    organization_id: OrganizationId,
    *,
    statuses: Sequence[RunStatus] = (),
    limit: int,
    before: RunId | None = None,
) -> Sequence[RunSummary]:
    """Return the organization's runs, newest first."""
    query = select(Run).where(Run.organization_id == organization_id).order_by(Run.id.desc()).limit(limit)
    if statuses:
        query = query.where(Run.status.in_(statuses))
    if before is not None:
        query = query.where(Run.id < before)
    runs = (await session.scalars(query)).all()
    counted = await _count_steps(session, [run.id for run in runs])
    return [
        RunSummary(
            id=run.id,
            kind=run.kind,
            status=run.status,
            created_at=run.created_at,
            started_at=run.started_at,
            finished_at=run.finished_at,
            total=counted[run.id].total(),
            ended=sum(counted[run.id][status] for status in ENDED_STEP),
            dead=counted[run.id]["dead_letter"],
        )
        for run in runs
    ]


async def get_step(
    session: AsyncSession, organization_id: OrganizationId, run_id: RunId, step_id: UUID
) -> StepDetail:
    """Return one step of a run of the organization, or raise `StepNotFound`."""
    step = await session.scalar(
        select(Step).where(Step.id == step_id, Step.run_id == run_id, Step.organization_id == organization_id)
    )
    if step is None:
        raise StepNotFound
    return StepDetail(
        id=step.id,
        run_id=run_id,
        key=step.key,
        handler=step.handler,
        status=step.status,
        priority=step.priority,
        attempt=step.attempt,
        failures=step.failures,
        max_tries=step.max_tries,
        needs=await _keys(session, StepNeed.needs_id, StepNeed.step_id, step_id),
        needed_by=await _keys(session, StepNeed.step_id, StepNeed.needs_id, step_id),
        input=step.input,
        output=step.output,
        error=step.error,
        next_try_at=step.run_at if step.status == "ready" and step.failures else None,
        created_at=step.created_at,
        started_at=step.started_at,
        finished_at=step.finished_at,
        attempts=await _attempts(session, organization_id, run_id, step),
    )


async def _count_steps(
    session: AsyncSession, run_ids: Sequence[RunId]
) -> Mapping[RunId, Counter[StepStatus]]:
    found = await session.execute(
        select(Step.run_id, Step.status, func.count())
        .where(Step.run_id.in_(run_ids))
        .group_by(Step.run_id, Step.status)
    )
    counted: dict[RunId, Counter[StepStatus]] = defaultdict(Counter)
    for run_id, status, count in found.all():
        counted[run_id][status] = count
    return counted


async def _keys(session: AsyncSession, wanted: Any, given: Any, step_id: UUID) -> tuple[str, ...]:
    found = await session.scalars(
        select(Step.key).join(StepNeed, wanted == Step.id).where(given == step_id).order_by(Step.id)
    )
    return tuple(found)


async def _attempts(
    session: AsyncSession, organization_id: OrganizationId, run_id: RunId, step: Step
) -> tuple[AttemptView, ...]:
    """Read the tries from the events of the run: the row of a step knows only the last one."""
    found = await session.execute(
        select(StoredEvent.topic, StoredEvent.payload, StoredEvent.created_at)
        .where(
            StoredEvent.organization_id == organization_id,
            StoredEvent.subject == run_subject(run_id),
            StoredEvent.topic.in_([StepStarted.topic, *_ENDS]),
            StoredEvent.payload["step_id"].as_string() == str(step.id),
        )
        .order_by(StoredEvent.position.is_(None), StoredEvent.position, StoredEvent.id)
    )
    tries: list[AttemptView] = []
    for topic, payload, at in found.all():
        if topic == StepStarted.topic:
            tries = [*_closed(tries), AttemptView(payload["attempt"], "running", at, None, None)]
        elif tries:
            last = tries[-1]
            tries[-1] = AttemptView(last.attempt, _ENDS[topic], last.started_at, at, payload.get("error"))
    return tuple(tries if step.status == "running" else _closed(tries))


def _closed(tries: Sequence[AttemptView]) -> list[AttemptView]:
    """Call a try lost that no event ended although the step went on without it."""
    return [
        AttemptView(each.attempt, "lost", each.started_at, None, None) if each.outcome == "running" else each
        for each in tries
    ]
