"""Steps that rest without a worker: until somebody wakes them, or until steps that they handed work to have ended."""

from typing import Literal
from uuid import UUID

from sqlalchemy import bindparam, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from coditect.engine.claims import Claim
from coditect.engine.drafts import StepDraft
from coditect.engine.errors import InvalidPlan, LeaseLostError, StepNotFound
from coditect.engine.events import StepParked
from coditect.engine.handlers import Park
from coditect.engine.models import Run, Step, StepNeed
from coditect.engine.states import RunStatus, StepStatus
from coditect.kernel import telemetry
from coditect.kernel.clock import db_now, utc_now
from coditect.kernel.db import store, store_values
from coditect.kernel.events import publish
from coditect.kernel.ids import OrganizationId, new_id


async def park(session: AsyncSession, claim: Claim, parked: Park) -> None:
    """Let the step of `claim` rest. Raises `LeaseLostError`."""
    run_status = await _lock(session, claim)
    if parked.children:
        await _add_children(session, claim, parked.children, run_status)
        status: Literal["waiting", "parked", "ready", "held"] = "waiting"
    elif parked.waits is None or await parked.waits(session):
        status = "parked"
    else:
        status = "held" if run_status == "paused" else "ready"
    await session.execute(_REST, {"of_step": claim.step_id, "as": status, "open_needs": len(parked.children)})
    publish(
        session,
        StepParked(
            organization_id=claim.organization_id, run_id=claim.run_id, step_id=claim.step_id, key=claim.key
        ),
    )
    if parked.write is not None:
        await parked.write(session)


async def wake_step(session: AsyncSession, organization_id: OrganizationId, step_id: UUID) -> StepStatus:
    """Let a parked step go on, as soon as its run may; return how it stood before. Others are left as they are.

    Call it before writing what the step waits for. Raises `StepNotFound`.
    """
    run = await session.scalar(
        select(Run)
        .join(Step, Step.run_id == Run.id)
        .where(Step.id == step_id, Step.organization_id == organization_id)
        .with_for_update(of=Run)
    )
    if run is None:
        raise StepNotFound
    before = (await session.scalars(select(Step.status).where(Step.id == step_id).with_for_update())).one()
    if before == "parked":
        free = "held" if run.status == "paused" else "ready"
        await session.execute(_REST, {"of_step": step_id, "as": free, "open_needs": 0})
        session.info["published"] = True  # wakes the workers
    return before


async def _lock(session: AsyncSession, claim: Claim) -> RunStatus:
    status = await session.scalar(select(Run.status).where(Run.id == claim.run_id).with_for_update())
    held = await session.scalar(
        select(Step.id)
        .where(Step.id == claim.step_id, Step.attempt == claim.attempt, Step.status == "running")
        .with_for_update()
    )
    if held is None or status is None:
        raise LeaseLostError(f"Step {claim.step_id} is no longer in attempt {claim.attempt}.")
    return status


async def _add_children(
    session: AsyncSession, claim: Claim, drafts: tuple[StepDraft, ...], run_status: RunStatus
) -> None:
    if any(draft.needs for draft in drafts):
        raise InvalidPlan("Steps that another one hands work to need nothing else.")
    now = (await session.execute(select(db_now()))).scalar_one()
    children = [
        Step(
            id=new_id(),
            organization_id=claim.organization_id,
            run_id=claim.run_id,
            key=draft.key,
            handler=draft.handler,
            input=draft.input.model_dump(mode="json"),
            status="held" if run_status == "paused" else "ready",
            priority=draft.priority,
            pending=0,
            max_tries=draft.max_tries,
            run_at=now,
            created_at=utc_now(),
            traceparent=telemetry.traceparent(),
        )
        for draft in drafts
    ]
    await store(session, children)
    needs = [
        {
            "organization_id": claim.organization_id,
            "step_id": claim.step_id,
            "needs_id": child.id,
            "required": False,
        }
        for child in children
    ]
    await store_values(session, StepNeed, needs)
    await session.execute(_MORE, {"of_run": claim.run_id, "more": len(children)})


_REST = (
    update(Step)
    .where(Step.id == bindparam("of_step"))
    .values(
        status=bindparam("as"),
        pending=bindparam("open_needs"),
        run_at=db_now(),
        lease_holder=None,
        lease_expires_at=None,
    )
    .execution_options(synchronize_session=False)
)
_MORE = (
    update(Run)
    .where(Run.id == bindparam("of_run"))
    .values(unfinished=Run.unfinished + bindparam("more"))
    .execution_options(synchronize_session=False)
)
