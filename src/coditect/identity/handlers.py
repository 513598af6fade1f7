"""Mails leave after the commit that they tell about; each has a key, so that a repeated delivery is the same mail."""

from collections.abc import Awaitable, Callable, Sequence

from sqlalchemy import select

from coditect.identity import mails, verification
from coditect.identity.events import EmailVerificationRequested, KnownEmailRegistered, SignInSessionRevoked
from coditect.identity.mails import To
from coditect.identity.models import Account, EmailVerification
from coditect.identity.recovery.mailing import reader
from coditect.kernel.platform import Platform
from coditect.kernel.relay import Consumer
from coditect.kernel.scope import NOBODY


def consumers(platform: Platform) -> Sequence[Consumer]:
    """Return what identity does about events."""
    return (
        Consumer("identity.mail_verification", EmailVerificationRequested, _mail_verification(platform)),
        Consumer("identity.mail_known_email", KnownEmailRegistered, _mail_known_email(platform)),
        Consumer("identity.mail_session_revoked", SignInSessionRevoked, _mail_session_revoked(platform)),
    )


def _mail_verification(platform: Platform) -> Callable[[EmailVerificationRequested], Awaitable[None]]:
    async def handle(event: EmailVerificationRequested) -> None:
        async with platform.database.read(NOBODY) as session:
            found = await session.execute(
                select(Account.email, Account.language)
                .join(EmailVerification, EmailVerification.account_id == Account.id)
                .where(EmailVerification.id == event.verification_id, EmailVerification.used_at.is_(None))
            )
            row = found.one_or_none()
        if row is None:
            return
        to = To(row.email, row.language)
        token = (await verification.tokens_of(platform.database)).token_of(event.verification_id)
        await platform.mailer.send(mails.verify_email(platform.settings, to, event.verification_id, token))

    return handle


def _mail_known_email(platform: Platform) -> Callable[[KnownEmailRegistered], Awaitable[None]]:
    async def handle(event: KnownEmailRegistered) -> None:
        to = await reader(platform, event.account_id)
        if to is not None:
            await platform.mailer.send(mails.already_registered(platform.settings, to, event.attempt_id))

    return handle


def _mail_session_revoked(platform: Platform) -> Callable[[SignInSessionRevoked], Awaitable[None]]:
    async def handle(event: SignInSessionRevoked) -> None:
        if event.reason != "refresh_token_reused":
            return
        to = await reader(platform, event.account_id)
        if to is not None:
            await platform.mailer.send(mails.session_revoked(platform.settings, to, event.session_id))

    return handle
