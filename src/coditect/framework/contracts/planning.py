"""Answers of agents that plan and design."""

from typing import Annotated, Literal

from pydantic import Field

from coditect.framework.contracts.common import Contract, Key, Text


class PlanStep(Contract):
    key: Key
    agent: Key
    """Name of the agent who gets the step."""
    request: Text
    """Everything the agent is told; it sees nothing else."""
    needs: tuple[Key, ...]
    """Keys of the steps whose results it reads."""
    writes: tuple[Text, ...]
    """Paths it may change; empty for a step that only reads."""
    done_when: Annotated[tuple[Text, ...], Field(min_length=1)]
    max_tokens: Annotated[int, Field(ge=1)]


class Gate(Contract):
    after: Key
    """The step that must pass."""
    check: Text
    on_failure: Literal["repeat_step", "replan", "ask_person", "stop"]


class Plan(Contract):
    """Steps for several agents, in an order that respects what each needs."""

    goal: Text
    assumptions: tuple[Text, ...]
    steps: tuple[PlanStep, ...]
    gates: tuple[Gate, ...]
    max_tokens: Annotated[int, Field(ge=1)]
    """For the whole plan, repetitions included."""
    questions: tuple[Text, ...]
    """What a person must answer before the plan may start."""


class Workstream(Contract):
    key: Key
    owner: Key
    """Name of the agent."""
    outcome: Text
    owns: tuple[Text, ...]
    """Paths that nobody else writes meanwhile."""
    needs: tuple[Key, ...]
    hours_low: Annotated[float, Field(gt=0)]
    hours_likely: Annotated[float, Field(gt=0)]
    hours_high: Annotated[float, Field(gt=0)]
    done_when: Annotated[tuple[Text, ...], Field(min_length=1)]


class Agreement(Contract):
    """What two streams fix before either starts."""

    between: Annotated[tuple[Key, ...], Field(min_length=2)]
    interface: Text
    held_by: Text
    """The file or test that fails when one side departs from it."""


class Checkpoint(Contract):
    name: Text
    after: Annotated[tuple[Key, ...], Field(min_length=1)]
    demonstration: Text
    if_missed: Text


class Threat(Contract):
    text: Text
    first_sign: Text
    response: Text
    stream: Key | None


class DetailedPlan(Contract):
    """Parallel streams of work with their interfaces, checkpoints and slack."""

    goal: Text
    not_included: tuple[Text, ...]
    streams: Annotated[tuple[Workstream, ...], Field(min_length=1)]
    agreements: tuple[Agreement, ...]
    critical_path: Annotated[tuple[Key, ...], Field(min_length=1)]
    checkpoints: Annotated[tuple[Checkpoint, ...], Field(min_length=1)]
    threats: tuple[Threat, ...]
    buffer_hours: Annotated[float, Field(ge=0)]
    max_tokens: Annotated[int, Field(ge=1)] | None
    questions: tuple[Text, ...]


class AccessPattern(Contract):
    name: Text
    query: Text
    per_second: Annotated[float, Field(ge=0)] | None
    latency_ms: Annotated[float, Field(gt=0)] | None
    """Target, null when nobody gave one."""


class Column(Contract):
    name: Text
    type: Text
    nullable: bool
    note: str | None


class Index(Contract):
    columns: Annotated[tuple[Text, ...], Field(min_length=1)]
    unique: bool
    condition: str | None
    serves: Annotated[tuple[Text, ...], Field(min_length=1)]
    """Names of the access patterns."""


class Table(Contract):
    name: Text
    purpose: Text
    columns: Annotated[tuple[Column, ...], Field(min_length=1)]
    primary_key: Annotated[tuple[Text, ...], Field(min_length=1)]
    constraints: tuple[Text, ...]
    indexes: tuple[Index, ...]
    rows_in_three_years: Annotated[int, Field(ge=0)] | None


class MigrationStep(Contract):
    order: Annotated[int, Field(ge=1)]
    statement: Text
    lock: Text
    """Which lock it takes, and for how long."""
    undo: Text


class DataDesign(Contract):
    """Tables, the queries they serve and the way there."""

    access_patterns: tuple[AccessPattern, ...]
    tables: tuple[Table, ...]
    migrations: tuple[MigrationStep, ...]
    invariants_by_database: tuple[Text, ...]
    invariants_by_code: tuple[Text, ...]
    risks: tuple[Text, ...]
    questions: tuple[Text, ...]
