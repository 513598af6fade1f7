"""Tokens for other programs: ID tokens that say who somebody is, access tokens that open `userinfo` and nothing else."""

import base64
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from joserfc import jws, jwt
from joserfc.errors import JoseError

from coditect.identity.models import Account
from coditect.identity.provider.errors import Refusal
from coditect.identity.signing_keys import Ring
from coditect.kernel.clock import utc_now
from coditect.kernel.ids import new_id

LIFETIME = timedelta(minutes=10)
USERINFO = "/oauth/userinfo"
_LONGEST = 4096


@dataclass(frozen=True)
class Facts:
    """What a grant says about a sign-in."""

    grant_id: UUID
    client_id: str
    session_id: UUID
    scopes: Sequence[str]
    nonce: str | None
    methods: Sequence[str]
    authenticated_at: datetime


def access_token(keys: Ring, issuer: str, account: Account, facts: Facts) -> str:
    """Return a token for `userinfo` (RFC 9068); our own interface takes tokens of other keys, issuer and audience."""
    return _signed(
        keys,
        "at+jwt",
        {
            "iss": issuer,
            "aud": issuer + USERINFO,
            "sub": str(account.id),
            "client_id": facts.client_id,
            "scope": " ".join(facts.scopes),
            "gid": str(facts.grant_id),
            "jti": str(new_id()),
        },
    )


def id_token(keys: Ring, issuer: str, account: Account, facts: Facts, access: str) -> str:
    """Return who signed in, for the program alone."""
    half = hashlib.sha256(access.encode()).digest()[:16]
    claims: dict[str, Any] = {
        "iss": issuer,
        "aud": facts.client_id,
        "auth_time": int(facts.authenticated_at.timestamp()),
        "amr": list(facts.methods),
        "sid": str(facts.session_id),
        "at_hash": base64.urlsafe_b64encode(half).decode().rstrip("="),
        **person(account, facts.scopes),
    }
    if facts.nonce is not None:
        claims["nonce"] = facts.nonce
    return _signed(keys, "JWT", claims)


def person(account: Account, scopes: Sequence[str]) -> dict[str, Any]:
    """Return what a program may know of somebody."""
    claims: dict[str, Any] = {"sub": str(account.id)}
    if "profile" in scopes:
        claims["name"] = account.name
    if "email" in scopes:
        claims |= {"email": account.email, "email_verified": account.verified_at is not None}
    return claims


def read_access_token(keys: Ring, issuer: str, token: str) -> UUID:
    """Return the grant of a genuine access token of ours for other programs, or raise `Refusal`."""
    claims = _decoded(keys, token, "at+jwt", issuer=issuer, audience=issuer + USERINFO, leeway=5)
    return UUID(str(claims["gid"]))


def read_id_token(keys: Ring, issuer: str, token: str) -> dict[str, Any]:
    """Return the claims of an ID token of ours, whether its time is over or not, or raise `Refusal`."""
    return _decoded(
        keys, token, "JWT", issuer=issuer, audience=None, leeway=int(timedelta(days=3650).total_seconds())
    )


def kid_of(token: str) -> str | None:
    """Return which key the token says it was signed by; nothing else of its header is used."""
    try:
        kid = jws.extract_compact(token.encode()).headers().get("kid")
    except (JoseError, ValueError):
        return None
    return kid if isinstance(kid, str) else None


def _signed(keys: Ring, kind: str, claims: dict[str, Any]) -> str:
    now = int(utc_now().timestamp())
    return jwt.encode(
        {"alg": keys.algorithm, "typ": kind, "kid": keys.current.kid},
        {**claims, "iat": now, "exp": now + int(LIFETIME.total_seconds())},
        keys.current,
        algorithms=[keys.algorithm],
    )


def _decoded(
    keys: Ring, token: str, kind: str, *, issuer: str, audience: str | None, leeway: int
) -> dict[str, Any]:
    essential: dict[str, Any] = {"essential": True}
    wanted: dict[str, Any] = {
        "iss": {**essential, "value": issuer},
        "sub": essential,
        "exp": essential,
        "iat": essential,
    }
    wanted["aud"] = essential if audience is None else {**essential, "value": audience}
    invalid = Refusal("invalid_token", "The token is not valid.", status=401)
    if len(token) > _LONGEST:
        raise invalid
    try:
        decoded = jwt.decode(token, keys.by_kid[str(kid_of(token))], algorithms=[keys.algorithm])
        jwt.JWTClaimsRegistry(leeway=leeway, **wanted).validate(decoded.claims)
    except (JoseError, ValueError, KeyError) as error:
        raise invalid from error
    if decoded.header.get("typ") != kind:
        raise invalid
    return decoded.claims
