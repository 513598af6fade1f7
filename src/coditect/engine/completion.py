"""Ending a step: success, another try, or the dead letters; and what follows for its dependents and its run."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from coditect.engine.claims import Claim
from coditect.engine.errors import LeaseLostError
from coditect.engine.events import RunFinished, StepDied, StepRetried, StepSkipped, StepSucceeded
from coditect.engine.models import Run, Step, StepNeed
from coditect.engine.states import RunStatus, StepStatus, retry_delay
from coditect.kernel.clock import db_now
from coditect.kernel.events import publish
from coditect.kernel.ids import RunId


async def succeed(session: AsyncSession, claim: Claim, output: dict[str, Any]) -> None:
    """Store the output and set free what waited for it. Raises `LeaseLostError`."""
    run_status = await _lock_run(session, claim.run_id)
    await _end(session, claim.step_id, claim.attempt, "succeeded", output=output)
    publish(
        session,
        StepSucceeded(
            organization_id=claim.organization_id,
            run_id=claim.run_id,
            step_id=claim.step_id,
            key=claim.key,
        ),
    )
    await _satisfy_dependents(session, run_status, [claim.step_id])
    await _account(session, claim.run_id, ended=1)


async def fail(session: AsyncSession, claim: Claim, error: str, *, permanent: bool) -> None:
    """Schedule another try, or make the step a dead letter. Raises `LeaseLostError`."""
    failures = claim.failures + 1
    if permanent or failures >= claim.max_tries:
        await die(session, claim.run_id, claim.step_id, claim.attempt, error, failures=failures)
        return
    run_status = await _lock_run(session, claim.run_id)
    await _transition(
        session,
        claim.step_id,
        claim.attempt,
        {
            "status": _free(run_status),
            "failures": failures,
            "error": error,
            "run_at": db_now(retry_delay(failures)),
            "lease_holder": None,
            "lease_expires_at": None,
        },
    )
    publish(
        session,
        StepRetried(
            organization_id=claim.organization_id,
            run_id=claim.run_id,
            step_id=claim.step_id,
            key=claim.key,
            error=error,
        ),
    )


async def die(
    session: AsyncSession,
    run_id: RunId,
    step_id: UUID,
    attempt: int,
    error: str,
    *,
    failures: int | None = None,
) -> None:
    """Make the step a dead letter, skip what requires it, set free what can go on without it."""
    run_status = await _lock_run(session, run_id)
    step = await _end(session, step_id, attempt, "dead_letter", error=error, failures=failures)
    publish(
        session,
        StepDied(
            organization_id=step.organization_id,
            run_id=step.run_id,
            step_id=step.id,
            key=step.key,
            error=error,
        ),
    )
    skipped = await _skip_dependents(session, step.id)
    await _satisfy_dependents(session, run_status, [step.id, *skipped])
    await _account(session, step.run_id, ended=1 + len(skipped))


async def _end(
    session: AsyncSession,
    step_id: UUID,
    attempt: int,
    status: StepStatus,
    *,
    output: dict[str, Any] | None = None,
    error: str | None = None,
    failures: int | None = None,
) -> Step:
    values: dict[str, Any] = {
        "status": status,
        "output": output,
        "error": error,
        "finished_at": db_now(),
        "lease_holder": None,
        "lease_expires_at": None,
    }
    if failures is not None:
        values["failures"] = failures
    return await _transition(session, step_id, attempt, values)


async def _transition(session: AsyncSession, step_id: UUID, attempt: int, values: dict[str, Any]) -> Step:
    moved = await session.scalar(
        update(Step)
        .where(Step.id == step_id, Step.attempt == attempt, Step.status == "running")
        .values(**values)
        .returning(Step)
        .execution_options(synchronize_session=False)
    )
    if moved is None:
        raise LeaseLostError(f"Step {step_id} is no longer in attempt {attempt}.")
    return moved


async def _lock_run(session: AsyncSession, run_id: RunId) -> RunStatus:
    """Lock the run before any of its steps, as every writer of both does, so that none waits in a circle."""
    return (await session.execute(select(Run.status).where(Run.id == run_id).with_for_update())).scalar_one()


def _free(run_status: RunStatus) -> StepStatus:
    """Return the status of a step that may start as soon as its run may."""
    return "held" if run_status == "paused" else "ready"


async def _satisfy_dependents(session: AsyncSession, run_status: RunStatus, ended: Sequence[UUID]) -> None:
    counted = (
        select(StepNeed.step_id, func.count().label("satisfied"))
        .where(StepNeed.needs_id.in_(ended))
        .group_by(StepNeed.step_id)
    )
    dependents = {row.step_id: row.satisfied for row in (await session.execute(counted)).all()}
    if not dependents:
        return
    for step_id, satisfied in sorted(dependents.items()):
        pending = await session.scalar(
            update(Step)
            .where(Step.id == step_id, Step.status == "waiting")
            .values(pending=Step.pending - satisfied)
            .returning(Step.pending)
            .execution_options(synchronize_session=False)
        )
        if pending == 0:
            await session.execute(
                update(Step)
                .where(Step.id == step_id)
                .values(status=_free(run_status), run_at=db_now())
                .execution_options(synchronize_session=False)
            )


async def _skip_dependents(session: AsyncSession, failed: UUID) -> list[UUID]:
    skipped: list[UUID] = []
    frontier = [failed]
    while frontier:
        requiring = select(StepNeed.step_id).where(StepNeed.needs_id.in_(frontier), StepNeed.required)
        found = await session.scalars(
            update(Step)
            .where(Step.id.in_(requiring), Step.status == "waiting")
            .values(status="skipped", finished_at=db_now(), error="A step that this one requires failed.")
            .returning(Step)
            .execution_options(synchronize_session=False)
        )
        steps = found.all()
        for step in steps:
            publish(
                session,
                StepSkipped(
                    organization_id=step.organization_id, run_id=step.run_id, step_id=step.id, key=step.key
                ),
            )
        frontier = [step.id for step in steps]
        skipped += frontier
    return skipped


async def _account(session: AsyncSession, run_id: RunId, *, ended: int) -> None:
    unfinished = await session.scalar(
        update(Run)
        .where(Run.id == run_id)
        .values(unfinished=Run.unfinished - ended, started_at=func.coalesce(Run.started_at, db_now()))
        .returning(Run.unfinished)
        .execution_options(synchronize_session=False)
    )
    if unfinished == 0:
        await finish_run(session, run_id, await _outcome(session, run_id))


async def finish_run(session: AsyncSession, run_id: RunId, status: RunStatus) -> None:
    """Close the run and say so."""
    run = await session.scalar(
        update(Run)
        .where(Run.id == run_id)
        .values(status=status, finished_at=db_now())
        .returning(Run)
        .execution_options(synchronize_session=False)
    )
    assert run is not None
    publish(
        session,
        RunFinished(organization_id=run.organization_id, run_id=run.id, kind=run.kind, status=status),
    )


async def _outcome(session: AsyncSession, run_id: RunId) -> RunStatus:
    """Completed when every step succeeded; partial when one that nothing waits for did; else failed."""
    steps = (await session.execute(select(Step.id, Step.status).where(Step.run_id == run_id))).all()
    if all(step.status == "succeeded" for step in steps):
        return "completed"
    needed = set(
        await session.scalars(
            select(StepNeed.needs_id).join(Step, Step.id == StepNeed.step_id).where(Step.run_id == run_id)
        )
    )
    results = [step for step in steps if step.id not in needed]
    return "partial" if any(step.status == "succeeded" for step in results) else "failed"
