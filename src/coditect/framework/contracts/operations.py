"""Answers of agents that run systems: infrastructure, isolation, observation, procedures."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from coditect.framework.contracts.coherence import counted, known, rising
from coditect.framework.contracts.common import Contract, Key, Text


class CostLine(Contract):
    item: Text
    arithmetic: Text
    """Quantity times price, with the date and region of the price."""
    monthly_low: Annotated[float, Field(ge=0)]
    monthly_high: Annotated[float, Field(ge=0)]

    @model_validator(mode="after")
    def _coheres(self) -> Self:
        rising("monthly costs", self.monthly_low, self.monthly_high)
        return self


class FailureMode(Contract):
    fails: Text
    effect: Text
    detected_by: Text
    recovery: Text
    recovery_minutes: Annotated[float, Field(ge=0)] | None
    rehearsed: bool


class Building(Contract):
    id: Key
    service: Text
    purpose: Text
    sizing: Text
    region: Text
    reached_by: tuple[Text, ...]
    holds_personal_data: bool


class InfrastructureDesign(Contract):
    """What runs where, what it costs and how it comes back."""

    goals: tuple[Text, ...]
    rto_minutes: Annotated[float, Field(ge=0)] | None
    rpo_minutes: Annotated[float, Field(ge=0)] | None
    parts: Annotated[tuple[Building, ...], Field(min_length=1)]
    identities: tuple[Text, ...]
    """Who or what may do what, one line each."""
    costs: tuple[CostLine, ...]
    failures: tuple[FailureMode, ...]
    quotas: tuple[Text, ...]
    rejected: tuple[Text, ...]
    exit: Text
    """What leaving this provider would take."""
    questions: tuple[Text, ...]


class Wall(Contract):
    resource: Text
    """Rows, files, cache keys, queues, logs, indexes, model prompts."""
    model: Literal["silo", "bridge", "pool"]
    first_wall: Text
    second_wall: Text | None
    test: Text
    """Fails when the wall is taken away."""


class Quota(Contract):
    what: Text
    per_tenant: Text
    when_exceeded: Text


class IsolationDesign(Contract):
    """What keeps tenants apart, resource by resource."""

    tenant: Text
    """What one tenant is, in a sentence."""
    tenant_established_by: Text
    walls: Annotated[tuple[Wall, ...], Field(min_length=1)]
    quotas: tuple[Quota, ...]
    crossings: tuple[Text, ...]
    """Every deliberate access across tenants: who, why, how it is recorded."""
    lifecycle: tuple[Text, ...]
    gaps: tuple[Text, ...]


class Indicator(Contract):
    name: Text
    journey: Text
    good_events: Text
    valid_events: Text
    objective_percent: Annotated[float, Field(gt=0, lt=100)]
    window_days: Annotated[int, Field(ge=1)]
    measured_at: Text


class Alert(Contract):
    name: Text
    indicator: str | None
    """Null for what cannot wait until people notice, such as a disk that fills."""
    condition: Text
    severity: Literal["page", "ticket"]
    first_action: Text
    """What the woken person does first."""


class SignalChange(Contract):
    signal: Literal["metric", "log", "trace", "profile", "probe"]
    name: Text
    where: Text
    series: Annotated[int, Field(ge=0)] | None
    """How many time series it makes at most."""
    question: Text


class ObservabilityDesign(Contract):
    """Objectives, the alerts that guard them and the signals that explain a breach."""

    service: Text
    indicators: Annotated[tuple[Indicator, ...], Field(min_length=1)]
    alerts: tuple[Alert, ...]
    signals: tuple[SignalChange, ...]
    removed: tuple[Text, ...]
    """Alerts and series that nobody acted on."""
    trial: tuple[Text, ...]
    """How each page was made to fire once, and what happened."""
    gaps: tuple[Text, ...]

    @model_validator(mode="after")
    def _coheres(self) -> Self:
        named = [alert.indicator for alert in self.alerts if alert.indicator is not None]
        known("indicators", named, [indicator.name for indicator in self.indicators])
        return self


class ProcedureStep(Contract):
    order: Annotated[int, Field(ge=1)]
    command: Text
    expect: Text
    if_not: Text
    undo: str | None
    """Null for a step that cannot be undone."""
    observed: str | None
    """Null until it has been run."""


class Runbook(Contract):
    """A procedure on a live system, step by step, with what was seen."""

    goal: Text
    preconditions: tuple[Text, ...]
    steps: Annotated[tuple[ProcedureStep, ...], Field(min_length=1)]
    point_of_no_return: Annotated[int, Field(ge=1)] | None
    """Number of the first step that cannot be undone."""
    approvals: tuple[Text, ...]
    verification: tuple[Text, ...]
    manifests: tuple[Text, ...]
    """Paths of files that were written or changed."""
    left_open: tuple[Text, ...]

    @model_validator(mode="after")
    def _coheres(self) -> Self:
        counted("steps", (step.order for step in self.steps))
        final = next((step.order for step in self.steps if step.undo is None), None)
        if self.point_of_no_return != final:
            raise ValueError(
                f"the first step that cannot be undone is {final}, not {self.point_of_no_return}"
            )
        return self
