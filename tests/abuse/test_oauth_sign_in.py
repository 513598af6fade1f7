"""Abuse of signing in by a provider: state, issuer, ID tokens, redirects. Each defence is switched off once to be seen at work."""

import base64
import hmac
import json
import time
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from joserfc import jwt
from joserfc.jwk import RSAKey

from coditect.identity.federation import flow as flows
from coditect.identity.federation import oidc, routes
from coditect.identity.federation.oidc import OpenIdProvider
from tests.identity.house import House, run_house

AUTH = "/api/v1/auth"
ISSUER = "https://provider.test"
KEY = RSAKey.generate_key(2048, {"kid": "one"})
Claims = dict[str, Any]


class Provider:
    """What a provider answers, as the test wants it."""

    def __init__(self) -> None:
        self.nonce = ""
        self.challenge = ""
        self.change: Callable[[Claims], Claims] = lambda claims: claims
        self.sign: Callable[[Claims], str] = lambda claims: jwt.encode(
            {"alg": "RS256", "kid": "one"}, claims, KEY, algorithms=["RS256"]
        )

    async def ask(self, method: str, url: str, **asked: Any) -> Any:
        del method
        if url.endswith("/openid-configuration"):
            return {
                "issuer": ISSUER,
                "authorization_endpoint": f"{ISSUER}/authorize",
                "token_endpoint": f"{ISSUER}/token",
                "jwks_uri": f"{ISSUER}/keys",
                "id_token_signing_alg_values_supported": ["RS256", "HS256", "none"],
                "authorization_response_iss_parameter_supported": True,
            }
        if url.endswith("/keys"):
            return {"keys": [KEY.as_dict(private=False)]}
        assert flows.s256(asked["form"]["code_verifier"]) == self.challenge, "another verifier than at first"
        now = int(time.time())
        claims = {
            "iss": ISSUER,
            "aud": "us",
            "sub": "1",
            "nonce": self.nonce,
            "iat": now,
            "exp": now + 60,
            "email": "ada@example.com",
            "email_verified": True,
        }
        return {"id_token": self.sign(self.change(claims))}


@pytest.fixture
async def house(migrated_database_url: str, tmp_path: Path) -> AsyncIterator[House]:
    settings = {"oidc_issuer": ISSUER, "oidc_client_id": "us", "oidc_client_secret": "known to both"}
    async with run_house(migrated_database_url, tmp_path / "data", **settings) as running:
        yield running


@pytest.fixture
async def ada(house: House) -> AsyncIterator[httpx.AsyncClient]:
    async with house.client() as client:
        yield client


@pytest.fixture
def provider(monkeypatch: pytest.MonkeyPatch) -> Provider:
    made = Provider()
    monkeypatch.setattr(oidc, "ask", made.ask)
    oidc._metadata.clear()
    oidc._key_sets.clear()
    return made


async def begin(client: httpx.AsyncClient, provider: Provider, next_path: str = "/projects") -> str:
    begun = await client.get(f"{AUTH}/oauth/oidc/start", params={"next": next_path})
    asked = {name: values[0] for name, values in parse_qs(urlsplit(begun.headers["location"]).query).items()}
    assert asked["code_challenge_method"] == "S256"
    provider.nonce, provider.challenge = asked["nonce"], asked["code_challenge"]
    return asked["state"]


async def come_back(client: httpx.AsyncClient, state: str | None, iss: str | None = ISSUER) -> str:
    given = {"state": state, "code": "c", "iss": iss}
    answer = await client.get(
        f"{AUTH}/oauth/callback", params={name: value for name, value in given.items() if value is not None}
    )
    assert answer.status_code == 303
    return str(answer.headers["location"])


async def signed_in(client: httpx.AsyncClient) -> bool:
    return (await client.get("/api/v1/me")).status_code == 200


async def test_an_answer_counts_only_in_the_browser_that_began(
    house: House, ada: httpx.AsyncClient, provider: Provider, monkeypatch: pytest.MonkeyPatch
) -> None:
    """State missing, made up, foreign, used before: else anybody could be signed in as somebody else."""
    own = await begin(ada, provider)
    async with house.client("10.6.6.6") as eve:
        eves = await begin(eve, provider)
        await begin(ada, provider)
        for state in (None, "made-up", eves):
            assert await come_back(ada, state) == "/login?problem=flow_refused"
        assert not await signed_in(ada)
        # Even with a cookie of that name, what stands in it belongs to its own state.
        ada.cookies.set(flows.cookie_of(eves), ada.cookies[flows.cookie_of(own)], path=routes.COOKIE_PATH)
        assert await come_back(ada, eves) == "/login?problem=flow_refused"
        state = await begin(ada, provider)
        assert await come_back(ada, state) == "/projects"
        assert await come_back(ada, state) == "/login?problem=flow_refused"
        # Counter-test: a flow that any browser may finish signs the victim in as whoever began it.
        kept = eve.cookies[flows.cookie_of(eves)]
        opened = flows.open_sealed

        async def unbound(database: Any, cookie: str | None, state: str | None) -> flows.Flow:
            return await opened(database, cookie or kept, state)

        monkeypatch.setattr(flows, "open_sealed", unbound)
        ada.cookies.clear()
        flow = await opened(house.platform.database, kept, eves)
        provider.nonce, provider.challenge = flow.nonce, flow.challenge
        assert await come_back(ada, eves) == "/projects"
        assert await signed_in(ada)


async def test_an_answer_of_another_provider_is_refused(
    ada: httpx.AsyncClient, provider: Provider, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Mix-up: the code of one provider is brought to another one."""
    for issuer in ("https://evil.test", None):
        assert await come_back(ada, await begin(ada, provider), issuer) == "/login?problem=assertion_refused"
    assert not await signed_in(ada)
    monkeypatch.setattr(OpenIdProvider, "_check_issuer", lambda *_: None)
    assert await come_back(ada, await begin(ada, provider), "https://evil.test") == "/projects"


async def test_nobody_is_sent_to_another_site(
    ada: httpx.AsyncClient, provider: Provider, monkeypatch: pytest.MonkeyPatch
) -> None:
    foreign = ("//evil.test", "/\\evil.test", "https://evil.test", "https://us@evil.test", "/\t/evil.test")
    for path in foreign:
        assert await come_back(ada, await begin(ada, provider, path)) == "/", path
    monkeypatch.setattr(flows, "same_site_path", lambda path: path)
    assert await come_back(ada, await begin(ada, provider, "//evil.test")) == "//evil.test"


CHANGES: dict[str, Callable[[Claims], Claims]] = {
    "nonce": lambda claims: claims | {"nonce": "of another sign-in"},
    "no nonce": lambda claims: {name: claims[name] for name in claims if name != "nonce"},
    "audience": lambda claims: claims | {"aud": "them"},
    "audiences": lambda claims: claims | {"aud": ["us", "them"]},
    "party": lambda claims: claims | {"azp": "them"},
    "issuer": lambda claims: claims | {"iss": "https://evil.test"},
    "expired": lambda claims: claims | {"exp": int(time.time()) - 300},
    "no subject": lambda claims: claims | {"sub": ""},
}


async def test_an_id_token_for_somebody_else_is_refused(
    ada: httpx.AsyncClient, provider: Provider, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, change in CHANGES.items():
        provider.change = change
        assert await come_back(ada, await begin(ada, provider)) == "/login?problem=assertion_refused", name
    assert not await signed_in(ada)
    # Counter-test: unchecked, the token of another sign-in is taken.
    provider.change = CHANGES["nonce"]
    monkeypatch.setattr("coditect.identity.federation.oidc.hmac.compare_digest", lambda *_: True)
    assert await come_back(ada, await begin(ada, provider)) == "/projects"


def encoded(value: dict[str, Any] | bytes) -> str:
    raw = value if isinstance(value, bytes) else json.dumps(value).encode()
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


def by_secret(secret: bytes) -> Callable[[Claims], str]:
    def sign(claims: Claims) -> str:
        begun = f"{encoded({'alg': 'HS256', 'kid': 'one'})}.{encoded(claims)}"
        return f"{begun}.{encoded(hmac.new(secret, begun.encode(), 'sha256').digest())}"

    return sign


def with_header(**header: Any) -> Callable[[Claims], str]:
    other = RSAKey.generate_key(2048)

    def sign(claims: Claims) -> str:
        jwk = {"jwk": other.as_dict(private=False)} if header.pop("jwk", None) else {}
        registry = (
            jwt.JWSRegistry(algorithms=["RS256"], strict_check_header=False)
            if hasattr(jwt, "JWSRegistry")
            else None
        )
        return jwt.encode(
            {"alg": "RS256", **header, **jwk}, claims, other, algorithms=["RS256"], registry=registry
        )

    return sign


async def test_only_a_key_of_the_provider_signs(
    ada: httpx.AsyncClient, provider: Provider, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`none`, a shared secret, the public key as secret, a key that the token brings along, a `kid` that leads astray."""
    forged: dict[str, Callable[[Claims], str]] = {
        "none": lambda claims: f"{encoded({'alg': 'none'})}.{encoded(claims)}.",
        "shared secret": by_secret(b"known to both"),
        "public key": by_secret(KEY.as_pem(private=False)),
        "own key": with_header(kid="one"),
        "path": with_header(kid="../../../dev/null"),
        "no kid": with_header(),
    }
    for name, sign in forged.items():
        provider.sign = sign
        assert await come_back(ada, await begin(ada, provider)) == "/login?problem=assertion_refused", name
    assert not await signed_in(ada)
    # Counter-test: where the token chooses its algorithm, a public key is all that a forger needs.
    provider.sign = forged["shared secret"]

    async def trusting(self: OpenIdProvider, metadata: Any, token: str, flow: flows.Flow) -> Claims:
        del self, metadata, flow
        claims: Claims = json.loads(base64.urlsafe_b64decode(token.split(".")[1] + "=="))
        return claims

    monkeypatch.setattr(OpenIdProvider, "_check_id_token", trusting)
    assert await come_back(ada, await begin(ada, provider)) == "/projects"
