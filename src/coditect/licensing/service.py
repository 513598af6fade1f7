"""Assigning tiers, overriding limits, and reading what is used."""

from typing import get_args

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from coditect import organizations
from coditect.kernel.clock import utc_now
from coditect.kernel.entitlements import Measure
from coditect.kernel.ids import OrganizationId
from coditect.licensing.counting import Allowance, allowance
from coditect.licensing.errors import OrganizationUnknown
from coditect.licensing.models import AssignedTier, LimitOverride, UsageCounter
from coditect.licensing.schemas import MeasureUsage, UsageLevel, UsageRead
from coditect.licensing.tiers import MONTHLY
from coditect.organizations import Tier

WARNING_SHARE = 0.8


async def assign_tier(session: AsyncSession, organization_id: OrganizationId, tier: Tier) -> None:
    """Bind the organization to the limits of `tier`, effective now. Raises `OrganizationUnknown`."""
    if not await organizations.set_tier(session, organization_id, tier):
        raise OrganizationUnknown("Give the id of an organization; `GET /me` tells it.")
    await session.merge(AssignedTier(organization_id=organization_id, tier=tier, assigned_at=utc_now()))


async def lift_tier(session: AsyncSession, organization_id: OrganizationId) -> None:
    """Let no tier bind the organization any more."""
    await session.execute(delete(AssignedTier).where(AssignedTier.organization_id == organization_id))


async def override_limit(
    session: AsyncSession, organization_id: OrganizationId, measure: Measure, allowed: int | None
) -> None:
    """Set one limit of one organization above its tier's; None means unlimited."""
    await session.merge(LimitOverride(organization_id=organization_id, measure=measure, allowed=allowed))


async def usage(session: AsyncSession, organization_id: OrganizationId) -> UsageRead:
    """Return what the organization uses of everything that is counted."""
    tier = await session.scalar(
        select(AssignedTier.tier).where(AssignedTier.organization_id == organization_id)
    )
    measures = [
        await _measured(session, organization_id, await allowance(session, organization_id, measure))
        for measure in get_args(Measure)
    ]
    return UsageRead(tier=tier, measures=measures)


async def _measured(session: AsyncSession, organization_id: OrganizationId, may: Allowance) -> MeasureUsage:
    counter = await session.get(UsageCounter, (organization_id, may.measure, may.period))
    used, reserved = (counter.used, counter.reserved) if counter else (0, 0)
    if may.measure == "members":
        # Who founded an organization takes a place from when somebody else comes.
        used = max(used, len(await organizations.member_names(session, organization_id)))
    return MeasureUsage(
        measure=may.measure,
        used=used,
        reserved=reserved,
        limit=may.allowed,
        level=_level(used + reserved, may.allowed),
        period="month" if may.measure in MONTHLY else "standing",
        resets_at=may.resets_at,
    )


def _level(taken: int, allowed: int | None) -> UsageLevel:
    if allowed is None or taken < allowed * WARNING_SHARE:
        return "normal"
    return "warning" if taken < allowed else "reached"
