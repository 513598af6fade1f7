"""What clients send to notifications and get from them."""

from datetime import datetime
from typing import Annotated, Any, Literal, get_args
from uuid import UUID

from pydantic import Field

from coditect.kernel.api import Page, RequestModel, ResponseModel

Kind = Literal[
    "analysis_finished",
    "analysis_failed",
    "task_assigned",
    "mentioned",
    "commented",
    "dead_letter",
]
KINDS: tuple[Kind, ...] = get_args(Kind)


class NotificationRead(ResponseModel):
    """Something one person should know of; `kind` and `data` make the sentence, `path` is where to look."""

    id: UUID
    kind: Kind
    title: str
    path: str
    data: dict[str, Any]
    created_at: datetime
    read_at: datetime | None


class NotificationPage(Page[NotificationRead]):
    unread: int


class Unread(ResponseModel):
    unread: int


class MarkRead(RequestModel):
    """Which to mark as read; without `ids` all of them."""

    ids: Annotated[list[UUID], Field(max_length=500)] | None = None
    unread: bool = False


class KindSetting(ResponseModel):
    kind: Kind
    wanted: bool


class NotificationSettings(ResponseModel):
    kinds: list[KindSetting]


class KindChange(RequestModel):
    wanted: bool
