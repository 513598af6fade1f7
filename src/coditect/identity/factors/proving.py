"""Is this code right? For the sign-in, and for a step-up; wrong ones count against the account, wherever they come from."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from coditect.identity import throttle
from coditect.identity.events import SignInRefused
from coditect.identity.factors import gate, recovery_codes, sent_codes, totp
from coditect.identity.factors.errors import MethodUnavailable, WrongCode
from coditect.identity.factors.events import SecurityChanged
from coditect.identity.factors.models import Channel, CodePurpose, FactorKind, SecondFactor
from coditect.identity.models import Account
from coditect.identity.sessions import Method
from coditect.kernel.clock import utc_now
from coditect.kernel.events import publish
from coditect.kernel.ids import AccountId, new_id
from coditect.kernel.secrets import Secrets

_DIGITS: tuple[FactorKind, ...] = ("totp", "sms", "email")


@dataclass(frozen=True)
class Keys:
    """What codes are compared with."""

    secrets: Secrets
    codes: bytes


async def prove(
    session: AsyncSession,
    keys: Keys,
    account_id: AccountId,
    code: str,
    *,
    method: Method | None,
    purpose: CodePurpose,
) -> Method:
    """Return by which method `code` is right, or count the failure and raise `WrongCode`.

    The session has the person's `own_scope`.
    """
    await lock(session, account_id)
    counter = throttle.counter_of_codes(account_id)
    await throttle.check(session, [counter])
    bare = "".join(code.split())
    ways = gate.proofs_of if purpose == "step_up" else gate.methods_of
    for candidate in _candidates(await ways(session, account_id), bare, method):
        if await _fits(session, keys, account_id, candidate, purpose=purpose, code=bare):
            await throttle.forget(session, counter)
            return candidate
    await count_failure(session, account_id)
    raise WrongCode("Look for a newer one; each works once.")


async def lock(session: AsyncSession, account_id: AccountId) -> None:
    """Let tries for one account wait for each other, so that parallel ones are counted like those in a row."""
    await session.execute(select(Account.id).where(Account.id == account_id).with_for_update())


async def count_failure(session: AsyncSession, account_id: AccountId) -> None:
    """Count a wrong code; the owner is told when somebody begins to guess."""
    publish(session, SignInRefused(account_id=account_id, reason="wrong_code"))
    delay = await throttle.record_failure(session, [throttle.counter_of_codes(account_id)])
    if delay.total_seconds() == 1:
        publish(session, SecurityChanged(account_id=account_id, change="codes_blocked", change_id=new_id()))


def _candidates(available: Sequence[Method], code: str, method: Method | None) -> Sequence[Method]:
    if method is not None:
        if method not in available or method == "passkey":
            raise MethodUnavailable("Choose one of the ways that the answer before named.")
        return (method,)
    if code.isascii() and code.isdigit():
        return [kind for kind in _DIGITS if kind in available]
    return [one for one in available if one == "recovery_code"]


async def _fits(
    session: AsyncSession,
    keys: Keys,
    account_id: AccountId,
    method: Method,
    *,
    purpose: CodePurpose,
    code: str,
) -> bool:
    if method == "recovery_code":
        fits = await recovery_codes.accept(session, account_id, code)
        if fits:
            change = SecurityChanged(account_id=account_id, change="recovery_code_used", change_id=new_id())
            publish(session, change)
        return fits
    if method == "totp":
        fits = await totp.accept(session, keys.secrets, account_id, code)
    elif method in {"sms", "email"}:
        channel: Channel = "sms" if method == "sms" else "email"
        sent_to = await sent_codes.accept(
            session, keys.codes, account_id, channel, purpose=purpose, code=code
        )
        fits = sent_to is not None
    else:
        return False
    if fits:
        await session.execute(
            update(SecondFactor)
            .where(SecondFactor.account_id == account_id, SecondFactor.kind == method)
            .values(last_used_at=utc_now())
            .execution_options(synchronize_session=False)
        )
    return fits
