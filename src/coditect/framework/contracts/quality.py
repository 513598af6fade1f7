"""Answers of agents that test: what to test, what was tested, and whether a release may go."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from coditect.framework.contracts.common import Contract, Key, Place, Text


class TestedRisk(Contract):
    id: Key
    risk: Text
    likelihood: Annotated[int, Field(ge=1, le=5)]
    impact: Annotated[int, Field(ge=1, le=5)]
    level: Literal["static", "unit", "property", "integration", "contract", "end_to_end", "load", "manual"]
    technique: Text
    oracle: Text
    """How a wrong result is recognised."""


class TestStrategy(Contract):
    """What is tested where, by which technique, and what is deliberately not."""

    scope: Text
    risks: Annotated[tuple[TestedRisk, ...], Field(min_length=1)]
    budget_seconds: dict[str, int]
    """By stage, such as `commit` or `nightly`."""
    environments: tuple[Text, ...]
    data: Text
    flake_policy: Text
    not_tested: tuple[Text, ...]
    measures: tuple[Text, ...]
    first_steps: Annotated[tuple[Text, ...], Field(min_length=1)]


class WrittenTest(Contract):
    place: Place
    behaviour: Text
    failed_without: Text
    """The change to the code under test that made it fail."""


class Mutants(Contract):
    tool: Text
    killed: Annotated[int, Field(ge=0)]
    survived: Annotated[int, Field(ge=0)]
    survivors: tuple[Text, ...]


class TestReport(Contract):
    """Tests that were written, and what shows that they can fail."""

    target: Text
    tests: tuple[WrittenTest, ...]
    command: Text
    passed: Annotated[int, Field(ge=0)]
    failed: Annotated[int, Field(ge=0)]
    seconds: Annotated[float, Field(ge=0)]
    repeats: Annotated[int, Field(ge=1)]
    """How often the new tests ran in a row, in random order where the runner can."""
    mutants: Mutants | None
    defects: tuple[Text, ...]
    """Faults of the code that the tests brought to light."""
    gaps: tuple[Text, ...]


class StoryCheck(Contract):
    story: Text
    steps: Annotated[tuple[Text, ...], Field(min_length=1)]
    result: Literal["works", "works_with_trouble", "fails", "not_run"]
    observed: Text


class Session(Contract):
    charter: Text
    minutes: Annotated[int, Field(ge=1)]
    tried: tuple[Text, ...]
    found: tuple[Text, ...]


class Defect(Contract):
    id: Key
    title: Text
    severity: Literal["blocks_release", "serious", "annoying", "cosmetic"]
    steps: Annotated[tuple[Text, ...], Field(min_length=1)]
    expected: Text
    actual: Text
    since: str | None
    """The version that first shows it, null when unknown."""


class AcceptanceReport(Contract):
    """Whether a build does what it promises, seen from outside."""

    build: Text
    environment: Text
    verdict: Literal["release", "release_with_known_issues", "hold"]
    stories: tuple[StoryCheck, ...]
    sessions: tuple[Session, ...]
    defects: tuple[Defect, ...]
    not_covered: tuple[Text, ...]

    @model_validator(mode="after")
    def _coheres(self) -> Self:
        if self.verdict != "hold" and any(defect.severity == "blocks_release" for defect in self.defects):
            raise ValueError("a build with a defect that blocks its release is held")
        return self
