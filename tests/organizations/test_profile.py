"""What a person says of themselves, what they find, and their first steps."""

from uuid import uuid4

import httpx
import pytest

from tests.identity.house import House
from tests.notifications.conftest import ada, eve, house

__all__ = ["ada", "eve", "house"]


async def test_choices_are_kept_and_given_back(ada: httpx.AsyncClient) -> None:
    before = (await ada.get("/api/v1/me")).json()["account"]
    assert (before["language"], before["theme"], before["time_zone"]) == (None, None, None)
    change = {"name": "Ada L.", "language": "de", "time_zone": "Europe/Berlin"}
    assert (await ada.patch("/api/v1/me", json=change)).status_code == 200
    await ada.patch("/api/v1/me", json={"theme": "dark"})
    after = (await ada.get("/api/v1/me")).json()["account"]
    assert {key: after[key] for key in change} == change
    assert after["theme"] == "dark"
    await ada.patch("/api/v1/me", json={"language": None})
    assert (await ada.get("/api/v1/me")).json()["account"]["language"] is None


@pytest.mark.parametrize(
    "change",
    [{"language": "xx"}, {"time_zone": "Mars/Base"}, {"name": ""}, {"email": "a@b.c"}, {"name": None}],
)
async def test_what_cannot_be_is_refused(ada: httpx.AsyncClient, change: dict[str, str]) -> None:
    assert (await ada.patch("/api/v1/me", json=change)).status_code == 422


async def test_an_organization_is_renamed_by_those_who_may(
    ada: httpx.AsyncClient, eve: httpx.AsyncClient
) -> None:
    me = (await ada.get("/api/v1/me")).json()
    url = f"/api/v1/organizations/{me['active_organization_id']}"
    assert (await ada.patch(url, json={"name": "Herons"})).json()["name"] == "Herons"
    assert (await ada.get("/api/v1/me")).json()["organizations"][0]["name"] == "Herons"
    assert (await eve.patch(url, json={"name": "Mine"})).status_code == 404
    assert (await ada.patch(f"/api/v1/organizations/{uuid4()}", json={"name": "x"})).status_code == 404


async def test_words_find_projects_and_tasks_of_ones_own_organization_only(
    house: House, ada: httpx.AsyncClient, eve: httpx.AsyncClient
) -> None:
    del house
    project = (await ada.post("/api/v1/projects", json={"name": "Müll & Rechnungen"})).json()
    task = (
        await ada.post(f"/api/v1/projects/{project['id']}/tasks", json={"title": "Rechnung 100% prüfen"})
    ).json()

    async def found(client: httpx.AsyncClient, words: str) -> set[tuple[str, str]]:
        answer = await client.get("/api/v1/search", params={"q": words})
        assert answer.status_code == 200, answer.text
        return {(one["kind"], one["id"]) for one in answer.json()["items"]}

    assert await found(ada, "rechnung") == {("project", project["id"]), ("task", task["id"])}
    assert await found(ada, "prüfen RECHNUNG") == {("task", task["id"])}
    assert await found(ada, "#1") == {("task", task["id"])}
    assert await found(ada, "100%") == {("task", task["id"])}
    assert await found(ada, "_") == set()
    assert await found(ada, "   ") == set()
    assert await found(eve, "rechnung") == set()


async def test_first_steps_follow_what_is_there(ada: httpx.AsyncClient) -> None:
    async def done() -> list[str]:
        steps = (await ada.get("/api/v1/onboarding")).json()["steps"]
        return [step["key"] for step in steps if step["done"]]

    assert await done() == ["email"]
    project = (await ada.post("/api/v1/projects", json={"name": "Bills"})).json()
    task = (await ada.post(f"/api/v1/projects/{project['id']}/tasks", json={"title": "Pay"})).json()
    assert "project" in await done()
    assert "task_done" not in await done()
    await ada.patch(f"/api/v1/tasks/{task['id']}", json={"status": "done"})
    assert "task_done" in await done()
    assert (await ada.patch("/api/v1/onboarding", json={"dismissed": True})).json()["dismissed"] is True
    assert (await ada.get("/api/v1/onboarding")).json()["dismissed"] is True
