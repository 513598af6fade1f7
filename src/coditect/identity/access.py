"""Who is asking: the dependency that every route with a signed-in caller has, and the mark of those without."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any, TypeVar, cast
from uuid import UUID

from fastapi import Depends, Request
from fastapi.dependencies.models import Dependant
from fastapi.routing import iter_route_contexts
from sqlalchemy import ColumnElement, Row, Select, Table, bindparam, select
from starlette.routing import BaseRoute

from coditect.identity import access_tokens
from coditect.identity.access_tokens import AccessClaims
from coditect.identity.api_keys.finding import KeyClaims, claims_of_key, live_key, living
from coditect.identity.api_keys.text import PREFIX
from coditect.identity.errors import ApiKeyRefused, SessionEnded, SessionNeeded
from coditect.identity.models import Account, SignInSession
from coditect.kernel import acting
from coditect.kernel.clock import utc_now
from coditect.kernel.db import Database
from coditect.kernel.errors import NotAuthenticated
from coditect.kernel.ids import AccountId, OrganizationId
from coditect.kernel.platform import platform_of
from coditect.kernel.scope import NOBODY, tenant

SESSION_COOKIE = "coditect_session"
Dependency = TypeVar("Dependency", bound=Callable[..., Any])

_accounts = cast("Table", Account.__table__)
_sessions = cast("Table", SignInSession.__table__)


@dataclass(frozen=True)
class SignedIn:
    """A person with a live sign-in session, and the organization that it works in."""

    account_id: AccountId
    session_id: UUID
    organization_id: OrganizationId
    email: str
    name: str
    created_at: datetime


async def public() -> None:
    """Say that a route, or a router, is for everybody. A route must say this or ask for a signed-in caller."""


PUBLIC = Depends(public)


def access_token_of(request: Request) -> str | None:
    """Return the bearer token, or without an Authorization header the cookie.

    A cookie beside that header does not count: such a request passed no check of its origin.
    """
    given = request.headers.get("authorization")
    if given is None:
        return request.cookies.get(SESSION_COOKIE)
    scheme, _, token = given.partition(" ")
    return token.strip() if scheme.lower() == "bearer" else None


@dataclass(frozen=True)
class Caller:
    """Who is asking, in person or by a program; exactly one of session and key is there."""

    account_id: AccountId
    organization_id: OrganizationId
    email: str
    name: str
    session_id: UUID | None
    api_key_id: UUID | None
    scopes: frozenset[str] | None
    """What a key may do at most; None for a person, whom only their role limits."""


async def claims_of(request: Request) -> AccessClaims | KeyClaims:
    """Return whom the caller's token or key speaks for, or raise a 401; whether it lives still is not asked yet."""
    token = access_token_of(request)
    if not token:
        raise NotAuthenticated("Send a bearer token, or sign in with a browser.")
    platform = platform_of(request)
    if token.startswith(PREFIX):
        return await claims_of_key(platform, token)
    return access_tokens.read(await access_tokens.verifying_keys(platform.database, token), token)


async def session_claims_of(request: Request) -> AccessClaims:
    """Return what the token of a signed-in person claims; a program's key does not do."""
    claims = await claims_of(request)
    if isinstance(claims, KeyClaims):
        raise SessionNeeded("An API key cannot do this; sign in.")
    return claims


def live_account(*columns: ColumnElement[Any]) -> Select[Any]:
    """Select the account of a live session, and `columns` of what contexts above join to it.

    Execute it with the parameters `live(session_id)`.
    """
    return (
        select(_accounts.c.id, _accounts.c.email, _accounts.c.name, _accounts.c.created_at, *columns)
        .select_from(_accounts.join(_sessions, _sessions.c.account_id == _accounts.c.id))
        .where(
            _sessions.c.id == bindparam("session_id"),
            _sessions.c.revoked_at.is_(None),
            _sessions.c.expires_at > bindparam("now"),
            _accounts.c.status == "active",
        )
    )


def live(session_id: UUID) -> dict[str, Any]:
    """Return the parameters of `live_account`."""
    return {"session_id": session_id, "now": utc_now()}


def signed_in_as(claims: AccessClaims, found: Row[Any] | None) -> SignedIn:
    """Return who is asking by what `live_account` found, or raise a 401."""
    if found is None or found.id != claims.account_id:
        raise SessionEnded("Sign in again.")
    acting.note(claims.account_id, session_id=claims.session_id)
    return SignedIn(
        account_id=claims.account_id,
        session_id=claims.session_id,
        organization_id=claims.organization_id,
        email=found.email,
        name=found.name,
        created_at=found.created_at,
    )


def living_caller(claims: AccessClaims | KeyClaims) -> dict[str, Any]:
    """Return the parameters of `live_account` or `live_key`, whichever fits the claims."""
    return living(claims.key_id) if isinstance(claims, KeyClaims) else live(claims.session_id)


def caller_as(claims: AccessClaims | KeyClaims, found: Row[Any] | None) -> Caller:
    """Return who is asking by what `live_account` or `live_key` found, or raise a 401."""
    by_key = isinstance(claims, KeyClaims)
    if found is None or found.id != claims.account_id:
        raise ApiKeyRefused("It was revoked or has expired.") if by_key else SessionEnded("Sign in again.")
    session_id = None if isinstance(claims, KeyClaims) else claims.session_id
    key_id = claims.key_id if isinstance(claims, KeyClaims) else None
    acting.note(claims.account_id, session_id=session_id, api_key_id=key_id)
    return Caller(
        account_id=claims.account_id,
        organization_id=claims.organization_id,
        email=found.email,
        name=found.name,
        session_id=session_id,
        api_key_id=key_id,
        scopes=frozenset(found.scopes) if by_key else None,
    )


async def current_caller(request: Request) -> Caller:
    """Return who is asking, in person or by a key, or raise a 401."""
    claims = await claims_of(request)
    statement = _LIVE_KEY if isinstance(claims, KeyClaims) else _LIVE_ACCOUNT
    async with platform_of(request).database.read(tenant(claims.organization_id)) as session:
        found = (await session.execute(statement, living_caller(claims))).one_or_none()
    return caller_as(claims, found)


CurrentCaller = Annotated[Caller, Depends(current_caller)]


async def signed_in(request: Request) -> SignedIn:
    """Return which person is asking, or raise a 401; a program's key does not do."""
    claims = await session_claims_of(request)
    async with platform_of(request).database.read(NOBODY) as session:
        found = (await session.execute(_LIVE_ACCOUNT, live(claims.session_id))).one_or_none()
    return signed_in_as(claims, found)


CurrentAccount = Annotated[SignedIn, Depends(signed_in)]


async def living_sessions(database: Database, session_ids: Collection[UUID]) -> Collection[UUID]:
    """Return the sessions whose long-lived connections may stay open."""
    async with database.read(NOBODY) as session:
        found = await session.scalars(
            select(SignInSession.id)
            .join(Account, SignInSession.account_id == Account.id)
            .where(SignInSession.id.in_(session_ids), *_alive())
        )
        return set(found)


def _alive() -> tuple[ColumnElement[bool], ...]:
    return (
        SignInSession.revoked_at.is_(None),
        SignInSession.expires_at > utc_now(),
        Account.status == "active",
    )


def admits(dependency: Dependency) -> Dependency:
    """Mark a dependency that by itself refuses whoever is not signed in."""
    _ADMITTING.add(dependency)
    return dependency


def undeclared_routes(routes: Sequence[BaseRoute]) -> list[str]:
    """Return the routes that neither ask who is there nor say that they are for everybody; there must be none."""
    return [
        f"{' '.join(sorted(route.methods or {'WEBSOCKET'}))} {route.path}"
        for route in iter_route_contexts(routes)
        if (dependant := getattr(route, "dependant", None)) is not None and not _declares(dependant)
    ]


def public_operations(routes: Sequence[BaseRoute]) -> set[tuple[str, str]]:
    """Return path and method, in lower case, of the routes that are for everybody."""
    return {
        (route.path, method.lower())
        for route in iter_route_contexts(routes)
        if (dependant := getattr(route, "dependant", None)) is not None and _has(dependant, {public})
        for method in route.methods or ()
        if route.path is not None
    }


def _declares(dependant: Dependant) -> bool:
    return _has(dependant, _ADMITTING)


def _has(dependant: Dependant, calls: Collection[Callable[..., Any]]) -> bool:
    return dependant.call in calls or any(_has(inner, calls) for inner in dependant.dependencies)


_LIVE_ACCOUNT = live_account()
_LIVE_KEY = live_key()
_ADMITTING: set[Callable[..., Any]] = {public, signed_in, current_caller}
