"""Permission as a type: dependencies that give a route its member and its unit of work."""

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from functools import cache
from typing import Annotated
from uuid import UUID

from fastapi import Depends, Request
from sqlalchemy.ext.asyncio import AsyncSession

from coditect.identity import CurrentAccount, is_session_alive
from coditect.kernel.db import Database
from coditect.kernel.ids import AccountId, OrganizationId
from coditect.kernel.platform import platform_of
from coditect.kernel.scope import Scope, tenant
from coditect.organizations import service
from coditect.organizations.errors import NotAMember, PermissionMissing
from coditect.organizations.roles import PERMISSIONS, Permission, Role


@dataclass(frozen=True)
class Member:
    """Who is asking, in which organization, as what."""

    account_id: AccountId
    organization_id: OrganizationId
    role: Role
    name: str
    email: str
    session_id: UUID

    @property
    def scope(self) -> Scope:
        """What this member's units of work may see."""
        return tenant(self.organization_id, self.account_id)

    def may(self, permission: Permission) -> bool:
        """Tell whether the member's role has `permission`."""
        return permission in PERMISSIONS[self.role]


async def current_member(request: Request, current: CurrentAccount) -> Member:
    """Return the caller as a member of the organization that their session works in."""
    scope = tenant(current.organization_id, current.account_id)
    async with platform_of(request).database.read(scope) as session:
        role = await service.role_of(session, current.organization_id, current.account_id)
    if role is None:
        raise NotAMember("Choose another organization, or ask one of its owners.")
    return Member(
        account_id=current.account_id,
        organization_id=current.organization_id,
        role=role,
        name=current.name,
        email=current.email,
        session_id=current.session_id,
    )


CurrentMember = Annotated[Member, Depends(current_member)]


@cache
def require(permission: Permission) -> Callable[[Member], Member]:
    """Return the dependency that admits members with `permission`."""

    def permitted(member: CurrentMember) -> Member:
        if not member.may(permission):
            raise PermissionMissing(f"This needs the permission {permission}; you are {member.role}.")
        return member

    return permitted


OrganizationReader = Annotated[Member, Depends(require(Permission.ORGANIZATION_READ))]
ProjectReader = Annotated[Member, Depends(require(Permission.PROJECT_READ))]
ProjectWriter = Annotated[Member, Depends(require(Permission.PROJECT_WRITE))]
TaskWriter = Annotated[Member, Depends(require(Permission.TASK_WRITE))]
WorkflowReader = Annotated[Member, Depends(require(Permission.WORKFLOW_READ))]
WorkflowWriter = Annotated[Member, Depends(require(Permission.WORKFLOW_WRITE))]
AgentReader = Annotated[Member, Depends(require(Permission.AGENT_READ))]
AgentRunner = Annotated[Member, Depends(require(Permission.AGENT_RUN))]
AgentWriter = Annotated[Member, Depends(require(Permission.AGENT_WRITE))]


async def _read_session(request: Request, member: CurrentMember) -> AsyncIterator[AsyncSession]:
    async with platform_of(request).database.read(member.scope) as session:
        yield session


async def _write_session(request: Request, member: CurrentMember) -> AsyncIterator[AsyncSession]:
    async with platform_of(request).database.write(member.scope) as session:
        yield session


# scope="function" ends the unit of work before the answer leaves: what a client was told, is stored.
ReadSession = Annotated[AsyncSession, Depends(_read_session, scope="function")]
WriteSession = Annotated[AsyncSession, Depends(_write_session, scope="function")]


async def is_access_alive(database: Database, member: Member) -> bool:
    """Tell whether an open stream of `member` may go on: session alive, membership and role unchanged."""
    if not await is_session_alive(database, member.session_id):
        return False
    async with database.read(member.scope) as session:
        return await service.role_of(session, member.organization_id, member.account_id) == member.role
