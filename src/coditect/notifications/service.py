"""Writing, reading and clearing away notifications."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from coditect.kernel.api import page_of
from coditect.kernel.clock import utc_now
from coditect.kernel.events import publish
from coditect.kernel.ids import AccountId, OrganizationId, new_id
from coditect.notifications.events import NotificationsChanged
from coditect.notifications.models import MutedRow, NotificationRow
from coditect.notifications.schemas import (
    KINDS,
    Kind,
    KindSetting,
    NotificationPage,
    NotificationRead,
    NotificationSettings,
)

KEPT = timedelta(days=90)
MOST_KEPT = 1000


@dataclass(frozen=True)
class Note:
    """A notification before it has a reader."""

    kind: Kind
    about: str
    title: str
    path: str
    data: dict[str, Any] = field(default_factory=dict)
    again: bool = False
    """Whether the same fact may be told once more after the first was read, as when a step dies twice."""


@dataclass(frozen=True)
class Reader:
    """Whose notifications: one person's, in one organization."""

    organization_id: OrganizationId
    account_id: AccountId

    @property
    def rows(self) -> tuple[ColumnElement[bool], ...]:
        """Return the condition of the reader's rows."""
        return (
            NotificationRow.organization_id == self.organization_id,
            NotificationRow.account_id == self.account_id,
        )


async def notify(session: AsyncSession, reader: Reader, note: Note) -> bool:
    """Tell a person of a fact, once, unless they muted its kind; tell whether it was written."""
    if await _is_muted(session, reader, note.kind) or await _is_known(session, reader, note):
        return False
    session.add(
        NotificationRow(
            id=new_id(),
            organization_id=reader.organization_id,
            account_id=reader.account_id,
            kind=note.kind,
            about=note.about,
            title=note.title,
            path=note.path,
            data=note.data,
            created_at=utc_now(),
            read_at=None,
        )
    )
    await session.flush()
    await _prune(session, reader)
    await _announce(session, reader)
    return True


async def list_notifications(
    session: AsyncSession,
    reader: Reader,
    *,
    kinds: Collection[Kind],
    unread: bool,
    limit: int,
    cursor: UUID | None,
) -> NotificationPage:
    """Return a person's notifications, newest first, and how many are unread in all."""
    wanted = select(NotificationRow).where(*reader.rows)
    if kinds:
        wanted = wanted.where(NotificationRow.kind.in_(kinds))
    if unread:
        wanted = wanted.where(NotificationRow.read_at.is_(None))
    if cursor is not None:
        wanted = wanted.where(NotificationRow.id < cursor)
    found = await session.scalars(wanted.order_by(NotificationRow.id.desc()).limit(limit + 1))
    page = page_of([NotificationRead.model_validate(row) for row in found.all()], limit, lambda item: item.id)
    return NotificationPage(
        items=page.items, next_cursor=page.next_cursor, unread=await count_unread(session, reader)
    )


async def count_unread(session: AsyncSession, reader: Reader) -> int:
    """Return how many notifications a person has not read."""
    wanted = select(func.count()).where(*reader.rows, NotificationRow.read_at.is_(None))
    return await session.scalar(wanted.select_from(NotificationRow)) or 0


async def mark(session: AsyncSession, reader: Reader, ids: Collection[UUID] | None, *, unread: bool) -> int:
    """Mark some or all as read, or as unread again; return how many are unread then."""
    chosen = update(NotificationRow).where(
        *reader.rows,
        NotificationRow.read_at.is_not(None) if unread else NotificationRow.read_at.is_(None),
    )
    if ids is not None:
        chosen = chosen.where(NotificationRow.id.in_(ids))
    await session.execute(chosen.values(read_at=None if unread else utc_now()))
    return await _announce(session, reader)


async def read_settings(session: AsyncSession, reader: Reader) -> NotificationSettings:
    """Return which kinds a person wants to hear of."""
    muted = set(
        await session.scalars(
            select(MutedRow.kind).where(
                MutedRow.organization_id == reader.organization_id, MutedRow.account_id == reader.account_id
            )
        )
    )
    return NotificationSettings(kinds=[KindSetting(kind=kind, wanted=kind not in muted) for kind in KINDS])


async def change_setting(session: AsyncSession, reader: Reader, kind: Kind, *, wanted: bool) -> None:
    """Mute a kind, or hear of it again."""
    muted = await _is_muted(session, reader, kind)
    if wanted and muted:
        await session.execute(delete(MutedRow).where(*_muted(reader, kind)))
    if not wanted and not muted:
        session.add(MutedRow(organization_id=reader.organization_id, account_id=reader.account_id, kind=kind))
    await session.flush()


async def _is_muted(session: AsyncSession, reader: Reader, kind: Kind) -> bool:
    return await session.scalar(select(MutedRow.kind).where(*_muted(reader, kind))) is not None


def _muted(reader: Reader, kind: Kind) -> tuple[ColumnElement[bool], ...]:
    return (
        MutedRow.organization_id == reader.organization_id,
        MutedRow.account_id == reader.account_id,
        MutedRow.kind == kind,
    )


async def _is_known(session: AsyncSession, reader: Reader, note: Note) -> bool:
    wanted = select(NotificationRow.id).where(
        *reader.rows, NotificationRow.kind == note.kind, NotificationRow.about == note.about
    )
    if note.again:
        wanted = wanted.where(NotificationRow.read_at.is_(None))
    return await session.scalar(wanted.limit(1)) is not None


async def _prune(session: AsyncSession, reader: Reader) -> None:
    """Let go what is old, and what is beyond what anybody scrolls to."""
    edge = select(NotificationRow.id).where(*reader.rows).order_by(NotificationRow.id.desc())
    oldest_kept = await session.scalar(edge.offset(MOST_KEPT).limit(1))
    gone = NotificationRow.created_at < utc_now() - KEPT
    if oldest_kept is not None:
        gone |= NotificationRow.id <= oldest_kept
    await session.execute(delete(NotificationRow).where(*reader.rows, gone))


async def _announce(session: AsyncSession, reader: Reader) -> int:
    unread = await count_unread(session, reader)
    publish(
        session,
        NotificationsChanged(
            organization_id=reader.organization_id, account_id=reader.account_id, unread=unread
        ),
    )
    return unread
