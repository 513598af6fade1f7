"""Acts become entries: with who, whom, from where; refusals too; each once; told to those alone who may read them."""

import csv
import io
import json
from datetime import timedelta

import httpx
import pytest
from sqlalchemy import func, select, update

from coditect.audit.models import AuditEntry
from coditect.identity.models import Account
from coditect.kernel.clock import utc_now
from coditect.kernel.relay import Delivery
from coditect.kernel.scope import ENGINE, NOBODY, person, tenant
from coditect.organizations.models import Membership
from tests.audit.conftest import ADA, actions, entries
from tests.identity.house import PASSWORD, House, login


async def test_what_a_person_does_is_recorded_with_who_and_where(
    house: House, ada: httpx.AsyncClient
) -> None:
    found = await entries(house, ada)
    assert actions(found)[:3] == ["organization.created", "account.registered", "account.email_verified"]
    signed_in = found[0]
    assert (signed_in["action"], signed_in["outcome"]) == ("sign_in.succeeded", "done")
    assert (signed_in["actor"]["email"], signed_in["subject_person"]["email"]) == (ADA, ADA)
    assert signed_in["details"] == {"methods": ["password"]}
    assert signed_in["particulars"]["address"] == "203.0.113.7"
    assert "Firefox" in signed_in["particulars"]["user_agent"]


async def test_a_refusal_outlives_the_error(house: House, ada: httpx.AsyncClient) -> None:
    async with house.client("198.51.100.9") as stranger:
        wrong = {"email": ADA, "password": "not the words of Ada"}
        assert (await stranger.post("/api/v1/auth/login", json=wrong)).status_code == 401
    [refused] = await entries(house, ada, action="sign_in.refused")
    assert (refused["outcome"], refused["actor_kind"], refused["actor"]) == ("refused", "nobody", None)
    assert refused["subject_person"]["email"] == ADA
    assert refused["particulars"]["address"] == "198.51.100.9"


async def test_a_permission_that_was_denied_is_recorded(house: House, ada: httpx.AsyncClient) -> None:
    await _become(house, ADA, "viewer")
    own = (await ada.get("/api/v1/me")).json()["active_organization_id"]
    assert (await ada.patch(f"/api/v1/organizations/{own}", json={"name": "Mine"})).status_code == 403
    assert (await ada.get("/api/v1/audit")).status_code == 403
    await _become(house, ADA, "owner")
    denied = await entries(house, ada, action="permission.denied")
    assert [one["details"] for one in denied] == [
        {"permission": "audit:read", "asked": "GET /audit"},
        {"permission": "organization:write", "asked": "PATCH /organizations/{organization_id}"},
    ]
    assert {one["actor"]["email"] for one in denied} == {ADA}


async def test_a_repeated_delivery_is_one_entry(house: House, ada: httpx.AsyncClient) -> None:
    before = await entries(house, ada)
    async with house.platform.database.write(ENGINE) as session:
        await session.execute(update(Delivery).values(done_at=None, tries=0, run_at=utc_now()))
    assert await entries(house, ada) == before


async def test_an_organization_sees_its_own_acts_alone(house: House, ada: httpx.AsyncClient) -> None:
    async with house.client() as eve:
        await house.signed_in(eve, "eve@example.com")
        assert not [one for one in await entries(house, eve) if ADA in json.dumps(one)]
        for path in ("/api/v1/audit/export?form=jsonl", "/api/v1/audit/filters"):
            assert ADA not in (await eve.get(path)).text


async def test_search_and_filters(house: House, ada: httpx.AsyncClient) -> None:
    await entries(house, ada)
    me = (await entries(house, ada))[0]["actor"]["id"]
    assert actions(await entries(house, ada, q="firefox SUCCEEDED")) == ["sign_in.succeeded"]
    assert await entries(house, ada, q="100%") == []
    assert actions(await entries(house, ada, actor=me, action="sign_in.succeeded")) == ["sign_in.succeeded"]
    assert await entries(house, ada, outcome="refused") == []
    tomorrow = (utc_now() + timedelta(days=1)).isoformat()
    assert await entries(house, ada, since=tomorrow) == []
    assert len(await entries(house, ada, until=tomorrow, person=me)) > 2
    first = (await ada.get("/api/v1/audit", params={"limit": 2})).json()
    second = (await ada.get("/api/v1/audit", params={"limit": 2, "cursor": first["next_cursor"]})).json()
    numbers = [one["sequence"] for one in first["items"] + second["items"]]
    assert numbers == sorted(numbers, reverse=True)
    assert len(set(numbers)) == 4
    choices = (await ada.get("/api/v1/audit/filters")).json()
    assert "sign_in.succeeded" in choices["actions"]
    assert [one["email"] for one in choices["people"]] == [ADA]


async def test_exports_are_whole_and_an_act_of_their_own(house: House, ada: httpx.AsyncClient) -> None:
    await _rename(house, ADA, "=cmd()")
    await login(ada, ADA, PASSWORD)
    told = await entries(house, ada)
    lines = (await ada.get("/api/v1/audit/export", params={"form": "jsonl"})).text.splitlines()
    assert [json.loads(line)["sequence"] for line in lines] == [one["sequence"] for one in reversed(told)]
    answer = await ada.get("/api/v1/audit/export", params={"form": "csv", "action": "sign_in.succeeded"})
    assert answer.headers["content-disposition"].startswith('attachment; filename="audit-')
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    assert [row["action"] for row in rows] == ["sign_in.succeeded"] * 2
    assert rows[-1]["actor_name"] == "'=cmd()"
    assert len(await entries(house, ada, action="audit.exported")) == 2


async def test_every_act_of_a_known_person_is_in_one_chain_without_gaps(
    house: House, ada: httpx.AsyncClient
) -> None:
    for _ in range(3):
        await ada.post("/api/v1/auth/login", json={"email": ADA, "password": "wrong words of Ada"})
    told = await entries(house, ada)
    assert [one["sequence"] for one in told] == list(range(len(told), 0, -1))
    async with house.platform.database.read(NOBODY) as session:
        assert await session.scalar(select(func.count()).select_from(AuditEntry)) == 0, "no tenant, no rows"


async def _become(house: House, email: str, role: str) -> None:
    async with house.platform.database.read(NOBODY) as session:
        account_id = await session.scalar(select(Account.id).where(Account.email == email))
    assert account_id is not None
    async with house.platform.database.read(person(account_id)) as session:
        organization_id = (await session.scalars(select(Membership.organization_id))).one()
    async with house.platform.database.write(tenant(organization_id, account_id)) as session:
        await session.execute(update(Membership).values(role=role))


async def _rename(house: House, email: str, name: str) -> None:
    async with house.platform.database.write(NOBODY) as session:
        await session.execute(update(Account).where(Account.email == email).values(name=name))


@pytest.mark.parametrize("query", ["cursor=0", "since=yesterday", "outcome=perhaps", "actor=ada"])
async def test_a_question_that_makes_no_sense_is_named(ada: httpx.AsyncClient, query: str) -> None:
    answer = await ada.get(f"/api/v1/audit?{query}")
    assert answer.status_code == 422
    assert query.split("=", maxsplit=1)[0] in answer.text
