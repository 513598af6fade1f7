"""Storing a run in the submitter's transaction."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from coditect.engine.drafts import RunDraft, StepDraft, check
from coditect.engine.events import RunSubmitted
from coditect.engine.models import Run, Step, StepNeed
from coditect.kernel import telemetry
from coditect.kernel.clock import db_now, utc_now
from coditect.kernel.events import publish
from coditect.kernel.ids import RunId, new_id


async def submit(session: AsyncSession, draft: RunDraft) -> RunId:
    """Store the run and return its id; with a known idempotency key, return the id of the first one.

    Raises `InvalidPlan`.
    """
    check(draft)
    known = await _known(session, draft)
    if known is not None:
        return known
    run = _run(draft)
    session.add(run)
    # The database's clock decides when a step may start; a faster one of ours would delay it.
    now = (await session.execute(select(db_now()))).scalar_one()
    steps = {step.key: _step(run, step, now) for step in draft.steps}
    # The rows refer to each other by plain ids, so that the order of insertion is ours to give.
    await session.flush()
    session.add_all(steps.values())
    await session.flush()
    session.add_all(
        StepNeed(
            organization_id=draft.organization_id,
            step_id=steps[step.key].id,
            needs_id=steps[need.key].id,
            required=need.required,
        )
        for step in draft.steps
        for need in step.needs
    )
    publish(session, RunSubmitted(organization_id=draft.organization_id, run_id=run.id, kind=draft.kind))
    return run.id


async def _known(session: AsyncSession, draft: RunDraft) -> RunId | None:
    if draft.idempotency_key is None:
        return None
    return await session.scalar(
        select(Run.id).where(
            Run.organization_id == draft.organization_id,
            Run.kind == draft.kind,
            Run.idempotency_key == draft.idempotency_key,
        )
    )


def _run(draft: RunDraft) -> Run:
    return Run(
        id=RunId(new_id()),
        organization_id=draft.organization_id,
        kind=draft.kind,
        status="queued",
        idempotency_key=draft.idempotency_key,
        unfinished=len(draft.steps),
        created_at=utc_now(),
    )


def _step(run: Run, draft: StepDraft, now: datetime) -> Step:
    return Step(
        id=new_id(),
        organization_id=run.organization_id,
        run_id=run.id,
        key=draft.key,
        handler=draft.handler,
        input=draft.input.model_dump(mode="json"),
        status="waiting" if draft.needs else "ready",
        priority=draft.priority,
        pending=len(draft.needs),
        max_tries=draft.max_tries,
        run_at=now,
        created_at=now,
        traceparent=telemetry.traceparent(),
    )
