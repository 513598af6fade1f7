"""Who am I, and where do I belong."""

from fastapi import APIRouter, Request

from coditect.identity import (
    AccountChange,
    Caller,
    CurrentAccount,
    CurrentCaller,
    SignedIn,
    change_account,
    read_account,
)
from coditect.kernel.errors import NotFound
from coditect.kernel.ids import OrganizationId
from coditect.kernel.platform import platform_of
from coditect.kernel.scope import person
from coditect.organizations import service
from coditect.organizations.access import OrganizationWriter, WriteSession
from coditect.organizations.schemas import Me, OrganizationChange, OrganizationRead

router = APIRouter(tags=["organizations"])


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
    async with platform_of(request).database.read(person(current.account_id)) as session:
        return Me(
            account=await read_account(session, current.account_id),
            organizations=await service.organizations_of(session, current.account_id),
            active_organization_id=current.organization_id,
        )
