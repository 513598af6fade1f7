"""What the Automation Assessor delivers: for each task, whether and how a machine could do it."""

from typing import Annotated, Literal

from pydantic import Field

from coditect.workflows.analysis.common import Figure, Item, Percent, Value


class Rating(Value):
    """An answer from 1 (not at all) to 5 (entirely), with its reason."""

    value: Annotated[int, Field(ge=1, le=5)]
    reason: str


class Readiness(Value):
    """The five questions asked of every task."""

    rule_based: Rating
    digital_input: Rating
    structured_input: Rating
    stable: Rating
    documented: Rating


class Roi(Value):
    """Return on investment; each figure is null unless stated or listed as an assumption."""

    volume: Figure | None
    minutes: Figure | None
    hourly_cost: Figure | None
    error_rate: Figure | None
    build_cost: Figure | None
    run_cost: Figure | None
    hours_saved_per_year: float | None
    saving_per_year: float | None
    payback_months: float | None


class TaskAutomation(Item):
    task: str
    readiness: Readiness
    score: Percent
    classification: Literal["full", "hybrid", "manual"]
    approach: Literal["api", "rpa", "ai", "human"]
    blockers: tuple[str, ...]
    human_in_the_loop: str | None
    """Why a person stays involved; null when none needs to."""
    roi: Roi | None


class AutomationReport(Value):
    tasks: tuple[TaskAutomation, ...]
    score: Percent
    """Mean over all tasks; 0 without tasks."""
    roi: Roi | None
    """For the whole process."""
    assumptions: tuple[Figure, ...]
