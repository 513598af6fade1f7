"""What people do to an agent's changes over HTTP: take them back, and settle conflicts."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Path, Request

from coditect.agents.work import activity, reading, settling, undoing
from coditect.agents.work.schemas import AgentRunRead, Conflicts, Settle, Undo
from coditect.kernel.api import problems
from coditect.kernel.platform import platform_of
from coditect.organizations import AgentReader, AgentRunner, ReadSession, WriteSession

router = APIRouter(tags=["agents"])

Number = Annotated[int, Path(ge=1, le=2**31 - 1)]


@router.post("/agent-runs/{agent_run_id}/calls/{number}/undo", responses=problems(409))
async def undo_write_of_agent(
    *,
    agent_run_id: UUID,
    number: Number,
    given: Undo,
    request: Request,
    member: AgentRunner,
    session: WriteSession,
) -> AgentRunRead:
    """Bring a file back to what it was before a call; refused when the file has changed since."""
    undone = await undoing.undo_write(
        platform_of(request), session, agent_run_id, number, given.path, by=member.account_id
    )
    await activity.record_undone(session, member, undone.row, undone.path)
    await session.flush()
    return await reading.read_agent_run(session, member.organization_id, agent_run_id)


@router.get("/agent-runs/{agent_run_id}/conflicts", responses=problems(409))
async def read_conflicts_of_agent_run(
    agent_run_id: UUID, request: Request, _: AgentReader, session: ReadSession
) -> Conflicts:
    """Return the files in which an agent's work is in conflict with the project's."""
    found = await settling.read_conflicts(platform_of(request), session, agent_run_id)
    return Conflicts(items=list(found))


@router.post("/agent-runs/{agent_run_id}/settle", responses=problems(409))
async def settle_conflict_of_agent_run(
    *, agent_run_id: UUID, given: Settle, request: Request, member: AgentRunner, session: WriteSession
) -> AgentRunRead:
    """Merge an agent's work, each file in conflict as the project has it, as the agent left it, or as given."""
    settled = await settling.settle(platform_of(request), session, agent_run_id, given.files)
    await activity.record_settled(session, member, settled.row, settled.files)
    await session.flush()
    return await reading.read_agent_run(session, member.organization_id, agent_run_id)
