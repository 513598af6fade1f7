"""Analysing again from a stage on, with the edits of people, and reading what is there while analysts are at work."""

from collections.abc import Callable
from typing import Any

from coditect import framework
from tests.conftest import StartServer
from tests.model_server.samples import conforming
from tests.model_server.script import Call, Failure, Reply, Request
from tests.model_server.server import ModelServer
from tests.servers.coditect import Server
from tests.story.people import Person, sign_up

FROM_DESIGN = {"process-designer", "quality-analyzer", "technical-analyzer"}


def test_a_version_may_start_in_the_middle(platform: Server) -> None:
    person = sign_up(platform)
    first = person.finished_workflow(person.project())
    address = f"/workflows/{first['id']}"
    kept, gone = (task["id"] for task in first["analysis"]["tasks"][:2])
    merge = {"kind": "merge_tasks", "tasks": [kept, gone], "label": "Take the invoice in"}
    asked = first["analysis"]["analysts"]["workflow-analyzer"]["questions"]
    volume = next(one["id"] for one in asked if one["text"].startswith("How many cases"))
    answer = {"kind": "answer_question", "question": volume, "answer": "about 40 a week"}
    person.post(f"{address}/edits", 200, base=first["revision"], operations=[merge, answer])
    edited = person.get(address)["analysis"]
    assert _volume(edited) == (2080, "user")

    person.post(f"{address}/regenerate", 202, start_at="process-designer")
    second = person.wait_for_end(first["id"])
    assert (second["status"], second["version"]) == ("completed", 2)
    assert _reused(second) == {"version"}
    assert {one["name"] for one in second["analysts"] if one["reused"] is None} == FROM_DESIGN
    # People's edits stay, and what was made anew speaks of the edited process.
    assert [task["label"] for task in second["analysis"]["tasks"]] == [
        task["label"] for task in edited["tasks"]
    ]
    assert _volume(second["analysis"]) == (2080, "user")
    design = second["analysis"]["analysts"]["process-designer"]
    assert gone not in {node["ref"] for node in design["as_is"]["nodes"]}
    so_far = person.get(f"{address}/analysis")
    assert (so_far["version"], so_far["complete"], len(so_far["delivered"])) == (2, True, 8)
    assert so_far["analysis"] == second["analysis"]
    assert person.post(f"{address}/regenerate", 422, start_at="nobody")["code"] == "invalid_input"


def test_with_a_model_answers_fall_back_are_kept_and_tell_their_cost(
    start_server: StartServer, model_server: ModelServer
) -> None:
    """One analyst fails, the rules stand in; the same text again costs nothing; a restart asks anew."""
    model_server.script = _all_but("quality-analyzer")
    person = _person_with_model(start_server, model_server)
    project = person.project()
    first = person.finished_workflow(project)
    by_name = {one["name"]: one for one in first["analysts"]}
    assert first["status"] == "completed"
    assert by_name["quality-analyzer"]["origin"] == "rule"
    assert "refused" in by_name["quality-analyzer"]["fallback"]
    assert by_name["task-decomposer"]["fallback"] is None
    assert by_name["task-decomposer"]["output_tokens"] > 0
    assert float(by_name["task-decomposer"]["cost_usd"]) > 0
    [flag] = [flag for flag in first["analysis"]["flags"] if flag["code"] == "model_failed"]
    assert "Quality Analyzer" in flag["message"]

    asked = _asked(model_server)
    second = person.finished_workflow(project)
    again = _asked(model_server)[len(asked) :]
    assert set(again) == {"quality-analyzer"}
    reused = [one for one in second["analysts"] if one["reused"] == "answer"]
    assert {one["name"] for one in reused} >= {"workflow-analyzer", "task-decomposer"}
    assert all(one["cost_usd"] is None and one["input_tokens"] is None for one in reused)
    assert second["analysis"]["tasks"] == first["analysis"]["tasks"]

    model_server.script = _all_but(None)
    person.post(f"/workflows/{first['id']}/regenerate", 202, start_at="quality-analyzer")
    third = person.wait_for_end(first["id"])
    states = {one["name"]: one for one in third["analysts"]}
    assert states["quality-analyzer"]["origin"] == "model"
    assert states["technical-analyzer"]["reused"] is None
    assert states["task-decomposer"]["reused"] == "version"
    assert "model_failed" not in {flag["code"] for flag in third["analysis"]["flags"]}


def test_what_is_there_can_be_read_while_analysts_are_at_work(
    start_server: StartServer, model_server: ModelServer
) -> None:
    """The model waits with the later analysts until the earlier ones' work was read."""
    person = _person_with_model(start_server, model_server)
    seen: dict[str, Any] = {}

    def read_before_the_designer(request: Request) -> Reply:
        if _analyst(request) == "process-designer":
            seen["analysis"] = person.get(f"/workflows/{seen['id']}/analysis")
        return _answer(request)

    model_server.script = read_before_the_designer
    project = person.project()
    seen["id"] = person.workflow(project)
    person.wait_for_end(seen["id"])
    so_far = seen["analysis"]
    assert not so_far["complete"]
    assert {"task-decomposer", "actor-identifier"} <= set(so_far["delivered"])
    assert "process-designer" not in so_far["delivered"]
    assert so_far["analysis"]["analysts"]["process-designer"] is None


def _volume(analysis: dict[str, Any]) -> tuple[float, str]:
    figure = analysis["analysts"]["automation-assessor"]["roi"]["volume"]
    return figure["value"], figure["origin"]


def _reused(workflow: dict[str, Any]) -> set[str]:
    return {one["reused"] for one in workflow["analysts"]} - {None}


def _asked(server: ModelServer) -> list[str]:
    return [_analyst(request) for request in server.requests]


def _person_with_model(start_server: StartServer, model_server: ModelServer) -> Person:
    return sign_up(
        start_server(
            model="anthropic:claude-sonnet-4-5",
            anthropic_api_key=model_server.api_key,
            anthropic_base_url=model_server.anthropic_url,
        )
    )


def _all_but(failing: str | None) -> Callable[[Request], Reply]:
    def script(request: Request) -> Reply:
        if _analyst(request) == failing:
            return Failure(400, "this request is refused for good")
        return _answer(request)

    return script


def _analyst(request: Request) -> str:
    names = ["workflow-analyzer", "task-decomposer", "actor-identifier", "automation-assessor"]
    names += ["requirements-extractor", "process-designer", "quality-analyzer", "technical-analyzer"]
    [name] = [name for name in names if framework.agent(name).body in request.system]
    return name


def _answer(request: Request) -> Reply:
    return Call(conforming(request.tools[0].schema, origin="model", start=0, end=9))
