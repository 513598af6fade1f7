"""Permission as a type: dependencies that give a route its member and its unit of work."""

from collections.abc import AsyncIterator, Awaitable, Callable, Collection, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, Literal, cast
from uuid import UUID
from weakref import WeakKeyDictionary

import structlog
from fastapi import Depends, Request
from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute
from sqlalchemy import Table, and_, bindparam
from sqlalchemy.ext.asyncio import AsyncSession

from coditect.identity import (
    AccessClaims,
    KeyClaims,
    SessionNeeded,
    admits,
    caller_as,
    claims_of,
    live_account,
    live_key,
    living_caller,
    living_keys,
    living_sessions,
)
from coditect.kernel import telemetry
from coditect.kernel.db import Database
from coditect.kernel.ids import AccountId, OrganizationId
from coditect.kernel.platform import platform_of
from coditect.kernel.scope import Scope, tenant
from coditect.organizations import refusals, service
from coditect.organizations.errors import NotAMember, PermissionMissing, PermissionRefused
from coditect.organizations.models import CustomRole, Membership
from coditect.organizations.roles import READ, Permission, Rights, Role

_memberships = cast("Table", Membership.__table__)
_THEIRS = and_(
    _memberships.c.account_id == bindparam("account_id"),
    _memberships.c.organization_id == bindparam("organization_id"),
)
_custom_roles = cast("Table", CustomRole.__table__)
_ADDED = and_(
    _custom_roles.c.id == _memberships.c.custom_role_id,
    _custom_roles.c.organization_id == _memberships.c.organization_id,
)
_HELD = (_memberships.c.role, _custom_roles.c.permissions.label("added"))
_LIVE_MEMBER = live_account(*_HELD).outerjoin(_memberships, _THEIRS).outerjoin(_custom_roles, _ADDED)
_LIVE_MEMBER_BY_KEY = live_key(*_HELD).outerjoin(_memberships, _THEIRS).outerjoin(_custom_roles, _ADDED)

UnitOfWork = Literal["read", "replica", "write"]
_units_of_work: WeakKeyDictionary[Callable[..., Any], UnitOfWork | None] = WeakKeyDictionary()


@dataclass(frozen=True)
class Member:
    """Who is asking, in which organization, as what."""

    account_id: AccountId
    organization_id: OrganizationId
    rights: Rights
    name: str
    email: str
    session_id: UUID | None
    api_key_id: UUID | None = None
    scopes: frozenset[str] | None = None
    """What an API key may do at most; None for a person, whom only their role limits."""

    @property
    def role(self) -> Role:
        """The role of the table; what a custom role adds is in `rights`."""
        return self.rights.role

    @property
    def scope(self) -> Scope:
        """What this member's units of work may see."""
        return tenant(self.organization_id, self.account_id)

    def may(self, permission: Permission) -> bool:
        """Tell whether the member's role has `permission`, and their key too if they came by one."""
        if self.scopes is not None and permission not in self.scopes:
            return False
        return permission in self.rights.permissions

    def covers(self, permissions: Collection[Permission]) -> bool:
        """Tell whether the member may do all of this, and so may give and take it."""
        return all(self.may(permission) for permission in permissions)


@dataclass(frozen=True)
class _Access:
    """The caller, and the unit of work in which they were found; None when the route asks for none."""

    member: Member
    session: AsyncSession | None
    is_writing: bool = False


@admits
async def _access(request: Request) -> AsyncIterator[_Access]:
    """Find out who is asking in the unit of work that the route is about to use, so that both cost one."""
    claims = await claims_of(request)
    scope = tenant(claims.organization_id, claims.account_id)
    structlog.contextvars.bind_contextvars(organization_id=str(claims.organization_id))
    telemetry.note(organization_id=str(claims.organization_id))
    database = platform_of(request).database
    kind = _unit_of_work(request.scope["route"])
    if kind is None:
        async with database.read(scope) as session:
            member = await _member(session, claims)
        yield _Access(member, None)
        return
    opened = database.write(scope) if kind == "write" else database.read(scope, by_replica=kind == "replica")
    async with opened as session:
        yield _Access(await _member(session, claims), session, kind == "write")


# scope="function" ends the unit of work before the answer leaves: what a client was told, is stored.
_CurrentAccess = Annotated[_Access, Depends(_access, scope="function")]


async def _member(session: AsyncSession, claims: AccessClaims | KeyClaims) -> Member:
    parameters = living_caller(claims) | {
        "account_id": claims.account_id,
        "organization_id": claims.organization_id,
    }
    statement = _LIVE_MEMBER_BY_KEY if isinstance(claims, KeyClaims) else _LIVE_MEMBER
    found = (await session.execute(statement, parameters)).one_or_none()
    current = caller_as(claims, found)
    if found is None or found.role is None:
        raise NotAMember("Choose another organization, or ask one of its owners.")
    return Member(
        account_id=current.account_id,
        organization_id=current.organization_id,
        rights=Rights.of(found.role, found.added),
        name=current.name,
        email=current.email,
        session_id=current.session_id,
        api_key_id=current.api_key_id,
        scopes=current.scopes,
    )


async def current_member(access: _CurrentAccess) -> Member:
    """Return the caller as a member of the organization that their session works in.

    Every role may read, so a route that asks for no more names no permission; of a key it takes those of reading.
    """
    member = access.member
    missing = sorted(READ - member.scopes) if member.scopes is not None else ()
    if missing:
        raise PermissionMissing(f"This needs an API key that may also {', '.join(missing)}.")
    return member


CurrentMember = Annotated[Member, Depends(current_member)]


async def member_in_person(access: _CurrentAccess) -> Member:
    """Return the member who signed in; a program's key does not do."""
    if access.member.session_id is None:
        raise SessionNeeded("An API key cannot do this; sign in.")
    return access.member


MemberInPerson = Annotated[Member, Depends(member_in_person)]


@cache
def require(permission: Permission) -> Callable[..., Awaitable[Member]]:
    """Return the dependency that admits members with `permission`."""

    async def permitted(request: Request, access: _CurrentAccess) -> Member:
        member = access.member
        if not member.may(permission):
            by = f"you are {member.role}" if member.scopes is None else "your API key or your role lacks it"
            writing = access.session if access.is_writing else None
            await refusals.state(request, writing, member.organization_id, member.account_id, permission)
            raise PermissionRefused(f"This needs the permission {permission}; {by}.")
        return member

    return permitted


OrganizationReader = Annotated[Member, Depends(require(Permission.ORGANIZATION_READ))]
OrganizationWriter = Annotated[Member, Depends(require(Permission.ORGANIZATION_WRITE))]
OrganizationOwner = Annotated[Member, Depends(require(Permission.OWNERSHIP_WRITE))]
MemberManager = Annotated[Member, Depends(require(Permission.MEMBERS_WRITE))]
ProjectReader = Annotated[Member, Depends(require(Permission.PROJECT_READ))]
ProjectWriter = Annotated[Member, Depends(require(Permission.PROJECT_WRITE))]
TaskWriter = Annotated[Member, Depends(require(Permission.TASK_WRITE))]
WorkflowReader = Annotated[Member, Depends(require(Permission.WORKFLOW_READ))]
WorkflowWriter = Annotated[Member, Depends(require(Permission.WORKFLOW_WRITE))]
AgentReader = Annotated[Member, Depends(require(Permission.AGENT_READ))]
AgentRunner = Annotated[Member, Depends(require(Permission.AGENT_RUN))]
AuditReader = Annotated[Member, Depends(require(Permission.AUDIT_READ))]
AgentWriter = Annotated[Member, Depends(require(Permission.AGENT_WRITE))]


async def _read_session(access: _CurrentAccess) -> AsyncSession:
    assert access.session is not None
    return access.session


async def _write_session(access: _CurrentAccess) -> AsyncSession:
    assert access.session is not None
    return access.session


async def _replica_session(access: _CurrentAccess) -> AsyncSession:
    assert access.session is not None
    return access.session


ReadSession = Annotated[AsyncSession, Depends(_read_session)]
ReplicaSession = Annotated[AsyncSession, Depends(_replica_session)]
"""For lists and exports: a replica may answer, with all that was written before."""
WriteSession = Annotated[AsyncSession, Depends(_write_session)]


def _unit_of_work(route: APIRoute) -> UnitOfWork | None:
    """Tell which unit of work a route asks for."""
    if route.endpoint not in _units_of_work:
        calls = set(_calls(route.dependant))
        named: tuple[tuple[UnitOfWork, Callable[..., Any]], ...] = (
            ("write", _write_session),
            ("read", _read_session),
            ("replica", _replica_session),
        )
        _units_of_work[route.endpoint] = next((kind for kind, call in named if call in calls), None)
    return _units_of_work[route.endpoint]


def _calls(dependant: Dependant) -> Iterator[Callable[..., Any] | None]:
    yield dependant.call
    for inner in dependant.dependencies:
        yield from _calls(inner)


async def still_members(database: Database, members: Collection[Member], /) -> Collection[Member]:
    """Return those whose open streams may go on: session or key alive, membership and role unchanged."""
    alive = set(await living_sessions(database, [one.session_id for one in members if one.session_id]))
    allowed: list[Member] = []
    for organization_id in {member.organization_id for member in members}:
        theirs = [one for one in members if one.organization_id == organization_id]
        keys = [one.api_key_id for one in theirs if one.api_key_id]
        alive |= set(await living_keys(database, organization_id, keys)) if keys else set()
        async with database.read(tenant(organization_id)) as session:
            rights = await service.rights_of_members(
                session, organization_id, [one.account_id for one in theirs]
            )
        allowed += [
            one
            for one in theirs
            if (one.session_id or one.api_key_id) in alive and rights.get(one.account_id) == one.rights
        ]
    return allowed
