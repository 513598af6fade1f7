"""What people and agents write about a task."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from coditect.kernel.api import Page, page_of
from coditect.kernel.clock import utc_now
from coditect.kernel.events import publish
from coditect.kernel.ids import AccountId, new_id
from coditect.projects.board import task_row
from coditect.projects.editing import Comment, CommentWrite, Mention
from coditect.projects.errors import CommentNotFound, NotYourComment
from coditect.projects.events import MemberMentioned, TaskCommented
from coditect.projects.models import CommentRow, TaskRow
from coditect.projects.people import resolve_mentions
from coditect.projects.schemas import Actor
from coditect.projects.telling import Touched, tell
from coditect.projects.verbs import CommentedTask, DeletedComment, EditedComment, Verb

_EXCERPT = 160


async def list_comments(
    session: AsyncSession, task_id: UUID, *, limit: int, cursor: UUID | None
) -> Page[Comment]:
    """Return what was written about a task, oldest first."""
    await task_row(session, task_id)
    wanted = select(CommentRow).where(CommentRow.task_id == task_id)
    if cursor is not None:
        wanted = wanted.where(CommentRow.id > cursor)
    found = await session.scalars(wanted.order_by(CommentRow.id).limit(limit + 1))
    return page_of([_shown(row) for row in found], limit, lambda comment: comment.id)


async def add_comment(session: AsyncSession, task_id: UUID, wanted: CommentWrite, actor: Actor) -> Comment:
    """Write about a task; members whom the text names, and those concerned, will hear of it."""
    task = await task_row(session, task_id)
    mentions = await resolve_mentions(session, task.organization_id, wanted.text, wanted.mentions)
    row = CommentRow(
        id=new_id(),
        organization_id=task.organization_id,
        task_id=task.id,
        author_kind=actor.kind,
        author_id=actor.id,
        author_name=actor.name,
        text=wanted.text,
        mentions=_stored(mentions),
        created_at=utc_now(),
    )
    session.add(row)
    excerpt = _excerpt(wanted.text)
    await _tell(session, task, actor, CommentedTask(number=task.number, comment_id=row.id, excerpt=excerpt))
    _announce_mentions(session, task, row, mentions, actor)
    await _announce_comment(session, task, row, mentions, actor)
    await session.flush()
    return _shown(row)


async def edit_comment(
    session: AsyncSession, comment_id: UUID, wanted: CommentWrite, actor: Actor
) -> Comment:
    """Write a comment anew; only its author may, and only who is named for the first time hears of it."""
    row = await _locked(session, comment_id)
    if row.author_id != actor.id:
        raise NotYourComment
    if row.text == wanted.text:
        return _shown(row)
    task = await task_row(session, row.task_id)
    mentions = await resolve_mentions(session, row.organization_id, wanted.text, wanted.mentions)
    known = {mention["account_id"] for mention in row.mentions}
    row.text = wanted.text
    row.mentions = _stored(mentions)
    row.edited_at = utc_now()
    await _tell(session, task, actor, EditedComment(number=task.number, comment_id=row.id))
    new = [mention for mention in mentions if str(mention.account_id) not in known]
    _announce_mentions(session, task, row, new, actor)
    await session.flush()
    return _shown(row)


async def delete_comment(session: AsyncSession, comment_id: UUID, actor: Actor, *, any_author: bool) -> None:
    """Take a comment's text away; its author may, and who runs the organization."""
    row = await _locked(session, comment_id)
    if row.author_id != actor.id and not any_author:
        raise NotYourComment
    task = await task_row(session, row.task_id)
    row.text = ""
    row.mentions = []
    row.deleted_at = utc_now()
    await _tell(session, task, actor, DeletedComment(number=task.number, comment_id=row.id))


async def _locked(session: AsyncSession, comment_id: UUID) -> CommentRow:
    row = await session.scalar(
        select(CommentRow)
        .where(CommentRow.id == comment_id, CommentRow.deleted_at.is_(None))
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    if row is None:
        raise CommentNotFound
    return row


async def _tell(session: AsyncSession, task: TaskRow, actor: Actor, verb: Verb) -> None:
    await tell(session, [Touched(task, [])], actor, verb)


def _announce_mentions(
    session: AsyncSession, task: TaskRow, row: CommentRow, mentions: Sequence[Mention], actor: Actor
) -> None:
    for mention in mentions:
        if str(mention.account_id) != actor.id:
            publish(
                session,
                MemberMentioned(
                    organization_id=task.organization_id,
                    project_id=task.project_id,
                    task_id=task.id,
                    comment_id=row.id,
                    number=task.number,
                    title=task.title,
                    account_id=mention.account_id,
                    by_name=actor.name,
                    excerpt=_excerpt(row.text),
                ),
            )


async def _announce_comment(
    session: AsyncSession, task: TaskRow, row: CommentRow, mentions: Sequence[Mention], actor: Actor
) -> None:
    writers = await session.scalars(
        select(CommentRow.author_id)
        .where(CommentRow.task_id == task.id, CommentRow.author_kind == "account")
        .distinct()
    )
    concerned = {writer for writer in writers if writer}
    if task.assignee_id:
        concerned.add(str(task.assignee_id))
    concerned -= {actor.id, *(str(mention.account_id) for mention in mentions)}
    if concerned:
        publish(
            session,
            TaskCommented(
                organization_id=task.organization_id,
                project_id=task.project_id,
                task_id=task.id,
                comment_id=row.id,
                number=task.number,
                title=task.title,
                account_ids=tuple(AccountId(UUID(id_)) for id_ in sorted(concerned)),
                by_name=actor.name,
                excerpt=_excerpt(row.text),
            ),
        )


def _stored(mentions: Sequence[Mention]) -> list[dict[str, str]]:
    return [mention.model_dump(mode="json") for mention in mentions]


def _excerpt(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _EXCERPT else line[: _EXCERPT - 1] + "…"


def _shown(row: CommentRow) -> Comment:
    return Comment(
        id=row.id,
        task_id=row.task_id,
        author=Actor(kind=row.author_kind, id=row.author_id, name=row.author_name),
        text=row.text,
        mentions=[Mention.model_validate(mention) for mention in row.mentions],
        created_at=row.created_at,
        edited_at=row.edited_at,
        deleted_at=row.deleted_at,
    )
