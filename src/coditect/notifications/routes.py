"""Notifications over REST: each person sees and changes their own only."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query

from coditect.kernel.api import DEFAULT_LIMIT, Limit
from coditect.notifications import service
from coditect.notifications.schemas import (
    Kind,
    KindChange,
    MarkRead,
    NotificationPage,
    NotificationSettings,
    Unread,
)
from coditect.notifications.service import Reader
from coditect.organizations import CurrentMember, Member, ReadSession, WriteSession

router = APIRouter(prefix="/notifications", tags=["notifications"])


@router.get("")
async def list_notifications(
    *,
    member: CurrentMember,
    session: ReadSession,
    kind: Annotated[list[Kind] | None, Query(max_length=20)] = None,
    unread: bool = False,
    limit: Limit = DEFAULT_LIMIT,
    cursor: UUID | None = None,
) -> NotificationPage:
    """Your notifications, newest first, and how many are unread in all."""
    return await service.list_notifications(
        session, reader_of(member), kinds=kind or [], unread=unread, limit=limit, cursor=cursor
    )


@router.post("/read")
async def mark_read(body: MarkRead, member: CurrentMember, session: WriteSession) -> Unread:
    """Mark some or all as read, or with `unread` as unread again."""
    return Unread(unread=await service.mark(session, reader_of(member), body.ids, unread=body.unread))


@router.get("/settings")
async def read_settings(member: CurrentMember, session: ReadSession) -> NotificationSettings:
    """Which kinds you want to hear of."""
    return await service.read_settings(session, reader_of(member))


@router.put("/settings/{kind}")
async def change_setting(
    kind: Kind, body: KindChange, member: CurrentMember, session: WriteSession
) -> NotificationSettings:
    """Mute a kind, or hear of it again."""
    await service.change_setting(session, reader_of(member), kind, wanted=body.wanted)
    return await service.read_settings(session, reader_of(member))


def reader_of(member: Member) -> Reader:
    """Return the member as a reader of notifications."""
    return Reader(member.organization_id, member.account_id)
