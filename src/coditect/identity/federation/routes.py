"""Signing in by a provider, and the connections of an account."""

from dataclasses import dataclass
from typing import Annotated
from urllib.parse import quote
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Request, Response
from fastapi.responses import RedirectResponse

from coditect.identity import access_tokens, throttle
from coditect.identity.access import PUBLIC, CurrentAccount, signed_in
from coditect.identity.factors.gate import MfaRequired
from coditect.identity.federation import flow as flows
from coditect.identity.federation import service
from coditect.identity.federation.errors import FlowRefused, ProviderDenied
from coditect.identity.federation.flow import Flow
from coditect.identity.federation.providers import provider_of, providers_of
from coditect.identity.federation.schemas import (
    Connect,
    Elsewhere,
    Identities,
    IdentityRead,
    ProviderRead,
    Providers,
)
from coditect.identity.federation.service import Arrival
from coditect.identity.handing_over import CurrentPlatform, address_of, hand_over
from coditect.identity.models import Account
from coditect.identity.passwords import NO_PASSWORD
from coditect.identity.recovery.step_up import RecentlyAuthenticated
from coditect.identity.registration import OnRegistered
from coditect.kernel.api import problems
from coditect.kernel.errors import Problem
from coditect.kernel.platform import Platform, platform_of
from coditect.kernel.scope import NOBODY

CALLBACK = "/api/v1/auth/oauth/callback"
COOKIE_PATH = "/api/v1/auth/oauth"

router = APIRouter(prefix="/auth", tags=["sign-in"])
Text = Annotated[str | None, Query(max_length=4000)]


async def _on_registered(request: Request) -> OnRegistered:
    on_registered: OnRegistered = request.app.state.on_registered
    return on_registered


@router.get("/oauth/providers", dependencies=[PUBLIC])
async def list_providers(platform: CurrentPlatform) -> Providers:
    """The ways to sign in that this installation has beside a password."""
    found = providers_of(platform.settings).values()
    return Providers(items=[ProviderRead(key=one.key, name=one.name) for one in found])


@dataclass(frozen=True)
class Returned:
    """What a browser brought back from a provider."""

    state: str | None
    code: str | None
    error: str | None
    iss: str | None


async def _returned(state: Text = None, code: Text = None, error: Text = None, iss: Text = None) -> Returned:
    return Returned(state, code, error, iss)


@router.get("/oauth/callback", dependencies=[PUBLIC], status_code=303, response_class=RedirectResponse)
async def finish(
    request: Request,
    platform: CurrentPlatform,
    on_registered: Annotated[OnRegistered, Depends(_on_registered)],
    returned: Annotated[Returned, Depends(_returned)],
) -> Response:
    """Take the provider's answer; pages tell what went wrong."""
    flow: Flow | None = None
    try:
        await throttle.admit_mail(platform.cache, address_of(request))
        cookie = request.cookies.get(flows.cookie_of(returned.state or ""))
        flow = await flows.open_sealed(platform.database, cookie, returned.state)
        response = await _arrive(request, on_registered, flow, returned)
    except Problem as problem:
        connecting = flow is not None and flow.account_id is not None
        page = "/settings?tab=connections&problem=" if connecting else "/login?problem="
        response = RedirectResponse(page + quote(problem.code), 303)
    if returned.state:
        response.delete_cookie(flows.cookie_of(returned.state), path=COOKIE_PATH)
    return response


@router.get(
    "/oauth/{provider}/start", dependencies=[PUBLIC], status_code=303, response_class=RedirectResponse
)
async def start(
    provider: str,
    request: Request,
    platform: CurrentPlatform,
    next: Text = None,  # noqa: A002 - its name in the address
) -> Response:
    """Send the browser to a provider, to sign in by it."""
    await throttle.admit_mail(platform.cache, address_of(request))
    chosen = provider_of(platform.settings, provider)
    flow = flows.begin(chosen.key, next)
    response = RedirectResponse(await chosen.address(flow, _redirect_uri(platform)), 303)
    await _remember(response, platform, flow)
    return response


@router.post("/oauth/{provider}/connect", responses=problems(404, 503))
async def connect(
    provider: str,
    body: Connect,
    response: Response,
    current: RecentlyAuthenticated,
    platform: CurrentPlatform,
) -> Elsewhere:
    """Begin to connect a provider to your account; you must have signed in a moment ago."""
    chosen = provider_of(platform.settings, provider)
    flow = flows.begin(chosen.key, body.next, current.account_id, current.session_id)
    location = await chosen.address(flow, _redirect_uri(platform))
    await _remember(response, platform, flow)
    return Elsewhere(location=location)


@router.get("/identities")
async def list_identities(current: CurrentAccount, platform: CurrentPlatform) -> Identities:
    """What is connected to your account."""
    async with platform.database.read(NOBODY) as session:
        found = await service.identities_of(session, current.account_id)
        account = await session.get_one(Account, current.account_id)
    return Identities(
        items=[IdentityRead.model_validate(one) for one in found],
        has_password=account.password_hash != NO_PASSWORD,
    )


@router.delete("/identities/{identity_id}", status_code=204, responses=problems(409))
async def disconnect(identity_id: UUID, current: RecentlyAuthenticated, platform: CurrentPlatform) -> None:
    """Disconnect one; the last way to sign in stays. You must have signed in a moment ago."""
    async with platform.database.write(NOBODY) as session:
        await service.disconnect(session, current.account_id, identity_id)


async def _arrive(request: Request, on_registered: OnRegistered, flow: Flow, returned: Returned) -> Response:
    if returned.error is not None or not returned.code:
        raise ProviderDenied("Try again, or use another way.")
    platform = platform_of(request)
    chosen = provider_of(platform.settings, flow.provider)
    person = await chosen.person(flow, returned.code, returned.iss, _redirect_uri(platform))
    user_agent = request.headers.get("user-agent", "")
    arrival = Arrival(flow.provider, person, user_agent, address_of(request))
    if flow.account_id is not None:
        current = await signed_in(request)
        if (current.account_id, current.session_id) != (flow.account_id, flow.session_id):
            raise FlowRefused("Another person is signed in now than when this began.")
        async with platform.database.write(NOBODY) as session:
            await service.connect(session, flow.account_id, arrival)
        return RedirectResponse(flow.next, 303)
    key = await access_tokens.signing_key(platform.database)
    async with platform.database.write(NOBODY) as session:
        admitted = await service.sign_in(session, key, arrival, on_registered)
    if isinstance(admitted, MfaRequired):
        # Behind the #, where no server and no log sees it.
        methods = ",".join(admitted.methods)
        return RedirectResponse(
            f"/login?next={quote(flow.next, safe='')}#mfa_token={admitted.token}&methods={methods}", 303
        )
    response = RedirectResponse(flow.next, 303)
    hand_over(response, platform, admitted)
    return response


async def _remember(response: Response, platform: Platform, flow: Flow) -> None:
    response.set_cookie(
        flows.cookie_of(flow.state),
        await flows.seal(platform.database, flow),
        max_age=flows.LIFETIME_SECONDS,
        path=COOKIE_PATH,
        httponly=True,
        # The provider sends the browser back: that is a navigation from another site.
        samesite="lax",
        secure=platform.settings.base_url.startswith("https://"),
    )


def _redirect_uri(platform: Platform) -> str:
    return f"{platform.settings.base_url}{CALLBACK}"
