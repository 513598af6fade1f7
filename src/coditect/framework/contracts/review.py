"""Answers of agents that judge."""

from typing import Literal

from coditect.framework.contracts.common import Certainty, Contract, Key, Place, Text


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
