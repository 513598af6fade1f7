"""What the Workflow Analyzer delivers: the process as a whole."""

from typing import Annotated

from pydantic import Field

from coditect.workflows.analysis.common import Domain, Item, Level, Percent, Span, Statement, Value


class Scope(Value):
    included: tuple[Statement, ...]
    excluded: tuple[Statement, ...]


class Sipoc(Value):
    """Suppliers, inputs, process, outputs, customers."""

    suppliers: tuple[Statement, ...]
    inputs: tuple[Statement, ...]
    process: tuple[Statement, ...]
    """Four to seven steps that tell the whole."""
    outputs: tuple[Statement, ...]
    customers: tuple[Statement, ...]


class Complexity(Value):
    level: Level
    reasons: tuple[str, ...]


class Coverage(Value):
    """How much of the description the analysis accounts for."""

    percent: Percent
    sentences: Annotated[int, Field(ge=0)]
    uncovered: tuple[Span, ...]
    """Sentences from which nothing was taken."""


class Ambiguity(Item):
    """A word or passage that can be read in more than one way."""

    term: str
    problem: str


class Question(Item):
    """What to ask the people who do the work."""

    text: str
    ambiguity: str | None
    """Id of the ambiguity it would settle, if any."""
    answer: str | None = None
    """What a person answered."""


class Overview(Value):
    title: str
    domain: Domain
    language: str
    """ISO 639-1 code, or `und` when undetermined."""
    purpose: Statement | None
    trigger: Statement | None
    outcomes: tuple[Statement, ...]
    stakeholders: tuple[Statement, ...]
    success_criteria: tuple[Statement, ...]
    scope: Scope
    sipoc: Sipoc
    complexity: Complexity
    coverage: Coverage
    ambiguities: tuple[Ambiguity, ...]
    questions: tuple[Question, ...]
