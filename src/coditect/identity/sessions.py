"""Sign-in sessions: one per device, each a chain of refresh tokens of which only the last is alive."""

import hashlib
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal, cast
from uuid import UUID

from joserfc.jwk import OKPKey
from sqlalchemy import ColumnElement, Table, bindparam, select, true, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from coditect.identity import access_tokens, addresses, passwords, throttle
from coditect.identity.access_tokens import AccessClaims
from coditect.identity.errors import (
    AccountSuspended,
    EmailNotVerified,
    InvalidCredentials,
    RefreshTokenReused,
    SessionEnded,
)
from coditect.identity.events import SignInRefused, SignInSessionBegun, SignInSessionRevoked
from coditect.identity.models import Account, RefreshToken, RevocationReason, SignInSession
from coditect.kernel.clock import db_now, utc_now
from coditect.kernel.db import Database, store
from coditect.kernel.events import publish
from coditect.kernel.ids import AccountId, OrganizationId, new_id
from coditect.kernel.scope import NOBODY

IDLE_LIMIT = timedelta(days=30)
ABSOLUTE_LIMIT = timedelta(days=90)
GRACE = timedelta(seconds=10)
_LONGEST_USER_AGENT = 400
_LONGEST_ADDRESS = 64

Method = Literal["password", "totp", "email", "sms", "recovery_code", "passkey", "federated", "mfa"]
"""What a person proved; `federated` is a provider's word, and `mfa` that it asked for a second factor."""


@dataclass(frozen=True)
class SignIn:
    """A try to sign in."""

    email: str
    password: str
    address: str


@dataclass(frozen=True)
class Credentials:
    """What a device gets; no refresh token when a sibling request has just been given the next one."""

    access_token: str
    refresh_token: str | None


@dataclass(frozen=True)
class Family:
    """A sign-in session as far as a refresh needs it."""

    id: UUID
    account_id: AccountId
    organization_id: OrganizationId
    expires_at: datetime


async def check_password(database: Database, tried: SignIn) -> AccountId:
    """Return whose password it is; count a wrong one, even though the answer is an error."""
    counters = throttle.counters(addresses.key_of(tried.email), tried.address)
    # The slot is held until the failure is counted: parallel guesses cannot all pass the check first.
    async with passwords.slot():
        return await _account_of(database, tried, counters)


async def forgive(session: AsyncSession, tried: SignIn) -> None:
    """Forget what failed before the password was right."""
    await throttle.forgive(session, throttle.counters(addresses.key_of(tried.email), tried.address))


async def refresh(session: AsyncSession, key: OKPKey, token: str) -> Credentials:
    """Exchange a refresh token for the next one; reuse of a replaced one revokes the whole family."""
    used = (await session.execute(_USED, {"token_hash": _hash(token)})).one_or_none()
    now = utc_now()
    if (
        used is None
        or used.revoked_at is not None
        or used.family_expires_at <= now
        or used.status != "active"
    ):
        raise SessionEnded("Sign in again.")
    if used.rotated_at is None and used.expires_at <= now:
        raise SessionEnded("You were away for long. Sign in again.")
    family = Family(used.session_id, used.account_id, used.organization_id, used.family_expires_at)
    successor = await _rotate(session, used.id, family)
    if successor is None and not await _is_in_grace(session, used.id):
        await _revoke(session, family.id, "refresh_token_reused")
        raise RefreshTokenReused("Somebody used an old copy of your session. Sign in again.")
    return Credentials(access_tokens.issue(key, _claims_of(family)), successor)


async def sign_out(session: AsyncSession, session_id: UUID) -> None:
    """End the session; its access tokens are refused from now on."""
    await _revoke(session, session_id, "signed_out")


async def end(session: AsyncSession, account_id: AccountId, session_id: UUID) -> bool:
    """End one session of a person; False if they have none with this id that lives."""
    return bool(await _end(session, account_id, "signed_out_elsewhere", SignInSession.id == session_id))


async def end_all(
    session: AsyncSession, account_id: AccountId, reason: RevocationReason, *, but: UUID | None = None
) -> int:
    """End all sessions of a person, or all `but` one; access ends and open streams close at once."""
    return await _end(session, account_id, reason, SignInSession.id != but if but else true())


async def session_of_refresh_token(session: AsyncSession, token: str) -> UUID | None:
    """Return the session that `token` belongs to, whether it is alive or not."""
    return await session.scalar(
        select(RefreshToken.session_id).where(RefreshToken.token_hash == _hash(token))
    )


async def _account_of(database: Database, tried: SignIn, counters: throttle.Counters) -> AccountId:
    """Return whose password it is; count a wrong one and raise `InvalidCredentials`. The caller holds a slot."""
    async with database.read(NOBODY) as session:
        await throttle.check(session, counters.all)
        account = await session.scalar(
            select(Account).where(Account.email_key == addresses.key_of(tried.email))
        )
    if await passwords.matches(tried.password, account.password_hash if account else None):
        assert account is not None
        return account.id
    async with database.write(NOBODY) as session:
        await throttle.record_failure(session, counters.all)
        refused = SignInRefused(account_id=account.id if account else None, reason="wrong_password")
        publish(session, refused)
        raise InvalidCredentials("Check both and try again.")


def refuse_inactive(account: Account) -> None:
    """Raise what keeps `account` from signing in."""
    if account.status == "pending_verification":
        raise EmailNotVerified("Follow the link in the mail that we sent you, or ask for a new one.")
    if account.status == "suspended":
        raise AccountSuspended("Ask the people who run this installation.")


async def begin(
    session: AsyncSession,
    key: OKPKey,
    account: Account,
    *,
    methods: Sequence[Method],
    user_agent: str,
    address: str,
) -> Credentials:
    """Begin a sign-in session for whoever proved to be `account` by `methods`; every way of signing in ends here.

    Call it through `factors.gate.admit`, which asks for the second factor first.
    """
    refuse_inactive(account)
    assert account.active_organization_id is not None
    now = utc_now()
    started = SignInSession(
        id=new_id(),
        account_id=account.id,
        organization_id=account.active_organization_id,
        created_at=now,
        last_used_at=now,
        expires_at=now + ABSOLUTE_LIMIT,
        user_agent="".join(filter(str.isprintable, user_agent))[:_LONGEST_USER_AGENT],
        methods=list(methods),
        authenticated_at=now,
        address=address[:_LONGEST_ADDRESS],
    )
    session.add(started)
    await session.flush()
    refresh_token, row = _new_refresh_token(started)
    session.add(row)
    publish(session, SignInSessionBegun(account_id=account.id, session_id=started.id, methods=list(methods)))
    return Credentials(access_tokens.issue(key, _claims_of(started)), refresh_token)


async def _rotate(session: AsyncSession, used_id: UUID, family: Family) -> str | None:
    """Replace a token by a new one and return it; None if it was replaced before."""
    token, successor = _new_refresh_token(family)
    won = await session.scalar(_REPLACE, {"used_id": used_id, "successor_id": successor.id})
    if won is None:
        return None
    await session.execute(_NOTE_USE, {"session_id": family.id, "now": utc_now()})
    await store(session, [successor])
    return token


async def _is_in_grace(session: AsyncSession, used_id: UUID) -> bool:
    """Tell whether the token was replaced a moment ago by one that is still alive: two tabs asked at once."""
    successor = aliased(RefreshToken)
    found = await session.scalar(
        select(RefreshToken.id)
        .join(successor, successor.id == RefreshToken.replaced_by)
        .where(
            RefreshToken.id == used_id,
            RefreshToken.rotated_at > db_now(-GRACE),
            successor.rotated_at.is_(None),
        )
    )
    return found is not None


async def _end(
    session: AsyncSession, account_id: AccountId, reason: RevocationReason, which: ColumnElement[bool]
) -> int:
    ended = await session.scalars(
        update(SignInSession)
        .where(SignInSession.account_id == account_id, SignInSession.revoked_at.is_(None), which)
        .values(revoked_at=utc_now(), revoked_reason=reason)
        .returning(SignInSession.id)
        .execution_options(synchronize_session=False)
    )
    found = ended.all()
    for session_id in found:
        publish(session, SignInSessionRevoked(account_id=account_id, session_id=session_id, reason=reason))
    return len(found)


async def _revoke(session: AsyncSession, session_id: UUID, reason: RevocationReason) -> None:
    account_id = await session.scalar(
        update(SignInSession)
        .where(SignInSession.id == session_id, SignInSession.revoked_at.is_(None))
        .values(revoked_at=utc_now(), revoked_reason=reason)
        .returning(SignInSession.account_id)
    )
    if account_id is not None:
        publish(session, SignInSessionRevoked(account_id=account_id, session_id=session_id, reason=reason))


def _new_refresh_token(family: SignInSession | Family) -> tuple[str, RefreshToken]:
    token = secrets.token_urlsafe(32)
    now = utc_now()
    return token, RefreshToken(
        id=new_id(),
        session_id=family.id,
        token_hash=_hash(token),
        created_at=now,
        expires_at=min(now + IDLE_LIMIT, family.expires_at),
    )


def _claims_of(family: SignInSession | Family) -> AccessClaims:
    return AccessClaims(
        account_id=family.account_id, session_id=family.id, organization_id=family.organization_id
    )


def _hash(token: str) -> bytes:
    return hashlib.sha256(token.encode()).digest()


# Built once, and without objects of the mapper: pages refresh all day, and that was most of what a refresh cost.
_tokens = cast("Table", RefreshToken.__table__)
_families = cast("Table", SignInSession.__table__)
_accounts = cast("Table", Account.__table__)
_USED = (
    select(
        _tokens.c.id,
        _tokens.c.rotated_at,
        _tokens.c.expires_at,
        _tokens.c.session_id,
        _families.c.account_id,
        _families.c.organization_id,
        _families.c.revoked_at,
        _families.c.expires_at.label("family_expires_at"),
        _accounts.c.status,
    )
    .select_from(
        _tokens.join(_families, _families.c.id == _tokens.c.session_id).join(
            _accounts, _accounts.c.id == _families.c.account_id
        )
    )
    .where(_tokens.c.token_hash == bindparam("token_hash"))
)
_REPLACE = (
    update(_tokens)
    .where(_tokens.c.id == bindparam("used_id"), _tokens.c.rotated_at.is_(None))
    .values(rotated_at=db_now(), replaced_by=bindparam("successor_id"))
    .returning(_tokens.c.id)
)
_NOTE_USE = (
    update(_families).where(_families.c.id == bindparam("session_id")).values(last_used_at=bindparam("now"))
)
