"""Domains: proved by a record in DNS, for one organization alone, and what an address of one gives."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from coditect.kernel.ids import new_id
from coditect.organizations.domains import joining, service
from tests.abuse.members.joining import API, accept, invite, refusal
from tests.identity.house import House, login
from tests.projects.house import member, run_projects_house
from tests.servers.names import NameServer, run_name_server

DOMAINS = f"{API}/domains"
JOINABLE = f"{API}/me/joinable"


@pytest.fixture(scope="module")
def names() -> Iterator[NameServer]:
    with run_name_server() as server:
        yield server


@pytest.fixture
async def house(migrated_database_url: str, tmp_path: Path, names: NameServer) -> AsyncIterator[House]:
    folder = tmp_path / "house"
    async with run_projects_house(migrated_database_url, folder, dns_servers=names.address) as running:
        yield running


async def claim(by: httpx.AsyncClient, name: str) -> dict[str, Any]:
    answer = await by.post(DOMAINS, json={"name": name})
    assert answer.status_code == 201, answer.text
    made: dict[str, Any] = answer.json()
    return made


async def verify(by: httpx.AsyncClient, domain: dict[str, Any]) -> httpx.Response:
    return await by.post(f"{DOMAINS}/{domain['id']}/verify")


async def own(by: httpx.AsyncClient, names: NameServer, name: str, joining: str) -> dict[str, Any]:
    """Have an organization own a domain, and let people join by it."""
    domain = await claim(by, name)
    names.serve({domain["record_name"]: domain["record_value"]})
    assert (await verify(by, domain)).status_code == 200
    chosen = {"joining": joining, "role": "analyst"}
    assert (await by.put(f"{DOMAINS}/{domain['id']}", json=chosen)).status_code == 200
    return domain


async def people(by: httpx.AsyncClient) -> dict[str, str]:
    return {one["email"]: one["role"] for one in (await by.get(f"{API}/members")).json()["items"]}


async def organization_of(client: httpx.AsyncClient) -> dict[str, str]:
    return {"organization_id": (await client.get(f"{API}/me")).json()["active_organization_id"]}


async def test_only_a_record_in_dns_proves_a_domain(
    ada: httpx.AsyncClient, names: NameServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    domain = await claim(ada, "Bücher.example.")
    assert domain["record_name"] == "_coditect-challenge.xn--bcher-kva.example"
    names.serve({})
    assert refusal(await verify(ada, domain)) == (409, "record_missing")
    names.serve({domain["record_name"]: "coditect-verification=of-another"})
    assert refusal(await verify(ada, domain)) == (409, "record_missing")
    chosen = {"joining": "automatic", "role": "viewer"}
    early = await ada.put(f"{DOMAINS}/{domain['id']}", json=chosen)
    assert refusal(early) == (409, "domain_not_verified")
    names.serve({domain["record_name"]: domain["record_value"]})
    assert (await verify(ada, domain)).json()["verified_at"] is not None
    names.stop()
    other = await claim(ada, "other.example")
    assert refusal(await verify(ada, other)) == (503, "names_unavailable")
    # Counter-test: if the text did not count, whoever asks would own it.
    names.serve({other["record_name"]: "coditect-verification=of-another"})
    monkeypatch.setattr(service, "is_proved", lambda *_: True)
    assert (await verify(ada, other)).status_code == 200


async def test_nobody_claims_what_is_everybodys_or_anothers(
    ada: httpx.AsyncClient, eve: httpx.AsyncClient, names: NameServer
) -> None:
    for name in ("gmail.com", "GMX.de", "localhost", "10.0.0.1", "under_score.example", "a..example"):
        assert refusal(await ada.post(DOMAINS, json={"name": name})) == (422, "invalid_input"), name
    first = await own(ada, names, "herons.example", "on_request")
    assert refusal(await ada.post(DOMAINS, json={"name": "herons.example"})) == (409, "domain_claimed")
    # To claim is free, so that nobody finds out; even with the record, it stays with the first.
    second = await claim(eve, "herons.example")
    names.serve({second["record_name"]: second["record_value"]})
    assert refusal(await verify(eve, second)) == (409, "domain_taken")
    for method, path, body in (
        ("POST", f"{first['id']}/verify", None),
        ("PUT", first["id"], {"joining": "automatic", "role": "viewer"}),
        ("DELETE", first["id"], None),
    ):
        assert refusal(await eve.request(method, f"{DOMAINS}/{path}", json=body)) == (404, "domain_not_found")
    # Counter-test: once it was given up, the same claim is good.
    assert (await ada.delete(f"{DOMAINS}/{first['id']}")).status_code == 204
    assert (await verify(eve, second)).status_code == 200


async def test_a_confirmed_address_joins_by_itself_where_the_owner_chose_so(
    house: House, ada: httpx.AsyncClient, names: NameServer
) -> None:
    await own(ada, names, "herons.example", "automatic")
    _, invitation = await invite(house, ada, "grace@herons.example", "admin")
    async with member(house, "grace@herons.example") as grace:
        # An invitation comes first, since it says what she shall be.
        await house.deliver()
        assert await people(ada) == {"ada@example.com": "owner"}
        assert (await accept(grace, invitation)).json()["role"] == "admin"
        graces = (await grace.get(f"{API}/me")).json()["account"]["id"]
        assert (await ada.delete(f"{API}/members/{graces}")).status_code == 204
    async with house.client() as linus, house.client() as near:
        body = {"email": "linus@herons.example", "password": "seven quiet herons at dawn"}
        assert (await linus.post(f"{API}/auth/register", json=body)).status_code == 201
        await house.deliver()
        # Not before the address is confirmed, or anybody could come as anybody.
        assert await people(ada) == {"ada@example.com": "owner"}
        token = await house.mailed_token("linus@herons.example")
        assert (await linus.post(f"{API}/auth/verify-email", json={"token": token})).status_code == 204
        await house.signed_in(near, "linus@not.herons.example")
        await house.deliver()
        assert await people(ada) == {"ada@example.com": "owner", "linus@herons.example": "analyst"}
        answer = await login(linus, "linus@herons.example")
        linus.headers["authorization"] = f"Bearer {answer['access_token']}"
        assert len((await linus.get(f"{API}/me")).json()["organizations"]) == 2


async def test_who_may_join_is_asked_and_who_was_removed_stays_out(
    house: House,
    ada: httpx.AsyncClient,
    eve: httpx.AsyncClient,
    names: NameServer,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    domain = await own(ada, names, "herons.example", "on_request")
    place = await organization_of(ada)
    async with member(house, "linus@herons.example") as linus:
        assert await people(ada) == {"ada@example.com": "owner"}
        [offered] = (await linus.get(JOINABLE)).json()["items"]
        assert (offered["organization_id"], offered["role"]) == (place["organization_id"], "analyst")
        assert (await eve.get(JOINABLE)).json()["items"] == []
        assert refusal(await eve.post(JOINABLE, json=place)) == (403, "not_joinable")
        elsewhere = {"organization_id": str(new_id())}
        assert refusal(await linus.post(JOINABLE, json=elsewhere)) == (403, "not_joinable")
        assert (await linus.post(JOINABLE, json=place)).json() == {**place, "role": "analyst"}
        account_id = (await linus.get(f"{API}/me")).json()["account"]["id"]
        assert (await ada.delete(f"{API}/members/{account_id}")).status_code == 204
        assert (await linus.get(JOINABLE)).json()["items"] == []
        assert refusal(await linus.post(JOINABLE, json=place)) == (403, "not_joinable")
        # An invitation brings them back; after leaving by themselves, the domain does too.
        _, token = await invite(house, ada, "linus@herons.example", "viewer")
        assert (await accept(linus, token)).status_code == 200
        await linus.post(f"{API}/me/organization", json=place)
        switched = (await linus.post(f"{API}/me/organization", json=place)).json()
        linus.headers["authorization"] = f"Bearer {switched['access_token']}"
        assert (await linus.delete(f"{API}/members/me")).status_code == 204
        nobody = {"joining": "nobody", "role": "analyst"}
        assert (await ada.put(f"{DOMAINS}/{domain['id']}", json=nobody)).status_code == 200
        assert refusal(await linus.post(JOINABLE, json=place)) == (403, "not_joinable")
        # Counter-test: if nothing were asked, the same request would let them in.

        async def unasked(*_: object) -> bool:
            return True

        monkeypatch.setattr(joining, "_is_open_to", unasked)
        assert (await linus.post(JOINABLE, json=place)).status_code == 200
