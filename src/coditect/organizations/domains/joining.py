"""Joining an organization because one's confirmed address is of its domain."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from uuid import UUID

import structlog
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from coditect.identity import EmailVerified, people_of
from coditect.kernel.api import ResponseModel
from coditect.kernel.db import Database
from coditect.kernel.entitlements import Entitlements, QuotaExceeded
from coditect.kernel.events import publish
from coditect.kernel.ids import AccountId, OrganizationId
from coditect.kernel.platform import Platform
from coditect.kernel.relay import Consumer
from coditect.kernel.scope import NOBODY, tenant
from coditect.organizations import members, service
from coditect.organizations.domains.errors import NotJoinable
from coditect.organizations.domains.models import Domain, Joining, JoiningRole, RemovedMember
from coditect.organizations.domains.names import domain_of
from coditect.organizations.domains.service import domains
from coditect.organizations.events import MemberJoinedByDomain
from coditect.organizations.invitations.service import inviting
from coditect.organizations.models import Organization

log = structlog.get_logger()


class Joinable(ResponseModel):
    """An organization that one may join without being invited."""

    organization_id: OrganizationId
    name: str
    role: JoiningRole


@dataclass(frozen=True)
class _Way:
    """How an address leads into an organization."""

    domain_id: UUID
    organization_id: OrganizationId
    joining: Joining
    role: JoiningRole


async def joinable(database: Database, account_id: AccountId, email: str) -> list[Joinable]:
    """Return the organizations that the owner of a confirmed address may join."""
    way = await _way_of(database, email)
    if way is None or way.joining == "nobody":
        return []
    async with database.read(tenant(way.organization_id)) as session:
        if not await _is_open_to(session, way, account_id):
            return []
        name = await session.scalar(select(Organization.name).where(Organization.id == way.organization_id))
    return [Joinable(organization_id=way.organization_id, name=name or "", role=way.role)]


async def join(
    database: Database,
    entitlements: Entitlements,
    account_id: AccountId,
    email: str,
    organization_id: OrganizationId,
) -> JoiningRole:
    """Make the owner of a confirmed address a member. Raises `NotJoinable`."""
    way = await _way_of(database, email)
    if way is None or way.organization_id != organization_id:
        raise NotJoinable("Ask somebody of the organization to invite you.")
    await _enter(database, entitlements, way, account_id)
    return way.role


def consumers(platform: Platform) -> Sequence[Consumer]:
    """Return what is done when somebody confirms an address."""
    return (Consumer("organizations.join_by_domain", EmailVerified, _on_verified(platform)),)


def _on_verified(platform: Platform) -> Callable[[EmailVerified], Awaitable[None]]:
    async def handle(event: EmailVerified) -> None:
        async with platform.database.read(NOBODY) as session:
            found = (await people_of(session, [event.account_id])).get(event.account_id)
        way = await _way_of(platform.database, found[1]) if found else None
        if found is None or way is None or way.joining != "automatic":
            return
        # An invitation says more exactly what somebody shall be, and is theirs to accept.
        if way.organization_id in await inviting(platform.database, found[1]):
            return
        try:
            await _enter(platform.database, platform.entitlements, way, event.account_id)
        except (NotJoinable, QuotaExceeded) as refused:
            log.info("nobody joined by a domain", why=refused.code, organization_id=str(way.organization_id))

    return handle


async def _way_of(database: Database, email: str) -> _Way | None:
    name = domain_of(email)
    async with database.read(NOBODY) as session:
        found = await session.execute(
            select(domains.c.id, domains.c.organization_id, domains.c.joining, domains.c.role).where(
                domains.c.name == name, domains.c.verified_at.is_not(None)
            )
        )
        row = found.one_or_none()
    return _Way(*row) if row else None


async def _enter(database: Database, entitlements: Entitlements, way: _Way, account_id: AccountId) -> None:
    async with database.write(tenant(way.organization_id, account_id)) as session:
        await members.lock(session, way.organization_id)
        if not await _is_open_to(session, way, account_id):
            raise NotJoinable("Ask somebody of the organization to invite you.")
        await members.add_member(session, entitlements, way.organization_id, account_id, way.role)
        publish(
            session,
            MemberJoinedByDomain(
                organization_id=way.organization_id,
                account_id=account_id,
                domain_id=way.domain_id,
                role=way.role,
            ),
        )


async def _is_open_to(session: AsyncSession, way: _Way, account_id: AccountId) -> bool:
    """Tell whether the way is as it was found, to somebody who is no member and was not removed."""
    chosen = await session.scalar(
        select(Domain.id).where(
            Domain.id == way.domain_id, Domain.joining == way.joining, Domain.role == way.role
        )
    )
    removed = await session.scalar(select(RemovedMember.id).where(RemovedMember.account_id == account_id))
    present = await service.role_of(session, way.organization_id, account_id)
    return chosen is not None and way.joining != "nobody" and removed is None and present is None
