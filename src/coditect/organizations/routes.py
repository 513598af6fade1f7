"""Who am I, and where do I belong."""

from fastapi import APIRouter, Request

from coditect.identity import AccountRead, CurrentAccount
from coditect.kernel.platform import platform_of
from coditect.kernel.scope import person
from coditect.organizations import service
from coditect.organizations.schemas import Me

router = APIRouter(tags=["organizations"])


@router.get("/me")
async def read_me(request: Request, current: CurrentAccount) -> Me:
    """The signed-in account and its organizations."""
    async with platform_of(request).database.read(person(current.account_id)) as session:
        organizations = await service.organizations_of(session, current.account_id)
    return Me(
        account=AccountRead(
            id=current.account_id,
            email=current.email,
            name=current.name,
            email_verified=True,
            created_at=current.created_at,
        ),
        organizations=organizations,
        active_organization_id=current.organization_id,
    )
