"""Roles that the organization made, for whom the table of roles does not do."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends

from coditect.kernel.api import ResponseModel, problems
from coditect.kernel.idempotency import Once, once
from coditect.organizations.access import MemberManager, OrganizationReader, ReadSession, WriteSession
from coditect.organizations.custom_roles import service
from coditect.organizations.custom_roles.service import CustomRoleRead, CustomRoleWrite

router = APIRouter(prefix="/custom-roles", tags=["members"])


class CustomRoles(ResponseModel):
    items: list[CustomRoleRead]


@router.get("")
async def list_custom_roles(member: OrganizationReader, session: ReadSession) -> CustomRoles:
    """The roles that your organization made, by name."""
    return CustomRoles(items=await service.roles_of(session, member))


@router.post("", status_code=201, responses=problems(409))
async def create_custom_role(
    body: CustomRoleWrite, member: MemberManager, session: WriteSession, once: Annotated[Once, Depends(once)]
) -> CustomRoleRead:
    """Make a role that may do no more than you; give it by `PATCH /members/{account_id}`."""
    return await once(
        session, member.organization_id, CustomRoleRead, lambda: service.create(session, member, body)
    )


@router.put("/{custom_role_id}", responses=problems(409))
async def change_custom_role(
    custom_role_id: UUID, body: CustomRoleWrite, member: MemberManager, session: WriteSession
) -> CustomRoleRead:
    """Write a role anew; for those who have it this counts at once."""
    return await service.change(session, member, custom_role_id, body)


@router.delete("/{custom_role_id}", status_code=204, responses=problems(409))
async def delete_custom_role(custom_role_id: UUID, member: MemberManager, session: WriteSession) -> None:
    """Delete a role that no member has."""
    await service.remove(session, member, custom_role_id)
