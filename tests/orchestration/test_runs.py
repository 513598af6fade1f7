"""Runs as people see them: lists, one run, one step with its tries."""

import uuid

from tests.servers.coditect import Server
from tests.story.people import sign_up, wait_until


def test_a_run_can_be_read_down_to_its_steps(platform: Server) -> None:
    ada, eve = sign_up(platform), sign_up(platform)
    project_id = ada.project()
    workflow = ada.finished_workflow(project_id)
    run_id = workflow["run_id"]

    listed = ada.get("/runs")["items"]
    assert [run["id"] for run in listed] == [run_id]
    assert listed[0]["about"] == {
        "kind": "workflow",
        "id": workflow["id"],
        "title": workflow["title"],
        "project_id": project_id,
    }
    assert listed[0]["total"] == listed[0]["ended"] == 9
    assert listed[0]["dead"] == 0
    assert ada.get("/runs?status=running")["items"] == []
    assert len(ada.get("/runs?status=completed&status=failed")["items"]) == 1

    run = ada.get(f"/runs/{run_id}")
    assert run["about"]["title"] == workflow["title"]
    steps = {step["key"]: step for step in run["steps"]}
    step = ada.get(f"/runs/{run_id}/steps/{steps['task-decomposer']['id']}")
    assert step["needs"] == ["workflow-analyzer"]
    assert "actor-identifier" not in step["needed_by"]
    assert step["input"]["workflow_id"] == workflow["id"]
    assert step["output"] == steps["task-decomposer"]["output"]
    [attempt] = step["attempts"]
    assert attempt["outcome"] == "succeeded"
    assert attempt["started_at"] <= attempt["ended_at"]
    assert step["next_try_at"] is None

    assert eve.get("/runs")["items"] == []
    eve.get(f"/runs/{run_id}", 404)
    eve.get(f"/runs/{run_id}/steps/{step['id']}", 404)
    ada.get(f"/runs/{run_id}/steps/{uuid.uuid4()}", 404)
    ada.get("/runs?status=weird", 422)


def test_runs_are_listed_newest_first_in_pages(platform: Server) -> None:
    ada = sign_up(platform)
    project_id = ada.project()
    made = [ada.get(f"/workflows/{ada.workflow(project_id)}")["run_id"] for _ in range(3)]
    first = ada.get("/runs?limit=2")
    assert [run["id"] for run in first["items"]] == made[:0:-1]
    second = ada.get(f"/runs?limit=2&cursor={first['next_cursor']}")
    assert [run["id"] for run in second["items"]] == made[:1]
    assert second["next_cursor"] is None
    wait_until(lambda: len(ada.get("/runs?status=completed")["items"]) == 3 or None)


def test_a_step_is_run_again_with_all_that_rests_on_it(platform: Server) -> None:
    ada, eve = sign_up(platform), sign_up(platform)
    before = ada.finished_workflow(ada.project())
    path = f"/runs/{before['run_id']}"
    steps = {step["key"]: step for step in ada.get(path)["steps"]}
    eve.post(f"{path}/steps/{steps['actor-identifier']['id']}/retry", 404)
    again = ada.post(f"{path}/steps/{steps['actor-identifier']['id']}/retry", 202)
    assert again["status"] in {"queued", "running"}
    after = ada.wait_for_end(before["id"])
    assert after["status"] == "completed"
    assert after["analysis"] == before["analysis"]
    attempts = {step["key"]: step["attempt"] for step in ada.get(path)["steps"]}
    assert attempts["workflow-analyzer"] == attempts["task-decomposer"] == 1
    assert attempts["actor-identifier"] == attempts["quality-analyzer"] == 2
    outcomes = [
        attempt["outcome"]
        for attempt in ada.get(f"{path}/steps/{steps['actor-identifier']['id']}")["attempts"]
    ]
    assert outcomes == ["succeeded", "succeeded"]
