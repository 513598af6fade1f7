"""Conversations of a project over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends

from coditect import projects
from coditect.agents.work import conversations, reading
from coditect.agents.work.schemas import AgentRunSummary, ConversationRead, ConversationTitle
from coditect.kernel.api import DEFAULT_LIMIT, Limit, Page, problems
from coditect.kernel.idempotency import Once, once
from coditect.kernel.ids import ProjectId
from coditect.organizations import AgentReader, AgentRunner, ReadSession, WriteSession

router = APIRouter(tags=["agents"])

OnlyOnce = Annotated[Once, Depends(once)]


@router.post("/projects/{project_id}/conversations", status_code=201, responses=problems(404))
async def begin_conversation(
    project_id: ProjectId,
    given: ConversationTitle,
    member: AgentRunner,
    session: WriteSession,
    only_once: OnlyOnce,
) -> ConversationRead:
    """Begin a conversation with agents, to which agent runs are added with `conversation_id`."""
    await projects.get_project(session, project_id)

    async def create() -> ConversationRead:
        return await conversations.create(
            session, member.organization_id, project_id, given.title, member.account_id
        )

    return await only_once(session, member.organization_id, ConversationRead, create)


@router.get("/projects/{project_id}/conversations")
async def list_conversations(
    *,
    project_id: ProjectId,
    _: AgentReader,
    session: ReadSession,
    limit: Limit = DEFAULT_LIMIT,
    cursor: UUID | None = None,
) -> Page[ConversationRead]:
    """List the conversations of a project, the newest first."""
    await projects.get_project(session, project_id)
    return await conversations.list_of(session, project_id, limit=limit, cursor=cursor)


@router.get("/conversations/{conversation_id}")
async def read_conversation(conversation_id: UUID, _: AgentReader, session: ReadSession) -> ConversationRead:
    """Return a conversation; its turns are under `turns`."""
    return await conversations.read(session, conversation_id)


@router.get("/conversations/{conversation_id}/turns")
async def list_turns(
    *,
    conversation_id: UUID,
    member: AgentReader,
    session: ReadSession,
    limit: Limit = DEFAULT_LIMIT,
    cursor: UUID | None = None,
) -> Page[AgentRunSummary]:
    """List the agent runs of a conversation, the newest first."""
    await conversations.get_row(session, conversation_id)
    return await reading.list_agent_runs(
        session,
        member.organization_id,
        project_id=None,
        run_id=None,
        conversation_id=conversation_id,
        limit=limit,
        cursor=cursor,
    )


@router.patch("/conversations/{conversation_id}", responses=problems(404))
async def rename_conversation(
    conversation_id: UUID, given: ConversationTitle, _: AgentRunner, session: WriteSession
) -> ConversationRead:
    """Give a conversation another name."""
    return await conversations.rename(session, conversation_id, given.title)


@router.delete("/conversations/{conversation_id}", status_code=204, responses=problems(404))
async def remove_conversation(conversation_id: UUID, _: AgentRunner, session: WriteSession) -> None:
    """Remove a conversation; its agent runs stay, by themselves."""
    await conversations.remove(session, conversation_id)
