"""From a provider's word to an account, on both databases; the provider is a port that says what the test wants."""

import re
from collections.abc import AsyncIterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from sqlalchemy import select, update

from coditect.identity.federation import providers
from coditect.identity.federation.flow import Flow, same_site_path
from coditect.identity.federation.models import FederatedIdentity
from coditect.identity.federation.person import Person
from coditect.identity.models import Account
from coditect.kernel.scope import NOBODY
from tests.identity.factors.person import forget_delays, grow_old
from tests.identity.house import PASSWORD, House, login, run_house

AUTH = "/api/v1/auth"


class Elsewhere:
    """A provider of the test's own: whoever comes back is who the test says."""

    key, name = "oidc", "Elsewhere"

    def __init__(self) -> None:
        self.says = Person("https://elsewhere.test", "1", "ada@example.com", True, "Ada", False)

    async def address(self, flow: Flow, redirect_uri: str) -> str:
        return f"https://elsewhere.test/authorize?state={flow.state}&redirect_uri={redirect_uri}"

    async def person(self, flow: Flow, code: str, issuer: str | None, redirect_uri: str) -> Person:
        del flow, code, issuer, redirect_uri
        return self.says


@pytest.fixture
async def house(migrated_database_url: str, tmp_path: Path) -> AsyncIterator[House]:
    async with run_house(migrated_database_url, tmp_path / "data", google_client_id="us") as running:
        yield running


@pytest.fixture
def elsewhere(monkeypatch: pytest.MonkeyPatch) -> Elsewhere:
    provider = Elsewhere()
    monkeypatch.setattr(providers, "providers_of", lambda _: {"oidc": provider})
    return provider


async def come_back(client: httpx.AsyncClient, next_path: str = "/projects") -> httpx.Response:
    """Go to the provider and back."""
    begun = await client.get(f"{AUTH}/oauth/oidc/start", params={"next": next_path})
    assert begun.status_code == 303, begun.text
    state = parse_qs(urlsplit(begun.headers["location"]).query)["state"][0]
    return await client.get(f"{AUTH}/oauth/callback", params={"state": state, "code": "c"})


async def me(client: httpx.AsyncClient) -> dict[str, object]:
    answer = await client.get("/api/v1/me")
    assert answer.status_code == 200, answer.text
    body: dict[str, object] = answer.json()
    return body


async def test_only_configured_providers_are_offered(client: httpx.AsyncClient) -> None:
    offered = (await client.get(f"{AUTH}/oauth/providers")).json()["items"]
    assert offered == [{"key": "google", "name": "Google"}]
    refused = await client.get(f"{AUTH}/oauth/github/start")
    assert (refused.status_code, refused.json()["code"]) == (404, "provider_unknown")


async def test_who_comes_first_gets_account_and_organization(
    house: House, client: httpx.AsyncClient, elsewhere: Elsewhere
) -> None:
    back = await come_back(client)
    assert (back.status_code, back.headers["location"]) == (303, "/projects")
    body = await me(client)
    assert body["account"]["email"] == "ada@example.com"  # type: ignore[index]
    assert body["account"]["email_verified"]  # type: ignore[index]
    assert len(body["organizations"]) == 1  # type: ignore[arg-type]
    async with house.client() as again:
        await come_back(again)
        assert (await me(again))["account"]["id"] == body["account"]["id"]  # type: ignore[index]
    assert await house.mails("ada@example.com") == []


async def test_an_address_that_changes_hands_changes_no_account(
    house: House, client: httpx.AsyncClient, elsewhere: Elsewhere
) -> None:
    await come_back(client)
    first = (await me(client))["account"]
    elsewhere.says = Person("https://elsewhere.test", "2", "ada@example.com", True, "Eve", False)
    async with house.client() as eve:
        back = await come_back(eve)
        assert back.headers["location"] == "/login?problem=account_exists"
    elsewhere.says = Person("https://elsewhere.test", "1", "new@example.com", True, "Ada", False)
    async with house.client() as ada:
        await come_back(ada)
        assert (await me(ada))["account"] == first


@pytest.mark.parametrize(
    ("email", "verified"), [("ada@example.com", False), (None, False), ("no address", True)]
)
async def test_an_address_that_nobody_vouches_for_opens_nothing(
    client: httpx.AsyncClient, elsewhere: Elsewhere, email: str | None, verified: bool
) -> None:
    elsewhere.says = Person("https://elsewhere.test", "1", email, verified, "Ada", False)
    assert (await come_back(client)).headers["location"] == "/login?problem=provider_email_unverified"
    assert (await client.get("/api/v1/me")).status_code == 401


async def test_an_account_with_a_password_is_connected_from_inside(
    house: House, client: httpx.AsyncClient, elsewhere: Elsewhere
) -> None:
    await house.signed_in(client, "ada@example.com")
    begun = await client.post(f"{AUTH}/oauth/oidc/connect", json={"next": "/settings"})
    state = parse_qs(urlsplit(begun.json()["location"]).query)["state"][0]
    back = await client.get(f"{AUTH}/oauth/callback", params={"state": state, "code": "c"})
    assert back.headers["location"] == "/settings"
    (identity,) = (await client.get(f"{AUTH}/identities")).json()["items"]
    assert identity["provider"] == "oidc"
    async with house.client() as other:
        await come_back(other)
        assert (await me(other))["account"]["email"] == "ada@example.com"  # type: ignore[index]
    assert (await client.delete(f"{AUTH}/identities/{identity['id']}")).status_code == 204
    async with house.client() as other:
        assert (await come_back(other)).headers["location"] == "/login?problem=account_exists"


async def test_connecting_asks_for_a_recent_proof(
    house: House, client: httpx.AsyncClient, elsewhere: Elsewhere
) -> None:
    from datetime import timedelta

    from coditect.identity.models import SignInSession
    from coditect.kernel.clock import utc_now

    await house.signed_in(client, "ada@example.com")
    async with house.platform.database.write(NOBODY) as session:
        await session.execute(
            update(SignInSession).values(authenticated_at=utc_now() - timedelta(minutes=11))
        )
    refused = await client.post(f"{AUTH}/oauth/oidc/connect", json={})
    assert refused.status_code == 403
    await login(client, "ada@example.com")
    assert (await client.post(f"{AUTH}/oauth/oidc/connect", json={})).status_code == 200


async def test_the_last_way_in_stays(client: httpx.AsyncClient, elsewhere: Elsewhere) -> None:
    await come_back(client)
    found = (await client.get(f"{AUTH}/identities")).json()
    assert not found["has_password"]
    refused = await client.delete(f"{AUTH}/identities/{found['items'][0]['id']}")
    assert (refused.status_code, refused.json()["code"]) == (409, "last_way_in")


async def test_an_identity_belongs_to_one_account(
    house: House, client: httpx.AsyncClient, elsewhere: Elsewhere
) -> None:
    await come_back(client)
    async with house.client() as eve:
        await house.signed_in(eve, "eve@example.com")
        begun = await eve.post(f"{AUTH}/oauth/oidc/connect", json={})
        state = parse_qs(urlsplit(begun.json()["location"]).query)["state"][0]
        back = await eve.get(f"{AUTH}/oauth/callback", params={"state": state, "code": "c"})
        assert back.headers["location"] == "/settings?tab=connections&problem=identity_taken"


async def test_nobody_signs_in_with_a_password_where_there_is_none(
    client: httpx.AsyncClient, elsewhere: Elsewhere
) -> None:
    """The hash that stands in for none has a password, which must open nothing."""
    await come_back(client)
    for password in ("the password of nobody", PASSWORD, "x"):
        body = {"email": "ada@example.com", "password": password}
        assert (await client.post(f"{AUTH}/login", json=body)).status_code == 401


async def test_a_provider_is_no_way_around_the_second_factor(
    house: House, client: httpx.AsyncClient, elsewhere: Elsewhere
) -> None:
    from coditect.identity.factors.models import SecondFactor
    from coditect.kernel.clock import utc_now

    await come_back(client)
    async with house.platform.database.write(NOBODY) as session:
        account_id = await session.scalar(select(Account.id))
        session.add(
            SecondFactor(
                account_id=account_id, kind="email", last_step=0, created_at=utc_now(), confirmed_at=utc_now()
            )
        )
    async with house.client() as other:
        back = await come_back(other)
        assert back.headers["location"].startswith("/login?next=%2Fprojects#mfa_token=")
        assert (await other.get("/api/v1/me")).status_code == 401
        elsewhere.says = Person("https://elsewhere.test", "1", "ada@example.com", True, "Ada", True)
        assert (await come_back(other)).headers["location"] == "/projects"


def test_only_a_path_of_this_site_is_gone_to() -> None:
    for path in ("/", "/projects/1?tab=x#y", "/a//b"):
        assert same_site_path(path) == path
    for foreign in (
        "//evil.test",
        "/\\evil.test",
        "\\\\evil.test",
        "https://evil.test",
        "/\t/evil.test",
        "/%0d\n/evil",
        "javascript:alert(1)",
        "@evil.test",
        "",
        None,
        "/" + "x" * 3000,
    ):
        assert same_site_path(foreign) == "/", foreign


async def test_the_planted_password_falls_when_the_owner_comes(
    house: House, client: httpx.AsyncClient, elsewhere: Elsewhere
) -> None:
    async with house.client("10.6.6.6") as eve:
        body = {"email": "ada@example.com", "password": PASSWORD}
        await eve.post(f"{AUTH}/register", json=body)
        token = await house.mailed_token("ada@example.com")
        await come_back(client)
        async with house.platform.database.read(NOBODY) as session:
            known = (await session.scalars(select(FederatedIdentity))).all()
        assert len(known) == 1
        assert (await eve.post(f"{AUTH}/login", json=body)).status_code == 401
        assert (await eve.post(f"{AUTH}/verify-email", json={"token": token})).status_code == 410
        assert (await eve.post(f"{AUTH}/login", json=body)).status_code == 401


async def test_who_has_neither_password_nor_second_factor_proves_themselves_by_mail(
    house: House, client: httpx.AsyncClient, elsewhere: Elsewhere
) -> None:
    """Without it, whoever a provider signs in could change nothing about their account ten minutes later."""
    await come_back(client)
    await grow_old(house)
    refused = await client.post("/api/v1/me/factors/totp")
    assert (refused.status_code, refused.json()["methods"]) == (403, ["email"])
    prove = f"{AUTH}/reauthenticate"
    assert (await client.post(f"{prove}/send", json={"method": "sms"})).status_code == 409
    assert (await client.post(f"{prove}/send", json={"method": "email"})).status_code == 202
    code = re.findall(r"\b\d{6}\b", (await house.mails("ada@example.com"))[0].text)[0]
    wrong = f"{(int(code) + 1) % 1_000_000:06}"
    assert (await client.post(prove, json={"code": wrong})).status_code == 401
    await forget_delays(house)
    assert (await client.post(prove, json={"code": code})).status_code == 204
    assert (await client.post("/api/v1/me/factors/totp")).status_code == 200
    # Who has a password is asked for that: an open mailbox beside an open browser is not enough.
    async with house.client() as grace:
        await house.signed_in(grace, "grace@example.com")
        await grow_old(house)
        assert (await grace.post(f"{prove}/send", json={"method": "email"})).status_code == 409
