"""A provider of OpenID Connect: found by its issuer, and believed only where every check holds."""

import hmac
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from joserfc import jws, jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet
from pydantic import SecretStr

from coditect.identity.federation.asking import ask
from coditect.identity.federation.errors import AssertionRefused, ProviderUnavailable
from coditect.identity.federation.flow import Flow
from coditect.identity.federation.person import Person

ALGORITHMS = ("RS256", "PS256", "ES256", "ES384", "RS384", "RS512", "PS384", "PS512", "EdDSA", "Ed25519")
"""Signatures by keys that only the provider has. Neither `none` nor any with a shared secret."""

KEPT_SECONDS = 3600.0
_LEEWAY = 60
_LONGEST_SUBJECT = 255

_metadata: dict[str, tuple[float, Mapping[str, Any]]] = {}
_key_sets: dict[str, tuple[float, KeySet]] = {}


@dataclass(frozen=True)
class OpenIdProvider:
    """One provider with the id and secret that it gave us."""

    key: str
    name: str
    issuer: str
    client_id: str
    client_secret: SecretStr | None = field(repr=False)
    repeats_nonce: bool = True
    second_factor_counts: bool = False

    async def address(self, flow: Flow, redirect_uri: str) -> str:
        """Return where to send the browser."""
        metadata = await self._discover()
        asked = {
            "response_type": "code",
            "client_id": self.client_id,
            "redirect_uri": redirect_uri,
            "scope": "openid email profile",
            "state": flow.state,
            "nonce": flow.nonce,
            "code_challenge": flow.challenge,
            "code_challenge_method": "S256",
        }
        endpoint = str(metadata["authorization_endpoint"])
        return f"{endpoint}{'&' if '?' in endpoint else '?'}{urlencode(asked)}"

    async def person(self, flow: Flow, code: str, issuer: str | None, redirect_uri: str) -> Person:
        """Redeem the code, check the ID token, and return who it speaks of."""
        metadata = await self._discover()
        self._check_issuer(metadata, issuer)
        tokens = await self._redeem(metadata, flow, code, redirect_uri)
        claims = await self._check_id_token(metadata, str(tokens.get("id_token") or ""), flow)
        if "email" not in claims and metadata.get("userinfo_endpoint") and tokens.get("access_token"):
            told = await ask("GET", str(metadata["userinfo_endpoint"]), bearer=str(tokens["access_token"]))
            if not isinstance(told, dict) or told.get("sub") != claims["sub"]:
                raise AssertionRefused("It spoke of two different people.")
            claims = {**told, **claims}
        return Person(
            issuer=self.issuer,
            subject=str(claims["sub"]),
            email=_text(claims.get("email")),
            email_verified=claims.get("email_verified") in {True, "true"},
            name=_text(claims.get("name")),
            second_factor=self.second_factor_counts and "mfa" in (claims.get("amr") or ()),
        )

    async def _discover(self) -> Mapping[str, Any]:
        kept = _metadata.get(self.issuer)
        if kept is not None and time.monotonic() - kept[0] < KEPT_SECONDS:
            return kept[1]
        found = await ask("GET", f"{self.issuer.rstrip('/')}/.well-known/openid-configuration")
        if not isinstance(found, dict) or found.get("issuer") != self.issuer:
            raise ProviderUnavailable("Its description speaks of another issuer than the settings.")
        if not all(isinstance(found.get(name), str) for name in _ENDPOINTS):
            raise ProviderUnavailable("Its description misses an address.")
        _metadata[self.issuer] = time.monotonic(), found
        return found

    def _check_issuer(self, metadata: Mapping[str, Any], issuer: str | None) -> None:
        """Refuse an answer of another provider than the one that the browser was sent to (RFC 9207)."""
        required = metadata.get("authorization_response_iss_parameter_supported") is True
        if (issuer is not None or required) and issuer != self.issuer:
            raise AssertionRefused("Another provider answered than the one that was asked.")

    async def _redeem(
        self, metadata: Mapping[str, Any], flow: Flow, code: str, redirect_uri: str
    ) -> Mapping[str, Any]:
        form = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": redirect_uri,
            "code_verifier": flow.verifier,
        }
        auth = None
        secret = self.client_secret.get_secret_value() if self.client_secret else None
        ways = metadata.get("token_endpoint_auth_methods_supported") or ("client_secret_basic",)
        # Some name both and take one; the first of their list is the one that they mean.
        first = next((way for way in ways if way in {"client_secret_basic", "client_secret_post"}), None)
        if secret is not None and first == "client_secret_basic":
            auth = (self.client_id, secret)
        else:
            form |= {"client_id": self.client_id} | ({"client_secret": secret} if secret else {})
        tokens = await ask("POST", str(metadata["token_endpoint"]), form=form, auth=auth)
        if not isinstance(tokens, dict):
            raise ProviderUnavailable("Its answer has no tokens.")
        return tokens

    async def _check_id_token(self, metadata: Mapping[str, Any], token: str, flow: Flow) -> dict[str, Any]:
        allowed = [
            name
            for name in metadata.get("id_token_signing_alg_values_supported") or ("RS256",)
            if name in ALGORITHMS
        ]
        try:
            keys = await self._keys(metadata, token)
            claims = jwt.decode(token, keys, algorithms=allowed).claims
            self._registry().validate(claims)
        except (JoseError, ValueError, KeyError, TypeError) as error:
            raise AssertionRefused(f"Its ID token does not hold ({type(error).__name__}).") from None
        self._check_audience(claims)
        if self.repeats_nonce and not hmac.compare_digest(
            str(claims.get("nonce")).encode(), flow.nonce.encode()
        ):
            raise AssertionRefused("Its ID token was made for another sign-in.")
        if not 0 < len(str(claims["sub"])) <= _LONGEST_SUBJECT:
            raise AssertionRefused("Its ID token names nobody.")
        return claims

    def _registry(self) -> jwt.JWTClaimsRegistry:
        return jwt.JWTClaimsRegistry(
            leeway=_LEEWAY,
            iss={"essential": True, "value": self.issuer},
            sub={"essential": True},
            aud={"essential": True, "value": self.client_id},
            exp={"essential": True},
            iat={"essential": True},
        )

    def _check_audience(self, claims: Mapping[str, Any]) -> None:
        several = isinstance(claims["aud"], list) and len(claims["aud"]) > 1
        if (several or "azp" in claims) and claims.get("azp") != self.client_id:
            raise AssertionRefused("Its ID token was made for another program.")

    async def _keys(self, metadata: Mapping[str, Any], token: str) -> KeySet:
        """Return the provider's keys, read anew when a token names one that is not among them."""
        address = str(metadata["jwks_uri"])
        kid = jws.extract_compact(token.encode()).headers().get("kid")
        kept = _key_sets.get(address)
        if kept is not None:
            age = time.monotonic() - kept[0]
            known = kid is None or any(key.kid == kid for key in kept[1].keys)
            if age < KEPT_SECONDS and (known or age < 5):
                return kept[1]
        found = KeySet.import_key_set(_only_public(await ask("GET", address)))
        _key_sets[address] = time.monotonic(), found
        return found


def _only_public(found: Any) -> Any:
    """Leave out keys of kinds that nobody signs ID tokens with; one odd key shall not spoil the set."""
    keys = found.get("keys") if isinstance(found, dict) else None
    if not isinstance(keys, list):
        raise ProviderUnavailable("It publishes no keys.")
    return {
        "keys": [
            {name: value for name, value in key.items() if name in _KEY_MEMBERS}
            for key in keys
            if isinstance(key, dict) and key.get("kty") in {"RSA", "EC", "OKP"} and key.get("use") != "enc"
        ]
    }


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) and value else None


_ENDPOINTS = ("authorization_endpoint", "token_endpoint", "jwks_uri")
_KEY_MEMBERS = {"kty", "kid", "use", "alg", "n", "e", "crv", "x", "y"}
