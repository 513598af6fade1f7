"""Runs over HTTP."""

from dataclasses import asdict
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request, Response
from sqlalchemy.ext.asyncio import AsyncSession
from starlette.responses import StreamingResponse

from coditect import engine
from coditect.kernel.api import DEFAULT_LIMIT, Limit, Page, page_of, problems
from coditect.kernel.ids import RunId
from coditect.kernel.platform import platform_of
from coditect.kernel.streams import LastEventId, stream_of
from coditect.orchestration.about import DescribeRuns, RunDescriber
from coditect.orchestration.following import channel_of
from coditect.orchestration.schemas import DeadLetterRead, RunRead, RunSummaryRead, StepDetailRead
from coditect.organizations import (
    Member,
    ReadSession,
    WorkflowReader,
    WorkflowWriter,
    WriteSession,
    still_members,
)

router = APIRouter(tags=["runs"])


@router.get("/runs")
async def list_runs(
    member: WorkflowReader,
    session: ReadSession,
    describe: RunDescriber,
    *,
    status: Annotated[list[engine.RunStatus] | None, Query(description="Only runs in these states.")] = None,
    limit: Limit = DEFAULT_LIMIT,
    cursor: UUID | None = None,
) -> Page[RunSummaryRead]:
    """List the organization's runs, newest first."""
    runs = await engine.list_runs(
        session,
        member.organization_id,
        statuses=status or (),
        limit=limit + 1,
        before=RunId(cursor) if cursor else None,
    )
    about = await describe(session, [run.id for run in runs])
    items = [RunSummaryRead.model_validate({**asdict(run), "about": about.get(run.id)}) for run in runs]
    return page_of(items, limit, lambda run: run.id)


@router.get("/runs/{run_id}")
async def read_run(
    run_id: RunId, member: WorkflowReader, session: ReadSession, describe: RunDescriber
) -> RunRead:
    """Return a run and its steps."""
    return await _shown(session, describe, member, run_id)


@router.get("/runs/{run_id}/steps/{step_id}")
async def read_step(
    run_id: RunId, step_id: UUID, member: WorkflowReader, session: ReadSession
) -> StepDetailRead:
    """Return a step with its input, its output and its tries."""
    return StepDetailRead.model_validate(
        await engine.get_step(session, member.organization_id, run_id, step_id)
    )


@router.get("/runs/{run_id}/events", response_class=StreamingResponse)
async def stream_run(
    run_id: RunId,
    request: Request,
    member: WorkflowReader,
    session: ReadSession,
    last_event_id: LastEventId = None,
) -> Response:
    """Stream what happens to a run and its steps as server-sent events, each named by its topic.

    Ends when the run ends; who asks for what comes after gets 204.
    """
    await engine.get_run(session, member.organization_id, run_id)
    channel = channel_of(member.organization_id, run_id)
    return await stream_of(platform_of(request).hub, member, still_members, channel, last_event_id or 0)


@router.post("/runs/{run_id}/steps/{step_id}/retry", status_code=202, responses=problems(409))
async def retry_step(
    run_id: RunId, step_id: UUID, member: WorkflowWriter, session: WriteSession, describe: RunDescriber
) -> RunRead:
    """Run a step again, and all that rests on it; a run that had ended goes on."""
    await engine.get_step(session, member.organization_id, run_id, step_id)
    await engine.retry_from(session, member.organization_id, step_id)
    return await _shown(session, describe, member, run_id)


@router.post("/runs/{run_id}/cancel", responses=problems(409))
async def cancel_run(
    run_id: RunId, member: WorkflowWriter, session: WriteSession, describe: RunDescriber
) -> RunRead:
    """End a run now; work under way is discarded."""
    await engine.cancel_run(session, member.organization_id, run_id)
    return await _shown(session, describe, member, run_id)


@router.post("/runs/{run_id}/pause", responses=problems(409))
async def pause_run(
    run_id: RunId, member: WorkflowWriter, session: WriteSession, describe: RunDescriber
) -> RunRead:
    """Start no further step of a run; those under way end."""
    await engine.pause_run(session, member.organization_id, run_id)
    return await _shown(session, describe, member, run_id)


@router.post("/runs/{run_id}/resume", responses=problems(409))
async def resume_run(
    run_id: RunId, member: WorkflowWriter, session: WriteSession, describe: RunDescriber
) -> RunRead:
    """Go on with a paused run."""
    await engine.resume_run(session, member.organization_id, run_id)
    return await _shown(session, describe, member, run_id)


@router.get("/dead-letters")
async def list_dead_letters(
    member: WorkflowReader, session: ReadSession, limit: Limit = DEFAULT_LIMIT, cursor: UUID | None = None
) -> Page[DeadLetterRead]:
    """List steps that ran out of tries, newest first."""
    found = await engine.dead_letters(session, member.organization_id, limit=limit + 1, before=cursor)
    items = [DeadLetterRead.model_validate(letter) for letter in found]
    return page_of(items, limit, lambda letter: letter.step_id)


@router.post("/dead-letters/{step_id}/requeue", status_code=202, responses=problems(409))
async def requeue(
    step_id: UUID, member: WorkflowWriter, session: WriteSession, describe: RunDescriber
) -> RunRead:
    """Give a dead letter fresh tries, and revive what was skipped because of it."""
    run_id = await engine.requeue(session, member.organization_id, step_id)
    await session.flush()
    return await _shown(session, describe, member, run_id)


async def _shown(session: AsyncSession, describe: DescribeRuns, member: Member, run_id: RunId) -> RunRead:
    run = await engine.get_run(session, member.organization_id, run_id)
    about = await describe(session, [run_id])
    return RunRead.model_validate({**asdict(run), "about": about.get(run_id)})
