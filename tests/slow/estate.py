"""An installation with something in it, and all that its owner sees of it, for tests that take it away and bring it back."""

import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.servers.coditect import COMMAND, Server
from tests.story.people import INVOICES, Person, events, sign_in, sign_up


@dataclass(frozen=True)
class Estate:
    """A person's belongings, and half of a stream that they have read."""

    person: Person
    project_id: str
    workflow_id: str
    seen: dict[str, Any]
    read_until: str
    rest: list[dict[str, str]]

    def is_there(self) -> None:
        """Sign in with the old password and find everything."""
        sign_in(self.person.api, self.person.email)
        found = belongings(self.person, self.project_id, self.workflow_id)
        for name, what in self.seen.items():
            assert found[name] == what, f"{name} was {what!r}, is {found[name]!r}"
        assert stream(self.person, self.workflow_id, self.read_until) == self.rest

    def goes_on(self) -> None:
        """Do new work: its events come after all that was there."""
        person = self.person
        old = max(int(event["id"]) for event in self.rest)
        workflow = person.finished_workflow(self.project_id, f"{INVOICES} Then the clerk goes home.")
        assert workflow["status"] == "completed"
        new = [int(event["id"]) for event in stream(person, workflow["id"]) if "id" in event]
        assert min(new) > old
        again = person.post(f"/workflows/{self.workflow_id}/tasks", 200)
        assert again["created"] == 0


def settle(server: Server) -> Estate:
    """Sign up, have a project, an analysis and its tasks, and read half of its stream."""
    person = sign_up(server)
    project_id = person.project()
    workflow_id = person.finished_workflow(project_id)["id"]
    person.post(f"/workflows/{workflow_id}/tasks", 200)
    whole = stream(person, workflow_id)
    middle = len(whole) // 2
    seen = belongings(person, project_id, workflow_id)
    return Estate(person, project_id, workflow_id, seen, whole[middle]["id"], whole[middle + 1 :])


def belongings(person: Person, project_id: str, workflow_id: str) -> dict[str, Any]:
    """All that a person sees of what was there when the estate was settled."""
    workflow = person.get(f"/workflows/{workflow_id}")
    run = person.get(f"/runs/{workflow['run_id']}")
    tasks = person.get(f"/projects/{project_id}/tasks?limit=500")["items"]
    # What is written while a backup is made may be in it or not; it is called "Extra".
    kept = [task for task in tasks if not task["title"].startswith("Extra")]
    activity = person.get(f"/projects/{project_id}/activity?limit=500")["items"]
    told = [item for item in activity if not item["object"]["title"].startswith("Extra")]
    drawing = person.api.get(f"/workflows/{workflow_id}/export/svg")
    assert drawing.status_code == 200
    return {
        "me": person.get("/me"),
        "project": person.get(f"/projects/{project_id}") | {"updated_at": None, "open_tasks": None},
        "workflow": workflow,
        "run": run,
        "tasks": kept,
        "activity": told,
        "drawing": drawing.text,
    }


def stream(person: Person, workflow_id: str, after: str | None = None) -> list[dict[str, str]]:
    """The events of an analysis that has ended, with data."""
    headers = {"Last-Event-ID": after} if after else {}
    with person.api.stream("GET", f"/workflows/{workflow_id}/events", headers=headers) as answer:
        return [event for event in events(answer.iter_lines()) if "data" in event]


def repositories(data_dir: Path) -> dict[str, str]:
    """Every repository with all its references, after git itself found it whole."""
    found = {}
    for head in sorted((data_dir / "repositories").rglob("HEAD")):
        repository = head.parent
        _git(repository, "fsck", "--strict", "--full")
        found[str(repository.relative_to(data_dir))] = _git(repository, "for-each-ref")
    return found


def files(data_dir: Path) -> dict[str, bytes]:
    """What the storage holds."""
    folder = data_dir / "files"
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def command(server: Server, *arguments: str | Path, succeeds: bool = True) -> str:
    """Run `coditect` beside the server, with its settings; return what it prints."""
    done = subprocess.run(
        [COMMAND, *map(str, arguments)],
        env=server.environment,
        check=False,
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert (done.returncode == 0) == succeeds, done.stderr
    return (done.stdout if succeeds else done.stderr).strip()


def _git(repository: Path, *arguments: str) -> str:
    return subprocess.run(
        ["git", f"--git-dir={repository}", *arguments], check=True, capture_output=True, text=True
    ).stdout
