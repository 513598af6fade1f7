"""Setting factors up and removing them. The session has the person's `own_scope`; the routes ask for a recent proof."""

from collections.abc import Sequence

from pydantic import SecretStr
from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from coditect.identity.factors import gate, proving, recovery_codes, sent_codes, totp
from coditect.identity.factors.errors import FactorExists, FactorUnknown, FirstCodeWrong
from coditect.identity.factors.events import Change, SecurityChanged
from coditect.identity.factors.models import FactorKind, Passkey, SecondFactor
from coditect.kernel.clock import utc_now
from coditect.kernel.events import publish
from coditect.kernel.ids import AccountId, new_id
from coditect.kernel.secrets import Secrets

_ADDED: dict[FactorKind, Change] = {"totp": "totp_added", "email": "email_codes_added", "sms": "sms_added"}
_REMOVED: dict[FactorKind, Change] = {
    "totp": "totp_removed",
    "email": "email_codes_removed",
    "sms": "sms_removed",
}


async def factors_of(session: AsyncSession, account_id: AccountId) -> Sequence[SecondFactor]:
    """Return the factors that are in force."""
    found = await session.scalars(
        select(SecondFactor)
        .where(SecondFactor.account_id == account_id, SecondFactor.confirmed_at.is_not(None))
        .order_by(SecondFactor.created_at)
    )
    return found.all()


async def begin(
    session: AsyncSession, account_id: AccountId, kind: FactorKind, *, phone: str | None = None
) -> None:
    """Begin to set a factor up; what was begun before and not confirmed is forgotten."""
    await proving.lock(session, account_id)
    known = await session.get(SecondFactor, (account_id, kind))
    if known is not None and known.confirmed_at is not None:
        raise FactorExists("Remove it first.")
    if known is None:
        known = SecondFactor(account_id=account_id, kind=kind, last_step=0)
        session.add(known)
    known.phone = phone
    known.last_step = 0
    known.created_at = utc_now()
    await session.flush()


async def begin_totp(session: AsyncSession, secrets: Secrets, account_id: AccountId) -> SecretStr:
    """Begin to set an authenticator app up and return its key."""
    await begin(session, account_id, "totp")
    secret = totp.new_secret()
    await totp.store(session, secrets, account_id, secret)
    return secret


async def confirm(
    session: AsyncSession, keys: proving.Keys, account_id: AccountId, kind: FactorKind, code: str
) -> list[str] | None:
    """Put a factor in force by its first code; return recovery codes if it is the first factor."""
    await proving.lock(session, account_id)
    begun = await session.get(SecondFactor, (account_id, kind))
    if begun is None or begun.confirmed_at is not None:
        raise FactorUnknown("Begin to set it up first.")
    if not await _fits(session, keys, begun, "".join(code.split())):
        await proving.count_failure(session, account_id)
        raise FirstCodeWrong("Look for a newer one; each works once.")
    is_first = not await gate.methods_of(session, account_id)
    begun.confirmed_at = utc_now()
    note(session, account_id, _ADDED[kind])
    await session.flush()
    return await recovery_codes.renew(session, account_id) if is_first else None


async def remove(session: AsyncSession, secrets: Secrets, account_id: AccountId, kind: FactorKind) -> None:
    """Remove a factor."""
    removed = await session.scalar(
        delete(SecondFactor)
        .where(SecondFactor.account_id == account_id, SecondFactor.kind == kind)
        .returning(SecondFactor.kind)
    )
    if removed is None:
        raise FactorUnknown("It is not set up.")
    if kind == "totp":
        await totp.forget(session, secrets, account_id)
    note(session, account_id, _REMOVED[kind])
    await forget_paper(session, account_id)


async def remove_passkey(session: AsyncSession, passkey: Passkey) -> None:
    """Remove a passkey."""
    await session.delete(passkey)
    await session.flush()
    note(session, passkey.account_id, "passkey_removed")
    await forget_paper(session, passkey.account_id)


async def forget_paper(session: AsyncSession, account_id: AccountId) -> None:
    """Delete the recovery codes of a person who has nothing left to recover."""
    if not await gate.methods_of(session, account_id):
        await recovery_codes.delete_all(session, account_id)


def note(session: AsyncSession, account_id: AccountId, change: Change) -> None:
    """State that something about how a person signs in has changed."""
    publish(session, SecurityChanged(account_id=account_id, change=change, change_id=new_id()))


async def _fits(session: AsyncSession, keys: proving.Keys, begun: SecondFactor, code: str) -> bool:
    if begun.kind == "totp":
        return await totp.accept(session, keys.secrets, begun.account_id, code)
    channel = begun.kind
    sent_to = await sent_codes.accept(
        session, keys.codes, begun.account_id, channel, purpose="set_up", code=code
    )
    return sent_to is not None and (begun.kind == "email" or sent_to == begun.phone)
