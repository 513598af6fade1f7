"""What people do to runs: pause, resume and cancel them, and read their dead letters."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from coditect.engine.completion import finish_run
from coditect.engine.errors import RunEnded, RunNotFound
from coditect.engine.models import Run, Step
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


async def forget_runs(session: AsyncSession, organization_id: OrganizationId, kind: str, key: str) -> None:
    """Remove the runs of a kind that have a step with this key, whatever they ended as."""
    theirs = select(Step.run_id).where(Step.organization_id == organization_id, Step.key == key)
    await session.execute(
        delete(Run)
        .where(Run.organization_id == organization_id, Run.kind == kind, Run.id.in_(theirs))
        .execution_options(synchronize_session=False)
    )


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
