"""Agent runs over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Path, Query

from coditect import projects
from coditect.agents import directory
from coditect.agents.errors import AgentNotFound
from coditect.agents.work import activity, conversations, reading, service
from coditect.agents.work.limits import Budget
from coditect.agents.work.schemas import (
    AgentMessageRead,
    AgentRunAccepted,
    AgentRunRead,
    AgentRunSummary,
    BudgetGiven,
    CallAnswer,
    CallLeave,
    CallRefusal,
    GoOn,
    NewAgentRun,
)
from coditect.kernel.api import DEFAULT_LIMIT, Limit, Page, problems
from coditect.kernel.idempotency import Once, once
from coditect.kernel.ids import ProjectId, RunId
from coditect.organizations import AgentReader, AgentRunner, Member, ReadSession, WriteSession

router = APIRouter(tags=["agents"])

OnlyOnce = Annotated[Once, Depends(once)]
Name = Annotated[str, Path(max_length=200)]
Number = Annotated[int, Path(ge=1, le=2**31 - 1)]
After = Annotated[int, Query(ge=0, le=2**31 - 1)]


@router.post("/agents/{name}/runs", status_code=202, responses=problems(404))
async def begin_agent_run(
    name: Name, new: NewAgentRun, member: AgentRunner, session: WriteSession, only_once: OnlyOnce
) -> AgentRunAccepted:
    """Let an agent work in a project, in the background."""
    agent = (await directory.usable_agents(session)).get(name)
    if agent is None:
        raise AgentNotFound("See GET /api/v1/agents for the names.")
    await projects.get_project(session, new.project_id)

    async def create() -> AgentRunAccepted:
        if new.conversation_id is not None:
            await conversations.go_on(session, new.conversation_id, new.project_id)
        begun = await service.begin(
            session,
            member.organization_id,
            agent,
            new.request,
            project_id=new.project_id,
            mode=new.mode,
            budget=(new.budget or BudgetGiven()).over(Budget()),
            account_id=member.account_id,
            conversation_id=new.conversation_id,
        )
        await activity.record_begun(
            session, member, new.project_id, begun, agent=agent.name, request=new.request
        )
        return AgentRunAccepted(id=begun.agent_run_id, run_id=begun.run_id, status="queued")

    return await only_once(session, member.organization_id, AgentRunAccepted, create)


@router.get("/agent-runs")
async def list_agent_runs(
    *,
    member: AgentReader,
    session: ReadSession,
    project_id: ProjectId | None = None,
    run_id: RunId | None = None,
    limit: Limit = DEFAULT_LIMIT,
    cursor: UUID | None = None,
) -> Page[AgentRunSummary]:
    """List the agent runs that people began, newest first; with `run_id`, all of that run."""
    return await reading.list_agent_runs(
        session, member.organization_id, project_id=project_id, run_id=run_id, limit=limit, cursor=cursor
    )


@router.get("/agent-runs/{agent_run_id}")
async def read_agent_run(agent_run_id: UUID, member: AgentReader, session: ReadSession) -> AgentRunRead:
    """Return an agent run: its state, what went into its prompt, its calls with their diffs, and its answer.

    Follow it on the page's stream under `run:{run_id}`.
    """
    return await reading.read_agent_run(session, member.organization_id, agent_run_id)


@router.get("/agent-runs/{agent_run_id}/messages")
async def list_agent_messages(
    *,
    agent_run_id: UUID,
    _: AgentReader,
    session: ReadSession,
    limit: Limit = DEFAULT_LIMIT,
    cursor: After | None = None,
) -> Page[AgentMessageRead]:
    """List the messages between the platform and the model, from the first one."""
    return await reading.list_messages(session, agent_run_id, limit=limit, cursor=cursor)


@router.post("/agent-runs/{agent_run_id}/stop", responses=problems(409))
async def stop_agent_run(agent_run_id: UUID, member: AgentRunner, session: WriteSession) -> AgentRunRead:
    """Let an agent rest as soon as what it is doing has ended; `go-on` lets it work again."""
    await service.stop(session, agent_run_id)
    return await _shown(session, member, agent_run_id)


@router.post("/agent-runs/{agent_run_id}/go-on", responses=problems(409))
async def go_on_with_agent_run(
    agent_run_id: UUID, given: GoOn, member: AgentRunner, session: WriteSession
) -> AgentRunRead:
    """Let an agent go on that rests, with higher limits if they are given."""
    row = await service.get_row(session, agent_run_id)
    await service.go_on(session, agent_run_id, given.budget.over(Budget.model_validate(row.budget)))
    return await _shown(session, member, agent_run_id)


@router.post("/agent-runs/{agent_run_id}/calls/{number}/answer", responses=problems(409))
async def answer_agent(
    agent_run_id: UUID, number: Number, given: CallAnswer, member: AgentRunner, session: WriteSession
) -> AgentRunRead:
    """Answer an agent's question."""
    await service.answer(session, agent_run_id, number, given.text, member.account_id)
    return await _shown(session, member, agent_run_id)


@router.post("/agent-runs/{agent_run_id}/calls/{number}/allow", responses=problems(409))
async def allow_call(
    agent_run_id: UUID, number: Number, given: CallLeave, member: AgentRunner, session: WriteSession
) -> AgentRunRead:
    """Allow the call that an agent asks leave for."""
    await service.allow(session, agent_run_id, number, member.account_id, from_now_on=given.from_now_on)
    return await _shown(session, member, agent_run_id)


@router.post("/agent-runs/{agent_run_id}/calls/{number}/refuse", responses=problems(409))
async def refuse_call(
    agent_run_id: UUID, number: Number, given: CallRefusal, member: AgentRunner, session: WriteSession
) -> AgentRunRead:
    """Refuse a call or a question; the agent is told and goes on without."""
    await service.refuse(session, agent_run_id, number, given.why, member.account_id)
    return await _shown(session, member, agent_run_id)


async def _shown(session: WriteSession, member: Member, agent_run_id: UUID) -> AgentRunRead:
    await session.flush()
    return await reading.read_agent_run(session, member.organization_id, agent_run_id)
