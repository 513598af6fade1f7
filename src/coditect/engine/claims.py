"""Claiming ready steps under a lease, and taking them back from the dead."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, case, false, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from coditect.engine.events import StepStarted
from coditect.engine.models import Run, Step, StepNeed
from coditect.engine.states import LEASE, MAX_LOSSES
from coditect.kernel.clock import db_now
from coditect.kernel.events import publish
from coditect.kernel.ids import OrganizationId, RunId


@dataclass(frozen=True)
class Claim:
    """A step in a worker's hands; `attempt` proves later that it still is."""

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


@dataclass(frozen=True)
class LostStep:
    """A step whose worker died; `hopeless` when that happened too often."""

    step_id: UUID
    organization_id: OrganizationId
    run_id: RunId
    attempt: int
    holder: str
    hopeless: bool


def is_claimable(handlers: Collection[str]) -> ColumnElement[bool]:
    """Return the condition of steps that a worker with `handlers` may take now."""
    if not handlers:
        return false()
    return (Step.status == "ready") & (Step.run_at <= db_now()) & Step.handler.in_(handlers)


async def claim(session: AsyncSession, holder: str, handlers: Collection[str], limit: int) -> Sequence[Claim]:
    """Take up to `limit` steps, the most urgent and oldest first, and lease them to `holder`."""
    candidates = (
        select(Step.id)
        .where(is_claimable(handlers))
        .order_by(Step.priority.desc(), Step.run_at, Step.id)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    # A common table expression is evaluated once; PostgreSQL may evaluate a subquery again, and take more.
    candidates_once = candidates.cte("candidates")
    found = await session.execute(
        update(Step)
        .where(Step.id.in_(select(candidates_once.c.id)))
        .values(
            status="running",
            attempt=Step.attempt + 1,
            lease_holder=holder,
            lease_expires_at=db_now(LEASE),
            started_at=db_now(),
            error=None,
        )
        .returning(
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
        )
        .execution_options(synchronize_session=False)
    )
    claims = [Claim(*row) for row in found.all()]
    await _mark_runs_started(session, {claimed.run_id for claimed in claims})
    for claimed in claims:
        publish(
            session,
            StepStarted(
                organization_id=claimed.organization_id,
                run_id=claimed.run_id,
                step_id=claimed.step_id,
                key=claimed.key,
                attempt=claimed.attempt,
            ),
        )
    return claims


async def outputs_needed(session: AsyncSession, step_id: UUID) -> dict[str, dict[str, Any] | None]:
    """Return the outputs of what `step_id` needs, by key; None for a step that failed."""
    found = await session.execute(
        select(Step.key, Step.output)
        .join(StepNeed, StepNeed.needs_id == Step.id)
        .where(StepNeed.step_id == step_id)
    )
    return {row.key: row.output for row in found.all()}


async def renew(session: AsyncSession, holder: str, step_ids: Collection[UUID]) -> set[UUID]:
    """Extend the leases that `holder` has on `step_ids`; return the steps that are still in its hands."""
    found = await session.execute(
        update(Step)
        .where(Step.id.in_(step_ids), Step.status == "running", Step.lease_holder == holder)
        .values(lease_expires_at=db_now(LEASE))
        .returning(Step.id)
        .execution_options(synchronize_session=False)
    )
    return set(found.scalars())


def is_expired() -> ColumnElement[bool]:
    """Return the condition of steps whose lease has run out."""
    return (Step.status == "running") & (Step.lease_expires_at < db_now())


def is_held_by_another(holder: str) -> ColumnElement[bool]:
    """Return the condition of steps in the hands of anybody but `holder`."""
    return (Step.status == "running") & (Step.lease_holder != holder)


async def lost_steps(session: AsyncSession, condition: ColumnElement[bool]) -> Sequence[LostStep]:
    """Return steps whose worker is gone, locked for the one who returns them."""
    found = await session.execute(
        select(Step.id, Step.organization_id, Step.run_id, Step.attempt, Step.lease_holder, Step.losses)
        .where(condition)
        .limit(200)
        .with_for_update(skip_locked=True)
    )
    return [
        LostStep(
            step_id=row.id,
            organization_id=row.organization_id,
            run_id=row.run_id,
            attempt=row.attempt,
            holder=row.lease_holder,
            hopeless=row.losses + 1 >= MAX_LOSSES,
        )
        for row in found.all()
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


async def _mark_runs_started(session: AsyncSession, run_ids: Collection[RunId]) -> None:
    if run_ids:
        # A run that another transaction is changing is passed over: waiting for it, with steps locked, could
        # wait in a circle.
        queued = (
            select(Run.id)
            .where(Run.id.in_(run_ids), Run.status == "queued")
            .with_for_update(skip_locked=True)
        )
        await session.execute(
            update(Run)
            .where(Run.id.in_(queued.scalar_subquery()))
            .values(status="running", started_at=db_now())
            .execution_options(synchronize_session=False)
        )
