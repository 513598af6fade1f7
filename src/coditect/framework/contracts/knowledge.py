"""Answers of agents that order what a project already knows: notes, files, examples, documents, prompts."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from coditect.framework.contracts.coherence import known
from coditect.framework.contracts.common import Certainty, Contract, Place, Text


class NotedDecision(Contract):
    text: Text
    decided_on: str | None
    """ISO date, null when the note gives none."""
    by: str | None
    reason: str | None
    place: Place
    status: Literal["in_force", "superseded", "contradicted", "unclear"]
    checked_against: str | None
    """What in today's code or documents was compared, null when nothing was."""


class Note(Contract):
    text: Text
    place: Place


class NotesDigest(Contract):
    """What a heap of notes still has to say."""

    question: Text
    answer: Text
    decisions: tuple[NotedDecision, ...]
    constraints: tuple[Note, ...]
    lessons: tuple[Note, ...]
    open_questions: tuple[Note, ...]
    dropped: tuple[Text, ...]
    """What was left out, by kind and reason."""


class InventoryItem(Contract):
    path: Text
    purpose: Text
    verdict: Literal["keep", "repair", "merge", "move", "archive", "delete"]
    target: str | None
    """Where it goes, or what it is merged into."""
    evidence: Annotated[tuple[Text, ...], Field(min_length=1)]
    referenced_from: tuple[Place, ...]
    certainty: Certainty


class Inventory(Contract):
    """Files with a verdict each, and how to carry it out without breaking a reference."""

    scope: Text
    convention: Text
    """The rule by which files were judged, and where it is written."""
    items: tuple[InventoryItem, ...]
    moves: tuple[Text, ...]
    """Commands in the order to run them; empty when nothing moves."""
    checks: tuple[Text, ...]
    untouched: tuple[Text, ...]


class Variant(Contract):
    name: Text
    uses: Annotated[int, Field(ge=1)]
    newest: str | None
    """ISO date of its youngest use, null when unknown."""
    places: Annotated[tuple[Place, ...], Field(min_length=1)]
    excerpt: Text
    tests: tuple[Place, ...]
    remarks: tuple[Text, ...]


class PatternExamples(Contract):
    """How this code base already solves something."""

    question: Text
    variants: tuple[Variant, ...]
    follow: str | None
    """Name of the variant to model on, null when none deserves it."""
    why: Text
    pieces: tuple[Text, ...]
    """Everything a new instance needs: registration, migration, test, document."""
    searched: tuple[Text, ...]

    @model_validator(mode="after")
    def _coheres(self) -> Self:
        known("variants", [self.follow] if self.follow else [], [variant.name for variant in self.variants])
        return self


class Precedent(Contract):
    text: Text
    place: Place | None
    same: tuple[Text, ...]
    different: tuple[Text, ...]


class NoveltyAssessment(Contract):
    """Whether a situation is new, in which respect, and how to proceed."""

    situation: Text
    level: Literal["routine", "variant", "combination", "new_here", "new_anywhere"]
    dimensions: dict[str, Literal["known", "changed", "unknown"]]
    precedents: tuple[Precedent, ...]
    assumptions_that_no_longer_hold: tuple[Text, ...]
    probe: str | None
    """The cheapest experiment that would turn an unknown into a known; null for routine work."""
    proceed: Literal["apply", "adapt", "probe_first", "ask_person"]
    certainty: Certainty


class Page(Contract):
    path: Text
    kind: Literal["tutorial", "how_to", "reference", "explanation", "release_note"]
    reader: Text
    action: Literal["written", "changed", "removed", "unchanged"]
    what: Text


class VerifiedExample(Contract):
    page: Text
    command: Text
    output: Text


class Documentation(Contract):
    """Pages that were written or changed, and the proof that what they say is so."""

    summary: Text
    pages: tuple[Page, ...]
    examples_run: tuple[VerifiedExample, ...]
    sources: tuple[Place, ...]
    contradictions: tuple[Text, ...]
    """Where code and earlier pages disagree, and which was followed."""
    missing: tuple[Text, ...]


class Instruction(Contract):
    text: Text
    kind: Literal["goal", "context", "constraint", "format", "example", "persona", "noise"]
    trouble: Literal["none", "ambiguous", "conflicting", "unverifiable", "redundant", "misplaced"]
    remark: str | None


class PromptCase(Contract):
    name: Text
    input: Text
    must: tuple[Text, ...]
    must_not: tuple[Text, ...]
    runs: Annotated[int, Field(ge=0)]
    passed_before: Annotated[int, Field(ge=0)] | None
    passed_after: Annotated[int, Field(ge=0)] | None


class PromptAnalysis(Contract):
    """What a prompt asks, where it is misread, and a version that was tried."""

    purpose: Text
    instructions: tuple[Instruction, ...]
    conflicts: tuple[Text, ...]
    injection_points: tuple[Text, ...]
    revised: str | None
    """The whole new text, null when nothing should change."""
    cases: tuple[PromptCase, ...]
    questions: tuple[Text, ...]
