"""Claiming domains and proving to own them."""

import secrets
from collections.abc import Collection
from datetime import datetime
from typing import cast
from uuid import UUID

from sqlalchemy import Table, delete, func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from coditect.kernel.api import RequestModel, ResponseModel
from coditect.kernel.clock import utc_now
from coditect.kernel.db import Database
from coditect.kernel.events import publish
from coditect.kernel.ids import new_id
from coditect.organizations import members
from coditect.organizations.access import Member
from coditect.organizations.domains.errors import (
    DomainClaimed,
    DomainNotFound,
    DomainTaken,
    NotVerified,
    RecordMissing,
    TooManyDomains,
)
from coditect.organizations.domains.models import Domain, Joining, JoiningRole
from coditect.organizations.domains.names import RECORD, DomainName
from coditect.organizations.domains.txt_records import texts_at
from coditect.organizations.errors import RoleBeyondYours
from coditect.organizations.events import DomainAdded, DomainChanged, DomainRemoved, DomainVerified
from coditect.organizations.roles import PERMISSIONS

MOST_DOMAINS = 20

domains = cast("Table", Domain.__table__)


class DomainCreate(RequestModel):
    name: DomainName


class DomainChange(RequestModel):
    """Who may join by an address of the domain, and as what."""

    joining: Joining
    role: JoiningRole


class DomainRead(ResponseModel):
    """A domain, and the TXT record that proves who owns it."""

    id: UUID
    name: str
    record_name: str
    record_value: str
    joining: Joining
    role: JoiningRole
    created_at: datetime
    verified_at: datetime | None


async def domains_of(session: AsyncSession) -> list[DomainRead]:
    """Return the domains that the session's organization claims, by name."""
    return [_read(one) for one in await session.scalars(select(Domain).order_by(Domain.name))]


async def add(session: AsyncSession, by: Member, name: str) -> DomainRead:
    """Claim a domain, which counts for nothing before it is verified; so anybody may claim it meanwhile."""
    await members.lock(session, by.organization_id)
    if await session.scalar(select(Domain.id).where(Domain.name == name)) is not None:
        raise DomainClaimed("It is in the list.")
    if (await session.scalar(select(func.count()).select_from(Domain)) or 0) >= MOST_DOMAINS:
        raise TooManyDomains(f"An organization has at most {MOST_DOMAINS}.")
    domain = Domain(
        id=new_id(),
        organization_id=by.organization_id,
        name=name,
        challenge=secrets.token_urlsafe(24),
        joining="nobody",
        role="viewer",
        created_at=utc_now(),
        verified_at=None,
    )
    session.add(domain)
    await session.flush()
    publish(session, DomainAdded(organization_id=by.organization_id, domain_id=domain.id, name=name))
    return _read(domain)


async def verify(database: Database, servers: str | None, by: Member, domain_id: UUID) -> DomainRead:
    """Look for the record in DNS, and let the domain count. No unit of work is open while DNS is asked."""
    async with database.read(by.scope) as session:
        asked = _read(await _one(session, domain_id))
    if asked.verified_at is None and not is_proved(asked, await texts_at(asked.record_name, servers)):
        raise RecordMissing(
            f"There is no TXT record {asked.record_name} with the text {asked.record_value} yet."
            " A new record may take an hour to be seen everywhere."
        )
    async with database.write(by.scope) as session:
        await members.lock(session, by.organization_id)
        domain = await _one(session, domain_id)
        if domain.verified_at is None:
            domain.verified_at = utc_now()
            try:
                await session.flush()
            except IntegrityError:
                raise DomainTaken("Ask who manages your names which organization it is.") from None
            publish(
                session,
                DomainVerified(organization_id=by.organization_id, domain_id=domain.id, name=domain.name),
            )
        return _read(domain)


def is_proved(domain: DomainRead, texts: Collection[str]) -> bool:
    """Tell whether one of the texts in DNS is the domain's."""
    return domain.record_value in texts


async def change(session: AsyncSession, by: Member, domain_id: UUID, asked: DomainChange) -> DomainRead:
    """Choose who may join by an address of a verified domain."""
    await members.lock(session, by.organization_id)
    domain = await _one(session, domain_id)
    if domain.verified_at is None:
        raise NotVerified("Verify it first.")
    if not by.covers(PERMISSIONS[asked.role]):
        raise RoleBeyondYours("Let people join in a role that may do no more than you.")
    if (domain.joining, domain.role) != (asked.joining, asked.role):
        domain.joining, domain.role = asked.joining, asked.role
        publish(
            session,
            DomainChanged(
                organization_id=by.organization_id,
                domain_id=domain.id,
                joining=asked.joining,
                role=asked.role,
            ),
        )
        await session.flush()
    return _read(domain)


async def remove(session: AsyncSession, by: Member, domain_id: UUID) -> None:
    """Give a domain up; who joined by it stays."""
    domain = await _one(session, domain_id)
    await session.execute(delete(Domain).where(Domain.id == domain_id))
    publish(session, DomainRemoved(organization_id=by.organization_id, domain_id=domain_id, name=domain.name))


async def _one(session: AsyncSession, domain_id: UUID) -> Domain:
    found = await session.scalar(select(Domain).where(Domain.id == domain_id))
    if found is None:
        raise DomainNotFound("It may have been given up.")
    return found


def _read(domain: Domain) -> DomainRead:
    return DomainRead(
        id=domain.id,
        name=domain.name,
        record_name=f"{RECORD}.{domain.name}",
        record_value=f"coditect-verification={domain.challenge}",
        joining=domain.joining,
        role=domain.role,
        created_at=domain.created_at,
        verified_at=domain.verified_at,
    )
