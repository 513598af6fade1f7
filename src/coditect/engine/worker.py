"""The worker: claims steps, runs their handlers, completes them; and the reaper, which frees what others lost."""

import asyncio
import time
from collections.abc import Awaitable, Sequence
from typing import Any
from uuid import UUID

import structlog
from sqlalchemy import ColumnElement, select

from coditect.engine.batches import MOST_AT_ONCE, GroupCommit
from coditect.engine.claims import (
    Claim,
    claim,
    give_back,
    is_claimable,
    is_expired,
    is_held_by_another,
    lost_steps,
    take_back,
)
from coditect.engine.completion import Ending, die, fail, given_up, settle, success
from coditect.engine.errors import LeaseLostError, StepFailed
from coditect.engine.handlers import Park, StepContext, StepHandler, StepResult, Write
from coditect.engine.leases import LeaseKeeper
from coditect.engine.models import Step
from coditect.engine.parking import park
from coditect.engine.states import LEASE, MAX_LOSSES
from coditect.kernel import metrics, telemetry
from coditect.kernel.errors import Problem
from coditect.kernel.ids import new_id
from coditect.kernel.platform import Platform
from coditect.kernel.scope import ENGINE, tenant
from coditect.kernel.writing import to_its_end

log = structlog.get_logger()

POLL_SECONDS = 1.0
REAP_SECONDS = 2.0


class Worker:
    """Works on up to `concurrency` steps at once, until it is stopped."""

    def __init__(
        self, platform: Platform, handlers: Sequence[StepHandler[Any]], *, concurrency: int | None = None
    ) -> None:
        self._platform = platform
        self._database = platform.database
        self._handlers = {handler.name: handler for handler in handlers}
        self._concurrency = concurrency or platform.settings.worker_concurrency
        self._holder = f"worker-{new_id()}"
        self._working: dict[asyncio.Task[None], UUID] = {}
        self._free = self._concurrency
        self._slot_free = asyncio.Event()
        self._stopping = False
        self._successes = GroupCommit(self._complete_all)

    async def run(self) -> None:
        """Work until cancelled; steps under way are then given back."""
        try:
            if self._database.is_sqlite:
                # Whoever held a lease in this folder is dead: this process holds the folder.
                while await to_its_end(self._take_back(is_held_by_another(self._holder))):
                    pass
                await self._claim_forever()
            else:
                await self._run_beside_others()
        finally:
            await self._drain()

    async def _run_beside_others(self) -> None:
        keeper = self._lease_keeper()
        keeper.start()
        try:
            await asyncio.gather(self._claim_forever(), self._reap_forever())
        finally:
            await asyncio.to_thread(keeper.stop)

    async def stop(self) -> None:
        """Claim nothing more and wait for the steps under way."""
        self._stopping = True
        await asyncio.gather(*self._working, return_exceptions=True)

    async def _claim_forever(self) -> None:
        with self._platform.bus.listen("steps") as wakeups:
            full = False
            while True:
                self._slot_free.clear()
                free = 0 if self._stopping else min(self._free, MOST_AT_ONCE)
                asked_at = time.monotonic()
                # After as many as were asked for there are probably more: no need to look first.
                claimed = await self._claim_up_to(free, look_first=not full) if free else ()
                if not self._is_too_late(asked_at):
                    for taken in claimed:
                        self._begin(taken)
                full = 0 < free == len(claimed)
                if free == 0:
                    await self._slot_free.wait()
                elif not full:
                    await wakeups.wait(POLL_SECONDS)

    async def _claim_up_to(self, free: int, *, look_first: bool) -> Sequence[Claim]:
        try:
            return await to_its_end(self._claim(free, look_first=look_first))
        except Exception:
            log.exception("claim_failed")
            await asyncio.sleep(POLL_SECONDS)
            return ()

    async def _claim(self, free: int, *, look_first: bool) -> Sequence[Claim]:
        if look_first:
            async with self._database.read(ENGINE) as session:
                waiting = select(Step.id).where(is_claimable(self._handlers)).limit(1)
                if await session.scalar(waiting) is None:
                    return ()
        async with self._database.write(ENGINE) as session:
            return await claim(session, self._holder, self._handlers, free)

    def _is_too_late(self, asked_at: float) -> bool:
        """Whether the event loop stood still so long that what was just claimed belongs to others by now."""
        return not self._database.is_sqlite and time.monotonic() - asked_at > LEASE.total_seconds()

    def _begin(self, claimed: Claim) -> None:
        self._free -= 1
        task = asyncio.create_task(self._work(claimed), name=f"step-{claimed.key}")
        self._working[task] = claimed.step_id
        task.add_done_callback(self._ended)

    def _ended(self, task: asyncio.Task[None]) -> None:
        del self._working[task]
        self._free += 1
        self._slot_free.set()

    async def _work(self, claimed: Claim) -> None:
        facts = {
            "organization_id": str(claimed.organization_id),
            "run_id": str(claimed.run_id),
            "step": claimed.key,
        }
        with (
            structlog.contextvars.bound_contextvars(**facts),
            telemetry.span(f"step {claimed.handler}", claimed.traceparent, attempt=claimed.attempt, **facts),
        ):
            try:
                result = await self._handle(claimed)
                if isinstance(result, Park):
                    await to_its_end(self._park(claimed, result))
                    metrics.STEPS.labels(claimed.handler, "parked").inc()
                    return
                await to_its_end(self._completed(claimed, result))
                metrics.STEPS.labels(claimed.handler, "succeeded").inc()
            except LeaseLostError:
                metrics.STEPS.labels(claimed.handler, "lost").inc()
                log.warning("step_lost")
            except Exception as error:  # noqa: BLE001 - whatever a handler raises becomes the step's fate
                await self._fail(claimed, error)

    async def _handle(self, claimed: Claim) -> StepResult | Park:
        handler = self._handlers[claimed.handler]
        context = StepContext(
            organization_id=claimed.organization_id,
            run_id=claimed.run_id,
            step_id=claimed.step_id,
            key=claimed.key,
            attempt=claimed.attempt,
            outputs=claimed.outputs,
        )
        async with asyncio.timeout(handler.timeout_seconds):
            with metrics.STEP_SECONDS.labels(claimed.handler).time():
                return await handler.handle(context, handler.input_type.model_validate(claimed.input))

    async def _park(self, claimed: Claim, parked: Park) -> None:
        async with self._database.write(tenant(claimed.organization_id)) as session:
            await park(session, claimed, parked)
        # Its children, or the step itself if nothing keeps it waiting any more, may be taken at once.
        self._platform.bus.wake("steps")

    def _completed(self, claimed: Claim, result: StepResult) -> Awaitable[None]:
        """Steps that leave nothing but their output share a commit; one that writes has one of its own."""
        ending = success(claimed, result.output.model_dump(mode="json"))
        if result.write is None:
            return self._successes.add(ending)
        return self._complete_with(ending, result.write)

    async def _complete_with(self, ending: Ending, write: Write) -> None:
        async with self._database.write(tenant(ending.organization_id)) as session:
            if await settle(session, [ending]):
                raise LeaseLostError(f"Step {ending.step_id} is no longer in attempt {ending.attempt}.")
            await write(session)

    async def _complete_all(self, endings: Sequence[Ending]) -> Sequence[Exception | None]:
        async with self._database.write(ENGINE) as session:
            lost = await settle(session, endings)
        return [
            LeaseLostError(f"Step {ending.step_id} is no longer in attempt {ending.attempt}.")
            if ending in lost
            else None
            for ending in endings
        ]

    async def _fail(self, claimed: Claim, error: Exception) -> None:
        permanent = _is_permanent(error)
        log.warning("step_attempt_failed", permanent=permanent, exc_info=error)
        metrics.STEPS.labels(claimed.handler, "failed").inc()
        telemetry.note(outcome="failed", error=type(error).__name__)
        while True:
            if await to_its_end(self._store_failure(claimed, _shown(error), permanent=permanent)):
                return
            # Until it is stored the step stays in our hands; else nobody would ever take it up on SQLite.
            await asyncio.sleep(POLL_SECONDS)

    async def _store_failure(self, claimed: Claim, error: str, *, permanent: bool) -> bool:
        try:
            async with self._database.write(tenant(claimed.organization_id)) as session:
                await fail(session, claimed, error, permanent=permanent)
        except LeaseLostError:
            log.warning("step_lost")
        except Exception:
            log.exception("step_failure_not_stored")
            return False
        return True

    async def _reap_forever(self) -> None:
        while True:
            await asyncio.sleep(REAP_SECONDS)
            try:
                await to_its_end(self._take_back(is_expired()))
            except Exception:
                log.exception("reaper_failed")

    async def _take_back(self, condition: ColumnElement[bool]) -> int:
        async with self._database.read(ENGINE) as session:
            if await session.scalar(select(Step.id).where(condition).limit(1)) is None:
                return 0
        async with self._database.write(ENGINE) as session:
            lost = await lost_steps(session, condition)
            for step in lost:
                if not step.hopeless:
                    await take_back(session, step)
        for step in lost:
            if step.hopeless:
                error = f"The worker of this step died {MAX_LOSSES} times; the step itself may be the cause."
                async with self._database.write(ENGINE) as session:
                    await die(session, given_up(step, error))
        log.info("steps_taken_back", count=len(lost))
        self._platform.bus.wake("steps")
        return len(lost)

    def _lease_keeper(self) -> LeaseKeeper[asyncio.Task[None]]:
        loop = asyncio.get_running_loop()

        def stop_working(attempts: list[asyncio.Task[None]]) -> None:
            # They were cancelled, or given to another worker.
            for attempt in attempts:
                loop.call_soon_threadsafe(attempt.cancel)

        url = self._database.direct_url.render_as_string(hide_password=False)
        return LeaseKeeper(url, self._holder, lambda: dict(self._working), stop_working)

    async def _drain(self) -> None:
        """Stop what is under way and give it back, so that another worker need not wait for the leases."""
        tasks = list(self._working)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        async with self._database.write(ENGINE) as session:
            await give_back(session, self._holder)


def _is_permanent(error: Exception) -> bool:
    """Trying again helps against time-outs and broken connections, not against what was refused."""
    return isinstance(error, StepFailed) or (
        isinstance(error, Problem) and error.status < 500 and error.status != 429
    )


def _shown(error: Exception) -> str:
    if isinstance(error, StepFailed | Problem):
        return str(error)
    if isinstance(error, TimeoutError):
        return "The step took longer than it may."
    return f"{type(error).__name__}: {error}"[:2000]
