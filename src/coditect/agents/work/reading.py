"""What people see of agent runs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from coditect import engine, framework
from coditect.agents.used import read_used
from coditect.agents.work.models import AgentCallRow, AgentMessageRow, AgentRunRow
from coditect.agents.work.places import PlaceRecord
from coditect.agents.work.schemas import (
    AgentCallRead,
    AgentMessageRead,
    AgentRunRead,
    AgentRunSummary,
    FileChangeRead,
    PlaceRead,
    Said,
    ShownState,
    Spent,
)
from coditect.agents.work.service import get_row
from coditect.kernel.api import Page, page_of
from coditect.kernel.ids import OrganizationId, ProjectId, RunId

_PATH = Path("agent.md")


async def list_agent_runs(
    session: AsyncSession,
    organization_id: OrganizationId,
    *,
    project_id: ProjectId | None,
    run_id: RunId | None,
    conversation_id: UUID | None = None,
    limit: int,
    cursor: UUID | None,
) -> Page[AgentRunSummary]:
    """Return agent runs, newest first; of one run all of them, else those that people began."""
    wanted = select(AgentRunRow).order_by(AgentRunRow.id.desc()).limit(limit + 1)
    if run_id is not None:
        wanted = wanted.where(AgentRunRow.run_id == run_id)
    else:
        wanted = wanted.where(AgentRunRow.parent_id.is_(None))
    if project_id is not None:
        wanted = wanted.where(AgentRunRow.project_id == project_id)
    if conversation_id is not None:
        wanted = wanted.where(AgentRunRow.conversation_id == conversation_id)
    if cursor is not None:
        wanted = wanted.where(AgentRunRow.id < cursor)
    rows = (await session.scalars(wanted)).all()
    steps = await _step_states(session, organization_id, rows)
    return page_of([_summary(row, steps) for row in rows], limit, lambda one: one.id)


async def read_agent_run(
    session: AsyncSession, organization_id: OrganizationId, agent_run_id: UUID
) -> AgentRunRead:
    """Return one agent run, or raise `AgentRunNotFound`."""
    row = await get_row(session, agent_run_id)
    family = (await session.scalars(select(AgentRunRow).where(AgentRunRow.run_id == row.run_id))).all()
    children = sorted((one for one in family if one.parent_id == row.id), key=lambda one: one.id)
    steps = await _step_states(session, organization_id, family)
    calls = await session.scalars(
        select(AgentCallRow).where(AgentCallRow.agent_run_id == row.id).order_by(AgentCallRow.number)
    )
    by_key = {child.key: child.id for child in children}
    answer = row.answer or {}
    return AgentRunRead(
        **_summary(row, steps).model_dump(),
        agent_reference=row.agent,
        budget=row.budget,
        stop_asked=row.stop_asked,
        prompt=row.prompt,
        place=_place(row),
        calls=[_call(call, by_key.get(f"{row.key}/{call.number}")) for call in calls],
        said=await _said(session, row.id),
        answer=answer.get("answer"),
        output_schema=await _output_schema(session, row),
        changed_files=answer.get("changed_files", []),
        raw=row.raw,
        children=[_summary(child, steps) for child in children],
    )


async def list_messages(
    session: AsyncSession, agent_run_id: UUID, *, limit: int, cursor: int | None
) -> Page[AgentMessageRead]:
    """Return the conversation from its beginning."""
    await get_row(session, agent_run_id)
    wanted = select(AgentMessageRow).where(AgentMessageRow.agent_run_id == agent_run_id)
    if cursor is not None:
        wanted = wanted.where(AgentMessageRow.number > cursor)
    found = await session.scalars(wanted.order_by(AgentMessageRow.number).limit(limit + 1))
    items = [AgentMessageRead(number=row.number, message=row.message, at=row.created_at) for row in found]
    return page_of(items, limit, lambda one: one.number)


@dataclass(frozen=True)
class AboutAgentRun:
    """What a run of an agent is about."""

    id: UUID
    title: str
    project_id: ProjectId


async def about_runs(session: AsyncSession, run_ids: Sequence[RunId]) -> Mapping[RunId, AboutAgentRun]:
    """Return what runs of agents in projects are about."""
    found = await session.scalars(
        select(AgentRunRow).where(AgentRunRow.run_id.in_(run_ids), AgentRunRow.parent_id.is_(None))
    )
    return {
        row.run_id: AboutAgentRun(row.id, title_of(row), row.project_id)
        for row in found
        if row.project_id is not None
    }


def title_of(row: AgentRunRow) -> str:
    """Return what an agent run is called."""
    first = row.request.strip().partition("\n")[0]
    return first if len(first) <= 80 else f"{first[:79]}…"


async def _step_states(
    session: AsyncSession, organization_id: OrganizationId, rows: Sequence[AgentRunRow]
) -> Mapping[UUID, engine.StepStatus]:
    return await engine.step_states(session, organization_id, [row.id for row in rows])


def _summary(row: AgentRunRow, steps: Mapping[UUID, engine.StepStatus]) -> AgentRunSummary:
    return AgentRunSummary(
        id=row.id,
        run_id=row.run_id,
        project_id=row.project_id,
        parent_id=row.parent_id,
        conversation_id=row.conversation_id,
        depth=row.depth,
        agent=row.agent_name,
        request=row.request,
        mode=row.mode,
        state=_state(row, steps.get(row.id)),
        reason=row.reason,
        origin=row.origin,
        model=row.model,
        spent=Spent(
            turns=row.turns,
            input_tokens=row.input_tokens,
            output_tokens=row.output_tokens,
            cost_usd=Decimal(row.cost_micros) / 1_000_000 if row.cost_known else None,
            seconds=round(row.seconds, 3),
        ),
        created_at=row.created_at,
        started_at=row.started_at,
        finished_at=row.finished_at,
    )


def _state(row: AgentRunRow, step: engine.StepStatus | None) -> ShownState:
    """The step knows what the agent run itself cannot say: that it was cancelled, or gave up for good."""
    if row.state == "done":
        return "done"
    if step == "cancelled":
        return "cancelled"
    if step in {"dead_letter", "skipped"}:
        return "failed"
    return row.state


def _call(row: AgentCallRow, child_id: UUID | None) -> AgentCallRead:
    return AgentCallRead(
        number=row.number,
        turn=row.turn,
        tool=row.tool,
        effect=row.effect,
        arguments=row.arguments,
        state=row.state,
        result=row.result,
        changes=[_change(one) for one in row.changes],
        child_id=child_id,
        decided_by=row.decided_by,
        begun_at=row.begun_at,
        ended_at=row.ended_at,
    )


def _change(stored: Mapping[str, Any]) -> FileChangeRead:
    return FileChangeRead.model_validate({"undone_at": None, "undone_by": None} | dict(stored))


async def _said(session: AsyncSession, agent_run_id: UUID) -> list[Said]:
    found = await session.scalars(
        select(AgentMessageRow)
        .where(AgentMessageRow.agent_run_id == agent_run_id)
        .order_by(AgentMessageRow.number)
    )
    answers = [row for row in found if row.message.get("kind") == "response"]
    said = [
        Said(turn=turn, text=_text(row.message), at=row.created_at) for turn, row in enumerate(answers, 1)
    ]
    return [one for one in said if one.text]


def _text(message: Mapping[str, Any]) -> str:
    parts = message.get("parts", ())
    return "".join(part["content"] for part in parts if part.get("part_kind") == "text")


async def _output_schema(session: AsyncSession, row: AgentRunRow) -> str | None:
    used = await read_used(session, row.agent)
    loaded = framework.parse_agent(_PATH, used.text)
    return None if isinstance(loaded, list) else loaded.output_schema


def _place(row: AgentRunRow) -> PlaceRead | None:
    if row.place is None:
        return None
    return PlaceRead.model_validate(PlaceRecord.model_validate(row.place).model_dump(exclude={"path"}))
