"""Edits over HTTP on each kind of database: base versions, undo and redo, later versions, completion."""

from typing import Any

from tests.servers.coditect import Server
from tests.story.people import INVOICES, Person, sign_up


def _edit(person: Person, workflow: str, status: int, base: int, *operations: dict[str, Any]) -> Any:
    return person.post(f"/workflows/{workflow}/edits", status, base=base, operations=list(operations))


def test_edits_are_kept_taken_back_and_survive_a_new_version(platform: Server) -> None:
    person = sign_up(platform)
    first = person.finished_workflow(person.project(), INVOICES)
    address, task = f"/workflows/{first['id']}", first["analysis"]["tasks"][0]
    rename = {"kind": "rename_task", "task": task["id"], "label": "Take in the parcel"}
    base = person.get(f"{address}/edits")["revision"]
    before = person.api.get(f"{address}/export/svg").text
    log = _edit(person, first["id"], 200, base, rename)
    assert [(edit["state"], edit["words"]) for edit in log["items"]] == [
        ("applied", {task["id"]: task["label"]})
    ]
    assert person.get(address)["analysis"]["tasks"][0]["label"] == "Take in the parcel"
    assert "Take in the" in person.api.get(f"{address}/export/svg").text
    # Who has not seen it is told so, and changes nothing.
    assert _edit(person, first["id"], 409, base, rename)["code"] == "stale_revision"
    unknown = {"kind": "remove_task", "task": "t999"}
    assert _edit(person, first["id"], 422, log["revision"], unknown)["code"] == "edit_refused"
    found = person.get(f"{address}/compare?before=1&after=1")["differences"]
    [change] = [one for one in found if one["field"] == "name"]
    assert (change["kind"], change["before"], change["after"]) == (
        "changed",
        task["label"],
        "Take in the parcel",
    )

    log = person.post(f"{address}/edits/undo", 200, base=log["revision"])
    assert person.api.get(f"{address}/export/svg").text == before
    assert person.post(f"{address}/edits/undo", 409, base=log["revision"])["code"] == "nothing_to_undo"
    log = person.post(f"{address}/edits/redo", 200, base=log["revision"])
    assert person.get(address)["analysis"]["tasks"][0]["label"] == "Take in the parcel"
    assert [(one["version"], one["edited"]) for one in person.get(f"{address}/versions")["items"]] == [
        (1, True),
        (1, False),
    ]
    told = person.get(f"/projects/{first['project_id']}/activity")["items"][:3]
    assert [(one["verb"], one["data"]) for one in told] == [
        ("workflow.edit_redone", {}),
        ("workflow.edit_undone", {}),
        ("workflow.edited", {"count": 1}),
    ]
    assert told[2]["sentence"].endswith(f"made an edit in the analysis “{first['title']}”.")
    drawn = person.api.get(f"{address}/versions/1/drawing")
    assert (drawn.status_code, drawn.text) == (200, before)

    person.post(f"{address}/regenerate", 202)
    again = person.wait_for_end(first["id"])
    assert (again["version"], again["analysis"]["tasks"][0]["label"]) == (2, "Take in the parcel")
    assert person.get(f"{address}/edits")["revision"] > log["revision"]
    assert person.get(f"{address}/compare?before=1&after=9", 404)["code"] == "version_not_found"


def test_chosen_tasks_go_to_the_board_and_their_end_comes_back(platform: Server) -> None:
    person = sign_up(platform)
    project = person.project()
    workflow = person.finished_workflow(project, INVOICES)
    address = f"/workflows/{workflow['id']}"
    one, other, *_ = workflow["analysis"]["build_tasks"]
    me = person.get("/me")["account"]["id"]
    choices = {
        one["id"]: {
            "assignee": {"kind": "account", "name": "me", "id": me},
            "estimate": {"low_hours": 1, "high_hours": 2},
        }
    }
    sent = person.post(f"{address}/tasks", 200, ids=[one["id"], other["id"]], choices=choices)
    first, second = sent["items"]
    assert (first["assignee"]["id"], first["estimate"]) == (me, {"low_hours": 1, "high_hours": 2})
    assert second["estimate"] == other["estimate"]
    strange = {"nothing": {"estimate": {"low_hours": 1, "high_hours": 2}}}
    assert person.post(f"{address}/tasks", 422, ids=[], choices=strange)["code"] == "unknown_build_task"
    person.api.patch(f"/tasks/{first['id']}", json={"status": "done"}).raise_for_status()
    board = person.get(address)["board"]
    assert [(task["build_task_id"], task["status"]) for task in board] == [
        (one["id"], "done"),
        (other["id"], "open"),
    ]

    # An edit of the step does not make other work of what is on the board.
    step = one["source_task"] or other["source_task"] or workflow["analysis"]["tasks"][0]["id"]
    base = person.get(f"{address}/edits")["revision"]
    _edit(person, workflow["id"], 200, base, {"kind": "rename_task", "task": step, "label": "Another name"})
    ids = {task["id"] for task in person.get(address)["analysis"]["build_tasks"]}
    sourced = {task["id"] for task in (one, other) if task["source_task"] == step}
    assert sourced <= ids


def test_a_removed_workflow_is_gone_with_its_files_and_its_tasks_stay(platform: Server) -> None:
    person = sign_up(platform)
    project = person.project()
    workflow = person.finished_workflow(project, INVOICES)
    other = person.post("/workflows", 202, project_id=project, title="Zebra crossing", description=INVOICES)
    address = f"/workflows/{workflow['id']}"
    person.api.get(f"{address}/export/svg").raise_for_status()
    person.post(f"{address}/tasks", 200)
    assert person.api.delete(address).status_code == 204
    assert person.get(address, 404)["code"] == "workflow_not_found"
    assert person.api.delete(address).status_code == 404
    assert person.get(f"/projects/{project}/tasks")["items"]
    assert not [path for path in (platform.data_dir / "files").rglob("svg") if workflow["id"] in str(path)]
    person.wait_for_end(other["id"])
    assert [one["id"] for one in person.get("/workflows?q=zebra")["items"]] == [other["id"]]
    assert person.get("/workflows?q=nothing")["items"] == []
    assert person.api.delete(f"/workflows/{other['id']}").status_code == 204
    assert person.get("/workflows")["items"] == []
