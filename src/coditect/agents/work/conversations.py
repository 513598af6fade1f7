"""Named conversations of a project: agent runs that belong together, gone on with on any device.

A follow-up sees what was asked and answered before: the newest turns as they are, of the older ones those that have most to do with
the request.
"""

import json
from collections.abc import Sequence
from typing import Final
from uuid import UUID

from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from coditect.agents.detecting import redact
from coditect.agents.work.errors import ConversationNotFound
from coditect.agents.work.events import ConversationChanged
from coditect.agents.work.material import Fact
from coditect.agents.work.models import AgentRunRow, ConversationRow
from coditect.agents.work.ranking import Ranked, rank
from coditect.agents.work.schemas import ConversationRead
from coditect.kernel.api import Page, page_of
from coditect.kernel.clock import utc_now
from coditect.kernel.events import publish
from coditect.kernel.ids import AccountId, OrganizationId, ProjectId, new_id

NEWEST: Final = 4
"""Turns that a follow-up is always told."""
_OLDER: Final = 4
_LOOKED_AT: Final = 200
_LONGEST_REQUEST, _LONGEST_ANSWER = 2_000, 4_000


async def create(
    session: AsyncSession, owner: OrganizationId, project_id: ProjectId, title: str, by: AccountId
) -> ConversationRead:
    """Begin a conversation without any turn."""
    now = utc_now()
    row = ConversationRow(
        id=new_id(),
        organization_id=owner,
        project_id=project_id,
        title=title,
        created_by=by,
        created_at=now,
        updated_at=now,
    )
    session.add(row)
    await session.flush()
    _tell(session, row, removed=False)
    return _shown(row, 0)


async def get_row(session: AsyncSession, conversation_id: UUID, *, lock: bool = False) -> ConversationRow:
    """Return a conversation, or raise `ConversationNotFound`."""
    wanted = select(ConversationRow).where(ConversationRow.id == conversation_id)
    row = await session.scalar(wanted.with_for_update() if lock else wanted)
    if row is None:
        raise ConversationNotFound("It does not exist, or it belongs to another organization.")
    return row


async def read(session: AsyncSession, conversation_id: UUID) -> ConversationRead:
    """Return a conversation."""
    row = await get_row(session, conversation_id)
    return _shown(row, (await _counts(session, [row.id])).get(row.id, 0))


async def list_of(
    session: AsyncSession, project_id: ProjectId, *, limit: int, cursor: UUID | None
) -> Page[ConversationRead]:
    """Return the conversations of a project, the newest first."""
    wanted = (
        select(ConversationRow)
        .where(ConversationRow.project_id == project_id)
        .order_by(ConversationRow.id.desc())
        .limit(limit + 1)
    )
    if cursor is not None:
        wanted = wanted.where(ConversationRow.id < cursor)
    rows = (await session.scalars(wanted)).all()
    counts = await _counts(session, [row.id for row in rows])
    return page_of([_shown(row, counts.get(row.id, 0)) for row in rows], limit, lambda one: one.id)


async def rename(session: AsyncSession, conversation_id: UUID, title: str) -> ConversationRead:
    """Give a conversation another name."""
    row = await get_row(session, conversation_id, lock=True)
    row.title, row.updated_at = title, utc_now()
    _tell(session, row, removed=False)
    return await read(session, conversation_id)


async def remove(session: AsyncSession, conversation_id: UUID) -> None:
    """Remove a conversation; its agent runs stay, by themselves."""
    row = await get_row(session, conversation_id, lock=True)
    await session.execute(
        update(AgentRunRow)
        .where(AgentRunRow.conversation_id == conversation_id)
        .values(conversation_id=None)
        .execution_options(synchronize_session=False)
    )
    _tell(session, row, removed=True)
    await session.delete(row)


async def go_on(session: AsyncSession, conversation_id: UUID, project_id: ProjectId) -> None:
    """Note that a turn is added; raise `ConversationNotFound` for one of another project."""
    row = await get_row(session, conversation_id, lock=True)
    if row.project_id != project_id:
        raise ConversationNotFound("It belongs to another project.")
    row.updated_at = utc_now()
    _tell(session, row, removed=False)


async def former_turns(
    session: AsyncSession, conversation_id: UUID, before: UUID, request: str
) -> Sequence[Fact]:
    """Return what a follow-up is told of the turns before it, in their order."""
    found = await session.scalars(
        select(AgentRunRow)
        .where(
            AgentRunRow.conversation_id == conversation_id,
            AgentRunRow.id < before,
            AgentRunRow.parent_id.is_(None),
        )
        .order_by(AgentRunRow.id.desc())
        .limit(_LOOKED_AT)
    )
    rows = list(found)
    newest, older = rows[:NEWEST], rows[NEWEST:]
    best = rank(request, [Ranked(row, f"{row.request}\n{_answer(row)}") for row in older])[:_OLDER]
    chosen = {row.id: "one of the newest turns of this conversation" for row in newest}
    chosen |= {
        one.item.id: f"an older turn of this conversation, with {', '.join(one.words[:5])}" for one in best
    }
    return [
        Fact(f"earlier turn: {row.agent_name}, {row.created_at:%Y-%m-%d %H:%M}", chosen[row.id], _told(row))
        for row in reversed(rows)
        if row.id in chosen
    ]


def _told(row: AgentRunRow) -> str:
    answer = _answer(row) or f"(no answer: {row.state}{f', {row.reason}' if row.reason else ''})"
    changed = (row.answer or {}).get("changed_files", [])
    files = f"\nchanged files: {', '.join(changed[:50])}" if changed else ""
    return redact(
        f"asked: {_cut(row.request, _LONGEST_REQUEST)}\nanswered: {_cut(answer, _LONGEST_ANSWER)}{files}"
    )


def _answer(row: AgentRunRow) -> str:
    answer = (row.answer or {}).get("answer", "")
    return answer if isinstance(answer, str) else json.dumps(answer, ensure_ascii=False)


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[:most]} [… cut]"


async def _counts(session: AsyncSession, ids: Sequence[UUID]) -> dict[UUID, int]:
    found = await session.execute(
        select(AgentRunRow.conversation_id, func.count())
        .where(AgentRunRow.conversation_id.in_(ids))
        .group_by(AgentRunRow.conversation_id)
    )
    return {one: count for one, count in found if one is not None}


def _shown(row: ConversationRow, turns: int) -> ConversationRead:
    return ConversationRead(
        id=row.id,
        project_id=row.project_id,
        title=row.title,
        turns=turns,
        created_by=row.created_by,
        created_at=row.created_at,
        updated_at=row.updated_at,
    )


def _tell(session: AsyncSession, row: ConversationRow, *, removed: bool) -> None:
    publish(
        session,
        ConversationChanged(
            organization_id=row.organization_id,
            project_id=row.project_id,
            conversation_id=row.id,
            removed=removed,
        ),
    )
