"""Choosing the organization that one works in."""

from fastapi import APIRouter, Request, Response

from coditect.identity import AccessToken, CurrentAccount, work_in
from coditect.kernel.api import RequestModel, problems
from coditect.kernel.events import publish
from coditect.kernel.ids import OrganizationId
from coditect.kernel.platform import platform_of
from coditect.kernel.scope import tenant
from coditect.organizations import service
from coditect.organizations.errors import NotAMember
from coditect.organizations.events import OrganizationChosen

router = APIRouter(tags=["organizations"])


class OrganizationChoice(RequestModel):
    organization_id: OrganizationId


@router.post("/me/organization", responses=problems(403))
async def choose_organization(
    choice: OrganizationChoice, request: Request, response: Response, current: CurrentAccount
) -> AccessToken:
    """Go on in another of your organizations; browsers get it as a cookie, programs use the token from now on."""
    scope = tenant(choice.organization_id, current.account_id)
    async with platform_of(request).database.read(scope) as session:
        role = await service.role_of(session, choice.organization_id, current.account_id)
    if role is None:
        raise NotAMember("Choose one of your own organizations.")
    async with platform_of(request).database.write(scope) as session:
        publish(
            session,
            OrganizationChosen(organization_id=choice.organization_id, account_id=current.account_id),
        )
    return await work_in(request, response, current, choice.organization_id)
