"""An organization's own agents over HTTP: written, read, chosen, changed, retired."""

import asyncio
from typing import Any, get_args

import httpx
import pytest

from coditect import framework
from coditect.organizations import PERMISSIONS, Role
from tests.agents.house import API, TEXT, become, called, create, names
from tests.identity.house import House

LIBRARY = sorted(framework.load_library().agents)


async def refused(answer: httpx.Response, status: int, code: str) -> dict[str, Any]:
    body: dict[str, Any] = answer.json()
    assert (answer.status_code, body["code"]) == (status, code), body
    return body


async def put(client: httpx.AsyncClient, text: str, version: int) -> httpx.Response:
    return await client.put(f"{API}/agents/invoice-clerk", json={"text": text, "version": version})


# ---- reading


async def test_the_library_is_listed_by_name_in_pages(ada: httpx.AsyncClient) -> None:
    assert await names(ada) == LIBRARY
    found: list[str] = []
    cursor = ""
    while True:
        page = (await ada.get(f"{API}/agents?limit=7{cursor}")).json()
        found += [item["name"] for item in page["items"]]
        if page["next_cursor"] is None:
            break
        cursor = f"&cursor={page['next_cursor']}"
    assert found == LIBRARY


async def test_families_cover_the_library(ada: httpx.AsyncClient) -> None:
    families = (await ada.get(f"{API}/agent-families")).json()["items"]
    items = (await ada.get(f"{API}/agents?limit=500")).json()["items"]
    assert {item["family"] for item in items} == {family["key"] for family in families}
    assert {item["origin"] for item in items} == {"library"}


async def test_a_page_of_the_library_reads_like_a_profile(ada: httpx.AsyncClient) -> None:
    agent = (await ada.get(f"{API}/agents/rust-expert-developer")).json()
    assert agent["does"].startswith("Writes and reshapes Rust")
    assert agent["use_when"].startswith("Use it for Rust features")
    assert agent["not_for"].startswith("Not for actix-web services")
    assert len(agent["examples"]) == 2
    assert "actix-web-specialist" in agent["hand_offs"]
    assert "rust-expert-developer" not in agent["hand_offs"]
    assert agent["output_schema"] == "change-report"
    schema = framework.output_schema("change-report")
    assert [field["name"] for field in agent["contract"]] == list(schema["properties"])
    assert (agent["version"], agent["text"]) == (None, framework.agent("rust-expert-developer").text)


async def test_words_find_agents(ada: httpx.AsyncClient) -> None:
    await create(ada)
    assert await names(ada, "&q=AGAINST%20orders") == ["invoice-clerk"]
    assert "rust-qa-specialist" in await names(ada, "&q=miri")
    assert await names(ada, "&q=orders%20miri") == []
    assert await names(ada, "&q=%25") == []
    assert await names(ada, "&q=invoice_clerk") == []  # no wildcard


async def test_unknown_names_are_not_found(ada: httpx.AsyncClient) -> None:
    for path in ("nobody", "no%20name", "rust-expert-developer?version=1", "x" * 100, "nobody/versions"):
        await refused(await ada.get(f"{API}/agents/{path}"), 404, "agent_not_found")


# ---- writing


async def test_an_own_agent_stands_beside_the_library(ada: httpx.AsyncClient) -> None:
    made = await create(ada)
    assert (made["name"], made["origin"], made["family"]) == ("invoice-clerk", "organization", None)
    assert (made["version"], made["current_version"], made["retired_at"]) == (1, 1, None)
    assert made["text"] == TEXT
    assert made["hand_offs"] == ["code-reviewer", "devops-engineer"]
    assert made["author"] == "Ada"
    assert (await ada.get(f"{API}/agents/invoice-clerk")).json() == made
    assert await names(ada) == sorted([*LIBRARY, "invoice-clerk"])


async def test_a_repeated_request_creates_one_agent(ada: httpx.AsyncClient) -> None:
    answers = [
        await ada.post(f"{API}/agents", json={"text": TEXT}, headers={"Idempotency-Key": "one"})
        for _ in range(2)
    ]
    assert [answer.status_code for answer in answers] == [201, 201]
    assert answers[0].json() == answers[1].json()


@pytest.mark.parametrize("name", ["invoice-clerk", "debugger"])
async def test_a_taken_name_is_refused(ada: httpx.AsyncClient, name: str) -> None:
    await create(ada)
    answer = await ada.post(f"{API}/agents", json={"text": called(name)})
    body = await refused(answer, 422, "agent_text_invalid")
    [error] = body["errors"]
    assert (error["field"], error["line"]) == ("text", 2)
    assert name in error["message"]
    assert error["mend"]


async def test_only_one_of_many_gets_a_name(ada: httpx.AsyncClient) -> None:
    answers = await asyncio.gather(*(ada.post(f"{API}/agents", json={"text": TEXT}) for _ in range(5)))
    codes = [answer.status_code for answer in answers]
    assert codes.count(201) == 1
    assert set(codes) <= {201, 409, 422}


async def test_a_change_makes_a_version_and_keeps_the_old_one(ada: httpx.AsyncClient) -> None:
    await create(ada)
    newer = TEXT.replace("each line", "every line")
    changed = (await put(ada, newer, 1)).json()
    assert (changed["version"], changed["text"]) == (2, newer)
    versions = (await ada.get(f"{API}/agents/invoice-clerk/versions")).json()["items"]
    assert [version["version"] for version in versions] == [2, 1]
    assert versions[0]["digest"] == changed["digest"] != versions[1]["digest"]
    old = (await ada.get(f"{API}/agents/invoice-clerk?version=1")).json()
    assert (old["text"], old["version"], old["current_version"]) == (TEXT, 1, 2)
    await refused(await ada.get(f"{API}/agents/invoice-clerk?version=3"), 404, "agent_not_found")
    first = (await ada.get(f"{API}/agents/invoice-clerk/versions?limit=1")).json()
    second = (
        await ada.get(f"{API}/agents/invoice-clerk/versions?limit=1&cursor={first['next_cursor']}")
    ).json()
    assert [second["items"][0]["version"], second["next_cursor"]] == [1, None]


async def test_a_stale_change_is_refused_and_the_same_text_is_no_change(ada: httpx.AsyncClient) -> None:
    await create(ada)
    assert (await put(ada, TEXT, 1)).json()["version"] == 1
    assert (await put(ada, TEXT + "\nMore.\n", 1)).json()["version"] == 2
    await refused(await put(ada, TEXT + "\nOther.\n", 1), 409, "agent_changed_meanwhile")
    assert (await ada.get(f"{API}/agents/invoice-clerk")).json()["version"] == 2


async def test_two_changes_at_once_give_one_version(ada: httpx.AsyncClient) -> None:
    await create(ada)
    answers = await asyncio.gather(*(put(ada, f"{TEXT}\nBy {who}.\n", 1) for who in range(4)))
    assert sorted(answer.status_code for answer in answers) == [200, 409, 409, 409]


async def test_a_name_never_changes(ada: httpx.AsyncClient) -> None:
    await create(ada)
    body = await refused(await put(ada, called("bill-clerk"), 1), 422, "agent_text_invalid")
    assert body["errors"][0]["line"] == 2


async def test_the_library_is_not_changed(ada: httpx.AsyncClient) -> None:
    answer = await ada.put(f"{API}/agents/debugger", json={"text": called("debugger"), "version": 1})
    await refused(answer, 404, "agent_not_found")
    await refused(await ada.post(f"{API}/agents/debugger/retire"), 404, "agent_not_found")


async def test_a_retired_agent_rests_until_it_is_restored(ada: httpx.AsyncClient) -> None:
    await create(ada)
    for _ in range(2):
        assert (await ada.post(f"{API}/agents/invoice-clerk/retire")).json()["retired_at"]
    assert "invoice-clerk" not in await names(ada)
    assert await names(ada, "&retired=true") == ["invoice-clerk"]
    assert (await ada.get(f"{API}/agents/invoice-clerk")).json()["retired_at"]
    await refused(await put(ada, TEXT + "\nMore.\n", 1), 409, "agent_retired")
    assert (await ada.post(f"{API}/agents", json={"text": TEXT})).status_code == 422
    for _ in range(2):
        assert (await ada.post(f"{API}/agents/invoice-clerk/restore")).json()["retired_at"] is None
    assert "invoice-clerk" in await names(ada)


# ---- choosing


async def choice(client: httpx.AsyncClient, request: str) -> dict[str, Any]:
    answer = await client.post(f"{API}/agents/choose", json={"request": request})
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def test_own_agents_are_chosen_while_they_work(ada: httpx.AsyncClient) -> None:
    request = "Use the invoice-clerk subagent to check invoice 17"
    assert (await choice(ada, request))["agent"] is None
    await create(ada)
    found = await choice(ada, request)
    assert found["agent"] == "invoice-clerk"
    assert found["chain"] == [{"agent": "invoice-clerk", "task": "check invoice 17"}]
    assert (await choice(ada, "the invoice that arrived must be checked against its order"))["agent"] == (
        "invoice-clerk"
    )
    await ada.post(f"{API}/agents/invoice-clerk/retire")
    assert (await choice(ada, request))["agent"] is None


async def test_the_library_is_chosen_from(ada: httpx.AsyncClient) -> None:
    found = await choice(ada, "the borrow checker rejects my Rust code")
    assert found["agent"] == "rust-expert-developer"
    assert found["why"]
    assert found["candidates"][0] == "rust-expert-developer"


# ---- who may


@pytest.mark.parametrize("role", get_args(Role))
async def test_roles_read_and_only_some_write(house: House, ada: httpx.AsyncClient, role: Role) -> None:
    await create(ada)
    await become(house, ada, role)
    may = "agent:write" in PERMISSIONS[role]
    assert may == (role in {"owner", "admin", "developer"})
    assert "invoice-clerk" in await names(ada)
    answers = [
        await ada.post(f"{API}/agents", json={"text": called("other-clerk")}),
        await put(ada, TEXT + "\nMore.\n", 1),
        await ada.post(f"{API}/agents/invoice-clerk/retire"),
        await ada.post(f"{API}/agents/invoice-clerk/restore"),
    ]
    assert [answer.status_code for answer in answers] == ([201, 200, 200, 200] if may else [403] * 4)


async def test_a_stranger_sees_and_changes_nothing(ada: httpx.AsyncClient, eve: httpx.AsyncClient) -> None:
    await create(ada)
    assert "invoice-clerk" not in await names(eve)
    path = f"{API}/agents/invoice-clerk"
    answers = [
        await eve.get(path),
        await eve.get(f"{path}?version=1"),
        await eve.get(f"{path}/versions"),
        await put(eve, TEXT, 1),
        await eve.post(f"{path}/retire"),
        await eve.post(f"{path}/restore"),
    ]
    assert [answer.status_code for answer in answers] == [404] * 6
    assert (await create(eve))["version"] == 1  # the name is free in her organization
    assert (await ada.get(path)).json()["author"] == "Ada"


async def test_nobody_reads_without_signing_in(house: House) -> None:
    async with house.client() as client:
        for path in ("agents", "agents/debugger", "agent-families", "agents/debugger/versions"):
            assert (await client.get(f"{API}/{path}")).status_code == 401
