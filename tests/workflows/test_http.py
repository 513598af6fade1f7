"""Second clicks, cancelled analyses, ends of streams and long descriptions, over HTTP on each kind of database."""

import io
import json
import zipfile
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from typing import Any

from tests.servers.coditect import Server
from tests.story.people import INVOICES, Person, events, sign_up

LONG = INVOICES * 150


def test_clicks_at_once_start_one_analysis(platform: Server) -> None:
    person = sign_up(platform)
    first = person.finished_workflow(person.project())
    address = f"/workflows/{first['id']}/regenerate"
    with ThreadPoolExecutor(6) as clicks:
        answers = list(clicks.map(lambda _: person.api.post(address), range(6)))
    codes = sorted(answer.status_code for answer in answers)
    assert codes == [202, 409, 409, 409, 409, 409]
    assert {answer.json()["code"] for answer in answers if answer.status_code == 409} == {"analysis_running"}
    assert person.wait_for_end(first["id"])["version"] == 2
    # With a key, even a click after the end gets the first answer and starts nothing.
    key = {"Idempotency-Key": "one-click"}
    assert person.api.post(address, headers=key).status_code == 202
    assert person.wait_for_end(first["id"])["version"] == 3
    assert person.api.post(address, headers=key).status_code == 202
    assert person.wait_for_end(first["id"])["version"] == 3
    _ends_of_streams(person, first)
    _exports_follow_the_title_and_format(platform, person, first["id"])


def _ends_of_streams(person: Person, workflow: dict[str, Any]) -> None:
    """Who has seen the end is told to stop asking; who has not, gets it."""
    other = person.finished_workflow(workflow["project_id"])
    seen = _events(person, workflow["id"])
    last, others_last = (int(_events(person, one)[-1]["id"]) for one in (workflow["id"], other["id"]))
    assert others_last > last
    for path, after in (
        (f"/workflows/{workflow['id']}/events", last),
        (f"/workflows/{workflow['id']}/events", others_last),
        (f"/runs/{other['run_id']}/events", others_last),
    ):
        answer = person.api.get(path, headers={"Last-Event-ID": str(after)}, timeout=20)
        assert (answer.status_code, answer.content) == (204, b""), "the stream waits for what never comes"
    rest = _events(person, workflow["id"], after=seen[-2]["id"])
    assert rest == seen[-1:]


def _exports_follow_the_title_and_format(server: Server, person: Person, workflow_id: str) -> None:
    first, again = (person.api.get(f"/workflows/{workflow_id}/export/svg").content for _ in range(2))
    assert first == again
    person.api.get(f"/workflows/{workflow_id}/export/dot")
    files = [path for path in (server.data_dir / "files").rglob("*") if path.is_file()]
    assert sorted(path.name for path in files) == ["dot", "svg"], "versions must not pile up"
    _documents(person, workflow_id)
    # Half a file, or one of an older version, is made anew.
    [kept] = [path for path in files if path.name == "svg"]
    kept.write_bytes(kept.read_bytes()[10:])
    assert person.api.get(f"/workflows/{workflow_id}/export/svg").content == first


def _documents(person: Person, workflow_id: str) -> None:
    address = f"/workflows/{workflow_id}"
    listed = {one["name"]: one["formats"] for one in person.get(f"{address}/artifacts")["items"]}
    assert set(listed) == {"report", "requirements", "roadmap", "procedure", "checklist", "raci"}
    answer = person.api.get(f"{address}/artifacts/report/pdf?download=1")
    assert answer.content.startswith(b"%PDF-")
    assert answer.headers["content-disposition"].endswith('-report.pdf"')
    assert person.api.get(f"{address}/artifacts/raci/xlsx").content.startswith(b"PK")
    assert person.get(f"{address}/artifacts/poem/pdf", 422)["code"] == "unknown_artifact"
    assert "raci" in person.get(f"{address}/artifacts/raci/svg", 422)["detail"]
    as_it_could_be = person.api.get(f"{address}/export/svg?of=to_be&variant=dark")
    assert "as it could be" in as_it_could_be.text
    assert person.get(f"{address}/export/svg?of=tomorrow", 422)["code"] == "invalid_input"
    archive = person.api.get(f"{address}/export/zip?download=1")
    assert archive.headers["content-disposition"].endswith('.zip"')
    with zipfile.ZipFile(io.BytesIO(archive.content)) as files:
        names = set(files.namelist())
        assert files.read("description.txt").decode() == person.get(address)["description"]
    for name, formats in listed.items():
        assert {f"report/{name}.{one}" for one in formats} <= names
    for folder in ("as-is", "to-be"):
        assert len([name for name in names if name.startswith(f"{folder}/diagram.")]) == 10
        assert {f"{folder}/diagram-print.pdf", f"{folder}/diagram-dark.svg"} <= names


def test_a_cancelled_analysis_says_so_everywhere(platform: Server) -> None:
    person = sign_up(platform)
    workflow_id = person.workflow(person.project(), LONG)
    run_id = person.get(f"/workflows/{workflow_id}")["run_id"]
    assert person.post(f"/runs/{run_id}/cancel", 200)["status"] == "cancelled"
    workflow = person.wait_for_end(workflow_id)
    assert workflow["status"] == "cancelled"
    assert workflow["analysis"] is None
    assert {analyst["status"] for analyst in workflow["analysts"]} <= {"cancelled", "succeeded"}
    assert person.get(f"/workflows/{workflow_id}/export/svg", 409)["code"] == "analysis_not_ready"
    assert person.post(f"/workflows/{workflow_id}/tasks", 409)["code"] == "analysis_not_ready"
    assert json.loads(_events(person, workflow_id)[-1]["data"]) == {"status": "cancelled"}
    assert person.post(f"/runs/{run_id}/cancel", 409)["code"]
    # Its list shows no description, its page the whole one; analysing again works.
    listed = person.get("/workflows")["items"]
    assert [(item["id"], item["status"], "description" in item) for item in listed] == [
        (workflow_id, "cancelled", False)
    ]
    assert workflow["description"] == LONG
    _is_found_by_what_it_is(person, workflow)
    person.post(f"/workflows/{workflow_id}/regenerate", 202)
    again = person.wait_for_end(workflow_id)
    assert (again["status"], again["version"]) == ("completed", 2)
    _refuses_strange_ids(person, again)


def _is_found_by_what_it_is(person: Person, workflow: dict[str, Any]) -> None:
    at = datetime.fromisoformat(workflow["created_at"])
    later = at + timedelta(seconds=1)

    def found(**wanted: Any) -> list[str]:
        answer = person.api.get("/workflows", params=wanted)
        assert answer.status_code == 200, answer.text
        return [item["id"] for item in answer.json()["items"]]

    every = [workflow["id"]]
    assert found(status=["cancelled", "failed"]) == found(since=at.isoformat()) == every
    assert found(until=later.isoformat(), status="cancelled") == every
    assert found(status=["completed", "partial"]) == found(since=later.isoformat()) == []
    assert found(until=at.isoformat()) == []
    assert person.get("/workflows?since=yesterday", 422)["code"] == "invalid_input"


def _refuses_strange_ids(person: Person, workflow: dict[str, Any]) -> None:
    address = f"/workflows/{workflow['id']}/tasks"
    assert person.post(address, 200, ids=[])["items"] == []
    assert person.post(address, 422, ids=["b1"] * 10_001)["code"] == "invalid_input"
    one = workflow["analysis"]["build_tasks"][0]["id"]
    assert person.post(address, 200, ids=[one] * 10_000)["created"] == 1
    assert person.get(f"/workflows/{workflow['id']}")["tasks_sent"] == [one]


def test_refusals_name_their_field(server: Server) -> None:
    person = sign_up(server)
    problem = person.post("/workflows", 422, project_id=person.project(), description="\n \n")
    assert [error["field"] for error in problem["errors"]] == ["description"]
    german = "Der Sachbearbeiter prüft die Rechnung und leitet sie danach an die Buchhaltung weiter."
    problem = person.post("/workflows", 422, project_id=person.project(), description=german)
    assert [error["field"] for error in problem["errors"]] == ["description"]


def _events(person: Person, workflow_id: str, after: str = "0") -> list[dict[str, str]]:
    headers = {"Last-Event-ID": after}
    with person.api.stream("GET", f"/workflows/{workflow_id}/events", headers=headers) as stream:
        return [event for event in events(stream.iter_lines()) if "data" in event]
