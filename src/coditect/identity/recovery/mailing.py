"""Mails and SMS of factors and recovery leave after the commit that they tell about."""

from collections.abc import Awaitable, Callable, Sequence

from sqlalchemy import select

from coditect.identity import addresses, mails
from coditect.identity.factors import sent_codes, sms
from coditect.identity.factors.events import CodeRequested, SecurityChanged
from coditect.identity.factors.models import SentCode
from coditect.identity.mails import To
from coditect.identity.models import Account
from coditect.identity.recovery import links
from coditect.identity.recovery.events import (
    EmailChangeAsked,
    EmailChanged,
    PasswordResetAsked,
    PasswordResetMailed,
)
from coditect.identity.recovery.models import AccountLink
from coditect.kernel.clock import utc_now
from coditect.kernel.events import publish
from coditect.kernel.ids import AccountId
from coditect.kernel.platform import Platform
from coditect.kernel.relay import Consumer
from coditect.kernel.scope import NOBODY


def consumers(platform: Platform) -> Sequence[Consumer]:
    """Return what is mailed about events."""
    return (
        Consumer("identity.send_code", CodeRequested, _send_code(platform)),
        Consumer("identity.mail_security", SecurityChanged, _mail_security(platform)),
        Consumer("identity.mail_password_reset", PasswordResetAsked, _mail_reset(platform)),
        Consumer("identity.mail_new_email", EmailChangeAsked, _mail_new_email(platform)),
        Consumer("identity.mail_email_changed", EmailChanged, _mail_email_changed(platform)),
    )


def _send_code(platform: Platform) -> Callable[[CodeRequested], Awaitable[None]]:
    async def handle(event: CodeRequested) -> None:
        key = await sent_codes.key_of_codes(platform.database)
        async with platform.database.read(NOBODY) as session:
            code = await session.get(SentCode, event.code_id)
            language = await session.scalar(select(Account.language).where(Account.id == event.account_id))
        if code is None or code.used_at is not None or code.expires_at <= utc_now():
            return
        digits = sent_codes.code_of(key, code.id)
        if code.channel == "email":
            to = To(code.recipient, language)
            await platform.mailer.send(mails.sent_code(platform.settings, to, code.id, digits))
        elif (sender := sms.sender_of(platform.settings)) is not None:
            said = f"{digits} is your code for" if language != "de" else f"{digits} ist Ihr Code für"
            await sender.send(code.recipient, f"{said} {platform.settings.instance_name}")

    return handle


def _mail_security(platform: Platform) -> Callable[[SecurityChanged], Awaitable[None]]:
    async def handle(event: SecurityChanged) -> None:
        to = await reader(platform, event.account_id)
        if to is not None:
            mail = mails.security_changed(platform.settings, to, event.change_id, event.change)
            await platform.mailer.send(mail)

    return handle


def _mail_reset(platform: Platform) -> Callable[[PasswordResetAsked], Awaitable[None]]:
    async def handle(event: PasswordResetAsked) -> None:
        key = await links.key_of_links(platform.database)
        async with platform.database.write(NOBODY) as session:
            account = await session.scalar(
                select(Account)
                .where(Account.email_key == addresses.key_of(event.email), Account.status != "suspended")
                .with_for_update()
            )
            if account is None:
                return
            to = To(account.email, account.language)
            known = await session.get(AccountLink, event.link_id) is not None
            fresh = await links.add(
                session, key, "password_reset", event.link_id, account_id=account.id, email=to.email
            )
            if fresh and not known:
                publish(session, PasswordResetMailed(account_id=account.id))
        if fresh:
            token = links.token_of(key, "password_reset", event.link_id)
            await platform.mailer.send(mails.reset_password(platform.settings, to, event.link_id, token))

    return handle


def _mail_new_email(platform: Platform) -> Callable[[EmailChangeAsked], Awaitable[None]]:
    async def handle(event: EmailChangeAsked) -> None:
        key = await links.key_of_links(platform.database)
        async with platform.database.write(NOBODY) as session:
            taken = await session.scalar(
                select(Account.id).where(Account.email_key == addresses.key_of(event.email))
            )
            language = await session.scalar(select(Account.language).where(Account.id == event.account_id))
            fresh = taken is None and await links.add(
                session, key, "email_change", event.link_id, account_id=event.account_id, email=event.email
            )
        to = To(event.email, language)
        if fresh:
            token = links.token_of(key, "email_change", event.link_id)
            await platform.mailer.send(mails.confirm_new_email(platform.settings, to, event.link_id, token))
        elif taken is not None and taken != event.account_id:
            await platform.mailer.send(mails.already_registered(platform.settings, to, event.link_id))

    return handle


def _mail_email_changed(platform: Platform) -> Callable[[EmailChanged], Awaitable[None]]:
    async def handle(event: EmailChanged) -> None:
        key = await links.key_of_links(platform.database)
        async with platform.database.write(NOBODY) as session:
            language = await session.scalar(select(Account.language).where(Account.id == event.account_id))
            added = await links.add(
                session,
                key,
                "email_revert",
                event.link_id,
                account_id=event.account_id,
                email=event.old_email,
            )
        if not added:
            return
        token = links.token_of(key, "email_revert", event.link_id)
        to = To(event.old_email, language)
        await platform.mailer.send(mails.email_changed(platform.settings, to, event.link_id, token))

    return handle


async def reader(platform: Platform, account_id: AccountId) -> To | None:
    """Return where and in which language a person reads."""
    async with platform.database.read(NOBODY) as session:
        found = await session.execute(select(Account.email, Account.language).where(Account.id == account_id))
        row = found.one_or_none()
    return None if row is None else To(row.email, row.language)
