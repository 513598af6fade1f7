"""Two people on one board: what each hears of the other, whose change counts, and what waits for what is deleted."""

from collections.abc import AsyncIterator
from uuid import UUID

import httpx
import pytest
from sqlalchemy import update

from coditect.identity.models import Account
from coditect.kernel.clock import utc_now
from coditect.kernel.ids import OrganizationId
from coditect.kernel.scope import NOBODY, tenant
from coditect.organizations.models import Membership
from tests.identity.house import House, login
from tests.projects.test_board_edits import board, ids, patch, post, published
from tests.projects.test_routes import API, add_task, items


@pytest.fixture
async def bob(house: House, ada: httpx.AsyncClient) -> AsyncIterator[httpx.AsyncClient]:
    """A second member of Ada's organization, who works there and not in the one of his own."""
    database, email = house.platform.database, "bob@example.com"
    async with house.client() as client:
        await house.signed_in(client, email)
        bobs, ours = UUID(await _account(client)), OrganizationId(UUID(await _organization(ada)))
        async with database.write(tenant(ours)) as session:
            session.add(
                Membership(organization_id=ours, account_id=bobs, role="developer", created_at=utc_now())
            )
        async with database.write(NOBODY) as session:
            await session.execute(
                update(Account).where(Account.id == bobs).values(active_organization_id=ours)
            )
        token = (await login(client, email))["access_token"]
    async with house.client(authorization=f"Bearer {token}") as client:
        yield client


async def _account(client: httpx.AsyncClient) -> str:
    return str((await client.get(f"{API}/me")).json()["account"]["id"])


async def _organization(client: httpx.AsyncClient) -> str:
    return str((await client.get(f"{API}/me")).json()["organizations"][0]["id"])


async def test_who_is_given_a_task_by_another_hears_of_it(
    house: House, ada: httpx.AsyncClient, bob: httpx.AsyncClient
) -> None:
    _, [first, second] = await board(ada, 2)
    bobs = await _account(bob)
    wanted = {"kind": "account", "name": "", "id": bobs}
    await patch(ada, f"/tasks/{first['id']}", 200, {"assignee": {**wanted, "name": "x"}})
    await patch(bob, f"/tasks/{second['id']}", 200, {"assignee": {**wanted, "name": "x"}})
    [told] = await published(house, "projects.task_assigned")
    assert (told["account_id"], told["task_id"], told["by_name"]) == (bobs, first["id"], "Ada")


async def test_who_is_named_or_concerned_by_a_comment_hears_of_it_once(
    house: House, ada: httpx.AsyncClient, bob: httpx.AsyncClient
) -> None:
    _, [task] = await board(ada, 1)
    adas, bobs = await _account(ada), await _account(bob)
    comments = f"/tasks/{task['id']}/comments"
    comment = await post(ada, comments, 201, {"text": "Can you look, @Bob?"})
    [mention] = await published(house, "projects.member_mentioned")
    assert (mention["account_id"], mention["comment_id"]) == (bobs, comment["id"])
    assert (mention["excerpt"], mention["by_name"]) == ("Can you look, @Bob?", "Ada")
    assert await published(house, "projects.task_commented") == []
    await post(bob, comments, 201, {"text": "I did."})
    [commented] = await published(house, "projects.task_commented")
    assert commented["account_ids"] == [adas]
    await patch(ada, f"/comments/{comment['id']}", 200, {"text": "Can you look again, @Bob?"})
    assert len(await published(house, "projects.member_mentioned")) == 1
    await patch(bob, f"/comments/{comment['id']}", 403, {"text": "Not mine"})


async def test_many_tasks_change_only_as_they_were_seen(
    ada: httpx.AsyncClient, bob: httpx.AsyncClient
) -> None:
    project, tasks = await board(ada, 3)
    path = f"/projects/{project['id']}/tasks"
    seen = {task["id"]: task["version"] for task in tasks}
    theirs = await patch(bob, f"/tasks/{tasks[1]['id']}", 200, {"priority": "low"})
    edit = {"ids": ids(tasks), "change": {"priority": "high"}, "versions": seen}
    refusal = await patch(ada, path, 409, edit)
    assert (refusal["code"], refusal["tasks"]) == ("tasks_changed_meanwhile", [theirs])
    assert [task["priority"] for task in await items(ada, path)] == ["medium", "low", "medium"]
    edit["versions"] = {**seen, theirs["id"]: theirs["version"]}
    edited = await patch(ada, path, 200, edit)
    assert {task["priority"] for task in edited["items"]} == {"high"}


async def test_nothing_waits_for_a_deleted_task_until_it_comes_back(ada: httpx.AsyncClient) -> None:
    project, [first, second, third] = await board(ada, 3)
    path = f"/projects/{project['id']}/tasks"
    await patch(ada, f"/tasks/{third['id']}", 200, {"depends_on": [first["id"], second["id"]]})
    deleted = await post(ada, f"{path}/delete", 200, {"ids": [first["id"]]})
    left = (await ada.get(f"{API}/tasks/{third['id']}")).json()
    assert (left["depends_on"], left["version"]) == ([second["id"]], 3)
    [newest, *_] = await items(ada, f"/projects/{project['id']}/activity")
    assert newest["data"]["released"] == [third["id"]]
    wish = {"depends_on": [second["id"], first["id"]]}
    assert (await patch(ada, f"/tasks/{third['id']}", 422, wish))["code"] == "not_on_this_board"
    await post(ada, f"/projects/{project['id']}/activity/{deleted['activity_id']}/undo", 200)
    back = (await ada.get(f"{API}/tasks/{third['id']}")).json()
    assert back["depends_on"] == [second["id"], first["id"]]
    assert {task["number"] for task in await items(ada, path)} == {1, 2, 3}


async def test_what_comes_back_closes_no_circle(ada: httpx.AsyncClient) -> None:
    project, [first, second] = await board(ada, 2)
    await patch(ada, f"/tasks/{second['id']}", 200, {"depends_on": [first["id"]]})
    await post(ada, f"/projects/{project['id']}/tasks/delete", 200, {"ids": [first["id"]]})
    third = await add_task(ada, project)
    await patch(ada, f"/tasks/{third['id']}", 200, {"depends_on": [second["id"]]})
    restored = await post(ada, f"/tasks/{first['id']}/restore", 200)
    assert restored["depends_on"] == []
    assert (await ada.get(f"{API}/tasks/{second['id']}")).json()["depends_on"] == [first["id"]]
    refusal = await patch(ada, f"/tasks/{first['id']}", 422, {"depends_on": [third["id"]]})
    assert refusal["code"] == "circle_of_tasks"
