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
from coditect.identity.errors import SessionEnded
from coditect.identity.models import Account, SignInSession
from coditect.kernel.clock import utc_now
from coditect.kernel.db import Database
from coditect.kernel.errors import NotAuthenticated
from coditect.kernel.ids import AccountId, OrganizationId
from coditect.kernel.platform import platform_of
from coditect.kernel.scope import NOBODY

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


async def claims_of(request: Request) -> AccessClaims:
    """Return what the caller's genuine token claims, or raise a 401; whether its session lives is not asked yet."""
    token = access_token_of(request)
    if not token:
        raise NotAuthenticated("Send a bearer token, or sign in with a browser.")
    return access_tokens.read(await access_tokens.signing_key(platform_of(request).database), token)


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
    return SignedIn(
        account_id=claims.account_id,
        session_id=claims.session_id,
        organization_id=claims.organization_id,
        email=found.email,
        name=found.name,
        created_at=found.created_at,
    )


async def signed_in(request: Request) -> SignedIn:
    """Return who is asking, or raise a 401."""
    claims = await claims_of(request)
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
_ADMITTING: set[Callable[..., Any]] = {public, signed_in}
