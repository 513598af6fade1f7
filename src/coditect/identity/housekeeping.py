"""Links, codes, tokens and sign-in sessions whose time is over are removed, when nothing is refused for their sake any more."""

from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy import exists, or_

from coditect.identity.factors.models import SentCode, SignInChallenge
from coditect.identity.models import EmailVerification, RefreshToken, SignInFailures, SignInSession
from coditect.identity.provider.models import DeviceLogin, OAuthGrant, OAuthRefreshToken
from coditect.identity.recovery.models import AccountLink
from coditect.kernel.clock import utc_now
from coditect.kernel.housekeeping import Chore, remove
from coditect.kernel.ids import first_id_of
from coditect.kernel.platform import Platform
from coditect.kernel.scope import NOBODY

KEPT = timedelta(days=30)
"""So long a person can still be told what became of a link or a session."""

CODES_KEPT = timedelta(days=2)


def chores(platform: Platform) -> Sequence[Chore]:
    """Return what identity has to do about its rows."""
    database = platform.database

    async def links() -> int:
        long_ago = utc_now() - KEPT
        old = first_id_of(long_ago)
        return sum(
            [
                await remove(database, NOBODY, link, link.id < old, link.expires_at < long_ago)
                for link in (EmailVerification, AccountLink)
            ]
        )

    async def codes() -> int:
        over = utc_now() - CODES_KEPT
        old = first_id_of(over)
        return (
            await remove(database, NOBODY, SentCode, SentCode.id < old, SentCode.expires_at < over)
            + await remove(database, NOBODY, SignInChallenge, SignInChallenge.expires_at < over)
            + await remove(database, NOBODY, DeviceLogin, DeviceLogin.id < old, DeviceLogin.expires_at < over)
            + await remove(database, NOBODY, SignInFailures, SignInFailures.last_failed_at < over)
        )

    async def sessions() -> int:
        long_ago = utc_now() - KEPT
        return await remove(
            database,
            NOBODY,
            SignInSession,
            SignInSession.id < first_id_of(long_ago),
            or_(SignInSession.expires_at < long_ago, SignInSession.revoked_at < long_ago),
        )

    async def tokens() -> int:
        now = utc_now()
        old = first_id_of(now - CODES_KEPT)
        return sum(
            [
                await remove(database, NOBODY, token, token.id < old, token.expires_at < now - CODES_KEPT)
                for token in (RefreshToken, OAuthRefreshToken)
            ]
        )

    async def grants() -> int:
        long_ago = utc_now() - KEPT
        has_tokens = exists().where(OAuthRefreshToken.grant_id == OAuthGrant.id)
        return await remove(
            database,
            NOBODY,
            OAuthGrant,
            OAuthGrant.id < first_id_of(long_ago),
            or_(OAuthGrant.revoked_at < long_ago, ~has_tokens),
        )

    return [
        Chore("mailed_links", links),
        Chore("codes", codes),
        Chore("sign_in_sessions", sessions),
        Chore("refresh_tokens", tokens),
        Chore("oauth_grants", grants),
    ]
