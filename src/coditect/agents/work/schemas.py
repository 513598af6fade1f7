"""What the REST interface of agent runs takes and answers."""

from datetime import datetime
from decimal import Decimal
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import Field, StringConstraints, model_validator

from coditect.agents.tools import FileChange
from coditect.agents.work.limits import Budget, Cost, Depth, Seconds, Tokens, Turns
from coditect.agents.work.modes import Mode
from coditect.agents.work.prompt import PromptAccount
from coditect.agents.work.states import CallState, RunState
from coditect.kernel.api import RequestModel, ResponseModel
from coditect.kernel.ids import ProjectId, RunId

MOST_REQUEST = 50_000

FilePath = Annotated[str, StringConstraints(strip_whitespace=False, min_length=1, max_length=4_096)]
ShownState = RunState | Literal["cancelled"]


class BudgetGiven(RequestModel):
    """Limits of an agent run; what is left out has its default, or stays as it is."""

    turns: Turns | None = None
    tokens: Tokens | None = None
    cost_usd: Cost | None = None
    seconds: Seconds | None = None
    depth: Depth | None = None

    def over(self, budget: Budget) -> Budget:
        """Return `budget` with what is given here."""
        return budget.model_copy(update=self.model_dump(exclude_none=True))


class NewAgentRun(RequestModel):
    """Work for an agent. It works in a worktree of the project's repository and in a sandbox."""

    project_id: ProjectId
    request: Annotated[str, StringConstraints(min_length=1, max_length=MOST_REQUEST)]
    mode: Mode = "autonomous"
    budget: BudgetGiven | None = None
    conversation_id: UUID | None = None
    """Of the same project: the agent is told what was asked and answered in it before."""


class ConversationTitle(RequestModel):
    """What a conversation is called."""

    title: Annotated[str, StringConstraints(min_length=1, max_length=200, strip_whitespace=True)]


class ConversationRead(ResponseModel):
    """A conversation of a project with agents; `turns` counts its agent runs."""

    id: UUID
    project_id: ProjectId
    title: str
    turns: int
    created_by: UUID | None
    created_at: datetime
    updated_at: datetime


class AgentRunAccepted(ResponseModel):
    """An agent run that waits for its turn: `id` is its own, `run_id` that of the run that it is a step of."""

    id: UUID
    run_id: RunId
    status: Literal["queued"]


class Spent(ResponseModel):
    """What an agent run took, with what it handed on; `cost_usd` is None when a price is not known."""

    turns: int
    input_tokens: int
    output_tokens: int
    cost_usd: Decimal | None
    seconds: float


class AgentRunSummary(ResponseModel):
    """An agent run in a list."""

    id: UUID
    run_id: RunId
    project_id: ProjectId | None
    parent_id: UUID | None
    conversation_id: UUID | None
    depth: int
    agent: str
    request: str
    mode: Mode
    state: ShownState
    reason: str | None
    """Why it rests or failed."""
    origin: Literal["model", "rules"] | None
    model: str | None
    spent: Spent
    created_at: datetime
    started_at: datetime | None
    finished_at: datetime | None


class FileChangeRead(FileChange):
    """What a call did to one file, and whether a person took it back."""

    undone_at: datetime | None
    undone_by: UUID | None


class AgentCallRead(ResponseModel):
    """One call of a tool. In the state `asked` it waits for a person: a question for an answer, the others for leave."""

    number: int
    turn: int
    tool: str
    effect: str
    arguments: dict[str, Any]
    state: CallState
    result: str | None
    changes: list[FileChangeRead]
    child_id: UUID | None
    """The agent run that it was handed on to."""
    decided_by: UUID | None
    begun_at: datetime | None
    ended_at: datetime | None


class Said(ResponseModel):
    """What a model wrote in one turn, apart from its calls."""

    turn: int
    text: str
    at: datetime


class PlaceRead(ResponseModel):
    """What became of the changes; where the server keeps the worktree is not said."""

    kind: Literal["folder", "worktree"]
    branch: str | None
    base: str | None
    target: str
    head: str | None
    merged: str | None
    conflicts: list[str]


class AgentRunRead(AgentRunSummary):
    """An agent run with all that its page shows."""

    agent_reference: str
    """The exact text that it works by."""
    budget: Budget
    stop_asked: bool
    prompt: PromptAccount | None
    place: PlaceRead | None
    calls: list[AgentCallRead]
    said: list[Said]
    answer: dict[str, Any] | str | None
    output_schema: str | None
    changed_files: list[str]
    raw: str | None
    """What the model said when its answer did not fit."""
    children: list[AgentRunSummary]


class AgentMessageRead(ResponseModel):
    """One message of the conversation, as the model library writes it."""

    number: int
    message: dict[str, Any]
    at: datetime


class CallAnswer(RequestModel):
    """The answer to a question."""

    text: Annotated[str, StringConstraints(min_length=1, max_length=20_000)]


class CallLeave(RequestModel):
    """Leave for a call; `from_now_on` is the mode in which the agent goes on, so that it asks less."""

    from_now_on: Mode | None = None


class CallRefusal(RequestModel):
    """Why a call is refused, for the agent."""

    why: Annotated[str, StringConstraints(max_length=2_000)] = ""


class GoOn(RequestModel):
    """New limits for an agent run that rests; left out, the old ones stay."""

    budget: BudgetGiven = Field(default_factory=BudgetGiven)


class Undo(RequestModel):
    """The file whose change is taken back."""

    path: FilePath


class ConflictRead(ResponseModel):
    """A file in conflict: as the project has it, as the agent left it, and both with marks; None for no text to show."""

    path: str
    project: str | None
    agent: str | None
    merged: str | None


class Conflicts(ResponseModel):
    """Every file in conflict."""

    items: list[ConflictRead]


class Settlement(RequestModel):
    """Whose text a file in conflict shall have: the project's, the agent's, or one that is given."""

    path: FilePath
    take: Literal["project", "agent", "text"]
    text: Annotated[str, StringConstraints(strip_whitespace=False, max_length=2_000_000)] | None = None

    @model_validator(mode="after")
    def _text_is_there(self) -> "Settlement":
        if (self.take == "text") != (self.text is not None):
            raise ValueError("`text` belongs to take: text")
        return self


class Settle(RequestModel):
    """What each file in conflict shall hold."""

    files: Annotated[list[Settlement], Field(min_length=1, max_length=1_000)]
