"""A walk over all routes with the ids of somebody else, and what that somebody has."""

import re
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

from tests.story.people import Person, wait_until

_PARAMETER = re.compile(r"\{(\w+)\}")
_PUBLIC_NAMES = {
    "analyst",
    "artifact",
    "client",
    "file_format",
    "format_name",
    "kind",
    "mail_id",
    "name",
    "provider",
}
# What belongs to a person, whatever the organization; tests of identity and lifecycle try foreign ones.
_PERSONAL = {"client_id", "export_id", "identity_id", "passkey_id", "session_id"}


def walk(owner: Person, stranger: Person, ids: dict[str, str]) -> None:
    """Ask every route that has an id, as a stranger and as the owner."""
    routes = [
        (method.upper(), path, operation)
        for path, operations in _description(owner)["paths"].items()
        for method, operation in operations.items()
        if set(_PARAMETER.findall(path)) - _PUBLIC_NAMES and not set(_PARAMETER.findall(path)) & _PERSONAL
    ]
    assert len(routes) >= 35
    # What is deleted is not found any more, so that comes last, parts before their whole.
    for method, path, operation in sorted(
        routes, key=lambda route: route[1].count("/") * -1 if route[0] == "DELETE" else -100
    ):
        address = _PARAMETER.sub(lambda found: ids[found[1]], path).removeprefix("/api/v1")
        body = _body_for(method, path, operation, ids)
        assert _status(stranger, method, address, body) == 404, f"{method} {path} shows what is another's"
        # What was never deleted cannot come back; the rules use the text of no agent.
        if not path.endswith(("/restore", "/agent")):
            assert _status(owner, method, address, body) != 404, f"{method} {path} does not find its own"
    assert stranger.post(
        "/workflows", 404, project_id=ids["project_id"], description="A clerk checks a form."
    )


def look_around(owner: Person, stranger: Person, ids: dict[str, str]) -> None:
    """Ask every list, export and stream that names no id."""
    for path in (
        "/projects",
        "/workflows",
        "/runs",
        "/notifications",
        "/api-keys",
        "/invitations",
        "/teams",
        "/custom-roles",
        "/domains",
        "/dead-letters",
        f"/workflows?project_id={ids['project_id']}",
    ):
        assert stranger.get(path)["items"] == []
    assert stranger.get("/search?q=e")["items"] == [
        one for one in stranger.get("/search?q=e")["items"] if one["kind"] == "agent"
    ]
    assert [one["email"] for one in stranger.get("/members")["items"]] == [stranger.email]
    # Everybody has acts of their own, told to the microsecond.
    assert not _moments_of_acts(owner) & _moments_of_acts(stranger)
    exported = {line for line in _audit_file(owner).splitlines() if line}
    assert exported
    assert not exported & set(_audit_file(stranger).splitlines())
    for subject in (
        f"project:{ids['project_id']}",
        f"workflow:{ids['workflow_id']}",
        f"run:{ids['run_id']}",
        f"organization:{ids['organization_id']}",
    ):
        assert _status(owner, "GET", f"/stream?subjects={subject}", None) == 200, subject
        assert _status(stranger, "GET", f"/stream?subjects={subject}", None) == 404, subject


def _moments_of_acts(person: Person) -> set[str]:
    return {one["occurred_at"] for one in wait_until(lambda: person.get("/audit")["items"])}


def _audit_file(person: Person) -> str:
    answer = person.api.get("/audit/export?form=jsonl")
    assert answer.status_code == 200, answer.text
    return answer.text


def ids_of(person: Person) -> dict[str, str]:
    project_id = person.project()
    tomorrow = (datetime.now(UTC) + timedelta(days=1)).isoformat()
    key = person.post("/api-keys", 201, name="Reading", scopes=["project:read"], expires_at=tomorrow)
    workflow = person.finished_workflow(project_id)
    tasks = person.post(f"/workflows/{workflow['id']}/tasks", 200)["items"]
    run = person.get(f"/runs/{workflow['run_id']}")
    return {
        "project_id": project_id,
        "workflow_id": workflow["id"],
        "organization_id": person.get("/me")["active_organization_id"],
        "task_id": tasks[0]["id"],
        "other_task_id": tasks[1]["id"],
        "comment_id": person.post(f"/tasks/{tasks[2]['id']}/comments", 201, text="Seen.")["id"],
        "activity_id": person.get(f"/projects/{project_id}/activity")["items"][0]["id"],
        "key_id": key["id"],
        "account_id": person.get("/me")["account"]["id"],
        "custom_role_id": person.post("/custom-roles", 201, name="Gardener", permissions=[])["id"],
        "domain_id": person.post("/domains", 201, name=f"{uuid4().hex}.example")["id"],
        "team_id": person.post("/teams", 201, name="Herons")["id"],
        "invitation_id": person.post("/invitations", 201, email="guest@example.com", role="viewer")["id"],
        "run_id": workflow["run_id"],
        "step_id": run["steps"][0]["id"],
        "agent_run_id": person.post(
            "/agents/codebase-locator/runs", 202, project_id=project_id, request="Where is the readme?"
        )["id"],
        "conversation_id": person.post(f"/projects/{project_id}/conversations", 201, title="Plans")["id"],
        "server_id": person.post(
            f"/projects/{project_id}/mcp-servers", 201, name="weather", transport="stdio", command=["true"]
        )["id"],
        "number": "1",
        "format_name": "svg",
        "artifact": "report",
        "file_format": "md",
        "analyst": "task-decomposer",
        "version": "1",
    }


def _description(person: Person) -> dict[str, Any]:
    answer = person.api.get(str(person.api.base_url).removesuffix("v1/") + "openapi.json")
    found: dict[str, Any] = answer.json()
    return found


_SERVER: dict[str, Any] = {"name": "other", "transport": "stdio", "command": ["true"]}
_BODIES: dict[str, dict[str, Any]] = {
    "POST /projects/{project_id}/conversations": {"title": "Plans"},
    "PATCH /conversations/{conversation_id}": {"title": "Other plans"},
    "POST /projects/{project_id}/mcp-servers": _SERVER,
    "PUT /projects/{project_id}/mcp-servers/{server_id}": _SERVER,
    "POST /projects/{project_id}/mcp-servers/{server_id}/approve": {"digest": "0" * 64},
    "POST /agent-runs/{agent_run_id}/calls/{number}/answer": {"text": "In the root."},
    "POST /agent-runs/{agent_run_id}/calls/{number}/refuse": {"why": "Not now."},
    "POST /agent-runs/{agent_run_id}/calls/{number}/undo": {"path": "README.md"},
    "POST /agent-runs/{agent_run_id}/settle": {"files": [{"path": "README.md", "take": "agent"}]},
    "PATCH /organizations/{organization_id}": {"name": "Renamed"},
    "POST /projects/{project_id}/tasks": {"title": "A task"},
    "POST /tasks/{task_id}/comments": {"text": "Seen too."},
    "PATCH /comments/{comment_id}": {"text": "Seen again."},
    "PATCH /members/{account_id}": {"role": "owner"},
    "PUT /custom-roles/{custom_role_id}": {"name": "Gardener", "permissions": ["task:write"]},
    "PUT /domains/{domain_id}": {"joining": "nobody", "role": "viewer"},
    "PATCH /teams/{team_id}": {"name": "Storks"},
    "POST /api-keys/{key_id}/rotate": {"overlap_hours": 1},
    "POST /workflows/{workflow_id}/edits": {
        "base": 0,
        "operations": [{"kind": "remove_task", "task": "t1"}],
    },
    "POST /workflows/{workflow_id}/edits/undo": {"base": 0},
    "POST /workflows/{workflow_id}/edits/redo": {"base": 0},
}


def _body_for(
    method: str, path: str, operation: dict[str, Any], ids: dict[str, str]
) -> dict[str, Any] | None:
    if "requestBody" not in operation:
        return None
    if path.endswith(("/tasks/delete", "/tasks/restore")):
        return {"ids": [ids["other_task_id"]]}
    if (method, path) == ("PATCH", "/api/v1/projects/{project_id}/tasks"):
        return {"ids": [ids["task_id"]], "change": {"priority": "high"}}
    return _BODIES.get(f"{method} {path.removeprefix('/api/v1')}", {})


def _status(person: Person, method: str, address: str, body: dict[str, Any] | None) -> int:
    # A stream is asked for its head only.
    with person.api.stream(method, address, json=body) as answer:
        return answer.status_code
