"""Access tokens: signed for ten minutes, and every claim is checked when one comes back."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID
from weakref import WeakKeyDictionary

from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import OKPKey

from coditect.identity.errors import SessionEnded
from coditect.kernel.clock import utc_now
from coditect.kernel.db import Database
from coditect.kernel.ids import AccountId, OrganizationId, new_id
from coditect.kernel.keys import instance_key

LIFETIME = timedelta(minutes=10)

ISSUER = "urn:coditect:identity"
AUDIENCE = "urn:coditect:api"
ALGORITHM = "Ed25519"
_HEADER_TYPE = "at+jwt"
_CLAIM_TYPE = "access"
_LONGEST = 2048

_keys: WeakKeyDictionary[Database, OKPKey] = WeakKeyDictionary()


@dataclass(frozen=True)
class AccessClaims:
    """Whom a token speaks for."""

    account_id: AccountId
    session_id: UUID
    organization_id: OrganizationId


async def signing_key(database: Database) -> OKPKey:
    """Return the key of this installation; call it before a writing unit of work begins."""
    if database not in _keys:
        secret = await instance_key(database, "identity.access-tokens")
        key = OKPKey.derive_key(secret, "Ed25519", kdf_options={"info": b"coditect access tokens"})
        _keys[database] = OKPKey.import_key(key.as_dict(private=True), {"kid": key.thumbprint()})
    return _keys[database]


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


def read(key: OKPKey, token: str, *, allow_expired: bool = False) -> AccessClaims:
    """Return the claims of a genuine token, or raise `SessionEnded`.

    A session may also be ended by a token whose time is over: `allow_expired`.
    """
    try:
        if len(token) > _LONGEST:
            raise SessionEnded
        decoded = jwt.decode(token, key, algorithms=[ALGORITHM])
        if decoded.header.get("typ") != _HEADER_TYPE or decoded.header.get("kid") != key.kid:
            raise SessionEnded
        _registry(allow_expired=allow_expired).validate(decoded.claims)
        return _claims_of(decoded.claims)
    except (JoseError, ValueError) as error:
        raise SessionEnded from error


def _registry(*, allow_expired: bool) -> jwt.JWTClaimsRegistry:
    essential = {"essential": True}
    leeway = int(timedelta(days=3650).total_seconds()) if allow_expired else 5
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
