"""Projects, board and feed over HTTP: what is answered, to whom, and what is refused."""

import asyncio
import json
from typing import Any
from uuid import uuid4

import httpx
import pytest
from fastapi.routing import APIRoute

from coditect.projects import context
from tests.identity.house import House

API = "/api/v1"


async def create(client: httpx.AsyncClient, name: str = "Invoices", **fields: str) -> dict[str, Any]:
    answer = await client.post(f"{API}/projects", json={"name": name, **fields})
    assert answer.status_code == 201, answer.text
    body: dict[str, Any] = answer.json()
    return body


async def add_task(client: httpx.AsyncClient, project: dict[str, Any], **fields: Any) -> dict[str, Any]:
    answer = await client.post(f"{API}/projects/{project['id']}/tasks", json={"title": "Pay", **fields})
    assert answer.status_code == 201, answer.text
    body: dict[str, Any] = answer.json()
    return body


async def items(client: httpx.AsyncClient, path: str) -> list[dict[str, Any]]:
    answer = await client.get(f"{API}{path}")
    assert answer.status_code == 200, answer.text
    found: list[dict[str, Any]] = answer.json()["items"]
    return found


async def test_a_created_project_has_its_repository(ada: httpx.AsyncClient) -> None:
    project = await create(ada, "Invoices", description="Bills")
    assert set(project) == {
        *("id", "name", "slug", "description", "created_at", "updated_at"),
        *("open_tasks", "workflows", "repository"),
    }
    assert (project["name"], project["slug"], project["description"]) == ("Invoices", "invoices", "Bills")
    assert (project["open_tasks"], project["workflows"]) == (0, 0)
    assert (project["repository"]["state"], project["repository"]["default_branch"]) == ("ready", "main")
    assert len(project["repository"]["head"]) == 40
    assert (await ada.get(f"{API}/projects/{project['id']}")).json() == project
    assert await items(ada, "/projects") == [project]


async def test_a_project_changes(ada: httpx.AsyncClient) -> None:
    project = await create(ada)
    answer = await ada.patch(f"{API}/projects/{project['id']}", json={"name": "Bills"})
    assert (answer.status_code, answer.json()["name"], answer.json()["slug"]) == (200, "Bills", "invoices")
    assert (await ada.patch(f"{API}/projects/{project['id']}", json={"name": None})).status_code == 422


async def test_without_git_the_project_stands_and_is_mended(
    house: House, ada: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setenv("PATH", "/nowhere")
        project = await create(ada)
        assert project["repository"] == {"state": "provisioning", "default_branch": "main", "head": None}
        answer = await ada.post(f"{API}/projects/{project['id']}/repository")
        assert (answer.status_code, answer.json()["code"]) == (503, "repository_unavailable")
    answer = await ada.post(f"{API}/projects/{project['id']}/repository")
    assert answer.json()["repository"]["state"] == "ready"
    with monkeypatch.context() as patch:
        patch.setenv("PATH", "/nowhere")
        forgotten = await create(ada)
    await house.deliver()
    shown = (await ada.get(f"{API}/projects/{forgotten['id']}")).json()
    assert shown["repository"]["state"] == "ready"


async def test_tasks_live_on_the_board(ada: httpx.AsyncClient) -> None:
    project = await create(ada)
    task = await add_task(ada, project, description="Soon", priority="high", labels=["money"])
    assert set(task) == {
        *(
            "id",
            "project_id",
            "number",
            "title",
            "description",
            "status",
            "position",
            "acceptance",
            "estimate",
        ),
        *("assignee", "priority", "labels", "source", "depends_on", "created_at", "updated_at", "version"),
        *("starts_on", "due_on"),
    }
    await add_task(ada, project, title="Check")
    answer = await ada.patch(
        f"{API}/tasks/{task['id']}", json={"status": "done", "assignee": {"kind": "agent", "name": "coder"}}
    )
    assert answer.status_code == 200
    assert (answer.json()["status"], answer.json()["version"]) == ("done", 2)
    assert (await ada.get(f"{API}/tasks/{task['id']}")).json() == answer.json()
    board = f"/projects/{project['id']}/tasks"
    assert [each["title"] for each in await items(ada, board)] == ["Pay", "Check"]
    assert [each["title"] for each in await items(ada, f"{board}?status=open")] == ["Check"]
    assert len(await items(ada, f"{board}?status=open&status=done")) == 2
    first = (await ada.get(f"{API}{board}?limit=1")).json()
    second = (await ada.get(f"{API}{board}?limit=1&cursor={first['next_cursor']}")).json()
    assert [first["items"][0]["number"], second["items"][0]["number"]] == [1, 2]
    assert second["next_cursor"] is None
    assert (await items(ada, "/projects"))[0]["open_tasks"] == 1


async def test_an_old_version_is_refused(ada: httpx.AsyncClient) -> None:
    task = await add_task(ada, await create(ada))
    path = f"{API}/tasks/{task['id']}"
    assert (await ada.patch(path, json={"title": "A", "version": 1})).status_code == 200
    answer = await ada.patch(path, json={"title": "B", "version": 1})
    assert (answer.status_code, answer.json()["code"]) == (409, "task_changed_meanwhile")


async def test_the_feed_tells_who_what_why_and_when(house: House, ada: httpx.AsyncClient) -> None:
    project = await create(ada)
    task = await add_task(ada, project)
    await ada.patch(f"{API}/tasks/{task['id']}", json={"status": "blocked", "reason": "No money"})
    path = f"/projects/{project['id']}/activity"
    assert [item["position"] for item in await items(ada, path)] == [None] * 4
    await house.deliver()
    told = await items(ada, path)
    assert [item["verb"] for item in told] == [
        *("task.moved", "task.created", "repository.created", "project.created")
    ]
    assert told[0]["sentence"] == "Ada moved task 1 “Pay” from open to blocked."
    assert told[0]["reason"] == "No money"
    assert told[0]["actor"]["kind"] == "account"
    assert told[2]["actor"] == {"kind": "system", "id": None, "name": "CODITECT"}
    assert told[0]["object"] == {"kind": "task", "id": task["id"], "title": "Pay"}
    positions = [item["position"] for item in told]
    assert positions == sorted(positions, reverse=True)
    page = (await ada.get(f"{API}{path}?limit=3")).json()
    rest = (await ada.get(f"{API}{path}?cursor={page['next_cursor']}")).json()
    assert page["items"] + rest["items"] == told


async def test_a_key_makes_one_project_and_one_task(ada: httpx.AsyncClient) -> None:
    headers = {"idempotency-key": "project-1"}
    answers = [await ada.post(f"{API}/projects", json={"name": "Once"}, headers=headers) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [201, 201]
    assert answers[0].json() == answers[1].json()
    [project] = await items(ada, "/projects")
    headers = {"idempotency-key": "task-1"}
    path = f"{API}/projects/{project['id']}/tasks"
    tasks = [await ada.post(path, json={"title": "Once"}, headers=headers) for _ in range(2)]
    assert tasks[0].json() == tasks[1].json()
    assert len(await items(ada, f"/projects/{project['id']}/tasks")) == 1
    other = await ada.post(path, json={"title": "Another"}, headers=headers)
    assert (other.status_code, other.json()["code"]) == (422, "idempotency_key_reused")


async def test_a_key_sent_twice_at_the_same_moment_makes_one(ada: httpx.AsyncClient) -> None:
    headers = {"idempotency-key": "project-1"}
    sent = (ada.post(f"{API}/projects", json={"name": "Once"}, headers=headers) for _ in range(4))
    answers = await asyncio.gather(*sent)
    assert [answer.status_code for answer in answers] == [201] * 4, [answer.text for answer in answers]
    assert len(await items(ada, "/projects")) == 1


async def test_creators_at_the_same_moment_all_succeed(ada: httpx.AsyncClient) -> None:
    made = await asyncio.gather(*(create(ada) for _ in range(5)))
    assert len({project["slug"] for project in made}) == 5
    await asyncio.gather(*(add_task(ada, made[0]) for _ in range(8)))
    numbers = [task["number"] for task in await items(ada, f"/projects/{made[0]['id']}/tasks")]
    assert numbers == list(range(1, 9))


STRANGE_NAMES = [
    "x" * 200,
    "🚀" * 200,
    "مشروع جديد",
    "\u202eevil",
    "../../etc/passwd",
    "<script>alert(1)</script>",
    "'; DROP TABLE projects; --",
    "{{7*7}}",
    "--upload-pack=true",
]
NO_NAMES: list[dict[str, Any]] = [
    {},
    {"name": ""},
    {"name": " "},
    {"name": "x" * 201},
    {"name": "a\x00b"},
    {"name": "a\nb"},
    {"name": 7},
    {"name": "\ud800"},
    {"name": "ok", "slug": "mine"},
]
BAD_QUERIES = [
    *(
        "limit=0",
        "limit=501",
        "cursor=nonsense",
        "cursor=-1",
        "cursor=99999999999999999999",
        "status=finished",
    )
]


async def test_a_strange_name_is_only_a_name(ada: httpx.AsyncClient) -> None:
    for name in STRANGE_NAMES:
        project = await create(ada, name)
        assert project["name"] == name
        assert project["repository"]["state"] == "ready"
        assert (await add_task(ada, project, title=name))["title"] == name
        sentences = [item["sentence"] for item in await items(ada, f"/projects/{project['id']}/activity")]
        assert any(f"“{name}”" in sentence for sentence in sentences)


async def test_what_is_no_name_is_refused_and_named(ada: httpx.AsyncClient) -> None:
    for body in NO_NAMES:
        answer = await ada.post(
            f"{API}/projects", content=json.dumps(body), headers={"content-type": "application/json"}
        )
        assert answer.status_code == 422, body
        assert answer.headers["content-type"] == "application/problem+json"
        assert answer.json()["errors"], body


async def test_a_bad_question_is_refused(ada: httpx.AsyncClient) -> None:
    project = await create(ada)
    for query in BAD_QUERIES:
        answer = await ada.get(f"{API}/projects/{project['id']}/tasks?{query}")
        assert answer.status_code == 422, query


def body_for(method: str, path: str, task_id: str) -> dict[str, Any] | None:
    if path.endswith(("/tasks/delete", "/tasks/restore")):
        return {"ids": [task_id]}
    if "comment" in path and method in {"POST", "PATCH"}:
        return {"text": "Mine"}
    if method == "PATCH" and path.endswith("}/tasks"):
        return {"ids": [task_id], "change": {"status": "done"}}
    if method == "POST" and path.endswith("/tasks"):
        return {"title": "Mine"}
    if method == "PATCH":
        return {"title": "Mine"} if path.startswith("/tasks") else {"name": "Mine"}
    return None


def addressed_routes() -> list[tuple[str, str]]:
    """Every route of this context that names a thing."""
    return [
        (method, route.path)
        for router in context.routers
        for route in router.routes
        if isinstance(route, APIRoute) and "{" in route.path
        for method in sorted(route.methods or ())
    ]


async def test_a_foreign_thing_is_not_there_on_any_route(
    ada: httpx.AsyncClient, eve: httpx.AsyncClient
) -> None:
    project = await create(ada)
    task = await add_task(ada, project)
    comment = (await ada.post(f"{API}/tasks/{task['id']}/comments", json={"text": "Ours"})).json()
    [newest, *_] = await items(ada, f"/projects/{project['id']}/activity")
    assert len(addressed_routes()) == 22
    for method, template in addressed_routes():
        for project_id, task_id, comment_id, activity_id in (
            (project["id"], task["id"], comment["id"], newest["id"]),
            (uuid4(), uuid4(), uuid4(), uuid4()),
        ):
            path = template.format(
                project_id=project_id, task_id=task_id, comment_id=comment_id, activity_id=activity_id
            )
            answer = await eve.request(method, f"{API}{path}", json=body_for(method, template, str(task_id)))
            assert (answer.status_code, answer.json()["status"]) == (404, 404), (method, path, answer.text)
    assert await items(eve, "/projects") == []
    assert (await ada.get(f"{API}/tasks/{task['id']}")).json() == task
    assert (await ada.get(f"{API}/projects/{project['id']}")).json()["name"] == "Invoices"


async def test_a_foreign_key_does_not_show_an_answer(ada: httpx.AsyncClient, eve: httpx.AsyncClient) -> None:
    headers = {"idempotency-key": "the-same-key"}
    ours = await ada.post(f"{API}/projects", json={"name": "Ours"}, headers=headers)
    theirs = await eve.post(f"{API}/projects", json={"name": "Ours"}, headers=headers)
    assert theirs.status_code == 201
    assert ours.json()["id"] != theirs.json()["id"]


async def test_nobody_is_admitted_without_signing_in(house: House) -> None:
    async with house.client() as stranger:
        for method, template in [("GET", "/projects"), ("POST", "/projects"), *addressed_routes()]:
            path = template.format(
                project_id=uuid4(), task_id=uuid4(), comment_id=uuid4(), activity_id=uuid4()
            )
            answer = await stranger.request(method, f"{API}{path}", json={"name": "x"})
            assert answer.status_code == 401, (method, path)
