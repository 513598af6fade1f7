"""What a member was not allowed to do is a fact: it is stated, and outlives the refusal."""

from fastapi import Request
from sqlalchemy.ext.asyncio import AsyncSession

from coditect.kernel.events import publish
from coditect.kernel.ids import AccountId, OrganizationId
from coditect.kernel.platform import platform_of
from coditect.kernel.rates import Rate, RateExceeded, hit
from coditect.kernel.scope import tenant
from coditect.organizations.events import PermissionDenied
from coditect.organizations.roles import Permission

STATED = Rate(10, 60)
"""So many refusals of one permission to one person; whoever knocks on is not written down each time."""


async def state(
    request: Request,
    writing: AsyncSession | None,
    organization_id: OrganizationId,
    account_id: AccountId,
    permission: Permission,
) -> None:
    """State that a permission was refused, in the unit of work that is `writing`, else in one of its own."""
    platform = platform_of(request)
    try:
        await hit(platform.cache, f"refused:{organization_id}:{account_id}:{permission}", STATED)
    except RateExceeded:
        return
    route = getattr(request.scope.get("route"), "path", request.url.path)
    denied = PermissionDenied(
        organization_id=organization_id,
        account_id=account_id,
        permission=permission,
        asked=f"{request.method} {route}",
    )
    if writing is not None:
        publish(writing, denied)
        return
    async with platform.database.write(tenant(organization_id, account_id)) as session:
        publish(session, denied)
