"""The durable side of one attempt at an agent run: each save is one transaction, fenced by the attempt."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from coditect.agents.work.events import AgentCallChanged, AgentRunChanged, AgentSpoke
from coditect.agents.work.given import AgentTask
from coditect.agents.work.limits import Budget, Used
from coditect.agents.work.models import AgentCallRow, AgentMessageRow, AgentRunRow
from coditect.agents.work.modes import Mode
from coditect.agents.work.states import CallState, RunState
from coditect.kernel.clock import utc_now
from coditect.kernel.db import store
from coditect.kernel.entitlements import Use
from coditect.kernel.events import Event, publish_all
from coditect.kernel.ids import OrganizationId, RunId
from coditect.kernel.platform import Platform
from coditect.kernel.scope import tenant

Observe = Callable[[Event], None]
"""Told in this process of what was stored, and of text at once."""

TEXT_SECONDS = 0.5
"""How long pieces of text are gathered before they are stored as one."""


STOP_SECONDS = 1.0
"""How often it is looked whether a person stopped it while a model is writing."""


class SupersededError(Exception):
    """Another attempt at this step has begun: what this one does counts no more."""


@dataclass
class Call:
    """One call of a tool, as the journal has it."""

    number: int
    turn: int
    call_id: str
    tool: str
    effect: str
    arguments: dict[str, Any]
    state: CallState
    result: str | None = None
    changes: list[Any] = field(default_factory=list)
    begun_at: datetime | None = None
    ended_at: datetime | None = None


@dataclass
class Stored:
    """An agent run as it was left: its row, its conversation and its calls."""

    row: AgentRunRow
    messages: list[dict[str, Any]]
    calls: list[Call]


@dataclass(frozen=True)
class Orders:
    """What people decided meanwhile."""

    stop: bool
    budget: Budget
    mode: Mode


@dataclass(frozen=True)
class Work:
    """Whose attempt it is."""

    organization_id: OrganizationId
    run_id: RunId
    id: UUID
    key: str
    attempt: int


class Journal:
    """Stores what one attempt does."""

    def __init__(self, platform: Platform, work: Work, agent: str, observe: Observe | None = None) -> None:
        self.work = work
        self.used = Used()
        self.orders: Orders
        self._platform = platform
        self._agent = agent
        self._observe = observe or (lambda _: None)
        self._messages = 0
        self._state: RunState = "working"
        self._text = ""
        self._text_at = 0.0

    async def open(self, given: AgentTask) -> Stored:
        """Take over the agent run, which is made if this is its first attempt."""
        async with self._platform.database.write(tenant(self.work.organization_id)) as session:
            row = await session.get(AgentRunRow, self.work.id, with_for_update=True)
            if row is None:
                row = new_row(self.work, given)
                session.add(row)
            if row.attempt > self.work.attempt:
                raise SupersededError
            messages = await _messages(session, row.id)
            calls = await _calls(session, row.id)
            row.attempt = self.work.attempt
            if row.state not in {"done", "failed"}:
                row.state, row.reason = "working", None
                row.started_at = row.started_at or utc_now()
            await session.flush()
            session.expunge_all()
        self._messages = len(messages)
        self.used = used_of(row)
        self.orders = Orders(row.stop_asked, Budget.model_validate(row.budget), row.mode)
        return Stored(row, messages, calls)

    async def save(self, **parts: Any) -> None:
        """Store parts (see `write`) in a transaction of its own."""
        async with self._platform.database.write(tenant(self.work.organization_id)) as session:
            events = await self.write(session, **parts)
        self._messages += len(parts.get("messages", ()))
        self.tell(events)

    async def write(
        self,
        session: AsyncSession,
        *,
        messages: Sequence[dict[str, Any]] = (),
        new_calls: Sequence[Call] = (),
        changed_calls: Sequence[Call] = (),
        state: RunState | None = None,
        reserve: int | None = None,
        settle: int | None = None,
        **columns: Any,
    ) -> list[Event]:
        """Store in the transaction of `session`: messages that follow, calls, the state, tokens, other columns.

        Return what it published. Raises `SupersededError`, and `QuotaExceeded` for tokens that are not there.
        """
        self._state = state or self._state
        now = utc_now()
        await self._count_tokens(session, reserve, settle)
        await self._update_run(session, columns, now)
        await store(
            session,
            [
                AgentMessageRow(
                    organization_id=self.work.organization_id,
                    agent_run_id=self.work.id,
                    number=self._messages + at,
                    message=message,
                    created_at=now,
                )
                for at, message in enumerate(messages, 1)
            ],
        )
        await store(session, [self._row_of(call) for call in new_calls])
        for call in changed_calls:
            await session.execute(
                update(AgentCallRow)
                .where(AgentCallRow.agent_run_id == self.work.id, AgentCallRow.number == call.number)
                .values(
                    state=call.state,
                    result=call.result,
                    changes=call.changes,
                    begun_at=call.begun_at,
                    ended_at=call.ended_at,
                )
                .execution_options(synchronize_session=False)
            )
        events: list[Event] = [
            AgentCallChanged(**self._about(), number=call.number, tool=call.tool, state=call.state)
            for call in (*new_calls, *changed_calls)
        ]
        if state is not None or settle is not None:
            events.append(self._changed(columns.get("reason")))
        await publish_all(session, events)
        return events

    def tell(self, events: Sequence[Event]) -> None:
        """Let the observer in this process know."""
        for event in events:
            self._observe(event)

    async def spoke(self, turn: int, text: str) -> None:
        """Pass on text that a model is writing: at once in this process, in larger pieces to everybody else."""
        self._observe(AgentSpoke(**self._about(), turn=turn, text=text))
        now = asyncio.get_running_loop().time()
        if not self._text_at:
            self._text_at = now
        if text == "":
            self.forget_text()
            await self._publish_text(turn, "")
        else:
            self._text += text
            if now - self._text_at >= TEXT_SECONDS:
                gathered = self._text
                self.forget_text()
                await self._publish_text(turn, gathered)

    def forget_text(self) -> None:
        """Drop the gathered text at the end of a turn: it stands in the message, which is stored anyway."""
        self._text, self._text_at = "", 0.0

    async def _publish_text(self, turn: int, text: str) -> None:
        async with self._platform.database.write(tenant(self.work.organization_id)) as session:
            await publish_all(session, [AgentSpoke(**self._about(), turn=turn, text=text)])

    async def _count_tokens(self, session: AsyncSession, reserve: int | None, settle: int | None) -> None:
        # By turn, so that the answer of a turn counts once, whichever attempt gets it.
        entitlements, owner = self._platform.entitlements, self.work.organization_id
        if settle is not None:
            await entitlements.settle(session, owner, self._use(self.used.turns), settle)
        if reserve is not None:
            use = self._use(self.used.turns + 1)
            await entitlements.reserve(session, owner, "model_tokens", use, reserve)

    def _use(self, turn: int) -> Use:
        return Use("model", f"{self.work.id}/{turn}")

    async def stopped(self) -> None:
        """Return as soon as a person has asked it to stop."""
        while not self.orders.stop:
            await asyncio.sleep(STOP_SECONDS)
            async with self._platform.database.read(tenant(self.work.organization_id)) as session:
                asked = await session.scalar(
                    select(AgentRunRow.stop_asked).where(AgentRunRow.id == self.work.id)
                )
            self.orders = replace(self.orders, stop=bool(asked))

    async def release(self) -> None:
        """Give back what was reserved for an answer that never came."""
        async with self._platform.database.write(tenant(self.work.organization_id)) as session:
            await self._platform.entitlements.release(
                session, self.work.organization_id, self._use(self.used.turns + 1)
            )

    async def _update_run(self, session: AsyncSession, columns: Mapping[str, Any], now: datetime) -> None:
        ends = {"finished_at": now} if self._state in {"done", "failed"} else {}
        found = await session.execute(
            update(AgentRunRow)
            .where(AgentRunRow.id == self.work.id, AgentRunRow.attempt == self.work.attempt)
            .values(
                state=self._state,
                turns=self.used.turns,
                input_tokens=self.used.input_tokens,
                output_tokens=self.used.output_tokens,
                cost_micros=self.used.cost_micros,
                cost_known=self.used.cost_known,
                seconds=self.used.seconds,
                **ends,
                **columns,
            )
            .returning(AgentRunRow.stop_asked, AgentRunRow.budget, AgentRunRow.mode)
            .execution_options(synchronize_session=False)
        )
        row = found.one_or_none()
        if row is None:
            raise SupersededError
        self.orders = Orders(row.stop_asked, Budget.model_validate(row.budget), row.mode)

    def _row_of(self, call: Call) -> AgentCallRow:
        return AgentCallRow(
            organization_id=self.work.organization_id,
            agent_run_id=self.work.id,
            number=call.number,
            turn=call.turn,
            call_id=call.call_id,
            tool=call.tool,
            effect=call.effect,
            arguments=call.arguments,
            state=call.state,
            result=call.result,
            changes=call.changes,
            begun_at=call.begun_at,
            ended_at=call.ended_at,
        )

    def _about(self) -> dict[str, Any]:
        return {
            "organization_id": self.work.organization_id,
            "run_id": self.work.run_id,
            "agent_run_id": self.work.id,
        }

    def _changed(self, reason: str | None) -> AgentRunChanged:
        return AgentRunChanged(
            **self._about(),
            agent=self._agent,
            state=self._state,
            reason=reason,
            turns=self.used.turns,
            tokens=self.used.tokens,
            cost_micros=self.used.cost_micros,
        )


def new_row(work: Work, given: AgentTask) -> AgentRunRow:
    """Return the row of an agent run that has not begun."""
    return AgentRunRow(
        id=work.id,
        organization_id=work.organization_id,
        run_id=work.run_id,
        project_id=given.project_id,
        parent_id=given.parent_id,
        conversation_id=given.conversation_id,
        key=work.key,
        depth=given.depth,
        agent_name=given.agent_name,
        agent=given.agent,
        request=given.request,
        mode=given.mode,
        budget=given.budget.model_dump(mode="json"),
        state="queued",
        attempt=work.attempt,
        stop_asked=False,
        repairs=0,
        turns=0,
        input_tokens=0,
        output_tokens=0,
        cost_micros=0,
        cost_known=True,
        seconds=0,
        created_by=given.created_by,
        created_at=utc_now(),
    )


def used_of(row: AgentRunRow) -> Used:
    """Return what an agent run has taken."""
    return Used(row.turns, row.input_tokens, row.output_tokens, row.cost_micros, row.cost_known, row.seconds)


async def _messages(session: AsyncSession, agent_run_id: UUID) -> list[dict[str, Any]]:
    found = await session.scalars(
        select(AgentMessageRow.message)
        .where(AgentMessageRow.agent_run_id == agent_run_id)
        .order_by(AgentMessageRow.number)
    )
    return list(found)


async def _calls(session: AsyncSession, agent_run_id: UUID) -> list[Call]:
    found = await session.scalars(
        select(AgentCallRow).where(AgentCallRow.agent_run_id == agent_run_id).order_by(AgentCallRow.number)
    )
    return [
        Call(
            row.number,
            row.turn,
            row.call_id,
            row.tool,
            row.effect,
            row.arguments,
            row.state,
            row.result,
            row.changes,
            row.begun_at,
            row.ended_at,
        )
        for row in found
    ]
