"""Coming to an organization and leaving it; each member takes a place of its tier."""

from collections.abc import Collection
from datetime import datetime
from typing import Literal
from uuid import UUID

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from coditect import identity
from coditect.kernel.api import ResponseModel
from coditect.kernel.clock import utc_now
from coditect.kernel.entitlements import Entitlements, Use
from coditect.kernel.events import publish
from coditect.kernel.ids import AccountId, OrganizationId, new_id
from coditect.organizations import service
from coditect.organizations.access import Member
from coditect.organizations.domains.models import RemovedMember
from coditect.organizations.errors import CustomRoleNotFound, LastOwner, MemberNotFound, RoleBeyondYours
from coditect.organizations.events import (
    MemberLeft,
    MemberRemoved,
    MemberRoleChanged,
    OwnershipTransferred,
)
from coditect.organizations.models import CustomRole, Membership, Organization
from coditect.organizations.roles import CUSTOM_BASE, PERMISSIONS, Permission, Rights, Role
from coditect.organizations.teams.models import TeamMember

Fate = Literal["removed", "kept", "needs_owner"]


class CustomRoleName(ResponseModel):
    id: UUID
    name: str


class MemberRead(ResponseModel):
    account_id: AccountId
    name: str
    email: str
    role: Role
    custom_role: CustomRoleName | None
    since: datetime


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
    present = await count_all(session, entitlements, organization_id)
    if account_id not in present:
        await entitlements.take(session, organization_id, "members", member_use(account_id))
        session.add(
            Membership(
                organization_id=organization_id, account_id=account_id, role=role, created_at=utc_now()
            )
        )
        await session.flush()


async def count_all(
    session: AsyncSession, entitlements: Entitlements, organization_id: OrganizationId
) -> Collection[AccountId]:
    """Have every member take a place and return them; who founded the organization takes one when others come."""
    present = (
        await session.scalars(
            select(Membership.account_id).where(Membership.organization_id == organization_id)
        )
    ).all()
    for one in present:
        await entitlements.take(session, organization_id, "members", member_use(one))
    return present


async def lock(session: AsyncSession, organization_id: OrganizationId) -> None:
    """Have changes of who belongs to an organization wait for each other, until the unit of work ends.

    Two owners who leave at once must not each count on the other.
    """
    await session.execute(select(Organization.id).where(Organization.id == organization_id).with_for_update())


async def members_of(session: AsyncSession, organization_id: OrganizationId) -> list[MemberRead]:
    """Return who belongs to an organization, by name."""
    found = (
        await session.scalars(select(Membership).where(Membership.organization_id == organization_id))
    ).all()
    people = await identity.people_of(session, [one.account_id for one in found])
    own: dict[UUID | None, CustomRole] = {one.id: one for one in await session.scalars(select(CustomRole))}
    listed = [
        _read(one, own.get(one.custom_role_id), *people[one.account_id])
        for one in found
        if one.account_id in people
    ]
    return sorted(listed, key=lambda one: (one.name.casefold(), one.email))


async def role_in(session: AsyncSession, organization_id: OrganizationId, account_id: AccountId) -> Role:
    """Return a member's role. Raises `MemberNotFound`."""
    return (await _membership(session, organization_id, account_id)).role


async def change_role(session: AsyncSession, by: Member, account_id: AccountId, role: Role) -> MemberRead:
    """Give a member another role, at most the one of who gives it; one owner stays at least."""
    await lock(session, by.organization_id)
    membership = await _membership(session, by.organization_id, account_id)
    await _check_change(session, by, membership, PERMISSIONS[role], keeps_owner=role == "owner")
    await _set_role(session, membership, role)
    return await _read_one(session, membership)


async def give_custom_role(
    session: AsyncSession, by: Member, account_id: AccountId, custom_role_id: UUID
) -> MemberRead:
    """Give a member one of the organization's own roles, which may do at most what they may who give it."""
    await lock(session, by.organization_id)
    membership = await _membership(session, by.organization_id, account_id)
    given = await custom_role(session, custom_role_id)
    rights = Rights.of(CUSTOM_BASE, given.permissions)
    await _check_change(session, by, membership, rights.permissions, keeps_owner=False)
    await _set_role(session, membership, CUSTOM_BASE, given.id)
    return await _read_one(session, membership)


async def transfer(session: AsyncSession, by: Member, account_id: AccountId) -> MemberRead:
    """Make a member an owner, and who does so an administrator."""
    await lock(session, by.organization_id)
    heir = await _membership(session, by.organization_id, account_id)
    if account_id == by.account_id:
        raise LastOwner("You own it already; choose another member.")
    await _set_role(session, heir, "owner")
    await _set_role(session, await _membership(session, by.organization_id, by.account_id), "admin")
    publish(session, OwnershipTransferred(organization_id=by.organization_id, account_id=account_id))
    return await _read_one(session, heir)


async def remove(
    session: AsyncSession, entitlements: Entitlements, by: Member, account_id: AccountId
) -> None:
    """End another's membership, and all by which they could still act there."""
    await lock(session, by.organization_id)
    membership = await _membership(session, by.organization_id, account_id)
    if not by.covers((await _rights(session, membership)).permissions):
        raise RoleBeyondYours("Ask somebody who may do at least as much as they.")
    if membership.role == "owner":
        await _keep_an_owner(session, by.organization_id, account_id)
    await _end(session, by.organization_id, account_id)
    await entitlements.release(session, by.organization_id, member_use(account_id))
    await _bar(session, by.organization_id, account_id)
    publish(session, MemberRemoved(organization_id=by.organization_id, account_id=account_id))


async def _bar(session: AsyncSession, organization_id: OrganizationId, account_id: AccountId) -> None:
    """Have only an invitation bring somebody back."""
    await welcome_back(session, account_id)
    session.add(
        RemovedMember(
            id=new_id(), organization_id=organization_id, account_id=account_id, removed_at=utc_now()
        )
    )


async def welcome_back(session: AsyncSession, account_id: AccountId) -> None:
    """Forget that somebody was removed."""
    await session.execute(delete(RemovedMember).where(RemovedMember.account_id == account_id))


async def leave_behind(session: AsyncSession, entitlements: Entitlements, member: Member) -> None:
    """Leave an organization that goes on without oneself. Raises `LastOwner`."""
    if not await leave(session, member.organization_id, member.account_id):
        raise LastOwner("Nobody else is here; invite somebody, or delete your account.")
    await entitlements.release(session, member.organization_id, member_use(member.account_id))


async def leave(session: AsyncSession, organization_id: OrganizationId, account_id: AccountId) -> bool:
    """End a membership and tell whether the organization goes on without it.

    Raises `LastOwner` where others would stay behind without an owner. Where nobody else is, nothing is changed.
    """
    await lock(session, organization_id)
    fate = await fate_without(session, organization_id, account_id)
    if fate == "removed":
        return False
    if fate == "needs_owner":
        name = await session.scalar(select(Organization.name).where(Organization.id == organization_id))
        raise LastOwner(f"You are the only owner of {name}. Make somebody else an owner first.")
    await _end(session, organization_id, account_id)
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


async def _keep_an_owner(
    session: AsyncSession, organization_id: OrganizationId, account_id: AccountId
) -> None:
    if await fate_without(session, organization_id, account_id) != "kept":
        raise LastOwner("Make somebody else an owner first.")


async def _membership(
    session: AsyncSession, organization_id: OrganizationId, account_id: AccountId
) -> Membership:
    found = await session.get(Membership, (organization_id, account_id), populate_existing=True)
    if found is None:
        raise MemberNotFound("They may have left.")
    return found


async def custom_role(session: AsyncSession, custom_role_id: UUID) -> CustomRole:
    """Return one of the roles that the session's organization made. Raises `CustomRoleNotFound`."""
    found = await session.scalar(select(CustomRole).where(CustomRole.id == custom_role_id))
    if found is None:
        raise CustomRoleNotFound("It may have been deleted.")
    return found


async def _rights(session: AsyncSession, membership: Membership) -> Rights:
    account_id = membership.account_id
    return (await service.rights_of_members(session, membership.organization_id, [account_id]))[account_id]


async def _check_change(
    session: AsyncSession,
    by: Member,
    membership: Membership,
    after: Collection[Permission],
    *,
    keeps_owner: bool,
) -> None:
    before = (await _rights(session, membership)).permissions
    if not (by.covers(before) and by.covers(after)):
        raise RoleBeyondYours("Ask somebody who may do at least as much as both roles.")
    if membership.role == "owner" and not keeps_owner:
        await _keep_an_owner(session, by.organization_id, membership.account_id)


async def _set_role(
    session: AsyncSession, membership: Membership, role: Role, custom_role_id: UUID | None = None
) -> None:
    before = membership.role
    if (before, membership.custom_role_id) == (role, custom_role_id):
        return
    await session.execute(
        update(Membership)
        .where(
            Membership.organization_id == membership.organization_id,
            Membership.account_id == membership.account_id,
        )
        .values(role=role, custom_role_id=custom_role_id)
    )
    publish(
        session,
        MemberRoleChanged(
            organization_id=membership.organization_id,
            account_id=membership.account_id,
            before=before,
            role=role,
            custom_role_id=custom_role_id,
        ),
    )


async def _end(session: AsyncSession, organization_id: OrganizationId, account_id: AccountId) -> None:
    """Remove a membership; should the person come back, neither old keys nor teams come with them."""
    await identity.revoke_api_keys_of(session, identity.KeyOwner(account_id, organization_id))
    await session.execute(delete(TeamMember).where(TeamMember.account_id == account_id))
    await session.execute(
        delete(Membership).where(
            Membership.organization_id == organization_id, Membership.account_id == account_id
        )
    )


async def _read_one(session: AsyncSession, membership: Membership) -> MemberRead:
    await session.refresh(membership)
    people = await identity.people_of(session, [membership.account_id])
    own = membership.custom_role_id and await custom_role(session, membership.custom_role_id)
    return _read(membership, own or None, *people[membership.account_id])


def _read(membership: Membership, own: CustomRole | None, name: str, email: str) -> MemberRead:
    return MemberRead(
        account_id=membership.account_id,
        name=name,
        email=email,
        role=membership.role,
        custom_role=CustomRoleName.model_validate(own) if own else None,
        since=membership.created_at,
    )
