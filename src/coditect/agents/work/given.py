"""What the step of an agent run is given, and what it gives."""

import json
from typing import Any
from uuid import UUID

from pydantic import BaseModel

from coditect.agents.work.limits import Budget
from coditect.agents.work.modes import Mode
from coditect.kernel.ids import AccountId, ProjectId

HANDLER = "agents.work"
KIND = "agent"


class AgentTask(BaseModel):
    """The input of a step in which an agent works. `agent` is the reference of the exact text."""

    agent: str
    agent_name: str
    request: str
    project_id: ProjectId | None = None
    mode: Mode
    budget: Budget
    depth: int = 0
    parent_id: UUID | None = None
    conversation_id: UUID | None = None
    created_by: AccountId | None = None


class AgentResult(BaseModel):
    """The output of such a step: the answer in the agent's form, or as text, and what it took."""

    agent_run_id: UUID
    agent: str
    answer: dict[str, Any] | str
    origin: str
    model: str | None
    turns: int
    tokens: int
    cost_micros: int | None
    """Millionths of a dollar; None when the price of a model is not known."""
    changed_files: list[str]
    conflicts: list[str]

    def told(self) -> str:
        """Return what the agent that handed the work on is told."""
        text = self.answer if isinstance(self.answer, str) else json.dumps(self.answer, ensure_ascii=False)
        notes = [f"Changed files: {', '.join(self.changed_files)}"] if self.changed_files else []
        if self.conflicts:
            notes.append(f"Not merged, because of conflicts in: {', '.join(self.conflicts)}")
        return "\n\n".join([text, *notes])
