"""Access tokens: signed for ten minutes, and every claim is checked when one comes back.

A token comes back with every request, so what was found genuine once is remembered by its digest until its time is
over. Whether its session is still alive is asked of the database each time.
"""

import hashlib
import json
from base64 import urlsafe_b64decode
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from typing import Any
from uuid import UUID

from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import OKPKey

from coditect.identity import signing_keys
from coditect.identity.errors import SessionEnded
from coditect.identity.signing_keys import Ring
from coditect.kernel.clock import utc_now
from coditect.kernel.db import Database
from coditect.kernel.ids import AccountId, OrganizationId, new_id

LIFETIME = timedelta(minutes=10)

ISSUER = "urn:coditect:identity"
AUDIENCE = "urn:coditect:api"
ALGORITHM = "Ed25519"
_HEADER_TYPE = "at+jwt"
_CLAIM_TYPE = "access"
_LONGEST = 2048
_LEEWAY_SECONDS = 5
_REMEMBERED = 10_000

_genuine: dict[bytes, tuple["AccessClaims", int]] = {}
"""Claims and end of the tokens that came last, by the digest of key and token."""


@dataclass(frozen=True)
class AccessClaims:
    """Whom a token speaks for."""

    account_id: AccountId
    session_id: UUID
    organization_id: OrganizationId


async def signing_key(database: Database) -> OKPKey:
    """Return the key that signs now; call it before a writing unit of work begins."""
    key = (await signing_keys.ring(database, "access")).current
    assert isinstance(key, OKPKey)
    return key


async def verifying_keys(database: Database, token: str) -> Ring:
    """Return the keys that may have signed `token`."""
    return await signing_keys.ring_with(database, "access", _kid_of(token))


def issue(key: OKPKey, claims: AccessClaims) -> str:
    """Return a fresh token for `claims`."""
    now = int(utc_now().timestamp())
    return jwt.encode(
        {"alg": ALGORITHM, "typ": _HEADER_TYPE, "kid": key.kid},
        {
            "iss": ISSUER,
            "aud": AUDIENCE,
            "sub": str(claims.account_id),
            "sid": str(claims.session_id),
            "org": str(claims.organization_id),
            "iat": now,
            "exp": now + int(LIFETIME.total_seconds()),
            "jti": str(new_id()),
            "typ": _CLAIM_TYPE,
        },
        key,
        algorithms=[ALGORITHM],
    )


def read(keys: Ring, token: str) -> AccessClaims:
    """Return the claims of a genuine token whose time is not over, or raise `SessionEnded`."""
    digest = hashlib.sha256(f"{keys.id}.{token}".encode()).digest()
    known = _genuine.get(digest) or _remember(digest, *_decode(keys, token, allow_expired=False))
    if utc_now().timestamp() >= known[1] + _LEEWAY_SECONDS:
        raise SessionEnded("Sign in again.")
    return known[0]


def read_expired(keys: Ring, token: str) -> AccessClaims:
    """Return the claims of a genuine token, whether its time is over or not, or raise `SessionEnded`."""
    return _decode(keys, token, allow_expired=True)[0]


def _remember(digest: bytes, claims: AccessClaims, ends: int) -> tuple[AccessClaims, int]:
    while len(_genuine) >= _REMEMBERED:
        del _genuine[next(iter(_genuine))]
    _genuine[digest] = claims, ends
    return _genuine[digest]


def _decode(keys: Ring, token: str, *, allow_expired: bool) -> tuple[AccessClaims, int]:
    """Return whom a genuine token speaks for, and when it ends."""
    try:
        # The key is found by its name among ours, and by nothing else that the header may say.
        key = keys.by_kid.get(_kid_of(token))
        if key is None:
            raise SessionEnded
        decoded = jwt.decode(token, key, algorithms=[ALGORITHM])
        if decoded.header.get("typ") != _HEADER_TYPE:
            raise SessionEnded
        _registry(allow_expired=allow_expired).validate(decoded.claims)
        return _claims_of(decoded.claims), int(decoded.claims["exp"])
    except (JoseError, ValueError) as error:
        raise SessionEnded from error


def _kid_of(token: str) -> str:
    """Return what the header of `token` says of its key; nothing is believed of it but which of our keys to try."""
    if len(token) > _LONGEST:
        raise SessionEnded
    try:
        header = json.loads(urlsafe_b64decode(token.partition(".")[0].encode() + b"=="))
    except (ValueError, RecursionError):
        raise SessionEnded from None
    kid = header.get("kid") if isinstance(header, dict) else None
    if not isinstance(kid, str):
        raise SessionEnded
    return kid


@cache
def _registry(*, allow_expired: bool) -> jwt.JWTClaimsRegistry:
    essential = {"essential": True}
    leeway = int(timedelta(days=3650).total_seconds()) if allow_expired else _LEEWAY_SECONDS
    return jwt.JWTClaimsRegistry(
        leeway=leeway,
        iss={"essential": True, "value": ISSUER},
        aud={"essential": True, "value": AUDIENCE},
        typ={"essential": True, "value": _CLAIM_TYPE},
        **dict.fromkeys(("sub", "sid", "org", "iat", "exp", "jti"), essential),  # type: ignore[arg-type]
    )


def _claims_of(claims: dict[str, Any]) -> AccessClaims:
    return AccessClaims(
        account_id=AccountId(UUID(str(claims["sub"]))),
        session_id=UUID(str(claims["sid"])),
        organization_id=OrganizationId(UUID(str(claims["org"]))),
    )
