"""Who belongs to the organization that one works in, as what, and no more."""

from typing import Self
from uuid import UUID

from fastapi import APIRouter, Request
from pydantic import model_validator

from coditect.identity import RecentlyAuthenticated
from coditect.kernel.api import RequestModel, ResponseModel, problems
from coditect.kernel.ids import AccountId
from coditect.kernel.platform import platform_of
from coditect.organizations import members
from coditect.organizations.access import (
    MemberInPerson,
    MemberManager,
    OrganizationOwner,
    OrganizationReader,
    ReadSession,
    WriteSession,
)
from coditect.organizations.members import MemberRead
from coditect.organizations.roles import PERMISSIONS, Permission, Role

router = APIRouter(prefix="/members", tags=["members"])


class RoleRead(ResponseModel):
    """A role, what it may do, and whether you may give it."""

    role: Role
    permissions: list[Permission]
    yours_to_give: bool


class Members(ResponseModel):
    """All members by name, and the table of roles."""

    items: list[MemberRead]
    roles: list[RoleRead]


class RoleChange(RequestModel):
    """Either a role of the table, or one that the organization made."""

    role: Role | None = None
    custom_role_id: UUID | None = None

    @model_validator(mode="after")
    def _one_of_both(self) -> Self:
        if (self.role is None) == (self.custom_role_id is None):
            raise ValueError("name either role or custom_role_id")
        return self


@router.get("")
async def list_members(member: OrganizationReader, session: ReadSession) -> Members:
    """Everybody in your organization, and what each role may do."""
    may_give = member.may(Permission.MEMBERS_WRITE)
    return Members(
        items=await members.members_of(session, member.organization_id),
        roles=[
            RoleRead(
                role=role,
                permissions=[one for one in Permission if one in permissions],
                yours_to_give=may_give and member.covers(permissions),
            )
            for role, permissions in PERMISSIONS.items()
        ],
    )


@router.patch("/{account_id}", responses=problems(409))
async def change_role(
    account_id: AccountId, body: RoleChange, member: MemberManager, session: WriteSession
) -> MemberRead:
    """Give a member another role; neither the old nor the new one may do more than you."""
    if body.custom_role_id is not None:
        return await members.give_custom_role(session, member, account_id, body.custom_role_id)
    assert body.role is not None
    return await members.change_role(session, member, account_id, body.role)


@router.post("/{account_id}/ownership", responses=problems(409))
async def transfer_ownership(
    account_id: AccountId, _: RecentlyAuthenticated, member: OrganizationOwner, session: WriteSession
) -> MemberRead:
    """Make another member an owner in your place; you go on as an administrator."""
    return await members.transfer(session, member, account_id)


@router.delete("/me", status_code=204, responses=problems(409))
async def leave_organization(request: Request, member: MemberInPerson, session: WriteSession) -> None:
    """Leave the organization that you work in; its last owner cannot."""
    await members.leave_behind(session, platform_of(request).entitlements, member)


@router.delete("/{account_id}", status_code=204, responses=problems(409))
async def remove_member(
    account_id: AccountId, request: Request, member: MemberManager, session: WriteSession
) -> None:
    """End a membership at once: sign-in sessions there, keys and open streams included."""
    await members.remove(session, platform_of(request).entitlements, member, account_id)
