"""The eight analysts answer through the real client libraries, in both wire formats."""

import json
from typing import Literal

import pytest

from coditect import agents, framework
from coditect.workflows.analysis import ANALYSTS, AnalystSpec
from tests.model_server.samples import conforming
from tests.model_server.script import Call, Reply, Request
from tests.model_server.server import ModelServer


def by_schema(request: Request) -> Reply:
    return Call(conforming(request.tools[0].schema, origin="model", start=3, end=9))


@pytest.mark.parametrize("wire", ["anthropic", "openai"])
@pytest.mark.parametrize("analyst", ANALYSTS, ids=lambda analyst: analyst.name)
async def test_an_analyst_answers_in_its_type(
    model_server: ModelServer, analyst: AnalystSpec, wire: Literal["anthropic", "openai"]
) -> None:
    model_server.script = by_schema
    address = model_server.anthropic_url if wire == "anthropic" else model_server.openai_url
    settings = agents.ModelSettings(wire, "some-model", model_server.api_key, address, timeout=20)
    description = "The clerk checks the claim."
    agent = framework.agent(analyst.name)
    answer = await agents.answer(agent, description, analyst.output, settings)
    assert type(answer.output) is analyst.output
    assert not answer.repaired
    said = json.dumps(answer.output.model_dump(mode="json"))
    assert '"origin": "model"' in said
    assert '"origin": "rule"' not in said
    assert '{"start": 3, "end": 9}' in said
    (asked,) = model_server.requests
    assert asked.wire == wire
    assert agent.body in asked.system
    assert description in asked.text
