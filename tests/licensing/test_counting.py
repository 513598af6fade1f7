"""No race oversells, nothing is counted twice, and limits bind only where an operator assigned a tier."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from coditect import licensing
from coditect.kernel.entitlements import Entitlements, Measure, QuotaExceeded, Unlimited, Use
from coditect.kernel.ids import OrganizationId
from coditect.kernel.platform import Platform
from coditect.kernel.scope import tenant
from coditect.licensing.counting import Allowance, SqlEntitlements
from coditect.licensing.schemas import MeasureUsage
from tests.fixtures.platforms import elsewhere, new_organization, plain_logs, platform

__all__ = ["plain_logs", "platform"]

ours = SqlEntitlements()


async def limit(platform: Platform, organization: OrganizationId, measure: Measure, allowed: int) -> None:
    async with platform.database.write(tenant(organization)) as session:
        await licensing.override_limit(session, organization, measure, allowed)


async def do(
    platform: Platform, organization: OrganizationId, work: Callable[[AsyncSession], Awaitable[None]]
) -> None:
    async with platform.database.write(tenant(organization)) as session:
        await work(session)


async def used(platform: Platform, organization: OrganizationId, measure: Measure) -> MeasureUsage:
    async with platform.database.read(tenant(organization)) as session:
        found = await licensing.usage(session, organization)
    return next(one for one in found.measures if one.measure == measure)


@pytest.mark.parametrize("entitlements", [Unlimited(), SqlEntitlements()])
async def test_without_a_tier_nothing_is_refused(platform: Platform, entitlements: Entitlements) -> None:
    organization = new_organization()
    async with platform.database.write(tenant(organization)) as session:
        await entitlements.check(session, organization, "projects", 10**12)
        await entitlements.reserve(session, organization, "projects", Use("test", "1"), 10**12)
        await entitlements.settle(session, organization, Use("test", "1"))
        await entitlements.release(session, organization, Use("test", "1"))


async def test_of_n_plus_20_at_once_n_are_admitted(platform: Platform) -> None:
    """Fails when a limit is looked at before it is taken, in two statements."""
    organization, allowed = new_organization(), 7
    await limit(platform, organization, "projects", allowed)

    async def one(number: int) -> bool:
        try:
            await do(
                platform,
                organization,
                lambda session: ours.reserve(session, organization, "projects", Use("race", str(number))),
            )
        except QuotaExceeded:
            return False
        return True

    admitted = await asyncio.gather(*(elsewhere(one(number)) for number in range(allowed + 20)))
    assert sum(admitted) == allowed
    assert (await used(platform, organization, "projects")).reserved == allowed


async def test_what_is_taken_at_once_is_used_at_once_and_never_too_much(platform: Platform) -> None:
    """Fails when taking skips the limit, or counts the same use again."""
    organization, allowed = new_organization(), 3
    await limit(platform, organization, "analyses", allowed)

    async def one(number: int) -> bool:
        use = Use("race", str(number // 2))
        try:
            await do(platform, organization, lambda s: ours.take(s, organization, "analyses", use))
        except QuotaExceeded:
            return False
        return True

    admitted = await asyncio.gather(*(elsewhere(one(number)) for number in range(20)))
    assert sum(admitted) == 2 * allowed
    found = await used(platform, organization, "analyses")
    assert (found.used, found.reserved) == (allowed, 0)


async def test_the_same_use_at_once_is_counted_once(platform: Platform) -> None:
    organization = new_organization()
    await limit(platform, organization, "analyses", 1)
    same = Use("race", "same")
    await asyncio.gather(
        *(
            elsewhere(
                do(
                    platform,
                    organization,
                    lambda session: ours.reserve(session, organization, "analyses", same),
                )
            )
            for _ in range(12)
        )
    )
    for _ in range(2):
        await do(platform, organization, lambda session: ours.settle(session, organization, same))
    found = await used(platform, organization, "analyses")
    assert (found.used, found.reserved) == (1, 0)


async def test_what_is_settled_may_differ_from_what_was_reserved(platform: Platform) -> None:
    organization, use = new_organization(), Use("model", "step")
    await limit(platform, organization, "model_tokens", 1_000)
    await do(platform, organization, lambda s: ours.reserve(s, organization, "model_tokens", use, 800))
    with pytest.raises(QuotaExceeded) as refused:
        await do(
            platform,
            organization,
            lambda s: ours.reserve(s, organization, "model_tokens", Use("model", "other"), 300),
        )
    assert refused.value.members["used"] == 800
    assert refused.value.members["allowed"] == 1_000
    await do(platform, organization, lambda s: ours.settle(s, organization, use, 120))
    await do(
        platform,
        organization,
        lambda s: ours.reserve(s, organization, "model_tokens", Use("model", "other"), 300),
    )
    found = await used(platform, organization, "model_tokens")
    assert (found.used, found.reserved, found.level) == (120, 300, "normal")


async def test_what_is_released_can_be_taken_again(platform: Platform) -> None:
    organization, use = new_organization(), Use("projects", "one")
    await limit(platform, organization, "projects", 1)
    for settle in (False, True):
        await do(platform, organization, lambda s: ours.reserve(s, organization, "projects", use))
        if settle:
            await do(platform, organization, lambda s: ours.settle(s, organization, use))
        assert (await used(platform, organization, "projects")).level == "reached"
        for _ in range(2):
            await do(platform, organization, lambda s: ours.release(s, organization, use))
        found = await used(platform, organization, "projects")
        assert (found.used, found.reserved) == (0, 0)


async def test_what_a_month_has_used_stays_used(platform: Platform) -> None:
    organization, use = new_organization(), Use("workflows", "run")
    await do(platform, organization, lambda s: ours.reserve(s, organization, "analyses", use))
    await do(platform, organization, lambda s: ours.settle(s, organization, use))
    await do(platform, organization, lambda s: ours.release(s, organization, use))
    assert (await used(platform, organization, "analyses")).used == 1


async def test_a_refusal_that_is_caught_leaves_no_use(platform: Platform) -> None:
    """Fails when the use stays noted: asked again after the limit was raised, it would be given for nothing."""
    organization, use = new_organization(), Use("projects", "one")
    await limit(platform, organization, "projects", 0)
    async with platform.database.write(tenant(organization)) as session:
        with pytest.raises(QuotaExceeded):
            await ours.reserve(session, organization, "projects", use)
    await limit(platform, organization, "projects", 5)
    await do(platform, organization, lambda s: ours.reserve(s, organization, "projects", use))
    assert (await used(platform, organization, "projects")).reserved == 1


async def test_organizations_do_not_count_for_each_other(platform: Platform) -> None:
    one, other = new_organization(), new_organization()
    await limit(platform, one, "projects", 1)
    await limit(platform, other, "projects", 1)
    for organization in (one, other):
        await do(
            platform,
            organization,
            lambda s, o=organization: ours.reserve(s, o, "projects", Use("p", "1")),  # type: ignore[misc]
        )
        assert (await used(platform, organization, "projects")).reserved == 1


async def test_a_warning_comes_at_80_percent(platform: Platform) -> None:
    organization = new_organization()
    await limit(platform, organization, "projects", 10)
    levels = []
    for number in range(10):
        use = Use("projects", str(number))
        await do(platform, organization, lambda s, u=use: ours.reserve(s, organization, "projects", u))  # type: ignore[misc]
        levels.append((await used(platform, organization, "projects")).level)
    assert levels == ["normal"] * 7 + ["warning"] * 2 + ["reached"]


@pytest.mark.parametrize(
    ("now", "period", "begins_anew"),
    [
        (datetime(2026, 11, 30, 23, 59, tzinfo=UTC), "2026-11", datetime(2026, 12, 1, tzinfo=UTC)),
        (datetime(2026, 12, 1, tzinfo=UTC), "2026-12", datetime(2027, 1, 1, tzinfo=UTC)),
        (datetime(2027, 1, 31, tzinfo=UTC), "2027-01", datetime(2027, 2, 1, tzinfo=UTC)),
    ],
)
def test_months_are_calendar_months(now: datetime, period: str, begins_anew: datetime) -> None:
    may = Allowance("analyses", 5, now)
    assert (may.period, may.resets_at) == (period, begins_anew)
