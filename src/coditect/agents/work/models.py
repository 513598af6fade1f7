"""Tables of agent runs: each with its conversation and the journal of its calls."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, ForeignKey, Index, PrimaryKeyConstraint, String
from sqlalchemy.orm import Mapped, mapped_column

from coditect.agents.work.modes import Mode
from coditect.agents.work.states import CallState, RunState
from coditect.kernel.db import Base, Json, TenantRow
from coditect.kernel.ids import AccountId, ProjectId, RunId


class AgentRunRow(TenantRow, Base):
    """A step in which an agent works, by the id of the step; `attempt` fences late writers."""

    __tablename__ = "agent_runs"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    run_id: Mapped[RunId]
    project_id: Mapped[ProjectId | None]
    parent_id: Mapped[UUID | None]
    conversation_id: Mapped[UUID | None]
    """That it is a turn of."""
    key: Mapped[str]
    """Of the step, unique in its run."""
    depth: Mapped[int]
    agent_name: Mapped[str]
    agent: Mapped[str]
    """The reference of the exact text."""
    request: Mapped[str]
    mode: Mapped[Mode] = mapped_column(String(16))
    budget: Mapped[dict[str, Any]]
    state: Mapped[RunState] = mapped_column(String(16))
    reason: Mapped[str | None]
    """Why it rests or failed, for people."""
    origin: Mapped[str | None]
    """`model` or `rules`: who did the work."""
    model: Mapped[str | None]
    attempt: Mapped[int]
    stop_asked: Mapped[bool]
    repairs: Mapped[int]
    turns: Mapped[int]
    input_tokens: Mapped[int] = mapped_column(BigInteger)
    output_tokens: Mapped[int] = mapped_column(BigInteger)
    cost_micros: Mapped[int] = mapped_column(BigInteger)
    cost_known: Mapped[bool]
    seconds: Mapped[float]
    prompt: Mapped[dict[str, Any] | None] = mapped_column(Json)
    """What went into the first prompt, and why."""
    place: Mapped[dict[str, Any] | None] = mapped_column(Json)
    """Where it works, and what became of that work."""
    answer: Mapped[dict[str, Any] | None] = mapped_column(Json)
    raw: Mapped[str | None]
    """What the model said when its answer did not fit."""
    created_by: Mapped[AccountId | None]
    created_at: Mapped[datetime]
    started_at: Mapped[datetime | None]
    finished_at: Mapped[datetime | None]

    __table_args__ = (
        Index("ix_agent_runs_run_id", "run_id"),
        Index("ix_agent_runs_project_id_id", "project_id", "id"),
        Index("ix_agent_runs_conversation_id_id", "conversation_id", "id"),
    )


class ConversationRow(TenantRow, Base):
    """A named conversation of a project; its turns are agent runs."""

    __tablename__ = "agent_conversations"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    project_id: Mapped[ProjectId]
    title: Mapped[str]
    created_by: Mapped[AccountId | None]
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    """When a turn was added, or the name changed."""

    __table_args__ = (Index("ix_agent_conversations_project_id_id", "project_id", "id"),)


class AgentMessageRow(TenantRow, Base):
    """One message of a conversation, as the model library writes it. Never changed."""

    __tablename__ = "agent_messages"

    agent_run_id: Mapped[UUID] = mapped_column(ForeignKey("agent_runs.id", ondelete="CASCADE"))
    number: Mapped[int]
    message: Mapped[dict[str, Any]]
    created_at: Mapped[datetime]

    __table_args__ = (PrimaryKeyConstraint("agent_run_id", "number"),)


class AgentCallRow(TenantRow, Base):
    """One call of a tool: written before it begins and after it has ended."""

    __tablename__ = "agent_calls"

    agent_run_id: Mapped[UUID] = mapped_column(ForeignKey("agent_runs.id", ondelete="CASCADE"))
    number: Mapped[int]
    turn: Mapped[int]
    call_id: Mapped[str]
    """As the model called it; not unique with every provider."""
    tool: Mapped[str]
    effect: Mapped[str]
    arguments: Mapped[dict[str, Any]]
    state: Mapped[CallState] = mapped_column(String(16))
    result: Mapped[str | None]
    changes: Mapped[list[Any]] = mapped_column(Json)
    decided_by: Mapped[AccountId | None]
    decided_at: Mapped[datetime | None]
    begun_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]

    __table_args__ = (PrimaryKeyConstraint("agent_run_id", "number"),)
