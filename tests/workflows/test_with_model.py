"""An analyst with a model: what it is told of the rules, and what becomes of claims without a passage."""

from collections.abc import Callable
from typing import ParamSpec, TypeVar

from coditect import agents
from coditect.workflows import rules
from coditect.workflows.analysing import Material, run_analyst
from coditect.workflows.analysis import AnalystOutputs, Decomposition, outputs_from
from tests.model_server.samples import conforming
from tests.model_server.script import Call, Reply, Request
from tests.model_server.server import ModelServer

P = ParamSpec("P")
T = TypeVar("T")
TEXT = "The clerk checks the claim. Then the manager approves the payment."


async def here(function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    return function(*args, **kwargs)


async def decomposed(server: ModelServer, text: str = TEXT, **values: object) -> Decomposition:
    def script(request: Request) -> Reply:
        return Call(conforming(request.tools[0].schema, **values))

    def one_task(request: Request) -> Reply:
        reply = script(request)
        assert isinstance(reply, Call)
        schema = request.tools[0].schema
        task = conforming({**schema["$defs"]["ProcessTask"], "$defs": schema["$defs"]}, **values)
        assert isinstance(reply.arguments, dict)
        return Call({**reply.arguments, "tasks": [task]})

    server.script = one_task
    model = agents.ModelSettings("anthropic", "scripted", server.api_key, server.anthropic_url, timeout=20)
    material = Material(description=text, domain=None, findings=AnalystOutputs())
    found = await run_analyst("task-decomposer", material, compute=here, model=model)
    assert isinstance(found.output, Decomposition)
    return found.output


async def test_the_model_gets_what_the_rules_found_as_hints(model_server: ModelServer) -> None:
    await decomposed(model_server, origin="model", start=0, end=9)
    assert ": hints]" in model_server.requests[0].text
    assert "Approve payment" in model_server.requests[0].text


async def test_rules_give_no_hints_in_a_language_they_do_not_read(model_server: ModelServer) -> None:
    german = "Der Sachbearbeiter prüft den Antrag, und der Leiter gibt die Zahlung frei."
    await decomposed(model_server, german, origin="model", start=0, end=9)
    assert ": hints]" not in model_server.requests[0].text


async def test_a_claim_without_a_passage_is_an_assumption(model_server: ModelServer) -> None:
    task = {"label": "Check claim", "origin": "rule"}
    cited = await decomposed(model_server, **task, evidence=[{"start": 0, "end": 9}])
    assert cited.tasks[0].origin == "model"
    unfounded = await decomposed(model_server, **task, evidence=[])
    assert unfounded.tasks[0].origin == "assumption"


async def test_claims_are_held_against_the_text(model_server: ModelServer) -> None:
    """One that cites the wrong sentence gets the right one; one that the text does not have is an assumption."""
    elsewhere = await decomposed(model_server, label="Approve payment", evidence=[{"start": 0, "end": 9}])
    [task], [span] = elsewhere.tasks, elsewhere.tasks[0].evidence
    assert task.origin == "model"
    assert "approves the payment" in TEXT[span.start : span.end]
    nowhere = await decomposed(model_server, label="Launch rocket", evidence=[{"start": 0, "end": 9}])
    assert nowhere.tasks[0].origin == "assumption"
    assert not nowhere.tasks[0].evidence


async def test_a_passage_that_stays_wrong_fails_no_analyst(model_server: ModelServer) -> None:
    beyond = [{"start": 0, "end": len(TEXT) + 5000}]
    found = await decomposed(model_server, label="Check claim", evidence=beyond)
    assert len(model_server.requests) == 2, "it was sent back for repair once"
    assert found.tasks[0].origin == "assumption"


async def test_what_the_rules_read_and_the_model_left_out_is_a_conflict(model_server: ModelServer) -> None:
    process = await decomposed(model_server, label="Check claim", evidence=[{"start": 0, "end": 26}])
    analysis = rules.aggregate(TEXT, outputs_from({"task-decomposer": process}))
    [conflict] = analysis.conflicts
    assert "Approve payment" in conflict.text
    [span] = conflict.evidence
    assert TEXT.index("approves") >= span.start
    assert not rules.analyse(TEXT).conflicts
