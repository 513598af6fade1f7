"""What was begun and waits for a proof: found by a secret token, over after ten minutes or when it is used."""

import hashlib
import secrets
from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from coditect.identity.factors.errors import ChallengeOver
from coditect.identity.factors.models import ChallengePurpose, SignInChallenge
from coditect.identity.sessions import Method
from coditect.kernel.clock import utc_now
from coditect.kernel.ids import AccountId, new_id

LIFETIME = timedelta(minutes=10)


async def begin(
    session: AsyncSession,
    purpose: ChallengePurpose,
    account_id: AccountId | None,
    *,
    methods: Sequence[Method] = (),
    webauthn: bytes | None = None,
) -> str:
    """Store a challenge and return its token; forget those whose time is over."""
    now = utc_now()
    await session.execute(
        delete(SignInChallenge)
        .where(SignInChallenge.expires_at < now)
        .execution_options(synchronize_session=False)
    )
    token = secrets.token_urlsafe(32)
    session.add(
        SignInChallenge(
            id=new_id(),
            token_hash=_hash(token),
            purpose=purpose,
            account_id=account_id,
            methods=list(methods),
            webauthn=webauthn,
            expires_at=now + LIFETIME,
        )
    )
    await session.flush()
    return token


async def find(session: AsyncSession, purpose: ChallengePurpose, token: str) -> SignInChallenge:
    """Return a living challenge, or raise `ChallengeOver`."""
    found = await session.scalar(
        select(SignInChallenge).where(
            SignInChallenge.token_hash == _hash(token),
            SignInChallenge.purpose == purpose,
            SignInChallenge.expires_at > utc_now(),
        )
    )
    if found is None:
        raise ChallengeOver("Begin again.")
    return found


async def use(session: AsyncSession, challenge: SignInChallenge) -> None:
    """End a challenge; whoever comes second at the same moment is refused."""
    won = await session.scalar(
        delete(SignInChallenge)
        .where(SignInChallenge.id == challenge.id)
        .returning(SignInChallenge.id)
        .execution_options(synchronize_session=False)
    )
    if won is None:
        raise ChallengeOver("Begin again.")


async def remember_webauthn(session: AsyncSession, challenge: SignInChallenge, value: bytes) -> None:
    """Note what a passkey shall sign to answer `challenge`."""
    await session.execute(
        update(SignInChallenge).where(SignInChallenge.id == challenge.id).values(webauthn=value)
    )


async def forget_all(session: AsyncSession, account_id: AccountId) -> None:
    """End what somebody began with a password or a factor that is no longer in force."""
    await session.execute(
        delete(SignInChallenge)
        .where(SignInChallenge.account_id == account_id)
        .execution_options(synchronize_session=False)
    )


def _hash(token: str) -> bytes:
    return hashlib.sha256(token.encode()).digest()
