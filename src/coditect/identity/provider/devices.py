"""Logging in on a device without a browser (RFC 8628): it shows a code, a person approves it where they are signed in.

The device gets a sign-in session like a browser, listed among the others and ended with them.
"""

import secrets
from collections.abc import Mapping
from datetime import timedelta
from typing import cast

from joserfc.jwk import OKPKey
from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from coditect.identity import sessions
from coditect.identity.access import SignedIn
from coditect.identity.events import DeviceApproved
from coditect.identity.models import Account, SignInSession
from coditect.identity.provider.clients import digest
from coditect.identity.provider.errors import DeviceCodeUnknown, Refusal
from coditect.identity.provider.models import DeviceLogin
from coditect.identity.sessions import Credentials, Method
from coditect.kernel.clock import utc_now
from coditect.kernel.events import publish
from coditect.kernel.ids import new_id

GRANT_TYPE = "urn:ietf:params:oauth:grant-type:device_code"
LIFETIME = timedelta(minutes=10)
INTERVAL_SECONDS = 5
_SLOWER_BY = 5
_LETTERS = "BCDFGHJKLMNPQRSTVWXZ"  # no vowels: no words
_CODE_LENGTH = 8
_LONGEST_NAME = 100


async def begin(session: AsyncSession, device: str, address: str) -> tuple[str, DeviceLogin]:
    """Return the secret of a device that asks to be let in, and what is known of it."""
    now = utc_now()
    await session.execute(delete(DeviceLogin).where(DeviceLogin.expires_at < now - LIFETIME))
    secret = secrets.token_urlsafe(32)
    login = DeviceLogin(
        id=new_id(),
        device_digest=digest(secret),
        user_code="".join(secrets.choice(_LETTERS) for _ in range(_CODE_LENGTH)),
        device="".join(filter(str.isprintable, device)).strip()[:_LONGEST_NAME] or "A command line",
        address=address[:64],
        state="pending",
        interval_seconds=INTERVAL_SECONDS,
        created_at=now,
        expires_at=now + LIFETIME,
        methods=[],
    )
    session.add(login)
    await session.flush()
    return secret, login


async def waiting(session: AsyncSession, user_code: str) -> DeviceLogin:
    """Return the device that waits with a code, or raise `DeviceCodeUnknown`."""
    code = "".join(filter(str.isalpha, user_code)).upper()
    found = await session.scalar(
        select(DeviceLogin).where(
            DeviceLogin.user_code == code, DeviceLogin.state == "pending", DeviceLogin.expires_at > utc_now()
        )
    )
    if found is None:
        raise DeviceCodeUnknown(
            "Look whether it is written as the device shows it, and not older than 10 minutes."
        )
    return found


async def decide(session: AsyncSession, user_code: str, current: SignedIn, *, allow: bool) -> None:
    """Let a waiting device in as the person who is signed in, or turn it away."""
    found = await waiting(session, user_code)
    own = await session.get_one(SignInSession, current.session_id)
    won = await session.scalar(
        update(DeviceLogin)
        .where(DeviceLogin.id == found.id, DeviceLogin.state == "pending")
        .values(
            state="approved" if allow else "denied",
            account_id=current.account_id,
            methods=list(own.methods),
            authenticated_at=own.authenticated_at or own.created_at,
        )
        .returning(DeviceLogin.id)
        .execution_options(synchronize_session=False)
    )
    if won is None:
        raise DeviceCodeUnknown("Somebody has decided about it already.")
    if allow:
        publish(session, DeviceApproved(account_id=current.account_id, device=found.device))


async def redeem(session: AsyncSession, key: OKPKey, form: Mapping[str, str]) -> Credentials:
    """Return the credentials of an approved device, once; else say how to go on waiting."""
    found = await session.scalar(
        select(DeviceLogin)
        .where(DeviceLogin.device_digest == digest(form.get("device_code", "")))
        .with_for_update()
    )
    if found is None:
        raise Refusal("invalid_grant", "The device code is not known.")
    now = utc_now()
    if found.expires_at <= now:
        raise Refusal("expired_token", "Nobody approved it in time.")
    if found.state == "denied":
        raise Refusal("access_denied", "The person turned it away.")
    if found.state == "redeemed":
        raise Refusal("invalid_grant", "The device code was used before.")
    if found.state == "pending":
        early = found.polled_at is not None and now - found.polled_at < timedelta(
            seconds=found.interval_seconds
        )
        found.polled_at = now
        if early:
            found.interval_seconds += _SLOWER_BY
            raise Refusal("slow_down", f"Ask every {found.interval_seconds} seconds.")
        raise Refusal("authorization_pending", "Nobody has approved it yet.")
    return await _let_in(session, key, found)


async def _let_in(session: AsyncSession, key: OKPKey, found: DeviceLogin) -> Credentials:
    found.state = "redeemed"
    account = await session.get_one(Account, found.account_id)
    sessions.refuse_inactive(account)
    credentials = await sessions.begin(
        session,
        key,
        account,
        methods=cast("list[Method]", found.methods),
        user_agent=f"coditect login: {found.device}",
        address=found.address,
    )
    # It is as fresh as the proof of whoever approved it, and no fresher.
    begun = await sessions.session_of_refresh_token(session, credentials.refresh_token or "")
    await session.execute(
        update(SignInSession).where(SignInSession.id == begun).values(authenticated_at=found.authenticated_at)
    )
    return credentials
