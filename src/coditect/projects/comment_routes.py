"""Comments on tasks over REST."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends

from coditect.kernel.api import DEFAULT_LIMIT, Limit, Page
from coditect.kernel.idempotency import Once, once
from coditect.organizations import Permission, ProjectReader, ReadSession, TaskWriter, WriteSession
from coditect.projects import comments
from coditect.projects.editing import Comment, CommentWrite
from coditect.projects.routes import actor_of

router = APIRouter(tags=["tasks"])

OnlyOnce = Annotated[Once, Depends(once)]


@router.get("/tasks/{task_id}/comments")
async def list_comments(
    task_id: UUID,
    member: ProjectReader,
    session: ReadSession,
    limit: Limit = DEFAULT_LIMIT,
    cursor: UUID | None = None,
) -> Page[Comment]:
    """What was written about a task, oldest first; of a deleted comment only its place is left."""
    del member
    return await comments.list_comments(session, task_id, limit=limit, cursor=cursor)


@router.post("/tasks/{task_id}/comments", status_code=201)
async def add_comment(
    task_id: UUID, wanted: CommentWrite, member: TaskWriter, session: WriteSession, only_once: OnlyOnce
) -> Comment:
    """Write about a task, in Markdown; `@Name` tells a member."""
    return await only_once(
        session,
        member.organization_id,
        Comment,
        lambda: comments.add_comment(session, task_id, wanted, actor_of(member)),
    )


@router.patch("/comments/{comment_id}")
async def edit_comment(
    comment_id: UUID, wanted: CommentWrite, member: TaskWriter, session: WriteSession
) -> Comment:
    """Write one's own comment anew."""
    return await comments.edit_comment(session, comment_id, wanted, actor_of(member))


@router.delete("/comments/{comment_id}", status_code=204)
async def delete_comment(comment_id: UUID, member: TaskWriter, session: WriteSession) -> None:
    """Delete one's own comment; who may administer members may delete any."""
    runs_the_place = member.may(Permission.MEMBERS_WRITE)
    await comments.delete_comment(session, comment_id, actor_of(member), any_author=runs_the_place)
