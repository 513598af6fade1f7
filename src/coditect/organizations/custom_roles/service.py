"""Making roles. Who makes or changes one may do all that it allows, before and after."""

from collections.abc import Collection
from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, Field
from sqlalchemy import delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from coditect.kernel.api import RequestModel, ResponseModel
from coditect.kernel.clock import utc_now
from coditect.kernel.errors import Conflict
from coditect.kernel.events import publish
from coditect.kernel.ids import new_id
from coditect.organizations import members
from coditect.organizations.access import Member
from coditect.organizations.errors import RoleBeyondYours
from coditect.organizations.events import CustomRoleChanged, CustomRoleCreated, CustomRoleDeleted
from coditect.organizations.models import CustomRole, Membership
from coditect.organizations.roles import PERMISSIONS, READ, Permission
from coditect.organizations.schemas import OrganizationName

MOST_ROLES = 50


class RoleNameTaken(Conflict):
    code = "role_name_taken"
    title = "Another role is called that"


class RoleInUse(Conflict):
    code = "role_in_use"
    title = "Members have this role"


class TooManyRoles(Conflict):
    code = "too_many_roles"
    title = "There are too many roles"


def _givable(permissions: list[Permission]) -> list[Permission]:
    if Permission.OWNERSHIP_WRITE in permissions:
        raise ValueError(f"{Permission.OWNERSHIP_WRITE} belongs to owners alone")
    return permissions


class CustomRoleWrite(RequestModel):
    """All of a role; reading is part of each."""

    name: Annotated[OrganizationName, Field(max_length=60)]
    permissions: Annotated[list[Permission], Field(max_length=50), AfterValidator(_givable)]


class CustomRoleRead(ResponseModel):
    """One of the organization's own roles, how many members have it, and whether you may give it."""

    id: UUID
    name: str
    permissions: list[Permission]
    member_count: int
    yours_to_give: bool
    created_at: datetime


async def roles_of(session: AsyncSession, by: Member) -> list[CustomRoleRead]:
    """Return the roles that the organization made, by name."""
    counted = await session.execute(
        select(Membership.custom_role_id, func.count())
        .where(Membership.organization_id == by.organization_id, Membership.custom_role_id.is_not(None))
        .group_by(Membership.custom_role_id)
    )
    counts: dict[UUID | None, int] = dict(counted.all())
    found = await session.scalars(select(CustomRole).order_by(CustomRole.name_key))
    return [_read(one, by, counts.get(one.id, 0)) for one in found]


async def create(session: AsyncSession, by: Member, asked: CustomRoleWrite) -> CustomRoleRead:
    """Make a role, which nobody has yet."""
    allowed = _allowed(by, asked.permissions)
    await members.lock(session, by.organization_id)
    await _check_free(session, asked.name)
    if (await session.scalar(select(func.count()).select_from(CustomRole)) or 0) >= MOST_ROLES:
        raise TooManyRoles(f"An organization has at most {MOST_ROLES}; delete those that nobody has.")
    role = CustomRole(
        id=new_id(),
        organization_id=by.organization_id,
        name=asked.name,
        name_key=asked.name.casefold(),
        permissions=allowed,
        created_at=utc_now(),
    )
    session.add(role)
    await session.flush()
    publish(
        session,
        CustomRoleCreated(organization_id=by.organization_id, custom_role_id=role.id, permissions=allowed),
    )
    return _read(role, by, 0)


async def change(
    session: AsyncSession, by: Member, custom_role_id: UUID, asked: CustomRoleWrite
) -> CustomRoleRead:
    """Write a role anew; for all members who have it this counts at once."""
    await members.lock(session, by.organization_id)
    role = await members.custom_role(session, custom_role_id)
    _allowed(by, role.permissions)
    allowed = _allowed(by, asked.permissions)
    await _check_free(session, asked.name, but=custom_role_id)
    if (role.name, role.permissions) != (asked.name, allowed):
        role.name, role.name_key, role.permissions = asked.name, asked.name.casefold(), allowed
        await session.flush()
        publish(
            session,
            CustomRoleChanged(
                organization_id=by.organization_id, custom_role_id=role.id, permissions=allowed
            ),
        )
    return next(one for one in await roles_of(session, by) if one.id == custom_role_id)


async def remove(session: AsyncSession, by: Member, custom_role_id: UUID) -> None:
    """Delete a role that nobody has."""
    await members.lock(session, by.organization_id)
    role = await members.custom_role(session, custom_role_id)
    _allowed(by, role.permissions)
    held = await session.scalar(
        select(func.count())
        .select_from(Membership)
        .where(Membership.organization_id == by.organization_id, Membership.custom_role_id == custom_role_id)
    )
    if held:
        raise RoleInUse("Give its members another role first.")
    await session.execute(delete(CustomRole).where(CustomRole.id == custom_role_id))
    publish(session, CustomRoleDeleted(organization_id=by.organization_id, custom_role_id=custom_role_id))


def _allowed(by: Member, asked: Collection[str]) -> list[str]:
    """Return what the role may do, reading included, in the order of the table. Raises `RoleBeyondYours`."""
    allowed = [one for one in Permission if one in asked or one in READ]
    if not by.covers(allowed):
        raise RoleBeyondYours("A role of your making can do no more than you.")
    return [str(one) for one in allowed]


async def _check_free(session: AsyncSession, name: str, but: UUID | None = None) -> None:
    taken = await session.scalar(select(CustomRole.id).where(CustomRole.name_key == name.casefold()))
    if name.casefold() in PERMISSIONS or taken not in (None, but):
        raise RoleNameTaken("Choose another name.")


def _read(role: CustomRole, by: Member, member_count: int) -> CustomRoleRead:
    permissions = [one for one in Permission if one in role.permissions]
    return CustomRoleRead(
        id=role.id,
        name=role.name,
        permissions=permissions,
        member_count=member_count,
        yours_to_give=by.may(Permission.MEMBERS_WRITE) and by.covers(permissions),
        created_at=role.created_at,
    )
