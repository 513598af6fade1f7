"""A sign-in session goes on in another organization."""

from fastapi import Request, Response
from sqlalchemy import update

from coditect.identity import access_tokens
from coditect.identity.access import SignedIn
from coditect.identity.access_tokens import AccessClaims
from coditect.identity.handing_over import hand_over
from coditect.identity.models import Account, SignInSession
from coditect.identity.schemas import AccessToken
from coditect.identity.sessions import Credentials
from coditect.kernel.ids import OrganizationId
from coditect.kernel.platform import platform_of
from coditect.kernel.scope import NOBODY


async def work_in(
    request: Request, response: Response, current: SignedIn, organization_id: OrganizationId
) -> AccessToken:
    """Let the caller's session, and their next ones, work in an organization; whether they may, is asked before."""
    platform = platform_of(request)
    key = await access_tokens.signing_key(platform.database)
    async with platform.database.write(NOBODY) as session:
        await session.execute(
            update(SignInSession)
            .where(SignInSession.id == current.session_id)
            .values(organization_id=organization_id)
        )
        await session.execute(
            update(Account)
            .where(Account.id == current.account_id)
            .values(active_organization_id=organization_id)
        )
    claims = AccessClaims(current.account_id, current.session_id, organization_id)
    return hand_over(response, platform, Credentials(access_tokens.issue(key, claims), None))
