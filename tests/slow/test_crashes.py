"""`kill -9` at random moments while many analyses are under way: all complete, no effect is doubled."""

import random
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.conftest import StartServer
from tests.servers.coditect import Server
from tests.story.people import INVOICES, Person, close_all, sign_in, sign_up, wait_until

ANALYSES = 100
KILLS = 20
STEPS = 9


@pytest.mark.parametrize("database", ["sqlite", "postgresql"])
@pytest.mark.timeout(900)
def test_killed_twenty_times_during_a_hundred_analyses(
    database: str, request: pytest.FixtureRequest, start_server: StartServer
) -> None:
    settings = {} if database == "sqlite" else {"database_url": request.getfixturevalue("postgres_url")}
    server = start_server(**settings)
    person = sign_up(server)
    project_id = person.project()
    with ThreadPoolExecutor(4) as pool:
        texts = [f"{INVOICES} Finally the clerk archives case {number}." for number in range(ANALYSES)]
        workflow_ids = list(pool.map(lambda text: person.workflow(project_id, text), texts))
    kills = _kill_while_working(server)
    sign_in(person.api, person.email)
    _wait_for_all(person)
    assert kills == KILLS
    for workflow_id in workflow_ids:
        _completed_once(person, workflow_id)
    _told_once(person, project_id, workflow_ids)
    close_all()


def _kill_while_working(server: Server) -> int:
    """Kill and restart at random moments between "just ready" and "deep in work"."""
    moments = random.Random(20)
    for _ in range(KILLS):
        time.sleep(moments.uniform(0.0, 1.2))
        server.kill()
        server.restart()
    return KILLS


def _wait_for_all(person: Person) -> None:
    def none_open() -> bool:
        items = person.get("/workflows?limit=500")["items"]
        return len(items) == ANALYSES and all(item["status"] not in {"queued", "running"} for item in items)

    wait_until(none_open, seconds=600)


def _completed_once(person: Person, workflow_id: str) -> None:
    workflow = person.get(f"/workflows/{workflow_id}")
    assert workflow["status"] == "completed", workflow["analysts"]
    run = person.get(f"/runs/{workflow['run_id']}")
    assert [step["status"] for step in run["steps"]] == ["succeeded"] * STEPS
    assert workflow["analysis"]["tasks"]


def _told_once(person: Person, project_id: str, workflow_ids: list[str]) -> None:
    told: Counter[tuple[str, str]] = Counter()
    cursor = ""
    while True:
        page = person.get(f"/projects/{project_id}/activity?limit=500{cursor}")
        told.update((item["verb"], item["object"]["id"]) for item in page["items"])
        if page["next_cursor"] is None:
            break
        cursor = f"&cursor={page['next_cursor']}"
    for workflow_id in workflow_ids:
        assert told["workflow.requested", workflow_id] == 1
        assert told["workflow.analysed", workflow_id] == 1
