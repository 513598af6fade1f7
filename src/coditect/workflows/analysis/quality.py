"""What the Quality Analyzer delivers: how well the process and its model hold up."""

from typing import Annotated, Literal

from pydantic import Field

from coditect.workflows.analysis.common import Item, Score, Value


class GuidelineCheck(Value):
    """One of the seven process modelling guidelines (7PMG), G1 to G7."""

    guideline: Literal["G1", "G2", "G3", "G4", "G5", "G6", "G7"]
    title: str
    passed: bool
    finding: str


class Soundness(Value):
    sound: bool
    problems: tuple[str, ...]


class Finding(Item):
    """A weakness and where it sits."""

    tasks: tuple[str, ...]
    text: str


class TaskValue(Item):
    task: str
    classification: Literal["value_adding", "business_necessary", "waste"]
    reason: str


class CycleTime(Item):
    """Only given when the description states durations."""

    minutes: Annotated[float, Field(gt=0)]
    path: tuple[str, ...]
    tasks_without_duration: int


class Recommendation(Item):
    """Ranked: the first is worth the most."""

    rank: Annotated[int, Field(ge=1)]
    text: str
    effect: str
    tasks: tuple[str, ...]


class QualityReport(Value):
    efficiency: Score
    reliability: Score
    maintainability: Score
    guidelines: tuple[GuidelineCheck, ...]
    soundness: Soundness
    handoffs: tuple[Finding, ...]
    rework_loops: tuple[Finding, ...]
    bottlenecks: tuple[Finding, ...]
    single_points_of_failure: tuple[Finding, ...]
    compliance_gaps: tuple[Finding, ...]
    values: tuple[TaskValue, ...]
    cycle_time: CycleTime | None
    recommendations: tuple[Recommendation, ...]
