"""The story that must always work, over HTTP: from sign-up to tasks on a board."""

import json

from tests.servers.coditect import Server
from tests.story.people import INVOICES, Person, events, sign_up

ANALYSTS = [
    "workflow-analyzer",
    "task-decomposer",
    "actor-identifier",
    "automation-assessor",
    "requirements-extractor",
    "process-designer",
    "quality-analyzer",
    "technical-analyzer",
]
EXPORTS = {
    "svg": b"<svg",
    "png": b"\x89PNG",
    "pdf": b"%PDF",
    "mermaid": b"flowchart",
    "bpmn": b"<?xml",
    "html": b"<!doctype html",
}


def test_from_sign_up_to_tasks_on_a_board(platform: Server) -> None:
    person = sign_up(platform)
    me = person.get("/me")
    assert me["account"]["email"] == person.email
    assert [organization["role"] for organization in me["organizations"]] == ["owner"]

    project = person.post("/projects", 201, name="Accounting")
    assert project["repository"]["state"] == "ready"
    assert project["repository"]["head"]

    workflow = person.finished_workflow(project["id"])
    assert workflow["status"] == "completed"
    assert [analyst["name"] for analyst in workflow["analysts"]] == ANALYSTS
    assert {analyst["status"] for analyst in workflow["analysts"]} == {"succeeded"}
    assert {analyst["origin"] for analyst in workflow["analysts"]} == {"rule"}
    _understands_the_text(workflow["analysis"])
    _exports(person, workflow["id"])
    _sends_each_task_once(person, project["id"], workflow)
    _moves_a_task(person, project["id"])


def test_progress_streams_and_resumes(platform: Server) -> None:
    person = sign_up(platform)
    workflow_id = person.workflow(person.project())
    with person.api.stream("GET", f"/workflows/{workflow_id}/events") as stream:
        assert stream.headers["content-type"].startswith("text/event-stream")
        seen = [event for event in events(stream.iter_lines()) if "data" in event]
    finished = [
        json.loads(event["data"])["name"]
        for event in seen
        if event["event"] == "analyst" and json.loads(event["data"])["status"] == "succeeded"
    ]
    assert sorted(finished) == sorted(ANALYSTS)
    assert json.loads(seen[-1]["data"]) == {"status": "completed"}
    # Whoever lost the connection in the middle gets the rest, each event once.
    middle = len(seen) // 2
    headers = {"Last-Event-ID": seen[middle]["id"]}
    with person.api.stream("GET", f"/workflows/{workflow_id}/events", headers=headers) as stream:
        rest = [event for event in events(stream.iter_lines()) if "data" in event]
    assert rest == seen[middle + 1 :]


def test_the_feed_tells_the_story(platform: Server) -> None:
    person = sign_up(platform)
    project_id = person.project()
    workflow = person.finished_workflow(project_id)
    person.post(f"/workflows/{workflow['id']}/tasks", 200)
    verbs = [item["verb"] for item in person.get(f"/projects/{project_id}/activity?limit=500")["items"]]
    assert (
        verbs.index("workflow.analysed") < verbs.index("workflow.requested") < verbs.index("project.created")
    )
    assert "workflow.sent_to_board" in verbs


def test_the_same_text_again_gives_the_same_analysis(platform: Server) -> None:
    person = sign_up(platform)
    project_id = person.project()
    first = person.finished_workflow(project_id)
    again = person.post(f"/workflows/{first['id']}/regenerate", 202)
    second = person.wait_for_end(again["id"])
    assert second["version"] == 2
    assert second["analysis"] == first["analysis"]


def test_a_repeated_request_makes_one_workflow(platform: Server) -> None:
    person = sign_up(platform)
    body = {"project_id": person.project(), "description": INVOICES}
    headers = {"Idempotency-Key": "one-click-too-many"}
    answers = [person.api.post("/workflows", json=body, headers=headers).json() for _ in range(3)]
    assert len({answer["id"] for answer in answers}) == 1
    assert len(person.get("/workflows")["items"]) == 1


def _understands_the_text(analysis: dict) -> None:  # type: ignore[type-arg] # JSON
    labels = " ".join(task["label"].lower() for task in analysis["tasks"])
    for word in ("check", "approve", "enter", "pay"):
        assert word in labels
    assert {"clerk", "manager", "accountant"} <= {actor["name"].lower() for actor in analysis["actors"]}
    assert any(gateway["kind"] == "xor" for gateway in analysis["gateways"])
    assert analysis["build_tasks"]
    for task in analysis["tasks"]:
        assert all(0 <= span["start"] < span["end"] <= len(INVOICES) for span in task["evidence"])


def _exports(person: Person, workflow_id: str) -> None:
    for name, beginning in EXPORTS.items():
        answer = person.api.get(f"/workflows/{workflow_id}/export/{name}?download=1")
        assert answer.status_code == 200, answer.text
        assert beginning.lower() in answer.content[:200].lower()
        assert answer.headers["content-disposition"].startswith("attachment")


def _sends_each_task_once(person: Person, project_id: str, workflow: dict) -> None:  # type: ignore[type-arg] # JSON
    build_tasks = workflow["analysis"]["build_tasks"]
    some = person.post(f"/workflows/{workflow['id']}/tasks", 200, ids=[build_tasks[0]["id"]])
    assert (some["created"], some["existing"]) == (1, 0)
    everything = person.post(f"/workflows/{workflow['id']}/tasks", 200)
    assert (everything["created"], everything["existing"]) == (len(build_tasks) - 1, 1)
    again = person.post(f"/workflows/{workflow['id']}/tasks", 200)
    assert (again["created"], again["existing"]) == (0, len(build_tasks))
    board = person.get(f"/projects/{project_id}/tasks?limit=500")["items"]
    assert sorted(task["title"] for task in board) == sorted(task["title"] for task in build_tasks)


def _moves_a_task(person: Person, project_id: str) -> None:
    task = person.get(f"/projects/{project_id}/tasks")["items"][0]
    moved = person.patch(f"/tasks/{task['id']}", 200, status="in_progress")
    assert moved["status"] == "in_progress"
    newest = person.get(f"/projects/{project_id}/activity?limit=1")["items"][0]
    assert newest["object"]["id"] == task["id"]
