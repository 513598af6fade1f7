"""Claiming: each step to one worker, never more than asked for, and no wait for what another is claiming."""

import asyncio
from uuid import UUID

from coditect.engine.claims import claim
from coditect.kernel.platform import Platform
from coditect.kernel.scope import ENGINE
from tests.engine.harness import column, execute, step, submit
from tests.fixtures.platforms import PATIENCE_SECONDS, elsewhere, new_organization, on_postgresql


async def claim_some(platform: Platform, holder: str, limit: int) -> list[UUID]:
    async with platform.database.write(ENGINE) as session:
        return [one.step_id for one in await claim(session, holder, {"work"}, limit)]


async def test_no_claim_takes_more_than_its_limit(platform: Platform) -> None:
    """Fails when the database evaluates the choice of candidates more than once."""
    await submit(platform, new_organization(), *(step(f"s{n}") for n in range(40)))
    for holder in range(13):
        assert len(await claim_some(platform, str(holder), 3)) == 3
    assert len(await claim_some(platform, "last", 3)) == 1
    assert await claim_some(platform, "late", 3) == []


async def test_claims_at_once_share_without_doubling(platform: Platform, twin: Platform) -> None:
    """Fails when two claims give one step twice."""
    await submit(platform, new_organization(), *(step(f"s{n}") for n in range(60)))
    shares = await asyncio.gather(
        *(claim_some(one, f"w{n}", 7) for n in range(5) for one in (platform, twin))
    )
    taken = [step_id for share in shares for step_id in share]
    assert len(taken) == len(set(taken))
    assert await column(platform, "SELECT max(attempt) FROM steps") == [1]
    if platform.database.is_sqlite:
        assert len(taken) == 60


@on_postgresql
async def test_a_claim_passes_over_what_another_is_claiming(platform: Platform, twin: Platform) -> None:
    """Fails without SKIP LOCKED: the second claim would wait for the first one's commit, here for ever."""
    await submit(platform, new_organization(), step("a"), step("b"))
    async with platform.database.write(ENGINE) as session:
        mine = await claim(session, "first", {"work"}, 1)
        theirs = await asyncio.wait_for(elsewhere(claim_some(twin, "second", 1)), PATIENCE_SECONDS)
    assert len(theirs) == 1
    assert mine[0].step_id not in theirs


async def test_the_started_run_says_so_once(platform: Platform) -> None:
    await submit(platform, new_organization(), step("a"), step("b"))
    await claim_some(platform, "w", 1)
    [started] = await column(platform, "SELECT started_at FROM runs")
    await claim_some(platform, "w", 1)
    assert await column(platform, "SELECT started_at FROM runs WHERE status = 'running'") == [started]


async def test_nothing_is_claimed_before_its_time(platform: Platform) -> None:
    await submit(platform, new_organization(), step("a"))
    await execute(platform, "UPDATE steps SET run_at = '2999-01-01 00:00:00.000000'")
    assert await claim_some(platform, "w", 1) == []
