"""One analyst at work: by the rule engine, or by a model where one is configured."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Literal, ParamSpec, Protocol, TypeVar

from pydantic import BaseModel

from coditect import agents, framework
from coditect.workflows import rules
from coditect.workflows.analysis import (
    Analysis,
    AnalystName,
    AnalystOutput,
    AnalystOutputs,
    Domain,
    Span,
    spec,
)

P = ParamSpec("P")
T = TypeVar("T")


class Material(BaseModel):
    """What an analyst gets: the description and the outputs of the analysts that it needs."""

    description: str
    domain: Domain | None
    findings: AnalystOutputs
    hints: AnalystOutput | None = None
    """What the rules make of the same material: a starting point that may be wrong."""


@dataclass(frozen=True)
class Findings:
    """What an analyst delivered, and who did the work."""

    output: AnalystOutput
    origin: Literal["rule", "model"]
    model: str | None = None
    usage: agents.Usage | None = None
    agent: framework.Agent | None = None
    """The definition that the model worked by."""


class Compute(Protocol):
    """Calls a picklable function, here or in another process."""

    async def __call__(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T: ...


async def run_analyst(
    name: AnalystName,
    material: Material,
    *,
    compute: Compute,
    model: agents.ModelSettings | None,
    meter: agents.TokenMeter | None = None,
) -> Findings:
    """Let one analyst work. Raises `agents.ModelProblem` when the configured model cannot answer."""
    if model is None:
        output = await compute(rules.analyst, name, material.description, material.findings)
        return Findings(rules.in_domain(output, material.domain), "rule")
    agent = framework.agent(name)
    answer = await agents.answer(
        agent,
        await _with_hints(name, material, compute),
        spec(name).output,
        model,
        check=lambda given: _unfounded(given, len(material.description)),
        meter=meter,
    )
    output = rules.in_domain(_credited_to_model(answer.output), material.domain)
    return Findings(output, "model", answer.model, answer.usage, agent)


async def _with_hints(name: AnalystName, material: Material, compute: Compute) -> Material:
    """Add what the rules find; they have nothing to say of a text in a language that they do not read."""
    if rules.refuse(material.description) is not None:
        return material
    hints = await compute(rules.analyst, name, material.description, material.findings)
    return material.model_copy(update={"hints": hints})


async def aggregate(description: str, findings: AnalystOutputs, *, compute: Compute) -> Analysis:
    """Make the whole of what the analysts delivered."""
    return await compute(rules.aggregate, description, findings)


def _unfounded(output: BaseModel, length: int) -> Sequence[str]:
    """Say which passages an answer cites that the description does not have."""
    return [
        f"evidence {span.start}-{span.end} is not a passage of the description, which has {length} characters"
        for span in _spans(output)
        if not span.start < span.end <= length
    ]


def _spans(value: Any) -> Sequence[Span]:
    if isinstance(value, Span):
        return [value]
    if isinstance(value, BaseModel):
        return [span for name in type(value).model_fields for span in _spans(getattr(value, name))]
    if isinstance(value, tuple):
        return [span for item in value for span in _spans(item)]
    return []


def _credited_to_model(output: AnalystOutput) -> AnalystOutput:
    """Name the model as origin of what it read in the text; what it cites no passage for is an assumption."""
    stated = output.model_dump(mode="json")
    return type(output).model_validate(_with_origin(stated))


def _with_origin(value: Any) -> Any:
    if isinstance(value, list):
        return [_with_origin(item) for item in value]
    if not isinstance(value, dict):
        return value
    inner = {key: _with_origin(item) for key, item in value.items()}
    if inner.get("origin") in {"rule", "user"}:
        inner["origin"] = "model" if inner.get("evidence") else "assumption"
    elif inner.get("origin") == "model" and not inner.get("evidence"):
        inner["origin"] = "assumption"
    return inner
