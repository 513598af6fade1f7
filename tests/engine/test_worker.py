"""Workers that stop, die, stall or lose the database: no step is lost, no effect is doubled."""

import asyncio
import dataclasses
import time
from datetime import timedelta

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from coditect.engine import StepContext, StepFailed, StepResult, Worker, claims, leases, worker
from coditect.engine.states import MAX_LOSSES
from coditect.kernel.db import Database
from coditect.kernel.platform import Platform
from tests.engine.harness import (
    Input,
    Output,
    column,
    echo,
    effect,
    effects,
    ended,
    execute,
    handler,
    look,
    make_due,
    make_effects,
    reached,
    step,
    submit,
    working,
)
from tests.engine.test_control import Gate
from tests.fixtures.platforms import new_organization, on_postgresql, on_sqlite, until
from tests.servers.postgres import Cluster


@pytest.fixture
def _short_leases(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leases in the same proportions, so that a test need not wait as long."""
    monkeypatch.setattr(claims, "LEASE", timedelta(seconds=1.2))
    monkeypatch.setattr(leases, "RENEWAL_SECONDS", 0.3)
    monkeypatch.setattr(worker, "REAP_SECONDS", 0.3)


async def test_effects_are_written_with_the_completion(platform: Platform) -> None:
    organization = new_organization()
    await make_effects(platform)

    async def work(context: StepContext, _given: Input) -> StepResult:
        return StepResult(Output(word="done"), effect(context.key))

    run_id = await submit(platform, organization, step("a"))
    async with working(platform, handler(work)):
        await ended(platform, organization, run_id)
    assert await effects(platform) == ["a"]


async def test_a_write_that_fails_half_way_leaves_nothing(platform: Platform) -> None:
    """Fails when completion and effects are two transactions: the effect, or the success, would stand alone."""
    organization = new_organization()
    await make_effects(platform)

    async def half(session: AsyncSession) -> None:
        await effect("half")(session)
        raise StepFailed("half way")

    async def work(_context: StepContext, _given: Input) -> StepResult:
        return StepResult(Output(word="done"), half)

    run_id = await submit(platform, organization, step("a"), step("b", "a"))
    async with working(platform, handler(work)):
        run = await ended(platform, organization, run_id)
    assert [run.step("a").status, run.step("a").output, run.step("b").status] == [
        "dead_letter",
        None,
        "skipped",
    ]
    assert await effects(platform) == []
    told = await column(platform, "SELECT topic FROM outbox_events")
    assert "engine.step_succeeded" not in told


async def test_a_handler_works_outside_every_unit_of_work(platform: Platform) -> None:
    """Fails when the worker holds a transaction while a handler thinks: SQLite's only writer would be taken."""
    organization = new_organization()

    async def work(_context: StepContext, given: Input) -> StepResult:
        await submit(platform, organization, step("child", handler="other"))
        return StepResult(Output(word=await platform.cpu.run(str.upper, given.word)))

    run_id = await submit(platform, organization, step("a", word="loud"))
    async with working(platform, handler(work)):
        assert (await ended(platform, organization, run_id)).step("a").output == {"word": "LOUD"}


async def test_a_stopped_worker_gives_back_what_it_had_in_hand(platform: Platform) -> None:
    """Fails when stopping leaves leases behind, or counts as a failure or a loss."""
    organization, gate = new_organization(), Gate()
    run_id = await submit(platform, organization, step("a"))
    async with working(platform, handler(gate)):
        await gate.entered.wait()
    assert await column(platform, "SELECT status FROM steps WHERE lease_holder IS NULL") == ["ready"]
    async with working(platform, handler(echo)):
        assert (await ended(platform, organization, run_id)).status == "completed"
    assert await column(platform, "SELECT attempt + 100 * failures + 10000 * losses FROM steps") == [2]


async def test_a_graceful_stop_waits_for_what_is_under_way_and_starts_nothing(platform: Platform) -> None:
    organization, gate = new_organization(), Gate()
    await make_effects(platform)
    run_id = await submit(platform, organization, step("a"), step("b", "a"))
    async with working(platform, handler(gate)) as one:
        await gate.entered.wait()
        stopping = asyncio.create_task(one.stop())
        await asyncio.sleep(0)
        assert not stopping.done()
        gate.open.set()
        await stopping
    run = await look(platform, organization, run_id)
    assert [run.step("a").status, run.step("b").status] == ["succeeded", "ready"]
    assert await effects(platform) == ["a"]


@on_sqlite
async def test_a_restarted_process_takes_back_at_once_what_the_old_one_had(platform: Platform) -> None:
    """Fails when SQLite waits for leases that nobody renews, or takes back only one batch."""
    organization = new_organization()
    run_id = await submit(platform, organization, *(step(f"s{n}") for n in range(205)))
    await execute(
        platform,
        "UPDATE steps SET status = 'running', attempt = 1, lease_holder = 'dead',"
        " lease_expires_at = '2999-01-01 00:00:00.000000'",
    )
    async with working(platform, handler(echo), concurrency=32):
        assert (await ended(platform, organization, run_id)).status == "completed"
    assert await column(platform, "SELECT DISTINCT losses FROM steps") == [1]


@on_postgresql
async def test_the_reaper_takes_back_what_a_dead_worker_had(platform: Platform) -> None:
    """Fails without the reaper; and when it takes what is still leased."""
    organization = new_organization()
    lost = await submit(platform, organization, step("lost"))
    held = await submit(platform, organization, step("held"))
    await execute(
        platform,
        "UPDATE steps SET status = 'running', attempt = 1, lease_holder = 'dead',"
        " lease_expires_at = clock_timestamp() - interval '1 s' WHERE key = 'lost'",
        "UPDATE steps SET status = 'running', attempt = 1, lease_holder = 'alive',"
        " lease_expires_at = clock_timestamp() + interval '1 day' WHERE key = 'held'",
    )
    async with working(platform, handler(echo)):
        run = await ended(platform, organization, lost)
    assert (run.status, run.step("lost").attempt) == ("completed", 2)
    assert (await look(platform, organization, held)).step("held").status == "running"


async def test_a_step_that_kills_its_workers_is_given_up(platform: Platform) -> None:
    """Fails without a limit of losses: such a step would take down one worker after the other, for ever."""
    organization = new_organization()
    run_id = await submit(platform, organization, step("killer"), step("next", "killer"))
    await execute(
        platform,
        f"UPDATE steps SET status = 'running', attempt = 30, lease_holder = 'dead', losses = {MAX_LOSSES - 1},"
        " lease_expires_at = '2001-01-01 00:00:00.000000' WHERE key = 'killer'",
    )
    async with working(platform, handler(echo)):
        run = await ended(platform, organization, run_id)
    assert run.status == "failed"
    assert f"died {MAX_LOSSES} times" in str(run.step("killer").error)
    assert run.step("next").status == "skipped"


@on_postgresql
@pytest.mark.usefixtures("_short_leases")
async def test_leases_outlive_a_blocked_event_loop(platform: Platform, twin: Platform) -> None:
    """Fails when leases are renewed in the event loop: the twin would take the step over."""
    organization = new_organization()
    await make_effects(platform)
    blocked, taken_over = asyncio.Event(), 0

    async def block(context: StepContext, _given: Input) -> StepResult:
        nonlocal taken_over
        taken_over += blocked.is_set()
        blocked.set()
        # The rule being tested is for code that breaks another rule: heavy work in the event loop.
        until_then = time.monotonic() + 3
        while time.monotonic() < until_then:
            pass
        return StepResult(Output(word="done"), effect(context.key))

    run_id = await submit(platform, organization, step("a"))
    in_thread = asyncio.to_thread(asyncio.run, _reap_until_ended(twin, blocked))
    async with working(platform, handler(block)):
        reaping = asyncio.create_task(in_thread)
        run = await ended(platform, organization, run_id)
    blocked.clear()
    await reaping
    assert (run.status, run.step("a").attempt, taken_over) == ("completed", 1, 0)
    assert await effects(platform) == ["a"]
    assert await column(platform, "SELECT losses FROM steps") == [0]


async def _reap_until_ended(twin: Platform, blocked: asyncio.Event) -> None:
    """Take back expired leases in an event loop of its own, as another process does."""
    # Connections belong to the loop that opened them.
    platform = dataclasses.replace(twin, database=Database(twin.settings.resolved_database_url))
    reaper = Worker(platform, [])
    try:
        while True:
            await reaper._take_back(claims.is_expired())
            await asyncio.sleep(0.1)
            if await _all_ended(platform):
                return
    finally:
        await platform.database.close()


async def _all_ended(platform: Platform) -> bool:
    return await column(platform, "SELECT count(*) FROM runs WHERE finished_at IS NULL") == [0]


@on_postgresql
@pytest.mark.usefixtures("_short_leases")
async def test_without_renewal_the_step_would_be_taken_over(
    platform: Platform, twin: Platform, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The counter-test: nobody renews, the step is lost to the reaper, and only the fence saves the effect."""
    monkeypatch.setattr(leases.LeaseKeeper, "start", lambda _: None)
    monkeypatch.setattr(leases.LeaseKeeper, "stop", lambda _: None)
    organization, gate = new_organization(), Gate()
    await make_effects(platform)
    run_id = await submit(platform, organization, step("a"))

    async def again(context: StepContext, _given: Input) -> StepResult:
        return StepResult(Output(word="done"), effect(context.key))

    async with working(platform, handler(gate)):
        await gate.entered.wait()
        async with working(twin, handler(again)):
            run = await ended(platform, organization, run_id)
        gate.open.set()
        await until(lambda: gate.passed)
    assert run.step("a").attempt > 1
    assert await effects(platform) == ["a"]


@on_postgresql
@pytest.mark.usefixtures("_short_leases")
async def test_a_worker_stops_working_on_what_was_cancelled(platform: Platform) -> None:
    """Fails when the lease keeper does not tell what was lost: an agent would go on spending money."""
    organization, gate, stopped = new_organization(), Gate(), asyncio.Event()

    async def work(context: StepContext, given: Input) -> StepResult:
        try:
            return await gate(context, given)
        except asyncio.CancelledError:
            stopped.set()
            raise

    await submit(platform, organization, step("a"))
    async with working(platform, handler(work)):
        await gate.entered.wait()
        await execute(platform, "UPDATE steps SET status = 'cancelled'")
        await until(stopped.is_set)


@on_postgresql
@pytest.mark.usefixtures("_short_leases")
async def test_a_claim_whose_answer_never_came_is_not_kept_for_ever(platform: Platform) -> None:
    """Fails when leases are renewed by holder alone: the step would be held by a worker that does not know it."""
    organization = new_organization()
    run_id = await submit(platform, organization, step("a"))
    await execute(platform, "UPDATE steps SET run_at = '2999-01-01 00:00:00.000000'")
    async with working(platform, handler(echo)) as one:
        await execute(
            platform,
            f"UPDATE steps SET status = 'running', attempt = 1, lease_holder = '{one._holder}',"
            " lease_expires_at = clock_timestamp() + interval '1 s'",
        )
        assert (await ended(platform, organization, run_id)).status == "completed"


@on_postgresql
async def test_a_worker_survives_the_database_going_away(
    platform: Platform, postgres_cluster: Cluster
) -> None:
    """Fails when one broken connection ends the worker, or leaves the step that it had in hand behind."""
    organization, gate = new_organization(), Gate()
    await make_effects(platform)
    first = await submit(platform, organization, step("first"))
    name = platform.database.url.database
    async with working(platform, handler(gate)):
        await gate.entered.wait()
        postgres_cluster.execute(
            f"ALTER DATABASE {name} ALLOW_CONNECTIONS false",
            f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'",
        )
        gate.open.set()
        await until(lambda: gate.passed)
        await asyncio.sleep(0.3)
        postgres_cluster.execute(f"ALTER DATABASE {name} ALLOW_CONNECTIONS true")
        await make_due_until_ended(platform, organization, first)
        second = await submit(platform, organization, step("second"))
        assert (await ended(platform, organization, second)).status == "completed"
    assert await effects(platform) == ["first", "second"]


async def make_due_until_ended(platform: Platform, organization: object, run_id: object) -> None:
    async def has_ended() -> bool:
        try:
            await make_due(platform)
            return await _all_ended(platform)
        except OSError:
            return False

    await until(has_ended, what=f"the end of {run_id} of {organization}")


@on_sqlite
async def test_a_failure_that_cannot_be_stored_is_stored_later(platform: Platform) -> None:
    """Fails when the worker gives up: on SQLite no lease runs out, the step would be "running" until a restart."""
    organization, gate = new_organization(), Gate(StepFailed("no"))
    run_id = await submit(platform, organization, step("a"))
    await execute(
        platform,
        "CREATE TRIGGER full BEFORE UPDATE ON steps WHEN new.status = 'dead_letter'"
        " BEGIN SELECT RAISE(ABORT, 'the disk is full'); END",
    )
    async with working(platform, handler(gate)):
        await gate.entered.wait()
        gate.open.set()
        await until(lambda: gate.passed)
        await asyncio.sleep(0.1)
        assert (await look(platform, organization, run_id)).step("a").status == "running"
        await execute(platform, "DROP TRIGGER full")
        await reached(platform, organization, run_id, "a", "dead_letter")
