"""Domains of the organization that one works in, and joining by the domain of one's own address."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Request

from coditect.identity import CurrentAccount
from coditect.kernel.api import RequestModel, ResponseModel, problems
from coditect.kernel.idempotency import Once, once
from coditect.kernel.ids import OrganizationId
from coditect.kernel.platform import platform_of
from coditect.kernel.rates import Rate, hit
from coditect.organizations.access import OrganizationWriter, ReadSession, WriteSession
from coditect.organizations.domains import joining, service
from coditect.organizations.domains.joining import Joinable
from coditect.organizations.domains.service import DomainChange, DomainCreate, DomainRead
from coditect.organizations.invitations.schemas import Joined

router = APIRouter(tags=["domains"])

CHECKED = Rate(30, 3600)
"""So many questions to DNS of one organization."""


class Domains(ResponseModel):
    items: list[DomainRead]


class JoinableOrganizations(ResponseModel):
    items: list[Joinable]


class Joining(RequestModel):
    organization_id: OrganizationId


@router.get("/domains")
async def list_domains(_: OrganizationWriter, session: ReadSession) -> Domains:
    """The domains that your organization claims, each with the record that proves who owns it."""
    return Domains(items=await service.domains_of(session))


@router.post("/domains", status_code=201, responses=problems(409))
async def add_domain(
    body: DomainCreate,
    member: OrganizationWriter,
    session: WriteSession,
    once: Annotated[Once, Depends(once)],
) -> DomainRead:
    """Claim a domain; put its TXT record into DNS and verify it. Domains of mail providers are refused."""
    return await once(
        session, member.organization_id, DomainRead, lambda: service.add(session, member, body.name)
    )


@router.post("/domains/{domain_id}/verify", responses=problems(409, 429, 503))
async def verify_domain(domain_id: UUID, request: Request, member: OrganizationWriter) -> DomainRead:
    """Look for the record in DNS. A domain counts for the first organization that proves to own it."""
    platform = platform_of(request)
    await hit(platform.cache, f"domain-checks:{member.organization_id}", CHECKED)
    return await service.verify(platform.database, platform.settings.dns_servers, member, domain_id)


@router.put("/domains/{domain_id}", responses=problems(409))
async def change_domain(
    domain_id: UUID, body: DomainChange, member: OrganizationWriter, session: WriteSession
) -> DomainRead:
    """Choose whether people with a confirmed address of the domain may join, or do so by themselves."""
    return await service.change(session, member, domain_id, body)


@router.delete("/domains/{domain_id}", status_code=204)
async def remove_domain(domain_id: UUID, member: OrganizationWriter, session: WriteSession) -> None:
    """Give a domain up; who joined by it stays a member."""
    await service.remove(session, member, domain_id)


@router.get("/me/joinable")
async def list_joinable(request: Request, current: CurrentAccount) -> JoinableOrganizations:
    """Organizations that your confirmed address lets you join."""
    database = platform_of(request).database
    return JoinableOrganizations(items=await joining.joinable(database, current.account_id, current.email))


@router.post("/me/joinable", responses=problems(403, 429))
async def join_organization(body: Joining, request: Request, current: CurrentAccount) -> Joined:
    """Join an organization by your confirmed address. Go there by `POST /me/organization`."""
    platform = platform_of(request)
    role = await joining.join(
        platform.database,
        platform.entitlements,
        current.account_id,
        current.email,
        body.organization_id,
    )
    return Joined(organization_id=body.organization_id, role=role)
