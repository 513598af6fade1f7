"""What agent runs announce, all under the subject of their run."""

from dataclasses import dataclass
from uuid import UUID

from coditect import engine
from coditect.agents.work.states import CallState, RunState
from coditect.kernel.events import Event
from coditect.kernel.ids import ProjectId, RunId


@dataclass(frozen=True, kw_only=True)
class AgentRunEvent(Event):
    """Base of what happens in one agent run; its id is that of its step."""

    run_id: RunId
    agent_run_id: UUID

    @property
    def subject(self) -> str:
        return engine.run_subject(self.run_id)


@dataclass(frozen=True, kw_only=True)
class AgentRunChanged(AgentRunEvent, topic="agents.run_changed"):
    """An agent run is in another state, or has taken more turns."""

    agent: str
    state: RunState
    reason: str | None
    turns: int
    tokens: int
    cost_micros: int


@dataclass(frozen=True, kw_only=True)
class ConversationChanged(Event, topic="agents.conversation_changed"):
    """A conversation began, has another name or another turn, or was removed."""

    project_id: ProjectId
    conversation_id: UUID
    removed: bool

    @property
    def subject(self) -> str:
        return f"project:{self.project_id}"


@dataclass(frozen=True, kw_only=True)
class AgentCallChanged(AgentRunEvent, topic="agents.call_changed"):
    """A call of a tool was planned, waits for a person, began or ended."""

    number: int
    tool: str
    state: CallState


@dataclass(frozen=True, kw_only=True)
class AgentSpoke(AgentRunEvent, topic="agents.spoke"):
    """A piece of the text that a model is writing; no text says that the pieces of this turn so far were in vain."""

    turn: int
    text: str


@dataclass(frozen=True, kw_only=True)
class AgentConflictSettled(AgentRunEvent, topic="agents.conflict_settled"):
    """A person settled the conflict of an agent run, whose work is merged now."""

    files: tuple[str, ...]
