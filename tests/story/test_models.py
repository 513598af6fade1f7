"""The analysts answer through the real client libraries, over both wire formats, from a server of our own."""

from typing import Literal

import pytest

from coditect import framework
from tests.conftest import StartServer
from tests.model_server.samples import conforming
from tests.model_server.script import Call, Failure, Reply, Request
from tests.model_server.server import ModelServer
from tests.story.people import INVOICES, Person, sign_up

ANALYSTS = (
    "workflow-analyzer",
    "task-decomposer",
    "actor-identifier",
    "automation-assessor",
    "requirements-extractor",
    "process-designer",
    "quality-analyzer",
    "technical-analyzer",
)
GERMAN = "Der Sachbearbeiter prüft den Antrag, und danach gibt der Leiter die Zahlung frei."
Wire = Literal["anthropic", "openai"]


@pytest.fixture(params=["anthropic", "openai"])
def wire(request: pytest.FixtureRequest) -> Wire:
    """The wire format that the platform is set to."""
    chosen: Wire = request.param
    return chosen


def test_all_eight_analysts_answer_from_the_model(
    start_server: StartServer, model_server: ModelServer, wire: Wire
) -> None:
    model_server.script = _answer
    person = _person_with_model(start_server, model_server, wire)
    workflow = person.finished_workflow(person.project())
    assert workflow["status"] == "completed", workflow["analysts"]
    assert {analyst["origin"] for analyst in workflow["analysts"]} == {"model"}
    outputs = workflow["analysis"]["analysts"]
    assert set(outputs) == set(ANALYSTS)
    for name in ANALYSTS:
        origins = set(_origins(outputs[name]))
        assert "model" in origins, name
        assert origins <= {"model", "assumption"}, name
    assert {request.wire for request in model_server.requests} == {wire}
    assert len(model_server.requests) == len(ANALYSTS)
    used = person.get(f"/workflows/{workflow['id']}/analysts/task-decomposer/agent")
    assert used["text"] == framework.agent("task-decomposer").text
    assert used["reference"] == f"task-decomposer@{used['digest']}"
    assert all(INVOICES in request.text for request in model_server.requests)


def test_one_failing_analyst_leaves_a_partial_analysis_that_says_so(
    start_server: StartServer, model_server: ModelServer, wire: Wire
) -> None:
    def all_but_quality(request: Request) -> Reply:
        if _analyst(request) == "quality-analyzer":
            return Failure(400, "this request is refused for good")
        return _answer(request)

    model_server.script = all_but_quality
    person = _person_with_model(start_server, model_server, wire)
    # In a language that the rules do not read, nobody can stand in for the model.
    workflow = person.finished_workflow(person.project(), GERMAN)
    assert workflow["status"] == "partial"
    states = {analyst["name"]: analyst for analyst in workflow["analysts"]}
    assert states["quality-analyzer"]["status"] == "failed"
    assert states["quality-analyzer"]["error"]
    assert states["technical-analyzer"]["status"] == "succeeded"
    assert workflow["analysis"]["analysts"]["quality-analyzer"] is None
    assert "analyst_failed" in {flag["code"] for flag in workflow["analysis"]["flags"]}
    # A person reads why and tries again; now the model answers.
    model_server.script = _answer
    [letter] = person.get("/dead-letters")["items"]
    assert letter["key"] == "quality-analyzer"
    person.post(f"/dead-letters/{letter['step_id']}/requeue", 202)
    again = person.wait_for_end(workflow["id"])
    assert {analyst["status"] for analyst in again["analysts"]} == {"succeeded"}
    # The whole was put together again with what came late.
    assert again["analysis"]["analysts"]["quality-analyzer"] is not None
    assert "analyst_failed" not in {flag["code"] for flag in again["analysis"]["flags"]}


def test_evidence_outside_the_text_is_sent_back_for_repair(
    start_server: StartServer, model_server: ModelServer, wire: Wire
) -> None:
    refused: list[str] = []

    def careless_at_first(request: Request) -> Reply:
        if _analyst(request) == "actor-identifier" and not refused:
            refused.append(request.text)
            return Call(conforming(request.tools[0].schema, origin="model", end=len(INVOICES) + 5000))
        return _answer(request)

    model_server.script = careless_at_first
    person = _person_with_model(start_server, model_server, wire)
    workflow = person.finished_workflow(person.project())
    assert refused
    assert workflow["status"] == "completed"
    assert len(model_server.requests) == len(ANALYSTS) + 1


def _person_with_model(start_server: StartServer, model_server: ModelServer, wire: Wire) -> Person:
    if wire == "anthropic":
        return sign_up(
            start_server(
                model="anthropic:scripted",
                anthropic_api_key=model_server.api_key,
                anthropic_base_url=model_server.anthropic_url,
            )
        )
    return sign_up(
        start_server(
            model="openai:scripted",
            openai_api_key=model_server.api_key,
            openai_base_url=model_server.openai_url,
        )
    )


def _analyst(request: Request) -> str:
    [name] = [name for name in ANALYSTS if framework.agent(name).body in request.system]
    return name


def _answer(request: Request) -> Reply:
    # It claims the rule engine's authority, which the platform must not believe.
    return Call(conforming(request.tools[0].schema, origin="rule", start=0, end=9))


def _origins(value: object) -> list[str]:
    if isinstance(value, list):
        return [origin for item in value for origin in _origins(item)]
    if not isinstance(value, dict):
        return []
    own = [str(value["origin"])] if "origin" in value else []
    return own + [origin for item in value.values() for origin in _origins(item)]
