"""One piece of work, as a clause or a noun states it."""

from dataclasses import dataclass

from coditect.workflows.rules.language.markers import Role
from coditect.workflows.rules.process.references import Reference


@dataclass(frozen=True, slots=True)
class Activity:
    """Somebody does something, as one clause states it."""

    verb: str
    """Base form with its particle: `send back`."""
    start: int
    end: int
    """The verb in the text."""
    first: int
    last: int
    """The whole clause in the text."""
    role: Role
    passive: bool
    modal: str | None
    command: bool
    performers: tuple[Reference, ...]
    inherited: bool
    objects: tuple[Reference, ...]
    object_span: tuple[int, int] | None
    recipients: tuple[Reference, ...]
    sources: tuple[Reference, ...]
    """From whom something comes: `receives the order from the customer`."""
    manner: tuple[tuple[int, int], ...]
    attached: tuple[tuple[str, Reference], ...]
    """Every other prepositional phrase."""
    preposition: str | None
    """By which the object is attached: `asks the customer for approval`."""
    content: tuple[int, int] | None
    """What is checked or decided: `whether all parts are in stock`."""
    group: int
    """Index of its verb group in the sentence."""
