"""What people do to agent runs: begin, answer, allow, refuse, stop, go on, raise limits."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from coditect import engine
from coditect.agents.used import keep_used
from coditect.agents.work.errors import AgentRunEnded, AgentRunNotFound, CallNotAsked
from coditect.agents.work.events import AgentCallChanged, AgentRunChanged
from coditect.agents.work.given import HANDLER, KIND, AgentTask
from coditect.agents.work.journal import Work, new_row
from coditect.agents.work.limits import Budget
from coditect.agents.work.models import AgentCallRow, AgentRunRow
from coditect.agents.work.modes import Mode, narrowed
from coditect.agents.work.offer import ASK
from coditect.agents.work.states import ENDED_RUN, RunState
from coditect.framework import Agent
from coditect.kernel.clock import utc_now
from coditect.kernel.events import publish
from coditect.kernel.ids import AccountId, OrganizationId, ProjectId, RunId


@dataclass(frozen=True)
class Begun:
    """The ids of an agent run that was begun: its own, which is that of its step, and that of its run."""

    agent_run_id: UUID
    run_id: RunId


async def begin(
    session: AsyncSession,
    organization_id: OrganizationId,
    agent: Agent,
    request: str,
    *,
    project_id: ProjectId | None,
    mode: Mode,
    budget: Budget,
    account_id: AccountId | None,
    conversation_id: UUID | None = None,
) -> Begun:
    """Queue a run in which `agent` works on `request`, in the transaction of `session`."""
    task = AgentTask(
        agent=await keep_used(session, organization_id, agent),
        agent_name=agent.name,
        request=request,
        project_id=project_id,
        mode=narrowed(mode, agent),
        budget=_within(budget, agent),
        created_by=account_id,
        conversation_id=conversation_id,
    )
    draft = engine.RunDraft(KIND, organization_id, (engine.StepDraft(agent.name, HANDLER, task),))
    run_id = await engine.submit(session, draft)
    step = (await engine.get_run(session, organization_id, run_id)).steps[0]
    session.add(new_row(Work(organization_id, run_id, step.id, step.key, attempt=0), task))
    await session.flush()
    return Begun(step.id, run_id)


async def answer(
    session: AsyncSession, agent_run_id: UUID, number: int, text: str, by: AccountId | None
) -> None:
    """Answer a question of an agent."""
    row, call = await _asked(session, agent_run_id, number)
    if call.tool != ASK:
        raise CallNotAsked("It asks for leave, not for an answer: allow or refuse it.")
    call.state, call.result, call.ended_at = "done", text, utc_now()
    await _decided(session, row, call, by)


async def allow(
    session: AsyncSession,
    agent_run_id: UUID,
    number: int,
    by: AccountId | None,
    *,
    from_now_on: Mode | None = None,
) -> None:
    """Let an agent make the call that it asks leave for; with `from_now_on`, in which mode it goes on."""
    row, call = await _asked(session, agent_run_id, number)
    if call.tool == ASK:
        raise CallNotAsked("It asks a question: answer it.")
    if from_now_on is not None:
        row.mode = from_now_on
    call.state = "planned"
    await _decided(session, row, call, by)


async def refuse(
    session: AsyncSession, agent_run_id: UUID, number: int, why: str, by: AccountId | None
) -> None:
    """Refuse what an agent asks; it is told and goes on without."""
    row, call = await _asked(session, agent_run_id, number)
    told = f" They said: {why}" if why.strip() else ""
    call.state, call.result, call.ended_at = "denied", f"A person refused this.{told}", utc_now()
    await _decided(session, row, call, by)


async def stop(session: AsyncSession, agent_run_id: UUID) -> None:
    """Let an agent rest as soon as what it is doing has ended; what it has done stays."""
    await _wake(session, agent_run_id)
    row = await _open_run(session, agent_run_id)
    row.stop_asked = True
    _tell(session, row, row.state)


async def go_on(session: AsyncSession, agent_run_id: UUID, budget: Budget | None = None) -> None:
    """Let a resting agent go on, with other limits if given."""
    await _wake(session, agent_run_id)
    row = await _open_run(session, agent_run_id)
    if budget is not None:
        row.budget = budget.model_dump(mode="json")
    row.stop_asked = False
    if row.state == "stopped":
        row.state, row.reason = "queued", None
    _tell(session, row, row.state)


async def get_row(session: AsyncSession, agent_run_id: UUID, *, lock: bool = False) -> AgentRunRow:
    """Return the row of an agent run of the session's organization, or raise `AgentRunNotFound`."""
    wanted = select(AgentRunRow).where(AgentRunRow.id == agent_run_id)
    row = await session.scalar(wanted.with_for_update() if lock else wanted)
    if row is None:
        raise AgentRunNotFound("It does not exist, or it belongs to another organization.")
    return row


def _within(budget: Budget, agent: Agent) -> Budget:
    own = agent.frontmatter.max_turns
    return budget if own is None else budget.model_copy(update={"turns": min(budget.turns, own)})


async def _wake(session: AsyncSession, agent_run_id: UUID) -> None:
    """Wake the step before anything is written: whoever parks it meanwhile waits, and then sees what was written."""
    row = await get_row(session, agent_run_id)
    await engine.wake_step(session, row.organization_id, agent_run_id)


async def _open_run(session: AsyncSession, agent_run_id: UUID) -> AgentRunRow:
    row = await get_row(session, agent_run_id, lock=True)
    if row.state in ENDED_RUN:
        raise AgentRunEnded(f"The agent run is {row.state}.")
    return row


async def _asked(session: AsyncSession, agent_run_id: UUID, number: int) -> tuple[AgentRunRow, AgentCallRow]:
    await _wake(session, agent_run_id)
    row = await _open_run(session, agent_run_id)
    call = await session.get(AgentCallRow, (agent_run_id, number), with_for_update=True)
    if call is None or call.state != "asked":
        raise CallNotAsked("Nothing waits for a person under this number, or somebody else was quicker.")
    return row, call


async def _decided(session: AsyncSession, row: AgentRunRow, call: AgentCallRow, by: AccountId | None) -> None:
    call.decided_by, call.decided_at = by, utc_now()
    # Several are asked in their turn: the agent goes on, and rests again at the next one.
    if row.state == "asking":
        row.state, row.reason = "queued", None
    publish(
        session,
        AgentCallChanged(
            organization_id=row.organization_id,
            run_id=row.run_id,
            agent_run_id=row.id,
            number=call.number,
            tool=call.tool,
            state=call.state,
        ),
    )
    _tell(session, row, row.state)


def _tell(session: AsyncSession, row: AgentRunRow, state: RunState) -> None:
    publish(
        session,
        AgentRunChanged(
            organization_id=row.organization_id,
            run_id=row.run_id,
            agent_run_id=row.id,
            agent=row.agent_name,
            state=state,
            reason=row.reason,
            turns=row.turns,
            tokens=row.input_tokens + row.output_tokens,
            cost_micros=row.cost_micros,
        ),
    )
