"""What `agents` announces."""

from dataclasses import dataclass

from coditect.kernel.events import Event


@dataclass(frozen=True, kw_only=True)
class OwnAgentWritten(Event, topic="agents.own_agent_written"):
    """An organization's own agent has a new text, its first one included."""

    name: str
    version: int
    digest: str


@dataclass(frozen=True, kw_only=True)
class OwnAgentRetired(Event, topic="agents.own_agent_retired"):
    """An organization's own agent takes no more work; its versions stay readable."""

    name: str


@dataclass(frozen=True, kw_only=True)
class OwnAgentRestored(Event, topic="agents.own_agent_restored"):
    """A retired agent of an organization takes work again."""

    name: str
