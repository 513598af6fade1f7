"""Answers of agents that judge."""

from typing import Annotated, Final, Literal, Self

from pydantic import Field, model_validator

from coditect.framework.contracts.coherence import known, unique
from coditect.framework.contracts.common import Certainty, Contract, Key, Place, Text

ROUNDING: Final = 0.1


class ReviewFinding(Contract):
    id: Key
    severity: Literal["blocker", "major", "minor", "note"]
    title: Text
    place: Place | None
    evidence: Text
    """What shows it: a quotation, an input that breaks it, an output."""
    consequence: Text
    remedy: Text
    rule: str | None
    """The decision, standard or weakness class it falls under."""
    certainty: Certainty


class Review(Contract):
    """A verdict with its reasons."""

    verdict: Literal["approve", "approve_with_changes", "reject", "inconclusive"]
    summary: Text
    findings: tuple[ReviewFinding, ...]
    checked: tuple[Text, ...]
    not_checked: tuple[Text, ...]
    """What a reader might think was checked but was not."""

    @model_validator(mode="after")
    def _coheres(self) -> Self:
        unique("findings", (finding.id for finding in self.findings))
        if self.verdict.startswith("approve") and any(
            finding.severity == "blocker" for finding in self.findings
        ):
            raise ValueError("a change with a blocker is not approved")
        return self


class PanelMember(Contract):
    agent: Key
    asked: Text
    verdict: Literal["approve", "approve_with_changes", "reject", "inconclusive", "no_answer"]
    read_in_full: tuple[Text, ...]


class PanelFinding(ReviewFinding):
    raised_by: Annotated[tuple[Key, ...], Field(min_length=1)]
    verified: Literal["confirmed", "refuted", "not_verified"]
    """By somebody else than those who raised it."""


class Dispute(Contract):
    question: Text
    positions: dict[Key, Text]
    """By agent."""
    settled_by: Text
    outcome: Text


class PanelVerdict(Contract):
    """One verdict from several reviewers, with what each contributed."""

    verdict: Literal["approve", "approve_with_changes", "reject", "inconclusive"]
    summary: Text
    members: Annotated[tuple[PanelMember, ...], Field(min_length=1)]
    findings: tuple[PanelFinding, ...]
    dropped: tuple[Text, ...]
    """Findings that did not survive verification, one line each."""
    disputes: tuple[Dispute, ...]
    not_checked: tuple[Text, ...]

    @model_validator(mode="after")
    def _coheres(self) -> Self:
        known(
            "members",
            (name for finding in self.findings for name in finding.raised_by),
            [member.agent for member in self.members],
        )
        blocked = any(
            finding.severity == "blocker" and finding.verified == "confirmed" for finding in self.findings
        )
        if blocked and self.verdict.startswith("approve"):
            raise ValueError("a change with a confirmed blocker is not approved")
        return self


class Criterion(Contract):
    name: Text
    weight: Annotated[int, Field(ge=1, le=100)]
    points: Annotated[int, Field(ge=0, le=100)]
    """Of 100, before weighting."""
    evidence: Annotated[tuple[Text, ...], Field(min_length=1)]
    place: Place | None
    to_gain_points: str | None


class Scorecard(Contract):
    """A score whose every point can be traced. The weights add up to 100."""

    subject: Text
    criteria: Annotated[tuple[Criterion, ...], Field(min_length=1)]
    total: Annotated[float, Field(ge=0, le=100)]
    """The weighted mean of the points."""
    threshold: Annotated[float, Field(ge=0, le=100)]
    blockers: tuple[Text, ...]
    """Each makes the verdict `fail`, whatever the total."""
    verdict: Literal["pass", "fail", "inconclusive"]
    improvements: tuple[Text, ...]
    """In the order of gain per effort."""
    tried: tuple[Text, ...]
    """What was run rather than read, with its result."""

    @model_validator(mode="after")
    def _coheres(self) -> Self:
        if sum(criterion.weight for criterion in self.criteria) != 100:
            raise ValueError("the weights do not add up to 100")
        mean = sum(criterion.weight * criterion.points for criterion in self.criteria) / 100
        if abs(mean - self.total) > ROUNDING:
            raise ValueError(f"the total is not the weighted mean, {mean:.1f}")
        if self.verdict == "pass" and (self.blockers or self.total < self.threshold):
            raise ValueError("what has a blocker or misses the threshold does not pass")
        return self
