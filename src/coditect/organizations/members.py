"""Coming to an organization and leaving it; each member takes a place of its tier."""

from typing import Literal

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from coditect.kernel.clock import utc_now
from coditect.kernel.entitlements import Entitlements, Use
from coditect.kernel.events import publish
from coditect.kernel.ids import AccountId, OrganizationId
from coditect.organizations.errors import LastOwner
from coditect.organizations.events import MemberLeft
from coditect.organizations.models import Membership, Organization
from coditect.organizations.roles import Role

Fate = Literal["removed", "kept", "needs_owner"]


def member_use(account_id: AccountId) -> Use:
    """Return what a member's place is counted as."""
    return Use("members", str(account_id))


async def add_member(
    session: AsyncSession,
    entitlements: Entitlements,
    organization_id: OrganizationId,
    account_id: AccountId,
    role: Role,
) -> None:
    """Make the account a member, or raise `QuotaExceeded`; one who is a member already stays as they are."""
    present = (
        await session.scalars(
            select(Membership.account_id).where(Membership.organization_id == organization_id)
        )
    ).all()
    # Whoever founded the organization, or came before places were counted, takes one as well.
    for member in {*present, account_id}:
        await entitlements.reserve(session, organization_id, "members", member_use(member))
        await entitlements.settle(session, organization_id, member_use(member))
    if account_id not in present:
        session.add(
            Membership(
                organization_id=organization_id, account_id=account_id, role=role, created_at=utc_now()
            )
        )
        await session.flush()


async def leave(session: AsyncSession, organization_id: OrganizationId, account_id: AccountId) -> bool:
    """End a membership and tell whether the organization goes on without it.

    Raises `LastOwner` where others would stay behind without an owner. Where nobody else is, nothing is changed.
    """
    # Two owners who leave at once must not each count on the other.
    await session.execute(select(Organization.id).where(Organization.id == organization_id).with_for_update())
    fate = await fate_without(session, organization_id, account_id)
    if fate == "removed":
        return False
    if fate == "needs_owner":
        name = await session.scalar(select(Organization.name).where(Organization.id == organization_id))
        raise LastOwner(f"You are the only owner of {name}. Make somebody else an owner first.")
    await session.execute(
        delete(Membership).where(
            Membership.organization_id == organization_id, Membership.account_id == account_id
        )
    )
    publish(session, MemberLeft(organization_id=organization_id, account_id=account_id))
    return True


async def fate_without(session: AsyncSession, organization_id: OrganizationId, account_id: AccountId) -> Fate:
    """Return what would become of an organization if the member left it for good."""
    others = (
        await session.scalars(
            select(Membership.role).where(
                Membership.organization_id == organization_id, Membership.account_id != account_id
            )
        )
    ).all()
    if not others:
        return "removed"
    return "kept" if "owner" in others else "needs_owner"
