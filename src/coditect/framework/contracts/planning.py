"""Answers of agents that plan and design."""

from itertools import combinations, product
from pathlib import PurePosixPath
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from coditect.framework.contracts.coherence import acyclic, counted, known, reachable, rising, unique
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

    @model_validator(mode="after")
    def _coheres(self) -> Self:
        unique("steps", (step.key for step in self.steps))
        for place, step in enumerate(self.steps):
            known("earlier steps", step.needs, [earlier.key for earlier in self.steps[:place]])
        known("steps", (gate.after for gate in self.gates), [step.key for step in self.steps])
        if sum(step.max_tokens for step in self.steps) > self.max_tokens:
            raise ValueError("the steps may spend more than the whole plan")
        return self


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

    @model_validator(mode="after")
    def _coheres(self) -> Self:
        rising("hours", self.hours_low, self.hours_likely, self.hours_high)
        return self


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


def _keep_paths_apart(streams: tuple[Workstream, ...]) -> None:
    """Refuse paths that two streams own which may run at the same time."""
    needs = {stream.key: stream.needs for stream in streams}
    for one, other in combinations(streams, 2):
        if one.key in reachable(other.key, needs) or other.key in reachable(one.key, needs):
            continue
        for mine, theirs in product(one.owns, other.owns):
            if PurePosixPath(mine).is_relative_to(theirs) or PurePosixPath(theirs).is_relative_to(mine):
                raise ValueError(f"{one.key} and {other.key} run side by side and both own {mine}")


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

    @model_validator(mode="after")
    def _coheres(self) -> Self:
        keys = [stream.key for stream in self.streams]
        unique("streams", keys)
        named = [key for stream in self.streams for key in stream.needs]
        named += [key for checkpoint in self.checkpoints for key in checkpoint.after]
        named += [key for agreement in self.agreements for key in agreement.between]
        named += [threat.stream for threat in self.threats if threat.stream is not None]
        known("streams", [*named, *self.critical_path], keys)
        acyclic("streams", {stream.key: stream.needs for stream in self.streams})
        _keep_paths_apart(self.streams)
        return self


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

    @model_validator(mode="after")
    def _coheres(self) -> Self:
        patterns = [pattern.name for pattern in self.access_patterns]
        known(
            "access patterns",
            (name for table in self.tables for index in table.indexes for name in index.serves),
            patterns,
        )
        counted("migrations", (step.order for step in self.migrations))
        return self
