"""Making, replacing and revoking API keys, in the caller's transaction."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from coditect.identity.api_keys import text
from coditect.identity.api_keys.models import ApiKey
from coditect.identity.api_keys.schemas import ApiKeyRead, KeyState
from coditect.identity.errors import ApiKeyNotFound, ApiKeyOver, TooManyApiKeys
from coditect.identity.events import ApiKeyCreated, ApiKeyRevoked, ApiKeyRotated
from coditect.kernel.clock import utc_now
from coditect.kernel.events import publish
from coditect.kernel.ids import AccountId, OrganizationId, new_id

MOST_KEYS = 100
"""Living keys of one person in one organization."""


@dataclass(frozen=True)
class Owner:
    """Whose keys are meant."""

    account_id: AccountId
    organization_id: OrganizationId


async def keys_of(session: AsyncSession, owner: Owner) -> Sequence[ApiKeyRead]:
    """Return a person's keys in an organization, newest first, those that are over included."""
    return [read(key) for key in await _all(session, owner)]


async def create(
    session: AsyncSession, owner: Owner, name: str, scopes: Collection[str], expires_at: datetime | None
) -> tuple[ApiKeyRead, str]:
    """Make a key; the text that is returned with it is told to nobody again."""
    if sum(state_of(key) in {"active", "rotating"} for key in await _all(session, owner)) >= MOST_KEYS:
        raise TooManyApiKeys(f"You have {MOST_KEYS} living keys here; revoke those that nobody needs.")
    key, given = _new(owner, name, scopes, expires_at)
    session.add(key)
    publish(
        session,
        ApiKeyCreated(organization_id=owner.organization_id, account_id=owner.account_id, key_id=key.id),
    )
    return read(key), given


async def rotate(
    session: AsyncSession, owner: Owner, key_id: UUID, overlap: timedelta
) -> tuple[ApiKeyRead, str]:
    """Replace a key by a new one with the same scopes; the old one works until the overlap is over."""
    old = await _one(session, owner, key_id)
    if state_of(old) != "active":
        raise ApiKeyOver("Only an active key can be replaced; make a new one.")
    key, given = _new(owner, old.name, old.scopes, old.expires_at)
    session.add(key)
    old.retires_at, old.replaced_by = utc_now() + overlap, key.id
    publish(
        session,
        ApiKeyRotated(
            organization_id=owner.organization_id,
            account_id=owner.account_id,
            key_id=old.id,
            successor_id=key.id,
        ),
    )
    return read(key), given


async def revoke(session: AsyncSession, owner: Owner, key_id: UUID) -> None:
    """End a key at once; a key that is over stays as it is."""
    key = await _one(session, owner, key_id)
    if key.revoked_at is None:
        key.revoked_at = utc_now()
        publish(
            session,
            ApiKeyRevoked(organization_id=owner.organization_id, account_id=owner.account_id, key_id=key.id),
        )


async def revoke_all(session: AsyncSession, owner: Owner) -> None:
    """End all of a person's keys in an organization."""
    for key in await _all(session, owner):
        if state_of(key) in {"active", "rotating"}:
            await revoke(session, owner, key.id)


def state_of(key: ApiKey) -> KeyState:
    """Tell where in its life a key is."""
    now = utc_now()
    if key.revoked_at is not None or (key.retires_at is not None and key.retires_at <= now):
        return "revoked"
    if key.expires_at is not None and key.expires_at <= now:
        return "expired"
    return "active" if key.retires_at is None else "rotating"


def read(key: ApiKey) -> ApiKeyRead:
    """Return a key as its owner sees it."""
    return ApiKeyRead(
        id=key.id,
        name=key.name,
        hint=key.hint,
        scopes=sorted(key.scopes),
        state=state_of(key),
        created_at=key.created_at,
        expires_at=key.expires_at,
        last_used_at=key.last_used_at,
        retires_at=key.retires_at,
    )


def _new(owner: Owner, name: str, scopes: Collection[str], expires_at: datetime | None) -> tuple[ApiKey, str]:
    given = text.new_text()
    return ApiKey(
        id=new_id(),
        organization_id=owner.organization_id,
        account_id=owner.account_id,
        name=name,
        hint=text.hint(given),
        digest=text.digest(given),
        scopes=sorted(scopes),
        created_at=utc_now(),
        expires_at=expires_at,
    ), given


async def _all(session: AsyncSession, owner: Owner) -> Sequence[ApiKey]:
    found = await session.scalars(
        select(ApiKey)
        .where(ApiKey.account_id == owner.account_id, ApiKey.organization_id == owner.organization_id)
        .order_by(ApiKey.id.desc())
    )
    return found.all()


async def _one(session: AsyncSession, owner: Owner, key_id: UUID) -> ApiKey:
    key = await session.scalar(
        select(ApiKey)
        .where(
            ApiKey.id == key_id,
            ApiKey.account_id == owner.account_id,
            ApiKey.organization_id == owner.organization_id,
        )
        .with_for_update()
    )
    if key is None:
        raise ApiKeyNotFound
    return key
