"""How a browser or a program gets what a sign-in brought, whichever way it took."""

from typing import Annotated

from fastapi import Depends, Request, Response

from coditect.identity import access_tokens, sessions
from coditect.identity.access import SESSION_COOKIE
from coditect.identity.factors.gate import MfaRequired
from coditect.identity.schemas import AccessToken, SecondFactorNeeded
from coditect.identity.sessions import Credentials
from coditect.kernel.platform import Platform, platform_of

REFRESH_COOKIE = "coditect_refresh"
REFRESH_PATH = "/api/v1/auth"
MARK_COOKIE = "coditect_signed_in"
"""Says nothing but that there is a session, so that a stranger's page need not ask and be refused."""


async def _platform(request: Request) -> Platform:
    return platform_of(request)


CurrentPlatform = Annotated[Platform, Depends(_platform)]


def address_of(request: Request) -> str:
    """Return where a request comes from, as trusted proxies say."""
    return request.client.host if request.client else ""


def answer(
    response: Response, platform: Platform, admitted: Credentials | MfaRequired
) -> AccessToken | SecondFactorNeeded:
    """Hand over what a way of signing in came to."""
    if isinstance(admitted, MfaRequired):
        return SecondFactorNeeded(mfa_required=True, mfa_token=admitted.token, methods=list(admitted.methods))
    return hand_over(response, platform, admitted)


def hand_over(response: Response, platform: Platform, credentials: Credentials) -> AccessToken:
    """Set the cookies of a browser and return the access token of a program."""
    secure = platform.settings.base_url.startswith("https://")
    lifetime = int(access_tokens.LIFETIME.total_seconds())
    response.set_cookie(
        SESSION_COOKIE,
        credentials.access_token,
        max_age=lifetime,
        path="/",
        httponly=True,
        samesite="lax",
        secure=secure,
    )
    if credentials.refresh_token is not None:
        response.set_cookie(
            REFRESH_COOKIE,
            credentials.refresh_token,
            max_age=int(sessions.IDLE_LIMIT.total_seconds()),
            path=REFRESH_PATH,
            httponly=True,
            samesite="strict",
            secure=secure,
        )
        response.set_cookie(
            MARK_COOKIE,
            "1",
            max_age=int(sessions.IDLE_LIMIT.total_seconds()),
            path="/",
            samesite="lax",
            secure=secure,
        )
    return AccessToken(access_token=credentials.access_token, token_type="bearer", expires_in=lifetime)  # noqa: S106 - its kind
