"""Finding tasks: filters, orders and pages that hold every task once while others change the board."""

import base64
import binascii
import json
from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, case, cast, func, literal, or_, select
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.ext.asyncio import AsyncSession

from coditect.kernel.api import Page
from coditect.kernel.errors import FieldError, InvalidInput
from coditect.kernel.ids import AccountId, ProjectId
from coditect.projects.editing import TaskFilter, TaskSort
from coditect.projects.models import TaskRow
from coditect.projects.schemas import Task
from coditect.projects.task_rows import shown

_NEVER = date(9999, 12, 31)
_STATUSES = ("open", "in_progress", "blocked", "done", "cancelled")
_PRIORITIES = ("high", "medium", "low")
_LAST_NUMBER = 2**31 - 1

# What each order sorts by; the number decides between equals, so that no two tasks have the same place.
_KEYS: dict[TaskSort, ColumnElement[Any]] = {
    "number": TaskRow.number.expression,
    "title": func.lower(TaskRow.title),
    "status": case({name: place for place, name in enumerate(_STATUSES)}, value=TaskRow.status),
    "priority": case({name: place for place, name in enumerate(_PRIORITIES)}, value=TaskRow.priority),
    "due_on": func.coalesce(TaskRow.due_on, _NEVER),
    "starts_on": func.coalesce(TaskRow.starts_on, _NEVER),
    "updated_at": TaskRow.updated_at.expression,
}


async def list_tasks(
    session: AsyncSession,
    project_id: ProjectId,
    chosen: TaskFilter,
    *,
    sort: TaskSort = "number",
    descending: bool = False,
    account_id: AccountId | None = None,
    limit: int,
    cursor: str | None,
) -> Page[Task]:
    """Return tasks in an order in which each has a place of its own; by number that place never changes."""
    key = _KEYS[sort]
    wanted = select(TaskRow, key.label("place")).where(
        TaskRow.project_id == project_id,
        TaskRow.deleted_at.is_(None),
        *_conditions(session, chosen, account_id),
    )
    if cursor is not None:
        wanted = wanted.where(_after(sort, key, cursor, descending=descending))
    found = (await session.execute(_ordered(wanted, key, descending=descending).limit(limit + 1))).all()
    items = [shown(row) for row, _ in found[:limit]]
    last = found[limit - 1] if len(found) > limit else None
    return Page(items=items, next_cursor=_cursor(sort, last[1], last[0].number) if last else None)


def _ordered(
    wanted: Select[TaskRow, Any], key: ColumnElement[Any], *, descending: bool
) -> Select[TaskRow, Any]:
    if descending:
        return wanted.order_by(key.desc(), TaskRow.number.desc())
    return wanted.order_by(key, TaskRow.number)


def _after(sort: TaskSort, key: ColumnElement[Any], cursor: str, *, descending: bool) -> ColumnElement[bool]:
    place, number = _place_of(sort, cursor)
    if sort == "number":
        return TaskRow.number < number if descending else TaskRow.number > number
    beyond = key < literal(place, key.type) if descending else key > literal(place, key.type)
    later = TaskRow.number < number if descending else TaskRow.number > number
    return or_(beyond, and_(key == literal(place, key.type), later))


def _cursor(sort: TaskSort, place: Any, number: int) -> str:
    if sort == "number":
        return str(number)
    text = place.isoformat() if hasattr(place, "isoformat") else place
    return base64.urlsafe_b64encode(json.dumps([sort, text, number]).encode()).decode().rstrip("=")


def _place_of(sort: TaskSort, cursor: str) -> tuple[Any, int]:
    try:
        if sort == "number":
            return None, _number(int(cursor))
        raw = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4))
        made_for, text, number = json.loads(raw)
        return _parsed(made_for if made_for == sort else None, text), _number(number)
    except (ValueError, TypeError, binascii.Error):
        fault = FieldError("query.cursor", "belongs to no page of this list")
        raise InvalidInput("cursor: send back next_cursor as it was.", fields=(fault,)) from None


def _parsed(sort: TaskSort | None, text: Any) -> Any:
    """Return a place as the database compares it; None stands for a cursor of another order."""
    match sort, text:
        case "updated_at", str():
            return datetime.fromisoformat(text).astimezone(UTC)
        case "due_on" | "starts_on", str():
            return date.fromisoformat(text)
        case "title", str():
            return text
        case "status" | "priority", int():
            return text
        case _:
            raise ValueError(text)


def _number(number: Any) -> int:
    if not isinstance(number, int) or not 0 <= number <= _LAST_NUMBER:
        raise ValueError(number)
    return number


def _conditions(
    session: AsyncSession, chosen: TaskFilter, account_id: AccountId | None
) -> Sequence[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if chosen.status:
        conditions.append(TaskRow.status.in_(chosen.status))
    if chosen.priority:
        conditions.append(TaskRow.priority.in_(chosen.priority))
    if chosen.assignee:
        conditions.append(or_(*(_assigned_to(one, account_id) for one in chosen.assignee)))
    if chosen.label:
        conditions.append(or_(*(_has_label(session, label) for label in chosen.label)))
    if chosen.workflow:
        conditions.append(TaskRow.source_id.in_(chosen.workflow))
    if chosen.id:
        conditions.append(TaskRow.id.in_(chosen.id))
    if chosen.due_from:
        conditions.append(TaskRow.due_on >= chosen.due_from)
    if chosen.due_until:
        conditions.append(TaskRow.due_on <= chosen.due_until)
    words = chosen.text.casefold().split()
    return [*conditions, *(TaskRow.searched.contains(word, autoescape=True) for word in words)]


def _assigned_to(wanted: str, account_id: AccountId | None) -> ColumnElement[bool]:
    """`none`, `me`, the id of an account, or `agent:name`, `role:name`, `account:name`."""
    if wanted == "none":
        return TaskRow.assignee_kind.is_(None)
    if wanted == "me":
        return TaskRow.assignee_id == account_id
    kind, found, name = wanted.partition(":")
    if found:
        return and_(TaskRow.assignee_kind == kind, TaskRow.assignee_name == name)
    try:
        return TaskRow.assignee_id == UUID(wanted)
    except ValueError:
        fault = FieldError("query.assignee", "none, me, an account's id, or kind:name")
        raise InvalidInput("assignee: none, me, an account's id, or kind:name.", fields=(fault,)) from None


def _has_label(session: AsyncSession, label: str) -> ColumnElement[bool]:
    if session.get_bind().dialect.name == "postgresql":
        return cast(TaskRow.labels, JSONB).contains([label])
    each = func.json_each(TaskRow.labels).table_valued("value")
    return select(each.c.value).where(each.c.value == label).exists()
