"""Codes by mail and SMS: six digits for ten minutes, five tries, and few enough that nobody earns from sending them."""

import hashlib
import hmac
from datetime import timedelta
from uuid import UUID

from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from coditect.identity.factors.events import CodeRequested
from coditect.identity.factors.models import Channel, CodePurpose, SentCode
from coditect.kernel.cache import Cache
from coditect.kernel.clock import utc_now
from coditect.kernel.db import Database
from coditect.kernel.errors import TooManyRequests
from coditect.kernel.events import publish
from coditect.kernel.ids import AccountId, new_id
from coditect.kernel.keys import derive, instance_key
from coditect.kernel.rates import Rate, hit

LIFETIME = timedelta(minutes=10)
TRIES = 5
MOST_CODES = 5
MOST_CODES_WITHIN = timedelta(hours=1)
SMS_TO_NUMBER = Rate(5, 3600)
SMS_TO_PREFIX = Rate(60, 3600)
"""Premium numbers that somebody is paid for stand side by side: they share their first digits."""
_PREFIX_LENGTH = 7


class TooManyCodes(TooManyRequests):
    code = "too_many_codes"
    title = "Several codes were sent already"


async def key_of_codes(database: Database) -> bytes:
    """Return the key that codes are derived from; call it before a writing unit of work begins."""
    return await instance_key(database, "identity.sent-codes")


def code_of(key: bytes, code_id: UUID) -> str:
    """Return the six digits that belong to an id."""
    return f"{int.from_bytes(derive(key, 'sent-code', str(code_id))[:8]) % 1_000_000:06}"


async def admit_sms(cache: Cache, number: str) -> None:
    """Raise `RateExceeded` for too many messages to one number, or to numbers that begin alike."""
    await hit(cache, f"sms:number:{_digest(number)}", SMS_TO_NUMBER)
    await hit(cache, f"sms:prefix:{_digest(number[:_PREFIX_LENGTH])}", SMS_TO_PREFIX)


async def request(
    session: AsyncSession, account_id: AccountId, channel: Channel, purpose: CodePurpose, recipient: str
) -> None:
    """Have a new code sent, or raise `TooManyCodes`; what was sent before is over."""
    now = utc_now()
    recent = await session.scalar(
        select(func.count())
        .select_from(SentCode)
        .where(
            SentCode.account_id == account_id,
            SentCode.channel == channel,
            SentCode.created_at > now - MOST_CODES_WITHIN,
        )
    )
    if recent is not None and recent >= MOST_CODES:
        raise TooManyCodes("Use the one that came last, or try again in an hour.")
    code = SentCode(
        id=new_id(),
        account_id=account_id,
        channel=channel,
        purpose=purpose,
        recipient=recipient,
        tries=0,
        created_at=now,
        expires_at=now + LIFETIME,
    )
    session.add(code)
    publish(session, CodeRequested(account_id=account_id, code_id=code.id))


async def accept(
    session: AsyncSession,
    key: bytes,
    account_id: AccountId,
    channel: Channel,
    *,
    purpose: CodePurpose,
    code: str,
) -> str | None:
    """Return where the code was sent to, if it is right, and use it up; a wrong one costs one of its tries."""
    now = utc_now()
    newest = await session.scalar(
        select(SentCode)
        .where(SentCode.account_id == account_id, SentCode.channel == channel, SentCode.purpose == purpose)
        .order_by(SentCode.created_at.desc(), SentCode.id.desc())
        .limit(1)
    )
    if newest is None or newest.used_at is not None or newest.expires_at <= now or newest.tries >= TRIES:
        return None
    right = hmac.compare_digest(code_of(key, newest.id).encode(), code.encode())
    counted = await session.scalar(
        update(SentCode)
        .where(SentCode.id == newest.id, SentCode.used_at.is_(None), SentCode.tries < TRIES)
        .values(tries=SentCode.tries + 1, used_at=now if right else None)
        .returning(SentCode.id)
        .execution_options(synchronize_session=False)
    )
    return newest.recipient if right and counted is not None else None


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
