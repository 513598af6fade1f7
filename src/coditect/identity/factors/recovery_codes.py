"""Ten codes for the day on which the telephone is gone: shown once, kept as hashes, each good for one sign-in."""

import hashlib
import secrets

from sqlalchemy import delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from coditect.identity.factors.models import RecoveryCode
from coditect.kernel.clock import utc_now
from coditect.kernel.ids import AccountId, new_id

COUNT = 10
_GROUPS, _GROUP = 4, 4
_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # none that look alike


async def renew(session: AsyncSession, account_id: AccountId) -> list[str]:
    """Replace a person's codes by new ones and return them, which nobody can a second time."""
    await delete_all(session, account_id)
    codes = [_new_code() for _ in range(COUNT)]
    now = utc_now()
    session.add_all(
        RecoveryCode(id=new_id(), account_id=account_id, code_hash=_hash(code), created_at=now)
        for code in codes
    )
    await session.flush()
    return codes


async def left(session: AsyncSession, account_id: AccountId) -> int:
    """Return how many are unused."""
    found = await session.scalar(
        select(func.count())
        .select_from(RecoveryCode)
        .where(RecoveryCode.account_id == account_id, RecoveryCode.used_at.is_(None))
    )
    return found or 0


async def accept(session: AsyncSession, account_id: AccountId, code: str) -> bool:
    """Tell whether `code` is one of the person's unused ones, and use it up."""
    used = await session.scalar(
        update(RecoveryCode)
        .where(
            RecoveryCode.account_id == account_id,
            RecoveryCode.code_hash == _hash(code),
            RecoveryCode.used_at.is_(None),
        )
        .values(used_at=utc_now())
        .returning(RecoveryCode.id)
        .execution_options(synchronize_session=False)
    )
    return used is not None


async def delete_all(session: AsyncSession, account_id: AccountId) -> None:
    """Delete a person's codes."""
    await session.execute(
        delete(RecoveryCode)
        .where(RecoveryCode.account_id == account_id)
        .execution_options(synchronize_session=False)
    )


def _new_code() -> str:
    return "-".join("".join(secrets.choice(_LETTERS) for _ in range(_GROUP)) for _ in range(_GROUPS))


def _hash(code: str) -> bytes:
    # 79 random bits need no slow hash.
    bare = "".join(filter(str.isalnum, code.lower()))
    return hashlib.sha256(bare.encode()).digest()
