"""Answers of agents that shape systems: decisions, structures, documents, protocols, key spaces."""

from typing import Annotated, Literal

from pydantic import Field

from coditect.framework.contracts.common import Certainty, Contract, Key, Text


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
