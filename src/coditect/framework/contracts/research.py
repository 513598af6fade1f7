"""Answers of agents that find out about the world outside the repository."""

from typing import Annotated, Literal

from pydantic import Field

from coditect.framework.contracts.common import Certainty, Contract, Key, Text


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
