"""Ending steps: success, another try, or the dead letters; and what follows for their dependents and their runs.

Many steps end in one transaction. Every writer locks runs before their steps, and both by their ids, so that none
waits in a circle.
"""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias
from uuid import UUID

from sqlalchemy import Row, bindparam, case, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncSession

from coditect.engine.batches import padded
from coditect.engine.claims import Claim, LostStep
from coditect.engine.errors import LeaseLostError
from coditect.engine.events import RunFinished, StepDied, StepRetried, StepSkipped, StepSucceeded
from coditect.engine.models import Run, Step, StepNeed
from coditect.engine.states import RunStatus, StepStatus, retry_delay
from coditect.kernel.clock import db_now
from coditect.kernel.events import Event, publish, publish_all
from coditect.kernel.ids import OrganizationId, RunId

AnyRow: TypeAlias = Row[*tuple[Any, ...]]


@dataclass(frozen=True)
class Ending:
    """How an attempt ended for good."""

    step_id: UUID
    organization_id: OrganizationId
    run_id: RunId
    key: str
    attempt: int
    status: Literal["succeeded", "dead_letter"]
    failures: int
    output: dict[str, Any] | None = None
    error: str | None = None


def success(claim: Claim, output: dict[str, Any]) -> Ending:
    """Return the ending of an attempt that gave `output`."""
    return _ending(claim, "succeeded", failures=claim.failures, output=output)


def given_up(step: LostStep, error: str) -> Ending:
    """Return the ending of a step whose workers die."""
    return Ending(
        step.step_id,
        step.organization_id,
        step.run_id,
        step.key,
        step.attempt,
        "dead_letter",
        step.failures,
        error=error,
    )


async def settle(session: AsyncSession, endings: Sequence[Ending]) -> Sequence[Ending]:
    """Store how steps ended and set free what waited for them; return what was no longer in hand."""
    connection = await session.connection()
    runs = await _lock_runs(connection, {ending.run_id for ending in endings})
    held = await _held(connection, endings)
    ended = [ending for ending in endings if held.get(ending.step_id) == ending.attempt]
    if ended:
        await connection.execute(_END, [_stored(ending) for ending in sorted(ended, key=_id_of)])
        skipped = await _skip_dependents(connection, [one for one in ended if one.status == "dead_letter"])
        over = {ending.step_id: ending.run_id for ending in ended} | {
            step.id: step.run_id for step in skipped
        }
        await _satisfy_dependents(connection, runs, over)
        finished = await _account(connection, runs, Counter(over.values()))
        await publish_all(
            session, [*map(_told, ended), *map(_told_skipped, skipped), *map(_told_finished, finished)]
        )
    return [ending for ending in endings if held.get(ending.step_id) != ending.attempt]


async def fail(session: AsyncSession, claim: Claim, error: str, *, permanent: bool) -> None:
    """Schedule another try, or make the step a dead letter. Raises `LeaseLostError`."""
    failures = claim.failures + 1
    if permanent or failures >= claim.max_tries:
        await die(session, _ending(claim, "dead_letter", failures=failures, error=error))
        return
    connection = await session.connection()
    runs = await _lock_runs(connection, {claim.run_id})
    moved = await connection.execute(
        _RETRY,
        {
            "of_step": claim.step_id,
            "of_attempt": claim.attempt,
            "free": _free(runs[claim.run_id].status),
            "fault": error,
            "failed": failures,
            "at": (await connection.execute(select(db_now(retry_delay(failures))))).scalar_one(),
        },
    )
    if moved.rowcount == 0:
        raise LeaseLostError(f"Step {claim.step_id} is no longer in attempt {claim.attempt}.")
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


async def die(session: AsyncSession, ending: Ending) -> None:
    """Make the step a dead letter. Raises `LeaseLostError`."""
    if await settle(session, [ending]):
        raise LeaseLostError(f"Step {ending.step_id} is no longer in attempt {ending.attempt}.")


def _ending(claim: Claim, status: Literal["succeeded", "dead_letter"], **more: Any) -> Ending:
    return Ending(
        claim.step_id, claim.organization_id, claim.run_id, claim.key, claim.attempt, status, **more
    )


# ---- the run and the steps in hand


async def _lock_runs(connection: AsyncConnection, run_ids: Collection[RunId]) -> Mapping[RunId, AnyRow]:
    found = await connection.execute(_RUNS, {"runs": padded(sorted(run_ids))})
    return {row.id: row for row in found.all()}


_RUNS = (
    select(Run.id, Run.organization_id, Run.kind, Run.status, Run.unfinished)
    .where(Run.id.in_(bindparam("runs", expanding=True)))
    .order_by(Run.id)
    .with_for_update()
)


async def _held(connection: AsyncConnection, endings: Sequence[Ending]) -> Mapping[UUID, int]:
    """Return the attempts that the steps are in, those of them that are running."""
    found = await connection.execute(_RUNNING, {"steps": padded([ending.step_id for ending in endings])})
    return {row.id: row.attempt for row in found.all()}


_RUNNING = (
    select(Step.id, Step.attempt)
    .where(Step.id.in_(bindparam("steps", expanding=True)), Step.status == "running")
    .order_by(Step.id)
    .with_for_update()
)


def _stored(ending: Ending) -> dict[str, Any]:
    return {
        "of_step": ending.step_id,
        "as": ending.status,
        "gave": ending.output,
        "fault": ending.error,
        "failed": ending.failures,
    }


def _id_of(ending: Ending) -> UUID:
    return ending.step_id


_END = (
    update(Step)
    .where(Step.id == bindparam("of_step"))
    .values(
        status=bindparam("as"),
        output=bindparam("gave"),
        error=bindparam("fault"),
        failures=bindparam("failed"),
        finished_at=db_now(),
        lease_holder=None,
        lease_expires_at=None,
    )
)
_RETRY = (
    update(Step)
    .where(Step.id == bindparam("of_step"), Step.attempt == bindparam("of_attempt"), Step.status == "running")
    .values(
        status=bindparam("free"),
        failures=bindparam("failed"),
        error=bindparam("fault"),
        run_at=bindparam("at"),
        lease_holder=None,
        lease_expires_at=None,
    )
)


# ---- what waited for them


def _free(run_status: RunStatus) -> StepStatus:
    """Return the status of a step that may start as soon as its run may."""
    return "held" if run_status == "paused" else "ready"


async def _satisfy_dependents(
    connection: AsyncConnection, runs: Mapping[RunId, AnyRow], over: Mapping[UUID, RunId]
) -> None:
    found = await connection.execute(_DEPENDENTS, {"ended": padded(list(over))})
    satisfied: Counter[tuple[UUID, RunId]] = Counter((row.step_id, over[row.needs_id]) for row in found.all())
    if satisfied:
        await connection.execute(
            _SATISFY,
            [
                {"of_step": step_id, "needs_met": count, "free": _free(runs[run_id].status)}
                for (step_id, run_id), count in sorted(satisfied.items())
            ],
        )


_DEPENDENTS = select(StepNeed.step_id, StepNeed.needs_id).where(
    StepNeed.needs_id.in_(bindparam("ended", expanding=True))
)
_LEFT = Step.pending - bindparam("needs_met")
_SATISFY = (
    update(Step)
    .where(Step.id == bindparam("of_step"), Step.status == "waiting")
    .values(
        pending=_LEFT,
        status=case((_LEFT == 0, bindparam("free")), else_=Step.status),
        run_at=case((_LEFT == 0, db_now()), else_=Step.run_at),
    )
)


async def _skip_dependents(connection: AsyncConnection, died: Sequence[Ending]) -> Sequence[AnyRow]:
    """Skip what requires a dead step, and what requires that; return what was skipped."""
    skipped: list[AnyRow] = []
    frontier = [ending.step_id for ending in died]
    while frontier:
        found = (await connection.execute(_SKIP, {"failed": padded(frontier)})).all()
        skipped += sorted(found, key=lambda step: step.id)
        frontier = [step.id for step in found]
    return skipped


_SKIP = (
    update(Step)
    .where(
        Step.id.in_(
            select(StepNeed.step_id).where(
                StepNeed.needs_id.in_(bindparam("failed", expanding=True)), StepNeed.required
            )
        ),
        Step.status == "waiting",
    )
    .values(status="skipped", finished_at=db_now(), error="A step that this one requires failed.")
    .returning(Step.id, Step.organization_id, Step.run_id, Step.key)
)


# ---- what it means for their runs


async def _account(
    connection: AsyncConnection, runs: Mapping[RunId, AnyRow], ended: Mapping[RunId, int]
) -> Sequence[tuple[AnyRow, RunStatus]]:
    """Count what ended; return the runs that are finished with it, and how."""
    await connection.execute(
        _COUNT, [{"of_run": run_id, "ended": count} for run_id, count in sorted(ended.items())]
    )
    finished = [run_id for run_id, count in ended.items() if runs[run_id].unfinished == count]
    if not finished:
        return []
    outcomes = await _outcomes(connection, finished)
    await connection.execute(
        _FINISH, [{"of_run": run_id, "as": outcomes[run_id]} for run_id in sorted(finished)]
    )
    return [(runs[run_id], outcomes[run_id]) for run_id in finished]


_COUNT = (
    update(Run)
    .where(Run.id == bindparam("of_run"))
    .values(
        unfinished=Run.unfinished - bindparam("ended"),
        started_at=func.coalesce(Run.started_at, db_now()),
        status=case((Run.status == "queued", "running"), else_=Run.status),
    )
)
_FINISH = (
    update(Run).where(Run.id == bindparam("of_run")).values(status=bindparam("as"), finished_at=db_now())
)


async def finish_run(session: AsyncSession, run: Run, status: RunStatus) -> None:
    """Close the run and say so."""
    connection = await session.connection()
    await connection.execute(_FINISH, {"of_run": run.id, "as": status})
    await session.refresh(run)
    publish(
        session,
        RunFinished(organization_id=run.organization_id, run_id=run.id, kind=run.kind, status=status),
    )


async def _outcomes(connection: AsyncConnection, run_ids: Sequence[RunId]) -> Mapping[RunId, RunStatus]:
    """Completed when every step succeeded; partial when one that nothing waits for did; else failed."""
    found = await connection.execute(_IMPERFECT, {"runs": padded(run_ids)})
    imperfect = set(found.scalars())
    outcomes: dict[RunId, RunStatus] = dict.fromkeys(run_ids, "completed")
    for run_id in imperfect:
        delivered = (await connection.execute(_DELIVERED, {"of_run": run_id})).scalar()
        outcomes[run_id] = "failed" if delivered is None else "partial"
    return outcomes


_IMPERFECT = select(Step.run_id).where(
    Step.run_id.in_(bindparam("runs", expanding=True)), Step.status != "succeeded"
)
_DELIVERED = (
    select(Step.id)
    .where(
        Step.run_id == bindparam("of_run"),
        Step.status == "succeeded",
        ~select(StepNeed.step_id).where(StepNeed.needs_id == Step.id).exists(),
    )
    .limit(1)
)


# ---- what is told


def _told(ending: Ending) -> Event:
    about: dict[str, Any] = {
        "organization_id": ending.organization_id,
        "run_id": ending.run_id,
        "step_id": ending.step_id,
        "key": ending.key,
    }
    if ending.status == "succeeded":
        return StepSucceeded(**about)
    return StepDied(**about, error=ending.error or "")


def _told_skipped(step: AnyRow) -> Event:
    return StepSkipped(
        organization_id=step.organization_id, run_id=step.run_id, step_id=step.id, key=step.key
    )


def _told_finished(finished: tuple[AnyRow, RunStatus]) -> Event:
    run, status = finished
    return RunFinished(organization_id=run.organization_id, run_id=run.id, kind=run.kind, status=status)
