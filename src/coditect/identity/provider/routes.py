"""The provider as programs see it; its addresses stand in the discovery document, its errors are those of OAuth 2."""

import contextlib
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qsl, quote
from uuid import UUID

from fastapi import APIRouter, Request, Response
from fastapi.responses import JSONResponse, RedirectResponse

from coditect.identity import access_tokens, sessions, signing_keys, throttle
from coditect.identity.access import PUBLIC, SESSION_COOKIE, signed_in
from coditect.identity.errors import RefreshTokenReused, SessionEnded
from coditect.identity.handing_over import REFRESH_COOKIE, REFRESH_PATH, address_of
from coditect.identity.provider import authorizing, clients, devices, redeeming, third_party_tokens
from coditect.identity.provider.deciding import answer_at_once, query_of
from coditect.identity.provider.errors import Refusal
from coditect.identity.provider.models import OAuthClient
from coditect.identity.provider.redeeming import Signer
from coditect.identity.sessions import Credentials
from coditect.kernel.errors import NotAllowed, NotAuthenticated, Problem
from coditect.kernel.platform import Platform, platform_of
from coditect.kernel.scope import NOBODY

AUTHORIZE, TOKEN, USERINFO = "/oauth/authorize", "/oauth/token", third_party_tokens.USERINFO
REVOKE, END_SESSION, DEVICE = "/oauth/revoke", "/oauth/end-session", "/oauth/device_authorization"

router = APIRouter(tags=["provider"], dependencies=[PUBLIC])

_NO_STORE = {"cache-control": "no-store"}


@router.get("/.well-known/openid-configuration")
@router.get("/.well-known/oauth-authorization-server")
async def discover(request: Request) -> JSONResponse:
    """What programs need to know of us."""
    issuer = platform_of(request).settings.base_url
    described: dict[str, Any] = {
        "issuer": issuer,
        "authorization_endpoint": issuer + AUTHORIZE,
        "token_endpoint": issuer + TOKEN,
        "userinfo_endpoint": issuer + USERINFO,
        "revocation_endpoint": issuer + REVOKE,
        "end_session_endpoint": issuer + END_SESSION,
        "device_authorization_endpoint": issuer + DEVICE,
        "jwks_uri": f"{issuer}/.well-known/jwks.json",
        "scopes_supported": list(authorizing.SCOPES),
        "response_types_supported": ["code"],
        "response_modes_supported": ["query"],
        "grant_types_supported": ["authorization_code", "refresh_token", devices.GRANT_TYPE],
        "subject_types_supported": ["public"],
        "id_token_signing_alg_values_supported": [signing_keys.PURPOSES["provider"]],
        "token_endpoint_auth_methods_supported": ["client_secret_basic", "client_secret_post", "none"],
        "code_challenge_methods_supported": ["S256"],
        "authorization_response_iss_parameter_supported": True,
        "claims_supported": ["sub", "name", "email", "email_verified", "auth_time", "amr", "sid", "nonce"],
        "prompt_values_supported": ["none", "login", "consent"],
        "request_parameter_supported": False,
        "request_uri_parameter_supported": False,
        "claims_parameter_supported": False,
    }
    return JSONResponse(described, headers={"cache-control": "public, max-age=300"})


@router.get(AUTHORIZE)
async def authorize(request: Request) -> Response:
    """Send the browser on: with a code where the person allowed it before, else to the page that asks them."""
    query = query_of(request.query_params)
    page = RedirectResponse(f"/consent?{request.url.query}", 303)
    try:
        current = await signed_in(request)
    except (NotAuthenticated, NotAllowed):
        current = None
    platform = platform_of(request)
    try:
        async with platform.database.write(NOBODY) as session:
            location = await answer_at_once(session, platform.settings.base_url, query, current)
    except Problem as problem:
        return RedirectResponse(f"/consent?problem={quote(problem.code)}", 303)
    return RedirectResponse(location, 303) if location else page


@router.post(TOKEN)
async def token(request: Request) -> Response:
    """Exchange a code, a refresh token or an approved device for tokens."""
    platform = platform_of(request)
    try:
        form = await _form(request)
        if form.get("client_id") == clients.CLI and "authorization" not in request.headers:
            return _answer(await _own_tokens(platform, form))
        signer = await _signer(platform)
        async with platform.database.write(NOBODY) as session:
            client = await clients.authenticated(session, request.headers.get("authorization"), form)
            if form.get("grant_type") == "authorization_code":
                return _answer(await redeeming.redeem_code(session, signer, client, form))
            if form.get("grant_type") == "refresh_token":
                return _answer(await redeeming.redeem_refresh_token(session, signer, client, form))
        return Refusal("unsupported_grant_type", "Only codes and refresh tokens can be exchanged.").response()
    except Refusal as refusal:
        return refusal.response()


@router.api_route(USERINFO, methods=["GET", "POST"])
async def userinfo(request: Request) -> Response:
    """Say who a token of ours for other programs speaks of."""
    platform = platform_of(request)
    scheme, _, given = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer":
        return Refusal("invalid_token", "Send the access token as bearer.", status=401).response()
    try:
        signer = await _signer(platform, given)
        grant_id = third_party_tokens.read_access_token(signer.keys, signer.issuer, given.strip())
        async with platform.database.read(NOBODY) as session:
            account, grant = await redeeming.account_of(session, grant_id)
        return _answer(third_party_tokens.person(account, grant.scopes))
    except Refusal as refusal:
        return refusal.response()


@router.post(REVOKE)
async def revoke(request: Request) -> Response:
    """End what a token belongs to (RFC 7009)."""
    platform = platform_of(request)
    try:
        form = await _form(request)
        if form.get("client_id") == clients.CLI and "authorization" not in request.headers:
            await _revoke_own(platform, form.get("token", ""))
            return Response(status_code=200, headers=_NO_STORE)
        signer = await _signer(platform)
        async with platform.database.write(NOBODY) as session:
            client = await clients.authenticated(session, request.headers.get("authorization"), form)
            await redeeming.revoke_token(session, signer, client, form.get("token", ""))
        return Response(status_code=200, headers=_NO_STORE)
    except Refusal as refusal:
        return refusal.response()


@router.api_route(END_SESSION, methods=["GET", "POST"])
async def end_session(request: Request) -> Response:
    """Sign the person out whom an ID token of ours names, and go where its program has registered."""
    platform = platform_of(request)
    given: Mapping[str, str] = request.query_params if request.method == "GET" else await _form(request)
    try:
        signer = await _signer(platform)
        claims = third_party_tokens.read_id_token(signer.keys, signer.issuer, given.get("id_token_hint", ""))
    except Refusal:
        return RedirectResponse("/login", 303)
    async with platform.database.write(NOBODY) as session:
        client = await session.get(OAuthClient, str(claims["aud"]))
        await sessions.sign_out(session, UUID(str(claims["sid"])))
    response = RedirectResponse(_after_leaving(client, given), 303)
    with contextlib.suppress(NotAuthenticated, NotAllowed):
        await signed_in(request)
        return response  # somebody else, or another session of theirs, is signed in here
    response.delete_cookie(SESSION_COOKIE, path="/")
    response.delete_cookie(REFRESH_COOKIE, path=REFRESH_PATH)
    return response


@router.post(DEVICE)
async def device_authorization(request: Request) -> Response:
    """Begin a login on a device without a browser."""
    platform = platform_of(request)
    try:
        form = await _form(request)
        if form.get("client_id") != clients.CLI:
            return Refusal("unauthorized_client", "Only our own command logs in this way.").response()
        await throttle.admit_mail(platform.cache, address_of(request))
        async with platform.database.write(NOBODY) as session:
            secret, login = await devices.begin(session, form.get("device_name", ""), address_of(request))
    except Refusal as refusal:
        return refusal.response()
    shown = f"{login.user_code[:4]}-{login.user_code[4:]}"
    page = f"{platform.settings.base_url}/device"
    return _answer(
        {
            "device_code": secret,
            "user_code": shown,
            "verification_uri": page,
            "verification_uri_complete": f"{page}?code={shown}",
            "expires_in": int(devices.LIFETIME.total_seconds()),
            "interval": devices.INTERVAL_SECONDS,
        }
    )


async def _own_tokens(platform: Platform, form: Mapping[str, str]) -> Mapping[str, object]:
    """Return tokens of a sign-in session, which only our own command gets."""
    key = await access_tokens.signing_key(platform.database)
    try:
        async with platform.database.write(NOBODY) as session:
            if form.get("grant_type") == devices.GRANT_TYPE:
                credentials = await devices.redeem(session, key, form)
            elif form.get("grant_type") == "refresh_token":
                credentials = await sessions.refresh(session, key, form.get("refresh_token", ""))
            else:
                raise Refusal("unsupported_grant_type", "The command logs in by a device code.")
    except (SessionEnded, RefreshTokenReused, NotAllowed) as problem:
        raise Refusal("invalid_grant", problem.detail) from problem
    return _described(credentials)


async def _revoke_own(platform: Platform, given: str) -> None:
    async with platform.database.write(NOBODY) as session:
        found = await sessions.session_of_refresh_token(session, given)
        if found is not None:
            await sessions.sign_out(session, found)


def _described(credentials: Credentials) -> Mapping[str, object]:
    answer: dict[str, object] = {
        "access_token": credentials.access_token,
        "token_type": "Bearer",
        "expires_in": int(access_tokens.LIFETIME.total_seconds()),
    }
    if credentials.refresh_token is not None:
        answer["refresh_token"] = credentials.refresh_token
    return answer


async def _signer(platform: Platform, token: str | None = None) -> Signer:
    kid = third_party_tokens.kid_of(token) if token else None
    keys = (
        await signing_keys.ring_with(platform.database, "provider", kid)
        if kid
        else await signing_keys.ring(platform.database, "provider")
    )
    return Signer(keys, platform.settings.base_url)


async def _form(request: Request) -> Mapping[str, str]:
    """Return the body's parameters; each may stand once."""
    if not request.headers.get("content-type", "").startswith("application/x-www-form-urlencoded"):
        raise Refusal("invalid_request", "Send a form (application/x-www-form-urlencoded).")
    try:
        items = parse_qsl((await request.body()).decode(), strict_parsing=True, max_num_fields=50)
    except ValueError:
        raise Refusal("invalid_request", "The form cannot be read.") from None
    if len({name for name, _ in items}) != len(items) or any("\x00" in value for _, value in items):
        raise Refusal("invalid_request", "Each parameter stands once, and is text.")
    return dict(items)


def _answer(body: Mapping[str, object]) -> JSONResponse:
    return JSONResponse(dict(body), headers={**_NO_STORE, "pragma": "no-cache"})


def _after_leaving(client: OAuthClient | None, given: Mapping[str, str]) -> str:
    wanted = given.get("post_logout_redirect_uri")
    if client is None or wanted is None or wanted not in client.post_logout_redirect_uris:
        return "/login"
    state = given.get("state")
    return (
        wanted if state is None else f"{wanted}{'&' if '?' in wanted else '?'}state={quote(state, safe='')}"
    )
