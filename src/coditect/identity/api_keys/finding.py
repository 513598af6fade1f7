"""Whose key a request carries; what never changes about a key is remembered, whether it lives is asked each time."""

import time
from collections.abc import Collection
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, cast
from uuid import UUID

from sqlalchemy import ColumnElement, Select, Table, bindparam, or_, select, update

from coditect.identity.api_keys import text
from coditect.identity.api_keys.models import ApiKey
from coditect.identity.errors import ApiKeyRefused
from coditect.identity.models import Account
from coditect.kernel.clock import utc_now
from coditect.kernel.db import Database
from coditect.kernel.ids import AccountId, OrganizationId
from coditect.kernel.platform import Platform
from coditect.kernel.rates import Rate, hit
from coditect.kernel.scope import NOBODY, tenant

USED_AT_MOST_EVERY = timedelta(minutes=1)
_REMEMBERED = 10_000

_accounts = cast("Table", Account.__table__)
_keys = cast("Table", ApiKey.__table__)
_known: dict[bytes, "KeyClaims"] = {}
_noted: dict[UUID, float] = {}
"""When this process last wrote down that a key was used."""


@dataclass(frozen=True)
class KeyClaims:
    """Whom a key speaks for; its scopes are read with its state."""

    account_id: AccountId
    key_id: UUID
    organization_id: OrganizationId


async def claims_of_key(platform: Platform, given: str) -> KeyClaims:
    """Return whom `given` speaks for, count the request against the key's rate, and note its use."""
    if not text.is_well_formed(given):
        raise ApiKeyRefused("This is no API key of ours; look whether all of it was copied.")
    digest = text.digest(given)
    claims = _known.get(digest) or await _find(platform.database, digest)
    rate = Rate(platform.settings.api_key_requests_per_minute, 60)
    await hit(platform.cache, f"api-key:{claims.key_id}", rate)
    await _note_use(platform.database, claims)
    return claims


def live_key(*columns: ColumnElement[Any]) -> Select[Any]:
    """Select the account and scopes of a live key, and `columns` of what contexts above join to it.

    Execute it with the parameters `living(key_id)`.
    """
    return (
        select(
            _accounts.c.id,
            _accounts.c.email,
            _accounts.c.name,
            _accounts.c.created_at,
            _keys.c.scopes,
            *columns,
        )
        .select_from(_accounts.join(_keys, _keys.c.account_id == _accounts.c.id))
        .where(_keys.c.id == bindparam("key_id"), *_alive(bindparam("now")), _accounts.c.status == "active")
    )


def living(key_id: UUID) -> dict[str, Any]:
    """Return the parameters of `live_key`."""
    return {"key_id": key_id, "now": utc_now()}


async def living_keys(
    database: Database, organization_id: OrganizationId, key_ids: Collection[UUID]
) -> Collection[UUID]:
    """Return the keys of an organization whose long-lived connections may stay open."""
    statement = (
        select(_keys.c.id)
        .join(_accounts, _keys.c.account_id == _accounts.c.id)
        .where(
            _keys.c.organization_id == organization_id,
            _keys.c.id.in_(key_ids),
            *_alive(bindparam("now")),
            _accounts.c.status == "active",
        )
    )
    async with database.read(tenant(organization_id)) as session:
        return set((await session.execute(statement, {"now": utc_now()})).scalars())


async def _find(database: Database, digest: bytes) -> KeyClaims:
    async with database.read(NOBODY) as session:
        found = await session.execute(
            select(_keys.c.id, _keys.c.account_id, _keys.c.organization_id).where(_keys.c.digest == digest)
        )
        row = found.one_or_none()
    if row is None:
        raise ApiKeyRefused("This key is not known here.")
    while len(_known) >= _REMEMBERED:
        del _known[next(iter(_known))]
    _known[digest] = KeyClaims(row.account_id, row.id, row.organization_id)
    return _known[digest]


async def _note_use(database: Database, claims: KeyClaims) -> None:
    """Write down that a key was used, at most once in a minute; a row that is written at each request would be hot."""
    now = time.monotonic()
    noted = _noted.get(claims.key_id)
    if noted is not None and now - noted < USED_AT_MOST_EVERY.total_seconds():
        return
    while len(_noted) >= _REMEMBERED:
        del _noted[next(iter(_noted))]
    _noted[claims.key_id] = now
    moment = utc_now()
    async with database.write(tenant(claims.organization_id)) as session:
        await session.execute(
            update(_keys)
            .where(
                _keys.c.id == claims.key_id,
                *_alive(bindparam("now")),
                or_(_keys.c.last_used_at.is_(None), _keys.c.last_used_at < moment - USED_AT_MOST_EVERY),
            )
            .values(last_used_at=moment),
            {"now": moment},
        )


def _alive(now: ColumnElement[Any]) -> tuple[ColumnElement[bool], ...]:
    return (
        _keys.c.revoked_at.is_(None),
        or_(_keys.c.expires_at.is_(None), _keys.c.expires_at > now),
        or_(_keys.c.retires_at.is_(None), _keys.c.retires_at > now),
    )
