"""Running steps again, with all that was made from what they gave."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import bindparam, null, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from coditect.engine.errors import StepNotDead, StepNotEnded, StepNotFound
from coditect.engine.events import RunReopened
from coditect.engine.models import Run, Step, StepNeed
from coditect.engine.states import ENDED_RUN, ENDED_STEP, RunStatus, StepStatus
from coditect.kernel.clock import db_now
from coditect.kernel.events import publish
from coditect.kernel.ids import OrganizationId, RunId


@dataclass(frozen=True)
class _Plan:
    """A locked run: its steps with their states, and what each one needs."""

    run_id: RunId
    organization_id: OrganizationId
    kind: str
    status: RunStatus
    keys: Mapping[UUID, str]
    states: Mapping[UUID, StepStatus]
    needs: Mapping[UUID, Sequence[UUID]]

    def dependents(self, step_id: UUID) -> set[UUID]:
        """Return what needs the step, and what needs that."""
        found: set[UUID] = set()
        frontier = {step_id}
        while frontier:
            found |= frontier
            frontier = {one for one, needs in self.needs.items() if frontier & set(needs)} - found
        return found - {step_id}


async def requeue(session: AsyncSession, organization_id: OrganizationId, step_id: UUID) -> RunId:
    """Give a dead letter fresh tries; what was skipped or went on without it runs again. Return its run.

    Raises `StepNotFound` and `StepNotDead`.
    """
    plan = await _locked(session, organization_id, step_id)
    if plan.states[step_id] != "dead_letter" or plan.status == "cancelled":
        raise StepNotDead("Only a dead letter of a run that was not cancelled can be tried again.")
    await _run_again(session, plan, step_id)
    return plan.run_id


async def retry_from(session: AsyncSession, organization_id: OrganizationId, step_id: UUID) -> RunId:
    """Run an ended step again, and all that depends on it, whatever became of that; return its run.

    What running dependents still do is discarded. Raises `StepNotFound` and `StepNotEnded`.
    """
    plan = await _locked(session, organization_id, step_id)
    if plan.status == "cancelled":
        raise StepNotEnded("The run was cancelled; submit it anew.")
    if plan.states[step_id] not in {"succeeded", "dead_letter"}:
        raise StepNotEnded(
            f"The step is {plan.states[step_id]}; only one that has had its turn can have another."
        )
    await _run_again(session, plan, step_id)
    return plan.run_id


async def _locked(session: AsyncSession, organization_id: OrganizationId, step_id: UUID) -> _Plan:
    run_id = await session.scalar(
        select(Step.run_id).where(Step.id == step_id, Step.organization_id == organization_id)
    )
    if run_id is None:
        raise StepNotFound
    run = (
        await session.execute(
            select(Run.organization_id, Run.kind, Run.status).where(Run.id == run_id).with_for_update()
        )
    ).one()
    steps = (
        await session.execute(
            select(Step.id, Step.key, Step.status)
            .where(Step.run_id == run_id)
            .order_by(Step.id)
            .with_for_update()
        )
    ).all()
    found = await session.execute(
        select(StepNeed.step_id, StepNeed.needs_id)
        .join(Step, Step.id == StepNeed.step_id)
        .where(Step.run_id == run_id)
    )
    needs: dict[UUID, list[UUID]] = defaultdict(list)
    for step, needed in found.all():
        needs[step].append(needed)
    return _Plan(
        run_id,
        run.organization_id,
        run.kind,
        run.status,
        {step.id: step.key for step in steps},
        {step.id: step.status for step in steps},
        needs,
    )


async def _run_again(session: AsyncSession, plan: _Plan, step_id: UUID) -> None:
    """Make the step ready and let its dependents wait; a run that had ended goes on."""
    waiting = plan.dependents(step_id)
    again = {step_id, *waiting}
    paused = plan.status == "paused"
    connection = await session.connection()
    await connection.execute(
        _RESET,
        [
            {
                "of_step": one,
                "as": "waiting" if one in waiting else "held" if paused else "ready",
                "open_needs": _open_needs(plan, one, again),
            }
            for one in sorted(again)
        ],
    )
    await connection.execute(
        _GO_ON,
        {
            "of_run": plan.run_id,
            "as": "paused" if paused else "running",
            "more": sum(plan.states[one] in ENDED_STEP for one in again),
        },
    )
    # Rows that the session has read before are not what they were.
    session.expire_all()
    session.info["published"] = True  # wakes the workers
    if plan.status in ENDED_RUN:
        publish(
            session,
            RunReopened(
                organization_id=plan.organization_id,
                run_id=plan.run_id,
                kind=plan.kind,
                step_id=step_id,
                key=plan.keys[step_id],
            ),
        )


def _open_needs(plan: _Plan, step_id: UUID, again: Collection[UUID]) -> int:
    return sum(
        needed in again or plan.states[needed] not in ENDED_STEP for needed in plan.needs.get(step_id, ())
    )


_RESET = (
    update(Step)
    .where(Step.id == bindparam("of_step"))
    .values(
        status=bindparam("as"),
        pending=bindparam("open_needs"),
        failures=0,
        losses=0,
        output=null(),
        error=None,
        run_at=db_now(),
        finished_at=None,
        lease_holder=None,
        lease_expires_at=None,
    )
)
_GO_ON = (
    update(Run)
    .where(Run.id == bindparam("of_run"))
    .values(status=bindparam("as"), finished_at=None, unfinished=Run.unfinished + bindparam("more"))
)
