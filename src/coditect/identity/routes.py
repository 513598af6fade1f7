"""Signing up, in and out."""

import contextlib
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Request, Response
from sqlalchemy.ext.asyncio import AsyncSession

from coditect.identity import (
    access_tokens,
    addresses,
    passwords,
    registration,
    sessions,
    signing_keys,
    throttle,
    verification,
)
from coditect.identity.access import PUBLIC, SESSION_COOKIE, access_token_of
from coditect.identity.errors import SessionEnded
from coditect.identity.factors import gate
from coditect.identity.handing_over import (
    MARK_COOKIE,
    REFRESH_COOKIE,
    REFRESH_PATH,
    CurrentPlatform,
    address_of,
    answer,
    hand_over,
)
from coditect.identity.models import Account
from coditect.identity.registration import OnRegistered, RegisteredMeanwhileError, Registration
from coditect.identity.schemas import (
    AccessToken,
    Login,
    Register,
    Registered,
    ResendVerification,
    SecondFactorNeeded,
    VerifyEmail,
)
from coditect.identity.sessions import SignIn
from coditect.identity.signing_keys import Ring
from coditect.kernel.api import problems
from coditect.kernel.errors import NotAuthenticated
from coditect.kernel.platform import Platform
from coditect.kernel.scope import NOBODY

_MEETINGS = 5

router = APIRouter(prefix="/auth", tags=["sign-in"], dependencies=[PUBLIC])


async def _on_registered(request: Request) -> OnRegistered:
    on_registered: OnRegistered = request.app.state.on_registered
    return on_registered


@router.post("/register", status_code=201)
async def register(
    body: Register,
    request: Request,
    platform: CurrentPlatform,
    on_registered: Annotated[OnRegistered, Depends(_on_registered)],
) -> Registered:
    """Create an account and its organization, and mail a link that confirms the address."""
    await throttle.admit_mail(platform.cache, address_of(request))
    password = body.password.get_secret_value()
    passwords.check_new(password, body.email)
    # Two presses meet at most once; whoever is met again and again is not the same person.
    for _ in range(_MEETINGS):
        before = await registration.just_registered(platform.database, body.email)
        if before is not None and await registration.is_second_press(password, before):
            break
        with contextlib.suppress(RegisteredMeanwhileError):
            await _register(platform, on_registered, body, before)
            break
    return Registered(email=body.email, status="verification_sent")


async def _register(
    platform: Platform, on_registered: OnRegistered, body: Register, before: str | None
) -> None:
    tokens = await verification.tokens_of(platform.database)
    given = Registration(
        email=body.email,
        name=body.name or addresses.name_from(body.email),
        password_hash=await passwords.hashed(body.password.get_secret_value()),
        other_than=before,
    )
    async with platform.database.write(NOBODY) as session:
        await registration.register(session, given, tokens, on_registered)


@router.post("/verify-email", status_code=204, responses=problems(410))
async def verify_email(body: VerifyEmail, platform: CurrentPlatform) -> None:
    """Confirm an address by the token of the mailed link."""
    async with platform.database.write(NOBODY) as session:
        await verification.verify(session, body.token)


@router.post("/resend-verification", status_code=202)
async def resend_verification(body: ResendVerification, request: Request, platform: CurrentPlatform) -> None:
    """Mail the link once more, if the address waits for it."""
    await throttle.admit_mail(platform.cache, address_of(request))
    tokens = await verification.tokens_of(platform.database)
    async with platform.database.write(NOBODY) as session:
        await verification.resend(session, body.email, tokens)


@router.post("/login", responses=problems(401, 403, 429))
async def login(
    body: Login, request: Request, response: Response, platform: CurrentPlatform
) -> AccessToken | SecondFactorNeeded:
    """Sign in: an access token for programs, two cookies for browsers; or a token to show a second factor with."""
    key = await access_tokens.signing_key(platform.database)
    tried = SignIn(email=body.email, password=body.password.get_secret_value(), address=address_of(request))
    account_id = await sessions.check_password(platform.database, tried)
    async with platform.database.write(NOBODY) as session:
        account = await session.get_one(Account, account_id)
        admitted = await gate.admit(
            session,
            key,
            account,
            methods=("password",),
            user_agent=request.headers.get("user-agent", ""),
            address=address_of(request),
        )
        await sessions.forgive(session, tried)
    return answer(response, platform, admitted)


@router.post("/refresh", responses=problems(401))
async def refresh(request: Request, response: Response, platform: CurrentPlatform) -> AccessToken:
    """Exchange the refresh cookie for a fresh access token and the next refresh cookie."""
    token = request.cookies.get(REFRESH_COOKIE)
    if not token:
        raise NotAuthenticated("There is no session to go on with. Sign in.")
    key = await access_tokens.signing_key(platform.database)
    async with platform.database.write(NOBODY) as session:
        credentials = await sessions.refresh(session, key, token)
    return hand_over(response, platform, credentials)


@router.post("/logout", status_code=204)
async def logout(request: Request, response: Response, platform: CurrentPlatform) -> None:
    """End the session of the bearer token or of the cookies; its tokens are refused from now on."""
    keys = await signing_keys.ring(platform.database, "access")
    async with platform.database.write(NOBODY) as session:
        for session_id in await _named_sessions(request, session, keys):
            await sessions.sign_out(session, session_id)
    response.delete_cookie(SESSION_COOKIE, path="/")
    response.delete_cookie(REFRESH_COOKIE, path=REFRESH_PATH)
    response.delete_cookie(MARK_COOKIE, path="/")


async def _named_sessions(request: Request, session: AsyncSession, keys: Ring) -> set[UUID]:
    """Return the sessions that the request's tokens belong to; an old access token may still end its session."""
    named = set()
    if access_token := access_token_of(request):
        with contextlib.suppress(SessionEnded):
            named.add(access_tokens.read_expired(keys, access_token).session_id)
    refresh_token = request.cookies.get(REFRESH_COOKIE)
    if refresh_token and "authorization" not in request.headers:
        session_id = await sessions.session_of_refresh_token(session, refresh_token)
        if session_id is not None:
            named.add(session_id)
    return named
