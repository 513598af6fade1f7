"""Answers of agents that find, explain, repair and write code."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from coditect.framework.contracts.common import Certainty, Contract, Place, Text


class FoundPlace(Place):
    why: Text
    """What in this file answers the question."""
    certainty: Certainty


class PlaceGroup(Contract):
    purpose: Text
    """What the places of the group have in common: `implementation`, `tests`, `configuration`."""
    places: Annotated[tuple[FoundPlace, ...], Field(min_length=1)]


class Locations(Contract):
    """Where something lives."""

    question: Text
    groups: tuple[PlaceGroup, ...]
    searched: tuple[Text, ...]
    """Patterns that were looked for, so that nobody repeats them."""
    not_found: tuple[Text, ...]


class FlowStep(Contract):
    place: Place
    what: Text


class LanguageShare(Contract):
    language: Text
    files: Annotated[int, Field(ge=1)]
    lines: Annotated[int, Field(ge=0)]


class FunctionMeasure(Place):
    name: Text
    lines: Annotated[int, Field(ge=1)]
    complexity: Annotated[int, Field(ge=1)]
    """Independent paths: one more than the branches (McCabe 1976)."""


class Dependency(Contract):
    module: Text
    used_by: Annotated[int, Field(ge=0)]
    """How many other modules of this repository import it."""
    uses: tuple[Text, ...]


class HotSpot(Contract):
    file: Text
    changes: Annotated[int, Field(ge=1)]
    """Commits that touched it, of those that were read."""
    complexity: Annotated[int, Field(ge=1)]
    """Of all its functions together."""
    last_changed: Text
    """ISO date."""


class CodeStructure(Contract):
    """What was counted in the code, without a judgement."""

    languages: tuple[LanguageShare, ...]
    functions: Annotated[int, Field(ge=0)]
    types: Annotated[int, Field(ge=0)]
    most_complex: tuple[FunctionMeasure, ...]
    most_used: tuple[Dependency, ...]
    import_cycles: tuple[tuple[Text, ...], ...]
    """Each a circle of modules that import one another."""
    libraries: tuple[Text, ...]
    """From outside the repository, most imported first."""
    hot_spots: tuple[HotSpot, ...]
    """Often changed and complex: where the next fault is likely (Tornhill, Your Code as a Crime Scene)."""
    commits_read: Annotated[int, Field(ge=0)]


class CodeExplanation(Contract):
    """How something works, with the places that show it."""

    question: Text
    summary: Text
    entry_points: tuple[FlowStep, ...]
    flow: tuple[FlowStep, ...]
    """In the order of execution."""
    state: tuple[FlowStep, ...]
    """What is read or changed beyond local variables."""
    failure_paths: tuple[FlowStep, ...]
    surprises: tuple[FlowStep, ...]
    """Where names, comments or documents say something else than the code."""
    unknowns: tuple[Text, ...]
    structure: CodeStructure | None
    """Counted by a program; null where nothing was counted."""


class FileChange(Contract):
    file: Text
    what: Text
    why: Text


class Decision(Contract):
    choice: Text
    reason: Text
    rejected: tuple[Text, ...]


class CheckRun(Contract):
    command: Text
    passed: bool
    evidence: Text
    """The decisive line of output."""


class ChangeReport(Contract):
    """What was changed in the code, and how it was checked."""

    summary: Text
    changes: tuple[FileChange, ...]
    decisions: tuple[Decision, ...]
    checks: tuple[CheckRun, ...]
    left_open: tuple[Text, ...]


class Reproduction(Contract):
    steps: Annotated[tuple[Text, ...], Field(min_length=1)]
    failures: Annotated[int, Field(ge=0)]
    tries: Annotated[int, Field(ge=1)]


class Hypothesis(Contract):
    statement: Text
    prediction: Text
    """What would be seen if it were true."""
    result: Literal["confirmed", "refuted", "open"]
    evidence: Text


class Cause(Contract):
    place: Place
    mechanism: Text
    """From the trigger to the symptom, without a gap."""


class Fix(Contract):
    change: Text
    regression_test: Text
    clean_runs: Annotated[int, Field(ge=0)]


class Diagnosis(Contract):
    """Why something fails."""

    symptom: Text
    reproduction: Reproduction | None
    hypotheses: tuple[Hypothesis, ...]
    cause: Cause | None
    fix: Fix | None
    same_mistake_elsewhere: tuple[Place, ...]

    @model_validator(mode="after")
    def _coheres(self) -> Self:
        if self.fix is not None and self.cause is None:
            raise ValueError("a fix needs a confirmed cause")
        return self


class Measurement(Contract):
    name: Text
    unit: Text
    before: float
    after: float
    runs: Annotated[int, Field(ge=1)]
    spread_percent: Annotated[float, Field(ge=0)]
    """Of repeated runs of the same build; a smaller gain is noise."""


class Trial(Contract):
    change: Text
    effect: Text
    kept: bool
    reason: Text


class OptimizationReport(Contract):
    """What was made faster or smaller, with the numbers on both sides."""

    goal: Text
    workload: Text
    machine: Text
    measurements: Annotated[tuple[Measurement, ...], Field(min_length=1)]
    trials: tuple[Trial, ...]
    """In the order tried, failures included."""
    changes: tuple[FileChange, ...]
    checks: tuple[CheckRun, ...]
    next_limit: Text
    """What bounds it now."""
