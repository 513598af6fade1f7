"""The board over HTTP beyond one field at a time: versions, bulk edits, undo, deletion, filters, comments."""

from typing import Any

import httpx
import pytest
from sqlalchemy import select

from coditect.kernel.events import StoredEvent
from coditect.kernel.scope import ENGINE
from tests.identity.house import House
from tests.projects.test_routes import API, add_task, create, items

Tasks = list[dict[str, Any]]


async def board(ada: httpx.AsyncClient, count: int) -> tuple[dict[str, Any], Tasks]:
    project = await create(ada)
    return project, [await add_task(ada, project, title=f"Task {n}") for n in range(1, count + 1)]


def ids(tasks: Tasks) -> list[str]:
    return [task["id"] for task in tasks]


async def patch(
    client: httpx.AsyncClient, path: str, expected: int, body: dict[str, Any], **headers: str
) -> dict[str, Any]:
    answer = await client.patch(f"{API}{path}", json=body, headers=headers)
    assert answer.status_code == expected, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def post(client: httpx.AsyncClient, path: str, expected: int, body: Any = None) -> dict[str, Any]:
    answer = await client.post(f"{API}{path}", json=body)
    assert answer.status_code == expected, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def published(house: House, topic: str) -> list[dict[str, Any]]:
    async with house.platform.database.read(ENGINE) as session:
        found = await session.scalars(select(StoredEvent).where(StoredEvent.topic == topic))
        return [event.payload for event in found]


async def test_a_stale_write_is_answered_with_the_task_as_it_is(ada: httpx.AsyncClient) -> None:
    _, [task] = await board(ada, 1)
    path = f"/tasks/{task['id']}"
    now = await patch(ada, path, 200, {"title": "A"}, **{"if-match": '"1"'})
    refusal = await patch(ada, path, 409, {"title": "B"}, **{"if-match": '"1"'})
    assert refusal["code"] == "task_changed_meanwhile"
    assert refusal["task"] == now
    assert (await patch(ada, path, 200, {"title": "C"}))["version"] == 3
    assert (await patch(ada, path, 422, {"title": "D"}, **{"if-match": "newest"}))["errors"]


async def test_dates_make_sense(ada: httpx.AsyncClient) -> None:
    _, [task] = await board(ada, 1)
    path = f"/tasks/{task['id']}"
    planned = await patch(ada, path, 200, {"starts_on": "2026-01-02", "due_on": "2026-01-05"})
    assert (planned["starts_on"], planned["due_on"]) == ("2026-01-02", "2026-01-05")
    assert (await patch(ada, path, 422, {"due_on": "2026-01-01"}))["code"] == "dates_reversed"
    assert (await patch(ada, path, 200, {"due_on": None}))["due_on"] is None


async def test_many_tasks_change_in_one_stroke_or_not_at_all(ada: httpx.AsyncClient) -> None:
    project, tasks = await board(ada, 3)
    path = f"/projects/{project['id']}/tasks"
    strange = {"ids": [*ids(tasks), project["id"]], "change": {"status": "done"}}
    assert (await patch(ada, path, 422, strange))["code"] == "not_on_this_board"
    assert {task["status"] for task in await items(ada, path)} == {"open"}
    change = {"status": "done", "add_labels": ["paid"], "priority": "high"}
    edited = await patch(ada, path, 200, {"ids": ids(tasks), "change": change})
    assert {(t["status"], t["priority"], *t["labels"]) for t in edited["items"]} == {("done", "high", "paid")}
    assert len({task["position"] for task in edited["items"]}) == 3
    told = await items(ada, f"/projects/{project['id']}/activity")
    assert [entry["verb"] for entry in told[:3]] == ["tasks.moved", "tasks.edited", "task.created"]
    assert told[0]["sentence"] == "Ada moved 3 tasks to done."
    [newest, *_] = await items(ada, f"/tasks/{tasks[0]['id']}/history")
    assert newest["changes"][0] == {"field": "status", "before": "open", "after": "done"}


async def test_an_edit_is_undone_unless_somebody_went_on(ada: httpx.AsyncClient) -> None:
    project, tasks = await board(ada, 3)
    path = f"/projects/{project['id']}/tasks"
    await patch(ada, f"/tasks/{tasks[0]['id']}", 200, {"status": "blocked"})
    edited = await patch(ada, path, 200, {"ids": ids(tasks), "change": {"status": "done"}})
    undo = f"/projects/{project['id']}/activity/{edited['activity_id']}/undo"
    await patch(ada, f"/tasks/{tasks[2]['id']}", 200, {"status": "cancelled"})
    assert (await post(ada, undo, 409))["code"] == "task_changed_meanwhile"
    assert [task["status"] for task in await items(ada, path)] == ["done", "done", "cancelled"]
    await patch(ada, f"/tasks/{tasks[2]['id']}", 200, {"status": "done"})
    await post(ada, undo, 200)
    assert [task["status"] for task in await items(ada, path)] == ["blocked", "open", "open"]
    [*_, created] = await items(ada, f"/tasks/{tasks[0]['id']}/history")
    nothing = f"/projects/{project['id']}/activity/{created['activity']['id']}/undo"
    assert (await post(ada, nothing, 409))["code"] == "not_undoable"


async def test_what_is_deleted_is_gone_and_comes_back(ada: httpx.AsyncClient) -> None:
    project, tasks = await board(ada, 3)
    path = f"/projects/{project['id']}/tasks"
    assert (await ada.delete(f"{API}/tasks/{tasks[0]['id']}")).status_code == 204
    for method in ("GET", "PATCH", "DELETE"):
        answer = await ada.request(method, f"{API}/tasks/{tasks[0]['id']}", json={})
        assert answer.status_code == 404
    deleted = await post(ada, f"{path}/delete", 200, {"ids": ids(tasks[1:])})
    assert await items(ada, path) == []
    assert (await items(ada, "/projects"))[0]["open_tasks"] == 0
    await post(ada, f"/projects/{project['id']}/activity/{deleted['activity_id']}/undo", 200)
    restored = await post(ada, f"/tasks/{tasks[0]['id']}/restore", 200)
    assert (restored["title"], restored["position"]) == ("Task 1", tasks[0]["position"])
    assert [task["number"] for task in await items(ada, path)] == [1, 2, 3]
    assert (await add_task(ada, project))["number"] == 4


async def test_a_circle_of_tasks_is_refused(ada: httpx.AsyncClient) -> None:
    _, [a, b, c] = await board(ada, 3)
    _, [foreign] = await board(ada, 1)
    await patch(ada, f"/tasks/{b['id']}", 200, {"depends_on": [a["id"]]})
    await patch(ada, f"/tasks/{c['id']}", 200, {"depends_on": [b["id"]]})
    for wanted in (c["id"], a["id"]):
        refusal = await patch(ada, f"/tasks/{a['id']}", 422, {"depends_on": [wanted]})
        assert refusal["code"] == "circle_of_tasks"
    refusal = await patch(ada, f"/tasks/{a['id']}", 422, {"depends_on": [foreign["id"]]})
    assert refusal["code"] == "not_on_this_board"


async def test_tasks_are_found_and_sorted_page_by_page(ada: httpx.AsyncClient) -> None:
    project = await create(ada)
    path = f"/projects/{project['id']}/tasks"
    days = ("2026-03-01", None, "2026-01-01", None, "2026-02-01", "2026-02-01")
    for n, day in enumerate(days):
        labels = ['odd, "quoted"'] if n % 2 else ["even"]
        await add_task(ada, project, title=f"ÄRGER {n}", due_on=day, labels=labels)
    seen: list[int] = []
    cursor: str | None = None
    while cursor != "":
        query = f"{path}?sort=due_on&limit=2" + (f"&cursor={cursor}" if cursor else "")
        page = (await ada.get(f"{API}{query}")).json()
        seen += [task["number"] for task in page["items"]]
        cursor = page["next_cursor"] or ""
    assert seen == [3, 5, 6, 1, 2, 4]
    for query, expected in {
        "text=ärger 0": [1],
        "text=%25": [],
        'label=odd, "quoted"': [2, 4, 6],
        "due_from=2026-02-01&due_until=2026-02-28": [5, 6],
        "assignee=none&descending=true&limit=2": [6, 5],
        "assignee=agent:nobody": [],
        "priority=high": [],
        "sort=title&descending=true": [6, 5, 4, 3, 2, 1],
    }.items():
        assert [task["number"] for task in await items(ada, f"{path}?{query}")] == expected, query
    for query in ("sort=due_on&cursor=3", "sort=title&cursor=WyJkdWVfb24iLCAxLCAxXQ", "assignee=x"):
        assert (await ada.get(f"{API}{path}?{query}")).status_code == 422, query


@pytest.mark.parametrize(
    "sort", ["number", "title", "status", "priority", "due_on", "starts_on", "updated_at"]
)
async def test_every_order_holds_every_task_once(ada: httpx.AsyncClient, sort: str) -> None:
    project, _ = await board(ada, 5)
    for descending in ("false", "true"):
        seen: list[int] = []
        query = f"/projects/{project['id']}/tasks?sort={sort}&descending={descending}&limit=2"
        cursor = ""
        while True:
            page = (await ada.get(f"{API}{query}{cursor}")).json()
            seen += [task["number"] for task in page["items"]]
            if page["next_cursor"] is None:
                break
            cursor = f"&cursor={page['next_cursor']}"
        assert sorted(seen) == [1, 2, 3, 4, 5], (sort, descending, seen)


async def test_a_member_is_given_a_task_and_a_stranger_is_not(
    house: House, ada: httpx.AsyncClient, eve: httpx.AsyncClient
) -> None:
    project, [task] = await board(ada, 1)
    [person] = (await ada.get(f"{API}/projects/{project['id']}/people")).json()
    wanted = {"kind": "account", "name": "whatever", "id": person["id"]}
    given = await patch(ada, f"/tasks/{task['id']}", 200, {"assignee": wanted})
    assert given["assignee"] == {"kind": "account", "name": person["name"], "id": person["id"]}
    assert [t["id"] for t in await items(ada, f"/projects/{project['id']}/tasks?assignee=me")] == [task["id"]]
    stranger = (await eve.get(f"{API}/me")).json()["account"]["id"]
    refusal = await patch(ada, f"/tasks/{task['id']}", 422, {"assignee": {**wanted, "id": stranger}})
    assert refusal["code"] == "not_a_member_here"
    assert await published(house, "projects.task_assigned") == []


async def test_comments_are_written_changed_and_taken_back(
    house: House, ada: httpx.AsyncClient, eve: httpx.AsyncClient
) -> None:
    _, [task] = await board(ada, 1)
    path = f"/tasks/{task['id']}/comments"
    name = (await ada.get(f"{API}/me")).json()["account"]["name"]
    comment = await post(ada, path, 201, {"text": f"Look, @{name}: <b>now</b>"})
    assert [mention["name"] for mention in comment["mentions"]] == [name]
    assert await published(house, "projects.member_mentioned") == []
    stranger = (await eve.get(f"{API}/me")).json()["account"]["id"]
    assert (await post(ada, path, 422, {"text": "x", "mentions": [stranger]}))["code"] == "not_a_member_here"
    edited = await patch(ada, f"/comments/{comment['id']}", 200, {"text": "Done."})
    assert (edited["text"], edited["mentions"], edited["edited_at"] is None) == ("Done.", [], False)
    assert (await ada.delete(f"{API}/comments/{comment['id']}")).status_code == 204
    [left] = await items(ada, path)
    assert (left["text"], left["deleted_at"] is None) == ("", False)
    await patch(ada, f"/comments/{comment['id']}", 404, {"text": "Again"})
    verbs = [entry["activity"]["verb"] for entry in await items(ada, f"/tasks/{task['id']}/history")]
    assert verbs == ["task.comment_deleted", "task.comment_edited", "task.commented", "task.created"]


async def test_a_comment_with_a_key_is_written_once(ada: httpx.AsyncClient) -> None:
    _, [task] = await board(ada, 1)
    for _ in range(2):
        answer = await ada.post(
            f"{API}/tasks/{task['id']}/comments", json={"text": "Once"}, headers={"idempotency-key": "c1"}
        )
        assert answer.status_code == 201
    assert len(await items(ada, f"/tasks/{task['id']}/comments")) == 1


async def test_the_feed_is_read_in_part(ada: httpx.AsyncClient) -> None:
    project, [task] = await board(ada, 1)
    await patch(ada, f"/tasks/{task['id']}", 200, {"status": "done"})
    path = f"/projects/{project['id']}/activity"
    actors = (await ada.get(f"{API}{path}/actors")).json()
    assert {actor["kind"] for actor in actors} == {"account", "system"}
    me = next(actor["id"] for actor in actors if actor["id"])
    for query, expected in {
        f"actor={me}": ["task.moved", "task.created", "project.created"],
        "actor=system:CODITECT": ["repository.created"],
        "verb=task.moved&verb=task.created": ["task.moved", "task.created"],
        "kind=project&kind=repository": ["repository.created", "project.created"],
        "since=2999-01-01T00:00:00Z": [],
    }.items():
        assert [entry["verb"] for entry in await items(ada, f"{path}?{query}")] == expected, query
