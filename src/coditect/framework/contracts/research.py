"""Answers of agents that find out about the world outside the repository."""

from typing import Annotated, Final, Literal, Self

from pydantic import Field, model_validator

from coditect.framework.contracts.coherence import known, rising
from coditect.framework.contracts.common import Certainty, Contract, Key, Text

ROUNDING: Final = 0.01


class Source(Contract):
    id: Key
    title: Text
    url: Text
    kind: Literal["primary", "secondary", "vendor", "community"]
    published: str | None
    """ISO date, null when the page gives none."""
    accessed: Text


class Claim(Contract):
    text: Text
    sources: Annotated[tuple[Key, ...], Field(min_length=1)]
    certainty: Certainty


class Contradiction(Contract):
    text: Text
    sources: Annotated[tuple[Key, ...], Field(min_length=2)]
    likely_reason: Text


class ResearchReport(Contract):
    """An answer that can be traced to its sources."""

    question: Text
    answer: Text
    claims: tuple[Claim, ...]
    contradictions: tuple[Contradiction, ...]
    gaps: tuple[Text, ...]
    sources: tuple[Source, ...]

    @model_validator(mode="after")
    def _coheres(self) -> Self:
        named = [source for claim in self.claims for source in claim.sources]
        named += [source for contradiction in self.contradictions for source in contradiction.sources]
        known("sources", named, [source.id for source in self.sources])
        return self


class Competitor(Contract):
    name: Text
    kind: Literal["direct", "indirect", "substitute", "status_quo"]
    buyer: Text
    price: str | None
    strengths: tuple[Claim, ...]
    weaknesses: tuple[Claim, ...]


class Sizing(Contract):
    method: Literal["bottom_up", "top_down"]
    low: Annotated[float, Field(ge=0)]
    high: Annotated[float, Field(ge=0)]
    unit: Text
    inputs: Annotated[tuple[Text, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _coheres(self) -> Self:
        rising("sizes", self.low, self.high)
        return self


class Opportunity(Contract):
    text: Text
    evidence: Annotated[tuple[Key, ...], Field(min_length=1)]
    disproved_by: Text
    """The cheapest observation that would show it to be wrong."""


class MarketAnalysis(Contract):
    """Who else serves the buyer, and where there is room."""

    decision: Text
    """What the reader is about to decide."""
    buyer: Text
    job: Text
    competitors: tuple[Competitor, ...]
    sizing: tuple[Sizing, ...]
    opportunities: tuple[Opportunity, ...]
    gaps: tuple[Text, ...]
    sources: tuple[Source, ...]

    @model_validator(mode="after")
    def _coheres(self) -> Self:
        claims = [claim for rival in self.competitors for claim in (*rival.strengths, *rival.weaknesses)]
        named = [source for claim in claims for source in claim.sources]
        named += [source for opportunity in self.opportunities for source in opportunity.evidence]
        known("sources", named, [source.id for source in self.sources])
        return self


class MetricDefinition(Contract):
    name: Text
    numerator: Text
    denominator: str | None
    grain: Text
    """One row per what."""
    excludes: tuple[Text, ...]


class MetricFigure(Contract):
    metric: Text
    segment: Text
    period: Text
    value: float
    low: float | None
    high: float | None
    """Interval of 95%; null where it is a full count or cannot be computed."""
    count: Annotated[int, Field(ge=0)]

    @model_validator(mode="after")
    def _coheres(self) -> Self:
        rising("the figure and its interval", self.low, self.value, self.high)
        return self


class MetricCheck(Contract):
    check: Text
    result: Text
    passed: bool


class MetricAnalysis(Contract):
    """Figures with their definitions, and what may be concluded from them."""

    decision: Text
    answer: Text
    definitions: Annotated[tuple[MetricDefinition, ...], Field(min_length=1)]
    queries: tuple[Text, ...]
    """The statements as run."""
    figures: tuple[MetricFigure, ...]
    checks: tuple[MetricCheck, ...]
    rival_explanations: tuple[Text, ...]
    recommendation: Text | None
    gaps: tuple[Text, ...]

    @model_validator(mode="after")
    def _coheres(self) -> Self:
        known(
            "metrics",
            (figure.metric for figure in self.figures),
            [metric.name for metric in self.definitions],
        )
        return self


class UnitFigure(Contract):
    name: Text
    value: float | None
    unit: Text
    arithmetic: Text
    source: Text


class ReturnCase(Contract):
    name: Text
    probability: Annotated[float, Field(ge=0, le=1)]
    exit_value: Annotated[float, Field(ge=0)]
    ownership_at_exit: Annotated[float, Field(ge=0, le=1)]
    multiple: Annotated[float, Field(ge=0)]
    must_be_true: Annotated[tuple[Text, ...], Field(min_length=1)]


class InvestmentMemo(Contract):
    """The case for and against putting money into a company, on stated terms."""

    company: Text
    terms: Text
    thesis: Text
    figures: tuple[UnitFigure, ...]
    returns: Annotated[tuple[ReturnCase, ...], Field(min_length=1)]
    strengths: tuple[Claim, ...]
    concerns: tuple[Claim, ...]
    diligence: tuple[Text, ...]
    """Question, document to ask for, answer that would end the talks."""
    stance: Literal["proceed", "proceed_on_conditions", "pass", "too_little_known"]
    sources: tuple[Source, ...]

    @model_validator(mode="after")
    def _coheres(self) -> Self:
        named = [source for claim in (*self.strengths, *self.concerns) for source in claim.sources]
        known("sources", named, [source.id for source in self.sources])
        if abs(sum(case.probability for case in self.returns) - 1) > ROUNDING:
            raise ValueError("the probabilities of the cases do not add up to 1")
        return self


class Candidate(Contract):
    name: Text
    kind: Literal["no_model", "rules", "classical", "prompted", "retrieval", "tools", "fine_tuned"]
    quality: float | None
    quality_low: float | None
    quality_high: float | None
    latency_p95_ms: Annotated[float, Field(ge=0)] | None
    cost_per_thousand: Annotated[float, Field(ge=0)] | None
    worst_failures: tuple[Text, ...]


class ModelEvaluation(Contract):
    """Which way of using a model, or none, does the task well enough."""

    task: Text
    metric: Text
    cases: Annotated[int, Field(ge=0)]
    held_out: bool
    grader: Text
    """How answers were marked, and how far the marks agree with people."""
    candidates: Annotated[tuple[Candidate, ...], Field(min_length=1)]
    choice: Text | None
    reason: Text
    guards: tuple[Text, ...]
    monitoring: tuple[Text, ...]
    gaps: tuple[Text, ...]

    @model_validator(mode="after")
    def _coheres(self) -> Self:
        known(
            "candidates",
            [self.choice] if self.choice else [],
            [candidate.name for candidate in self.candidates],
        )
        return self
