"""Who gets a code, and by which way."""

from typing import assert_never

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from coditect.identity.factors import gate, sent_codes, sms
from coditect.identity.factors.errors import MethodUnavailable
from coditect.identity.factors.models import Channel, CodePurpose, SecondFactor
from coditect.identity.models import Account
from coditect.identity.schemas import SecondMethod
from coditect.kernel.ids import AccountId
from coditect.kernel.platform import Platform
from coditect.kernel.scope import NOBODY


async def send(platform: Platform, account_id: AccountId, method: SecondMethod, purpose: CodePurpose) -> None:
    """Have a code sent by one of the ways that the account has set up."""
    if method not in {"email", "sms"}:
        raise MethodUnavailable("Codes are sent by mail or SMS.")
    channel: Channel = "sms" if method == "sms" else "email"
    async with platform.database.read(NOBODY) as session:
        recipient = await _recipient(session, account_id, channel, purpose)
    if recipient is None:
        raise MethodUnavailable("Choose one of the ways that you have set up.")
    await send_to(platform, account_id, channel, recipient, purpose)


async def send_to(
    platform: Platform, account_id: AccountId, channel: Channel, recipient: str, purpose: CodePurpose
) -> None:
    """Have a code sent to an address or a number."""
    if channel == "sms":
        if sms.sender_of(platform.settings) is None:
            raise MethodUnavailable("This installation sends no SMS.")
        await sent_codes.admit_sms(platform.cache, recipient)
    async with platform.database.write(NOBODY) as session:
        await sent_codes.request(session, account_id, channel, purpose, recipient)


async def _recipient(
    session: AsyncSession, account_id: AccountId, channel: Channel, purpose: CodePurpose
) -> str | None:
    ways = gate.proofs_of if purpose == "step_up" else gate.methods_of
    if channel not in await ways(session, account_id):
        return None
    match channel:
        case "sms":
            return await session.scalar(
                select(SecondFactor.phone).where(
                    SecondFactor.account_id == account_id, SecondFactor.kind == "sms"
                )
            )
        case "email":
            return await session.scalar(select(Account.email).where(Account.id == account_id))
        case _:
            assert_never(channel)
