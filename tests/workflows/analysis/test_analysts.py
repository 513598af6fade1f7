"""The typed analysis: order of the analysts, schemas that models can fill, names in JSON."""

import pytest
from pydantic import ValidationError
from pydantic_ai import Agent
from pydantic_ai.models.test import TestModel

from coditect.workflows.analysis import (
    ANALYST_NAMES,
    ANALYSTS,
    ActorReport,
    Analysis,
    AnalystOutputs,
    AnalystSpec,
    Flow,
    outputs_from,
    spec,
)


def test_every_analyst_comes_after_those_it_needs() -> None:
    seen: set[str] = set()
    for analyst in ANALYSTS:
        assert set(analyst.needs) <= seen
        seen.add(analyst.name)
    assert tuple(analyst.name for analyst in ANALYSTS) == ANALYST_NAMES


@pytest.mark.parametrize("analyst", ANALYSTS, ids=lambda analyst: analyst.name)
async def test_a_model_can_fill_every_output(analyst: AnalystSpec) -> None:
    result = await Agent(TestModel(), output_type=analyst.output).run("describe")
    assert isinstance(result.output, analyst.output)


def test_outputs_stand_under_the_names_of_their_analysts() -> None:
    assert tuple(AnalystOutputs().model_dump()) == ANALYST_NAMES
    with pytest.raises(ValidationError):
        outputs_from(
            {
                "task-decomposer": ActorReport(
                    actors=(), responsibilities=(), handoffs=(), systems=(), interactions=()
                )
            }
        )
    assert spec("task-decomposer").title == "Task Decomposer"


def test_a_flow_has_from_and_to_in_json() -> None:
    data: dict[str, object] = {
        "id": "f1",
        "from": "t1",
        "to": "t2",
        "condition": None,
        "evidence": [],
        "confidence": 1.0,
        "origin": "rule",
    }
    assert Flow.model_validate(data).model_dump(mode="json") == data
    assert "from" in Flow.model_json_schema(mode="serialization")["required"]


def test_the_analysis_has_a_schema() -> None:
    required = set(Analysis.model_json_schema(mode="serialization")["required"])
    assert required >= {
        "domain",
        "flags",
        "actors",
        "tasks",
        "gateways",
        "flows",
        "build_tasks",
        "mentions",
        "relations",
        "analysts",
    }
