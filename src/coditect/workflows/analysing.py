"""One analyst at work: by the rule engine, or by a model where one is configured."""

import hashlib
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from typing import Literal, ParamSpec, Protocol, TypeVar

from pydantic import BaseModel

from coditect import agents, framework
from coditect.workflows import rules
from coditect.workflows.analysis import (
    Analysis,
    AnalystName,
    AnalystOutput,
    AnalystOutputs,
    Domain,
    Flag,
    spec,
)
from coditect.workflows.answers import Answered
from coditect.workflows.claims import Founded, founded

P = ParamSpec("P")
T = TypeVar("T")


class Material(BaseModel):
    """What an analyst gets: the description and the outputs of the analysts that it needs."""

    description: str
    domain: Domain | None
    findings: AnalystOutputs
    answers: tuple[Answered, ...] | None = None
    """What people answered to the questions of an earlier version."""
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
    question: str | None = None
    """The digest of all that the model's answer depends on."""
    fallback: str | None = None
    """Why the rules did the work of the model."""
    reused: Literal["version", "answer"] | None = None


Recall = Callable[[str], Awaitable[Findings | None]]
"""Finds what a model answered to a question before."""


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
    recall: Recall | None = None,
) -> Findings:
    """Let one analyst work; where a model fails, the rules do it.

    Raises `agents.ModelProblem` when the model fails at a text in a language that the rules do not read.
    """
    if model is None:
        output = await compute(rules.analyst, name, material.description, material.findings)
        return Findings(rules.in_domain(output, material.domain), "rule")
    agent = framework.agent(name)
    material = await _with_hints(name, material, compute)
    question = _question(agent, model, material)
    if recall is not None and (known := await recall(question)) is not None:
        return replace(known, agent=agent, question=question, reused="answer")
    output_type = spec(name).output
    try:
        answer = await agents.answer(
            agent, material, output_type, model, check=Founded(material.description), meter=meter
        )
    except agents.ModelProblem as problem:
        if material.hints is None:
            raise
        return Findings(rules.in_domain(material.hints, material.domain), "rule", fallback=str(problem))
    output = rules.in_domain(founded(answer.output, material.description), material.domain)
    return Findings(output, "model", answer.model, answer.usage, agent, question)


def _question(agent: framework.Agent, model: agents.ModelSettings, material: Material) -> str:
    asked = [agent.digest, model.provider, model.base_url or "", model.name, material.model_dump_json()]
    return hashlib.sha256("\0".join(asked).encode("utf-8", "surrogatepass")).hexdigest()


async def _with_hints(name: AnalystName, material: Material, compute: Compute) -> Material:
    """Add what the rules find; they have nothing to say of a text in a language that they do not read."""
    if rules.refuse(material.description) is not None:
        return material
    hints = await compute(rules.analyst, name, material.description, material.findings)
    return material.model_copy(update={"hints": hints})


def aggregated(description: str, findings: AnalystOutputs) -> str:
    """Return the whole of what the analysts delivered as JSON; for a process of its own."""
    return rules.aggregate(description, findings).model_dump_json()


def with_fallbacks(analysis: Analysis, fallbacks: Mapping[AnalystName, str]) -> Analysis:
    """Say for whom the rules stood in."""
    flags = [
        Flag(
            code="model_failed",
            message=f"The model failed at the {spec(name).title}; the built-in rules did its work. {why}",
            evidence=(),
        )
        for name, why in fallbacks.items()
    ]
    return analysis.model_copy(update={"flags": (*analysis.flags, *flags)})


async def aggregate(description: str, findings: AnalystOutputs, *, compute: Compute) -> Analysis:
    """Make the whole of what the analysts delivered."""
    return await compute(rules.aggregate, description, findings)
