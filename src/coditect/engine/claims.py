"""Claiming ready steps under a lease, and taking them back from the dead."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, bindparam, case, false, literal_column, select, update
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncSession
from sqlalchemy.sql.dml import ReturningUpdate

from coditect.engine.batches import padded
from coditect.engine.events import StepStarted
from coditect.engine.models import Run, Step, StepNeed
from coditect.engine.states import LEASE, MAX_LOSSES
from coditect.kernel.clock import db_now
from coditect.kernel.events import publish_all
from coditect.kernel.ids import OrganizationId, RunId

# Literals, not parameters: a plan that is kept for any parameter could not use the index of one state.
READY: ColumnElement[str] = literal_column("'ready'")
RUNNING: ColumnElement[str] = literal_column("'running'")


@dataclass(frozen=True)
class Claim:
    """A step in a worker's hands; `attempt` proves later that it still is.

    `outputs` are those of the steps that it needs, by key; None for one that failed.
    """

    step_id: UUID
    organization_id: OrganizationId
    run_id: RunId
    key: str
    handler: str
    input: dict[str, Any]
    attempt: int
    failures: int
    max_tries: int
    traceparent: str | None
    outputs: Mapping[str, dict[str, Any] | None]


@dataclass(frozen=True)
class LostStep:
    """A step whose worker died; `hopeless` when that happened too often."""

    step_id: UUID
    organization_id: OrganizationId
    run_id: RunId
    key: str
    attempt: int
    failures: int
    holder: str
    hopeless: bool


def is_claimable(handlers: Collection[str]) -> ColumnElement[bool]:
    """Return the condition of steps that a worker with `handlers` may take now."""
    if not handlers:
        return false()
    return (Step.status == READY) & (Step.run_at <= db_now()) & Step.handler.in_(handlers)


async def claim(session: AsyncSession, holder: str, handlers: Collection[str], limit: int) -> Sequence[Claim]:
    """Take up to `limit` steps, the most urgent and oldest first, and lease them to `holder`."""
    connection = await session.connection()
    found = await connection.execute(_claiming(handlers), {"holder": holder, "most": limit})
    # What is returned has no order of its own.
    taken = sorted(found.all(), key=lambda row: (-row.priority, row.run_at, row.id))
    outputs = await _outputs_needed(connection, [row.id for row in taken])
    claims = [
        Claim(
            row.id,
            row.organization_id,
            row.run_id,
            row.key,
            row.handler,
            row.input,
            row.attempt,
            row.failures,
            row.max_tries,
            row.traceparent,
            outputs.get(row.id, _NOTHING),
        )
        for row in taken
    ]
    await _mark_runs_started(connection, {claimed.run_id for claimed in claims})
    await publish_all(
        session,
        [
            StepStarted(
                organization_id=claimed.organization_id,
                run_id=claimed.run_id,
                step_id=claimed.step_id,
                key=claimed.key,
                attempt=claimed.attempt,
            )
            for claimed in claims
        ],
    )
    return claims


_RETURNED = (
    Step.id,
    Step.organization_id,
    Step.run_id,
    Step.key,
    Step.handler,
    Step.input,
    Step.attempt,
    Step.failures,
    Step.max_tries,
    Step.traceparent,
    Step.priority,
    Step.run_at,
)
_NOTHING: Mapping[str, dict[str, Any] | None] = {}


def _claiming(handlers: Collection[str]) -> ReturningUpdate[Any]:
    candidates = (
        select(Step.id)
        .where(is_claimable(handlers))
        .order_by(Step.priority.desc(), Step.run_at, Step.id)
        .limit(bindparam("most"))
        .with_for_update(skip_locked=True)
    )
    # A common table expression is evaluated once; PostgreSQL may evaluate a subquery again, and take more.
    candidates_once = candidates.cte("candidates")
    return (
        update(Step)
        .where(Step.id.in_(select(candidates_once.c.id)))
        .values(
            status="running",
            attempt=Step.attempt + 1,
            lease_holder=bindparam("holder"),
            lease_expires_at=db_now(LEASE),
            started_at=db_now(),
            error=None,
        )
        .returning(*_RETURNED)
    )


async def _outputs_needed(
    connection: AsyncConnection, step_ids: Sequence[UUID]
) -> Mapping[UUID, Mapping[str, dict[str, Any] | None]]:
    outputs: dict[UUID, dict[str, dict[str, Any] | None]] = defaultdict(dict)
    if step_ids:
        found = await connection.execute(_OUTPUTS, {"steps": padded(step_ids)})
        for row in found.all():
            outputs[row.step_id][row.key] = row.output
    return outputs


_OUTPUTS = (
    select(StepNeed.step_id, Step.key, Step.output)
    .join(Step, StepNeed.needs_id == Step.id)
    .where(StepNeed.step_id.in_(bindparam("steps", expanding=True)))
)


async def renew(session: AsyncSession, holder: str, step_ids: Collection[UUID]) -> set[UUID]:
    """Extend the leases that `holder` has on `step_ids`; return the steps that are still in its hands."""
    # Locked in the order in which whoever completes many steps locks them, so that none waits in a circle.
    held = (
        select(Step.id)
        .where(Step.id.in_(padded(list(step_ids))), Step.status == "running", Step.lease_holder == holder)
        .order_by(Step.id)
        .with_for_update()
    ).cte("held")
    found = await session.execute(
        update(Step)
        .where(Step.id.in_(select(held.c.id)))
        .values(lease_expires_at=db_now(LEASE))
        .returning(Step.id)
        .execution_options(synchronize_session=False)
    )
    return set(found.scalars())


def is_expired() -> ColumnElement[bool]:
    """Return the condition of steps whose lease has run out."""
    return (Step.status == RUNNING) & (Step.lease_expires_at < db_now())


def is_held_by_another(holder: str) -> ColumnElement[bool]:
    """Return the condition of steps in the hands of anybody but `holder`."""
    return (Step.status == RUNNING) & (Step.lease_holder != holder)


async def lost_steps(session: AsyncSession, condition: ColumnElement[bool]) -> Sequence[LostStep]:
    """Return steps whose worker is gone, locked for the one who returns them."""
    found = await session.scalars(select(Step).where(condition).limit(200).with_for_update(skip_locked=True))
    return [
        LostStep(
            step_id=step.id,
            organization_id=step.organization_id,
            run_id=step.run_id,
            key=step.key,
            attempt=step.attempt,
            failures=step.failures,
            holder=step.lease_holder or "",
            hopeless=step.losses + 1 >= MAX_LOSSES,
        )
        for step in found
    ]


async def give_back(session: AsyncSession, holder: str, step_ids: Collection[UUID] | None = None) -> None:
    """Make the steps that `holder` has, or some of them, ready again."""
    await _make_ready_again(session, holder, step_ids, losses=0)


async def take_back(session: AsyncSession, lost: LostStep) -> None:
    """Make a step whose worker died ready again, and count the loss."""
    await _make_ready_again(session, lost.holder, [lost.step_id], losses=1)


async def _make_ready_again(
    session: AsyncSession, holder: str, step_ids: Collection[UUID] | None, *, losses: int
) -> None:
    paused = select(Run.id).where(Run.id == Step.run_id, Run.status == "paused").exists()
    released = (
        update(Step)
        .where(Step.status == "running", Step.lease_holder == holder)
        .values(
            status=case((paused, "held"), else_="ready"),
            losses=Step.losses + losses,
            run_at=db_now(),
            lease_holder=None,
            lease_expires_at=None,
        )
        .execution_options(synchronize_session=False)
    )
    await session.execute(released if step_ids is None else released.where(Step.id.in_(step_ids)))


async def _mark_runs_started(connection: AsyncConnection, run_ids: Collection[RunId]) -> None:
    if run_ids:
        await connection.execute(_RUNS_STARTED, {"runs": padded(list(run_ids))})


# A run that another transaction is changing is passed over: waiting for it, with steps locked, could wait in a
# circle.
_QUEUED = (
    select(Run.id)
    .where(Run.id.in_(bindparam("runs", expanding=True)), Run.status == "queued")
    .with_for_update(skip_locked=True)
)
_RUNS_STARTED = (
    update(Run).where(Run.id.in_(_QUEUED.scalar_subquery())).values(status="running", started_at=db_now())
)
