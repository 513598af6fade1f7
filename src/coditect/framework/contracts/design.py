"""Answers of agents that shape systems: decisions, structures, documents, protocols, key spaces."""

from typing import Annotated, Final, Literal, Self

from pydantic import Field, model_validator

from coditect.framework.contracts.coherence import known, reachable, unique
from coditect.framework.contracts.common import Certainty, Contract, Key, Text

PARENT_LEVEL: Final = {"container": "system", "component": "container"}


class Driver(Contract):
    """A requirement that decides, as a scenario somebody could stage."""

    id: Key
    stimulus: Text
    environment: Text
    response: Text
    measure: Text
    source: Text
    """Who asked for it, or where it stands."""


class Option(Contract):
    name: Text
    serves: tuple[Key, ...]
    """Ids of the drivers it meets."""
    hurts: tuple[Key, ...]
    cost: Text
    evidence: Text
    reversal: Text
    """What it takes to leave this option a year from now."""


class DecisionBrief(Contract):
    """One structural question, its options and the choice."""

    question: Text
    drivers: Annotated[tuple[Driver, ...], Field(min_length=1)]
    options: Annotated[tuple[Option, ...], Field(min_length=2)]
    choice: Text | None
    """Null when evidence is missing; `next_step` says how to get it."""
    reason: Text
    consequences: tuple[Text, ...]
    fitness_checks: tuple[Text, ...]
    """Commands or measurements that fail when the decision erodes."""
    revisit_when: tuple[Text, ...]
    next_step: Text

    @model_validator(mode="after")
    def _coheres(self) -> Self:
        drivers = [driver.id for driver in self.drivers]
        known(
            "drivers", (name for option in self.options for name in (*option.serves, *option.hurts)), drivers
        )
        known("options", [self.choice] if self.choice else [], [option.name for option in self.options])
        return self


class Element(Contract):
    id: Key
    level: Literal["person", "system", "container", "component"]
    name: Text
    technology: str | None
    responsibility: Text
    parent: Key | None
    exists: bool
    """False for what is proposed."""


class Relation(Contract):
    source: Key
    target: Key
    purpose: Text
    protocol: str | None
    synchronous: bool
    when_target_is_down: Text


class Diagram(Contract):
    title: Text
    kind: Literal["context", "container", "component", "dynamic", "deployment"]
    audience: Text
    mermaid: Text


class SystemDesign(Contract):
    """The structure of a system on the levels of the C4 model."""

    scope: Text
    drivers: tuple[Driver, ...]
    elements: Annotated[tuple[Element, ...], Field(min_length=1)]
    relations: tuple[Relation, ...]
    diagrams: Annotated[tuple[Diagram, ...], Field(min_length=1)]
    rules: tuple[Text, ...]
    """Constraints on structure that a build could check."""
    risks: tuple[Text, ...]
    questions: tuple[Text, ...]

    @model_validator(mode="after")
    def _coheres(self) -> Self:
        levels = {element.id: element.level for element in self.elements}
        unique("elements", (element.id for element in self.elements))
        known(
            "elements",
            (end for relation in self.relations for end in (relation.source, relation.target)),
            levels,
        )
        for element in self.elements:
            above = PARENT_LEVEL.get(element.level)
            if (element.parent and levels.get(element.parent)) != above:
                raise ValueError(f"the parent of {element.id}, a {element.level}, must be {above or 'null'}")
        return self


class Requirement(Contract):
    id: Key
    text: Text
    source: Text
    verified_by: Literal["test", "analysis", "inspection", "demonstration"]


class DesignElement(Contract):
    id: Key
    viewpoint: Text
    text: Text
    satisfies: tuple[Key, ...]
    rationale: Text


class DesignDocument(Contract):
    """A design description in which each requirement can be followed to its design and its check."""

    title: Text
    readers: Annotated[tuple[Text, ...], Field(min_length=1)]
    requirements: tuple[Requirement, ...]
    design: tuple[DesignElement, ...]
    checks: dict[Key, Text]
    """By requirement id: the test or procedure that shows it is met."""
    unsatisfied: tuple[Key, ...]
    unrequested: tuple[Key, ...]
    """Design elements that no requirement asks for."""
    open_points: tuple[Text, ...]

    @model_validator(mode="after")
    def _coheres(self) -> Self:
        requirements = {requirement.id for requirement in self.requirements}
        satisfied = {name for element in self.design for name in element.satisfies}
        known("requirements", [*satisfied, *self.checks], requirements)
        if set(self.unsatisfied) != requirements - satisfied:
            raise ValueError("`unsatisfied` must list exactly the requirements that no element satisfies")
        if set(self.unrequested) != {element.id for element in self.design if not element.satisfies}:
            raise ValueError("`unrequested` must list exactly the elements that satisfy no requirement")
        return self


class ProtocolMessage(Contract):
    name: Text
    sender: Literal["client", "server", "both"]
    fields: tuple[Text, ...]
    valid_in: Annotated[tuple[Key, ...], Field(min_length=1)]
    """States of the connection in which it may arrive."""
    answer: str | None
    idempotent: bool
    max_bytes: Annotated[int, Field(ge=1)]


class Transition(Contract):
    source: Key
    event: Text
    target: Key


class CloseReason(Contract):
    code: Annotated[int, Field(ge=1000, le=4999)]
    meaning: Text
    client_does: Text


class ProtocolDesign(Contract):
    """A protocol over a lasting connection: messages, states, limits and the way back after a break."""

    name: Text
    version: Text
    states: Annotated[tuple[Key, ...], Field(min_length=1)]
    """`closed` is one of them, and can be reached from every other."""
    transitions: tuple[Transition, ...]
    messages: Annotated[tuple[ProtocolMessage, ...], Field(min_length=1)]
    authentication: Text
    resume: Text
    backpressure: Text
    limits: tuple[Text, ...]
    close_reasons: tuple[CloseReason, ...]
    capacity: tuple[Text, ...]
    """Each line shows its arithmetic."""
    test_scenarios: tuple[Text, ...]

    @model_validator(mode="after")
    def _coheres(self) -> Self:
        following: dict[str, set[str]] = {state: set() for state in self.states}
        known("states", (end for step in self.transitions for end in (step.source, step.target)), following)
        known("states", (state for message in self.messages for state in message.valid_in), following)
        for step in self.transitions:
            following[step.source].add(step.target)
        stuck = [state for state in self.states if "closed" not in reachable(state, following)]
        if stuck:
            raise ValueError(f"no way leads to the state `closed` from {', '.join(stuck)}")
        return self


class Subspace(Contract):
    path: tuple[Text, ...]
    key: Text
    """The tuple, element by element."""
    value: Text
    typical_bytes: Annotated[int, Field(ge=0)]
    entries: Annotated[int, Field(ge=0)] | None
    maintained_by: Text


class KeyTransaction(Contract):
    name: Text
    reads: tuple[Text, ...]
    writes: tuple[Text, ...]
    conflicts_with: tuple[Text, ...]
    largest_bytes: Annotated[int, Field(ge=0)]
    if_outcome_unknown: Text
    """Why a second application does no harm."""


class KeyspaceDesign(Contract):
    """How data is laid out in an ordered key-value store, and which transactions touch it."""

    subspaces: Annotated[tuple[Subspace, ...], Field(min_length=1)]
    transactions: Annotated[tuple[KeyTransaction, ...], Field(min_length=1)]
    hot_keys: tuple[Text, ...]
    migrations: tuple[Text, ...]
    checks: tuple[Text, ...]
    certainty: Certainty
