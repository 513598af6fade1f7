"""API keys: made by people, limited by scopes and role, replaced with an overlap, ended at once."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest

from coditect.identity.api_keys import finding, service, text
from coditect.kernel.clock import utc_now
from coditect.organizations.roles import READ
from tests.identity.house import House
from tests.projects.house import member, run_projects_house

API = "/api/v1"
KEYS = f"{API}/api-keys"


@pytest.fixture
async def house(migrated_database_url: str, tmp_path: Path) -> AsyncIterator[House]:
    async with run_projects_house(migrated_database_url, tmp_path / "house") as running:
        yield running


@pytest.fixture
async def ada(house: House) -> AsyncIterator[httpx.AsyncClient]:
    async with member(house, "ada@example.com") as client:
        yield client


async def make(client: httpx.AsyncClient, *scopes: str, days: float = 30) -> dict[str, Any]:
    expires_at = (utc_now() + timedelta(days=days)).isoformat()
    body = {"name": "the build", "scopes": [*(scopes or sorted(READ))], "expires_at": expires_at}
    answer = await client.post(KEYS, json=body)
    assert answer.status_code == 201, answer.text
    made: dict[str, Any] = answer.json()
    return made


def by(key: dict[str, Any]) -> dict[str, str]:
    return {"Authorization": f"Bearer {key['key']}"}


@pytest.fixture
async def program(house: House) -> AsyncIterator[httpx.AsyncClient]:
    """Somebody without cookies."""
    async with house.client("10.0.0.9") as client:
        yield client


async def test_a_key_is_told_once_and_stored_as_a_digest(ada: httpx.AsyncClient) -> None:
    made = await make(ada)
    assert made["key"].startswith(made["hint"])
    assert len(made["hint"]) == 8
    listed = (await ada.get(KEYS)).json()["items"]
    assert listed == [{name: value for name, value in made.items() if name != "key"}]
    assert made["key"] not in (await ada.get(KEYS)).text


async def test_a_key_opens_what_its_scopes_name_and_nothing_else(
    ada: httpx.AsyncClient, program: httpx.AsyncClient
) -> None:
    reads = await make(ada)
    writes = await make(ada, "project:read", "project:write")
    assert (await program.get(f"{API}/projects", headers=by(reads))).status_code == 200
    refused = await program.post(f"{API}/projects", json={"name": "one"}, headers=by(reads))
    assert (refused.status_code, refused.json()["code"]) == (403, "permission_missing")
    made = await program.post(f"{API}/projects", json={"name": "one"}, headers=by(writes))
    assert made.status_code == 201
    # What asks for no more than membership is for readers of everything.
    assert (await program.get(f"{API}/stream?subjects=account:me", headers=by(writes))).status_code == 403


async def test_a_key_sees_who_it_is_and_only_its_organization(
    ada: httpx.AsyncClient, program: httpx.AsyncClient
) -> None:
    me = (await program.get(f"{API}/me", headers=by(await make(ada)))).json()
    assert me["account"]["email"] == "ada@example.com"
    assert [one["id"] for one in me["organizations"]] == [me["active_organization_id"]]


async def test_its_use_is_noted_at_most_once_a_minute(
    house: House, ada: httpx.AsyncClient, program: httpx.AsyncClient
) -> None:
    made = await make(ada)
    assert made["last_used_at"] is None
    for _ in range(3):
        assert (await program.get(f"{API}/projects", headers=by(made))).status_code == 200
    first = (await ada.get(KEYS)).json()["items"][0]["last_used_at"]
    assert first is not None
    finding._noted.clear()  # another process
    assert (await program.get(f"{API}/projects", headers=by(made))).status_code == 200
    assert (await ada.get(KEYS)).json()["items"][0]["last_used_at"] == first


async def test_rotation_leaves_the_old_key_its_overlap(
    ada: httpx.AsyncClient, program: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = await make(ada)
    answer = await ada.post(f"{KEYS}/{old['id']}/rotate", json={"overlap_hours": 1})
    assert answer.status_code == 201
    new = answer.json()
    states = {one["id"]: one["state"] for one in (await ada.get(KEYS)).json()["items"]}
    assert states == {old["id"]: "rotating", new["id"]: "active"}
    for key in (old, new):
        assert (await program.get(f"{API}/projects", headers=by(key))).status_code == 200
    again = await ada.post(f"{KEYS}/{old['id']}/rotate", json={})
    assert (again.status_code, again.json()["code"]) == (409, "api_key_over")
    later = utc_now() + timedelta(hours=1, minutes=1)
    monkeypatch.setattr(finding, "utc_now", lambda: later)
    monkeypatch.setattr(service, "utc_now", lambda: later)
    assert (await program.get(f"{API}/projects", headers=by(old))).status_code == 401
    assert (await program.get(f"{API}/projects", headers=by(new))).status_code == 200


async def test_a_key_ends_with_its_time(
    ada: httpx.AsyncClient, program: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = await make(ada, days=1)
    assert (await program.get(f"{API}/projects", headers=by(made))).status_code == 200
    later = utc_now() + timedelta(days=1, minutes=1)
    monkeypatch.setattr(finding, "utc_now", lambda: later)
    refused = await program.get(f"{API}/projects", headers=by(made))
    assert (refused.status_code, refused.json()["code"]) == (401, "api_key_refused")


async def test_a_key_lives_at_most_a_year(ada: httpx.AsyncClient) -> None:
    for days in (-1, 400):
        expires_at = (utc_now() + timedelta(days=days)).isoformat()
        body = {"name": "x", "scopes": ["project:read"], "expires_at": expires_at}
        answer = await ada.post(KEYS, json=body)
        assert answer.status_code == 422, days
        assert answer.json()["errors"][0]["field"] == "expires_at"


async def test_the_text_of_a_key_is_checked_before_the_database_is_asked() -> None:
    made = text.new_text()
    assert text.is_well_formed(made)
    swapped = made[:10] + ("a" if made[10] != "a" else "b") + made[11:]
    for wrong in (swapped, made[:-1], made + "0", "cdt_", made.replace("cdt_", "xyz_")):
        assert not text.is_well_formed(wrong), wrong
    assert len({text.new_text() for _ in range(100)}) == 100


async def test_a_key_has_its_rate(migrated_database_url: str, tmp_path: Path) -> None:
    folder = tmp_path / "rated"
    async with (
        run_projects_house(migrated_database_url, folder, api_key_requests_per_minute=3) as house,
        member(house, "ada@example.com") as ada,
        house.client("10.0.0.9") as program,
    ):
        one, other = await make(ada), await make(ada)
        statuses = [(await program.get(f"{API}/projects", headers=by(one))).status_code for _ in range(5)]
        assert statuses == [200, 200, 200, 429, 429]
        assert (await program.get(f"{API}/projects", headers=by(other))).status_code == 200
