"""Who is asking: the dependency that every route with a signed-in caller has, and the mark of those without."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import Depends, Request
from fastapi.dependencies.models import Dependant
from fastapi.routing import iter_route_contexts
from sqlalchemy import select
from starlette.routing import BaseRoute

from coditect.identity import access_tokens
from coditect.identity.errors import SessionEnded
from coditect.identity.models import Account, SignInSession
from coditect.kernel.clock import utc_now
from coditect.kernel.db import Database
from coditect.kernel.errors import NotAuthenticated
from coditect.kernel.ids import AccountId, OrganizationId
from coditect.kernel.platform import platform_of
from coditect.kernel.scope import NOBODY

SESSION_COOKIE = "coditect_session"


@dataclass(frozen=True)
class SignedIn:
    """A person with a live sign-in session, and the organization that it works in."""

    account_id: AccountId
    session_id: UUID
    organization_id: OrganizationId
    email: str
    name: str
    created_at: datetime


def public() -> None:
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


async def signed_in(request: Request) -> SignedIn:
    """Return who is asking, or raise a 401."""
    token = access_token_of(request)
    if not token:
        raise NotAuthenticated("Send a bearer token, or sign in with a browser.")
    database = platform_of(request).database
    claims = access_tokens.read(await access_tokens.signing_key(database), token)
    found = await _read(database, claims.session_id)
    if found is None or found.id != claims.account_id:
        raise SessionEnded("Sign in again.")
    return SignedIn(
        account_id=found.id,
        session_id=claims.session_id,
        organization_id=claims.organization_id,
        email=found.email,
        name=found.name,
        created_at=found.created_at,
    )


CurrentAccount = Annotated[SignedIn, Depends(signed_in)]


async def is_session_alive(database: Database, session_id: UUID) -> bool:
    """Tell whether a long-lived connection of this session may stay open."""
    return await _read(database, session_id) is not None


async def _read(database: Database, session_id: UUID) -> Account | None:
    async with database.read(NOBODY) as session:
        return await session.scalar(
            select(Account)
            .join(SignInSession, SignInSession.account_id == Account.id)
            .where(
                SignInSession.id == session_id,
                SignInSession.revoked_at.is_(None),
                SignInSession.expires_at > utc_now(),
                Account.status == "active",
            )
        )


def undeclared_routes(routes: Sequence[BaseRoute]) -> list[str]:
    """Return the routes that neither ask who is there nor say that they are for everybody; there must be none."""
    return [
        f"{' '.join(sorted(route.methods or {'WEBSOCKET'}))} {route.path}"
        for route in iter_route_contexts(routes)
        if (dependant := getattr(route, "dependant", None)) is not None and not _declares(dependant)
    ]


def _declares(dependant: Dependant) -> bool:
    return dependant.call in {public, signed_in} or any(map(_declares, dependant.dependencies))
