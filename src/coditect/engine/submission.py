"""Storing a run in the submitter's transaction."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from coditect.engine.drafts import RunDraft, StepDraft, check
from coditect.engine.events import RunSubmitted
from coditect.engine.models import Run, Step, StepNeed
from coditect.kernel import telemetry
from coditect.kernel.clock import db_now, utc_now
from coditect.kernel.db import store, store_values
from coditect.kernel.events import publish
from coditect.kernel.ids import RunId, new_id


async def submit(session: AsyncSession, draft: RunDraft) -> RunId:
    """Store the run and return its id; with a known idempotency key, return the id of the first one.

    Raises `InvalidPlan`.
    """
    check(draft)
    known, now = await _known(session, draft)
    if known is not None:
        return known
    run = _run(draft)
    steps = {step.key: _step(run, step, now) for step in draft.steps}
    needs = [
        {
            "organization_id": draft.organization_id,
            "step_id": steps[step.key].id,
            "needs_id": steps[need.key].id,
            "required": need.required,
        }
        for step in draft.steps
        for need in step.needs
    ]
    await store(session, [run])
    await store(session, list(steps.values()))
    await store_values(session, StepNeed, needs)
    publish(session, RunSubmitted(organization_id=draft.organization_id, run_id=run.id, kind=draft.kind))
    return run.id


async def _known(session: AsyncSession, draft: RunDraft) -> tuple[RunId | None, datetime]:
    """Return the run that the key has made, and the time.

    The database's clock decides when a step may start; a faster one of ours would delay it.
    """
    if draft.idempotency_key is None:
        return None, (await session.execute(select(db_now()))).scalar_one()
    known = (
        select(Run.id)
        .where(
            Run.organization_id == draft.organization_id,
            Run.kind == draft.kind,
            Run.idempotency_key == draft.idempotency_key,
        )
        .scalar_subquery()
    )
    found = (await session.execute(select(known, db_now()))).one()
    return found[0], found[1]


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
