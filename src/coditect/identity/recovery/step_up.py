"""Step-up: whoever makes a sensitive change has proved themselves within the last minutes, not only days ago."""

from datetime import timedelta
from typing import Annotated
from uuid import UUID

from fastapi import Depends, Request
from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from coditect.identity.access import CurrentAccount, SignedIn
from coditect.identity.events import Reauthenticated
from coditect.identity.factors import gate
from coditect.identity.factors.errors import ReauthenticationRequired
from coditect.identity.models import SignInSession
from coditect.kernel.clock import utc_now
from coditect.kernel.events import publish
from coditect.kernel.ids import AccountId
from coditect.kernel.platform import platform_of
from coditect.kernel.scope import NOBODY

RECENT = timedelta(minutes=10)


async def recently_authenticated(request: Request, current: CurrentAccount) -> SignedIn:
    """Return who is asking, or raise `ReauthenticationRequired`."""
    async with platform_of(request).database.read(NOBODY) as session:
        proved_at = await session.scalar(
            select(SignInSession.authenticated_at).where(SignInSession.id == current.session_id)
        )
        if proved_at is None or proved_at < utc_now() - RECENT:
            raise ReauthenticationRequired(await gate.proofs_of(session, current.account_id))
    return current


RecentlyAuthenticated = Annotated[SignedIn, Depends(recently_authenticated)]


async def note_proof(session: AsyncSession, account_id: AccountId, session_id: UUID) -> None:
    """Remember that the person of a session has just proved themselves."""
    publish(session, Reauthenticated(account_id=account_id, session_id=session_id))
    await session.execute(
        update(SignInSession)
        .where(SignInSession.id == session_id)
        .values(authenticated_at=utc_now())
        .execution_options(synchronize_session=False)
    )
