"""What the Actor Identifier delivers: who and what takes part, and who hands over to whom."""

from typing import Literal

from coditect.workflows.analysis.common import Item, Value


class Actor(Item):
    name: str
    aliases: tuple[str, ...]
    kind: Literal["role", "department", "system", "external"]


class Responsibility(Item):
    """Who does what, as stated; its evidence is the passage of the activity."""

    actor: str
    part: Literal["performs", "receives"]
    action: str


class Handoff(Item):
    """Work goes from one actor to another, by id."""

    from_actor: str
    to_actor: str
    what: str


class System(Item):
    """A piece of software or equipment that is mentioned."""

    name: str
    actor: str | None
    """Id of the actor it is listed as, if it acts."""
    used_for: str | None


class Interaction(Item):
    """Two actors deal with each other: one sends, informs, asks."""

    from_actor: str
    to_actor: str
    verb: str
    what: str | None


class ActorReport(Value):
    actors: tuple[Actor, ...]
    responsibilities: tuple[Responsibility, ...]
    handoffs: tuple[Handoff, ...]
    systems: tuple[System, ...]
    interactions: tuple[Interaction, ...]
