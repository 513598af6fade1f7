"""The gate between the first proof and the session: an account with a second factor is asked for it, on every way in."""

from collections.abc import Sequence
from dataclasses import dataclass

from joserfc.jwk import OKPKey
from sqlalchemy import literal, select, union_all
from sqlalchemy.ext.asyncio import AsyncSession

from coditect.identity import sessions
from coditect.identity.factors import challenges
from coditect.identity.factors.models import Passkey, RecoveryCode, SecondFactor
from coditect.identity.models import Account
from coditect.identity.passwords import NO_PASSWORD
from coditect.identity.sessions import Credentials, Method
from coditect.kernel.ids import AccountId

_ENOUGH_ALONE: frozenset[Method] = frozenset({"passkey", "mfa"})
"""Proofs that hold two factors: a passkey with its PIN or finger, a provider that says it asked for a second."""

_ORDER: tuple[Method, ...] = ("passkey", "totp", "sms", "email", "recovery_code")


@dataclass(frozen=True)
class MfaRequired:
    """The first proof was right; one of `methods` must follow."""

    token: str
    methods: tuple[Method, ...]


async def admit(
    session: AsyncSession,
    key: OKPKey,
    account: Account,
    *,
    methods: Sequence[Method],
    user_agent: str,
    address: str,
) -> Credentials | MfaRequired:
    """Begin a session, or ask for the second factor that the account has."""
    sessions.refuse_inactive(account)
    if not _ENOUGH_ALONE & set(methods):
        second = await methods_of(session, account.id)
        if second:
            return MfaRequired(
                await challenges.begin(session, "sign_in", account.id, methods=methods), second
            )
    return await sessions.begin(
        session, key, account, methods=methods, user_agent=user_agent, address=address
    )


async def methods_of(session: AsyncSession, account_id: AccountId) -> tuple[Method, ...]:
    """Return the second factors that an account has, the strongest first; none means that it needs none."""
    confirmed = select(SecondFactor.kind).where(
        SecondFactor.account_id == account_id, SecondFactor.confirmed_at.is_not(None)
    )
    passkeys = select(literal("passkey")).where(Passkey.account_id == account_id)
    on_paper = select(literal("recovery_code")).where(
        RecoveryCode.account_id == account_id, RecoveryCode.used_at.is_(None)
    )
    found = set((await session.scalars(union_all(confirmed, passkeys, on_paper))).all())
    if found <= {"recovery_code"}:
        return ()
    return tuple(method for method in _ORDER if method in found)


async def proofs_of(session: AsyncSession, account_id: AccountId) -> tuple[Method, ...]:
    """Return how a person who is signed in proves themselves again.

    By a second factor if they have one, since that is the stronger; else by their password; who has neither, because
    a provider signs them in, by a code to their address.
    """
    second = await methods_of(session, account_id)
    if second:
        return second
    stored = await session.scalar(select(Account.password_hash).where(Account.id == account_id))
    return ("email",) if stored == NO_PASSWORD else ("password",)
