"""What people do to runs: pause, resume, cancel, and bring dead letters back."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from coditect.engine.completion import finish_run
from coditect.engine.errors import RunEnded, RunNotFound, StepNotDead, StepNotFound
from coditect.engine.models import Run, Step, StepNeed
from coditect.engine.states import ENDED_RUN, ENDED_STEP
from coditect.engine.views import DeadLetter
from coditect.kernel.clock import db_now
from coditect.kernel.ids import OrganizationId, RunId


async def pause_run(session: AsyncSession, organization_id: OrganizationId, run_id: RunId) -> None:
    """Start no further step; running ones end. Pausing a paused run changes nothing."""
    run = await _open_run(session, organization_id, run_id)
    run.status = "paused"
    await _move_steps(session, run_id, "ready", "held")


async def resume_run(session: AsyncSession, organization_id: OrganizationId, run_id: RunId) -> None:
    """Go on with a paused run; resuming a running one changes nothing."""
    run = await _open_run(session, organization_id, run_id)
    run.status = "running" if run.started_at else "queued"
    await _move_steps(session, run_id, "held", "ready")
    session.info["published"] = True  # wakes the workers


async def cancel_run(session: AsyncSession, organization_id: OrganizationId, run_id: RunId) -> None:
    """End the run now; what running attempts still do is discarded when they complete."""
    run = await _open_run(session, organization_id, run_id)
    await session.execute(
        update(Step)
        .where(Step.run_id == run_id, Step.status.not_in(ENDED_STEP))
        .values(status="cancelled", finished_at=db_now(), lease_holder=None, lease_expires_at=None)
        .execution_options(synchronize_session=False)
    )
    await session.execute(
        update(Run).where(Run.id == run_id).values(unfinished=0).execution_options(synchronize_session=False)
    )
    await finish_run(session, run, "cancelled")


async def dead_letters(
    session: AsyncSession, organization_id: OrganizationId, *, limit: int, before: UUID | None = None
) -> Sequence[DeadLetter]:
    """Return the organization's dead letters, newest first."""
    query = (
        select(Step, Run.kind)
        .join(Run, Run.id == Step.run_id)
        .where(Step.organization_id == organization_id, Step.status == "dead_letter")
        .order_by(Step.id.desc())
        .limit(limit)
    )
    if before is not None:
        query = query.where(Step.id < before)
    return [
        DeadLetter(
            step_id=step.id,
            run_id=step.run_id,
            kind=kind,
            key=step.key,
            handler=step.handler,
            error=step.error,
            failures=step.failures,
            died_at=step.finished_at,
        )
        for step, kind in (await session.execute(query)).all()
    ]


async def requeue(session: AsyncSession, organization_id: OrganizationId, step_id: UUID) -> RunId:
    """Give a dead letter fresh tries, and revive what was skipped because of it; return its run."""
    step = await session.scalar(
        select(Step).where(Step.id == step_id, Step.organization_id == organization_id)
    )
    if step is None:
        raise StepNotFound
    run = await session.scalar(select(Run).where(Run.id == step.run_id).with_for_update())
    assert run is not None
    await session.refresh(step)
    if step.status != "dead_letter" or run.status == "cancelled":
        raise StepNotDead("Only a dead letter of a run that was not cancelled can be tried again.")
    revived = await _revive_skipped(session, step.id)
    paused = run.status == "paused"
    step.status, step.failures, step.losses = "held" if paused else "ready", 0, 0
    step.error, step.finished_at = None, None
    await session.execute(
        update(Step)
        .where(Step.id == step.id)
        .values(run_at=db_now())
        .execution_options(synchronize_session=False)
    )
    run.status, run.finished_at = "paused" if paused else "running", None
    run.unfinished += 1 + len(revived)
    session.info["published"] = True  # wakes the workers
    return run.id


async def _revive_skipped(session: AsyncSession, step_id: UUID) -> list[Step]:
    """Put skipped descendants back to waiting, each with its open needs counted anew."""
    revived: dict[UUID, Step] = {}
    frontier = [step_id]
    while frontier:
        requiring = select(StepNeed.step_id).where(StepNeed.needs_id.in_(frontier), StepNeed.required)
        found = await session.scalars(select(Step).where(Step.id.in_(requiring), Step.status == "skipped"))
        new = [step for step in found if step.id not in revived]
        revived |= {step.id: step for step in new}
        frontier = [step.id for step in new]
    reopened = {step_id, *revived}
    for step in revived.values():
        step.status, step.error, step.finished_at = "waiting", None, None
        step.pending = await _open_needs(session, step.id, reopened)
    return list(revived.values())


async def _open_needs(session: AsyncSession, step_id: UUID, reopened: set[UUID]) -> int:
    found = await session.execute(
        select(Step.id, Step.status)
        .join(StepNeed, StepNeed.needs_id == Step.id)
        .where(StepNeed.step_id == step_id)
    )
    return sum(need.id in reopened or need.status not in ENDED_STEP for need in found.all())


async def _open_run(session: AsyncSession, organization_id: OrganizationId, run_id: RunId) -> Run:
    run = await session.scalar(
        select(Run).where(Run.id == run_id, Run.organization_id == organization_id).with_for_update()
    )
    if run is None:
        raise RunNotFound
    if run.status in ENDED_RUN:
        raise RunEnded(f"The run is {run.status}; only an open run can be changed.")
    return run


async def _move_steps(session: AsyncSession, run_id: RunId, status: str, target: str) -> None:
    await session.execute(
        update(Step)
        .where(Step.run_id == run_id, Step.status == status)
        .values(status=target)
        .execution_options(synchronize_session=False)
    )
