"""The program's part: a code or a refresh token becomes tokens; a code or token that comes back twice ends the grant."""

import hmac
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from coditect.identity.events import GrantRevoked
from coditect.identity.federation.flow import s256
from coditect.identity.models import Account, SignInSession
from coditect.identity.provider import third_party_tokens
from coditect.identity.provider.clients import digest
from coditect.identity.provider.errors import Refusal
from coditect.identity.provider.models import OAuthClient, OAuthGrant, OAuthRefreshToken
from coditect.identity.provider.third_party_tokens import Facts
from coditect.identity.signing_keys import Ring
from coditect.kernel.clock import db_now, utc_now
from coditect.kernel.events import publish
from coditect.kernel.ids import new_id

REFRESH_LIFETIME = timedelta(days=30)
GRACE = timedelta(seconds=10)
_VERIFIER = re.compile(r"[A-Za-z0-9._~-]{43,128}")


@dataclass(frozen=True)
class Signer:
    """In whose name and by which keys we sign."""

    keys: Ring
    issuer: str


async def redeem_code(
    session: AsyncSession, signer: Signer, client: OAuthClient, form: Mapping[str, str]
) -> dict[str, object]:
    """Exchange a code for tokens, once."""
    grant = await session.scalar(
        select(OAuthGrant)
        .where(OAuthGrant.code_digest == digest(form.get("code", "")), OAuthGrant.client_id == client.id)
        .with_for_update()
    )
    if grant is None:
        raise Refusal("invalid_grant", "The code is not known.")
    won = await session.scalar(
        update(OAuthGrant)
        .where(OAuthGrant.id == grant.id, OAuthGrant.redeemed_at.is_(None))
        .values(redeemed_at=utc_now())
        .returning(OAuthGrant.id)
        .execution_options(synchronize_session=False)
    )
    if won is None:
        await revoke(session, grant.id, "code_replayed")
        raise Refusal("invalid_grant", "The code was used before; all that came of it has ended.")
    if grant.code_expires_at <= utc_now() or grant.revoked_at is not None:
        raise Refusal("invalid_grant", "The code has expired.")
    if not hmac.compare_digest(grant.redirect_uri.encode(), form.get("redirect_uri", "").encode()):
        raise Refusal("invalid_grant", "The code was made for another address.")
    verifier = form.get("code_verifier", "")
    if not _VERIFIER.fullmatch(verifier) or not hmac.compare_digest(s256(verifier), grant.challenge):
        raise Refusal(
            "invalid_grant", "The code belongs to whoever began, and the verifier does not show it."
        )
    return await _tokens(session, signer, grant)


async def redeem_refresh_token(
    session: AsyncSession, signer: Signer, client: OAuthClient, form: Mapping[str, str]
) -> dict[str, object]:
    """Exchange a refresh token for the next one and fresh tokens."""
    found = await session.execute(
        select(OAuthRefreshToken, OAuthGrant)
        .join(OAuthGrant, OAuthGrant.id == OAuthRefreshToken.grant_id)
        .where(
            OAuthRefreshToken.token_digest == digest(form.get("refresh_token", "")),
            OAuthGrant.client_id == client.id,
        )
    )
    row = found.one_or_none()
    if row is None:
        raise Refusal("invalid_grant", "The refresh token is not known.")
    used, grant = row
    if grant.revoked_at is not None or used.expires_at <= utc_now():
        raise Refusal("invalid_grant", "What this token belongs to has ended.")
    won = await session.scalar(
        update(OAuthRefreshToken)
        .where(OAuthRefreshToken.id == used.id, OAuthRefreshToken.rotated_at.is_(None))
        .values(rotated_at=db_now())
        .returning(OAuthRefreshToken.id)
        .execution_options(synchronize_session=False)
    )
    if won is None:
        if not await _is_in_grace(session, used.id):
            await revoke(session, grant.id, "refresh_token_reused")
        raise Refusal("invalid_grant", "The refresh token was used before.")
    return await _tokens(session, signer, grant)


async def account_of(session: AsyncSession, grant_id: UUID) -> tuple[Account, OAuthGrant]:
    """Return the person and the living grant of an access token, or raise `Refusal`."""
    grant = await session.get(OAuthGrant, grant_id)
    if grant is None or grant.revoked_at is not None:
        raise Refusal("invalid_token", "The token has ended.", status=401)
    account = await _living_account(session, grant)
    if account is None:
        raise Refusal("invalid_token", "The sign-in has ended.", status=401)
    return account, grant


async def revoke_token(session: AsyncSession, signer: Signer, client: OAuthClient, token: str) -> None:
    """End the grant of a token of this program; an unknown one is no error (RFC 7009)."""
    grant_id = await session.scalar(
        select(OAuthRefreshToken.grant_id).where(OAuthRefreshToken.token_digest == digest(token))
    )
    if grant_id is None:
        try:
            grant_id = third_party_tokens.read_access_token(signer.keys, signer.issuer, token)
        except Refusal:
            return
    grant = await session.get(OAuthGrant, grant_id)
    if grant is not None and grant.client_id == client.id:
        await revoke(session, grant.id, "revoked_by_program")


async def revoke(session: AsyncSession, grant_id: UUID, reason: str) -> None:
    """End a grant with all of its tokens."""
    ended = await session.execute(
        update(OAuthGrant)
        .where(OAuthGrant.id == grant_id, OAuthGrant.revoked_at.is_(None))
        .values(revoked_at=utc_now())
        .returning(OAuthGrant.account_id, OAuthGrant.client_id)
        .execution_options(synchronize_session=False)
    )
    if (row := ended.one_or_none()) is not None:
        publish(session, GrantRevoked(account_id=row.account_id, client_id=row.client_id, reason=reason))


async def _tokens(session: AsyncSession, signer: Signer, grant: OAuthGrant) -> dict[str, object]:
    account = await _living_account(session, grant)
    if account is None:
        raise Refusal("invalid_grant", "The sign-in has ended.")
    facts = Facts(
        grant_id=grant.id,
        client_id=grant.client_id,
        session_id=grant.session_id,
        scopes=grant.scopes,
        nonce=grant.nonce,
        methods=grant.methods,
        authenticated_at=grant.authenticated_at,
    )
    access = third_party_tokens.access_token(signer.keys, signer.issuer, account, facts)
    answer: dict[str, object] = {
        "access_token": access,
        "token_type": "Bearer",
        "expires_in": int(third_party_tokens.LIFETIME.total_seconds()),
        "scope": " ".join(grant.scopes),
        "id_token": third_party_tokens.id_token(signer.keys, signer.issuer, account, facts, access),
    }
    if "offline_access" in grant.scopes:
        token = secrets.token_urlsafe(32)
        session.add(
            OAuthRefreshToken(
                id=new_id(),
                grant_id=grant.id,
                token_digest=digest(token),
                expires_at=utc_now() + REFRESH_LIFETIME,
            )
        )
        answer["refresh_token"] = token
    return answer


async def _living_account(session: AsyncSession, grant: OAuthGrant) -> Account | None:
    """Return the person, if they may still be spoken for: signed in still, or having allowed offline access."""
    account = await session.get(Account, grant.account_id)
    if account is None or account.status != "active":
        return None
    if "offline_access" in grant.scopes:
        return account
    own = await session.get(SignInSession, grant.session_id)
    alive = own is not None and own.revoked_at is None and own.expires_at > utc_now()
    return account if alive else None


async def _is_in_grace(session: AsyncSession, token_id: UUID) -> bool:
    """Tell whether a token was replaced a moment ago: an answer got lost, or two requests met."""
    found = await session.scalar(
        select(OAuthRefreshToken.id).where(
            OAuthRefreshToken.id == token_id, OAuthRefreshToken.rotated_at > db_now(-GRACE)
        )
    )
    return found is not None
