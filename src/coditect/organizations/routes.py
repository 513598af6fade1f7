"""Who am I, and where do I belong."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request

from coditect.identity import (
    AccountChange,
    Caller,
    CurrentAccount,
    CurrentCaller,
    SignedIn,
    change_account,
    read_account,
)
from coditect.kernel.api import problems
from coditect.kernel.db import enter
from coditect.kernel.errors import NotFound
from coditect.kernel.idempotency import Once, once
from coditect.kernel.ids import OrganizationId
from coditect.kernel.platform import platform_of
from coditect.kernel.rates import Rate, hit
from coditect.kernel.scope import person, tenant
from coditect.organizations import service
from coditect.organizations.access import MemberInPerson, OrganizationWriter, WriteSession
from coditect.organizations.roles import Permission
from coditect.organizations.schemas import Me, OrganizationChange, OrganizationRead

router = APIRouter(tags=["organizations"])

FOUNDED = Rate(20, 24 * 3600)
"""So many organizations of one person."""


@router.get("/me")
async def read_me(request: Request, current: CurrentCaller) -> Me:
    """The signed-in account and its organizations; an API key sees only its own organization."""
    me = await _me(request, current)
    if current.api_key_id is not None:
        me.organizations = [one for one in me.organizations if one.id == current.organization_id]
    return me


@router.patch("/me")
async def change_me(change: AccountChange, request: Request, current: CurrentAccount) -> Me:
    """Change your name, or what you chose for the pages; what is not named stays."""
    async with platform_of(request).database.write(person(current.account_id)) as session:
        await change_account(session, current.account_id, change)
    return await _me(request, current)


@router.post("/organizations", status_code=201, responses=problems(429))
async def create_organization(
    body: OrganizationChange,
    request: Request,
    member: MemberInPerson,
    session: WriteSession,
    once: Annotated[Once, Depends(once)],
) -> OrganizationRead:
    """Found an organization, which you own; go there by `POST /me/organization`."""

    async def create() -> OrganizationRead:
        await hit(platform_of(request).cache, f"founded:{member.account_id}", FOUNDED)
        organization_id = await service.found(session, member.account_id, body.name)
        made = await service.organizations_of(session, member.account_id)
        await enter(session, member.scope)
        return next(one for one in made if one.id == organization_id)

    return await once(session, member.organization_id, OrganizationRead, create)


@router.patch("/organizations/{organization_id}")
async def change_organization(
    organization_id: OrganizationId,
    change: OrganizationChange,
    member: OrganizationWriter,
    session: WriteSession,
) -> OrganizationRead:
    """Rename the organization that you work in; its slug stays."""
    if organization_id != member.organization_id:
        raise NotFound("You work in another organization.")
    return await service.rename(session, organization_id, member.account_id, change.name)


async def _me(request: Request, current: SignedIn | Caller) -> Me:
    scope = tenant(current.organization_id, current.account_id)
    async with platform_of(request).database.read(scope) as session:
        rights = await service.rights_of_members(session, current.organization_id, [current.account_id])
        held = rights[current.account_id].permissions if rights else frozenset()
        scopes = current.scopes if isinstance(current, Caller) else None
        return Me(
            account=await read_account(session, current.account_id),
            organizations=await service.organizations_of(session, current.account_id),
            active_organization_id=current.organization_id,
            custom_role=await service.custom_role_name(session, current.organization_id, current.account_id),
            permissions=[one for one in Permission if one in held and (scopes is None or one in scopes)],
        )
