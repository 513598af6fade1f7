"""Taking a person out of stored rows: whole organizations are removed, in shared ones their name is replaced.

Append-only tables are reached as `coditect_eraser` on PostgreSQL; on SQLite their triggers step aside inside the
single writing transaction, so that nobody else ever finds them away.
"""

import json
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, ColumnElement, String, Uuid, cast, delete, false, inspect, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from coditect.kernel.account_data import Leaving
from coditect.kernel.db import Base, Database
from coditect.kernel.ids import AccountId, OrganizationId
from coditect.kernel.scope import eraser

FORMER_MEMBER = "Former member"
NOBODYS_ID = AccountId(UUID(int=0))
"""Stands where an account's id stood and something must stand."""


@asynccontextmanager
async def erasing(database: Database, organization_id: OrganizationId | None) -> AsyncIterator[AsyncSession]:
    """Open a unit of work that may change and remove every row of the organization, append-only ones included."""
    async with database.write(eraser(organization_id)) as session:
        if not database.is_sqlite:
            yield session
            return
        connection = await session.connection()
        guards = (
            await connection.exec_driver_sql(
                "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND sql LIKE '%is append-only%'"
            )
        ).all()
        for guard in guards:
            await connection.exec_driver_sql(f'DROP TRIGGER "{guard.name}"')
        yield session
        await session.flush()
        for guard in guards:
            await connection.exec_driver_sql(guard.sql)


async def purge(session: AsyncSession, organization_id: OrganizationId, *models: type[Any]) -> None:
    """Remove all rows of an organization from the tables of `models`, in their order."""
    for model in models:
        await session.execute(
            delete(model)
            .where(model.organization_id == organization_id)
            .execution_options(synchronize_session=False)
        )


async def anonymise(
    session: AsyncSession,
    model: type[Base],
    leaving: Leaving,
    *where: ColumnElement[bool],
    also: Callable[[Any], None] | None = None,
) -> None:
    """Replace the person in every row of `model` that the session sees and that holds them.

    That is their id in any column, and in JSON their name where it is a whole value or a mention. What only the
    model's own context can tell apart, such as the name beside the id, `also` replaces.
    """
    mapper = inspect(model)
    columns = list(mapper.column_attrs)
    holds = or_(*(_holds(session, attribute, leaving) for attribute in columns))
    for row in await session.scalars(select(model).where(holds, *where)):
        if also is not None:
            also(row)
        for attribute in columns:
            before = getattr(row, attribute.key)
            column = attribute.columns[0]
            after = _without(before, leaving, nullable=bool(column.nullable))
            if after != before:
                setattr(row, attribute.key, after)
    await session.flush()


def _holds(session: AsyncSession, attribute: Any, leaving: Leaving) -> ColumnElement[bool]:
    column = attribute.columns[0]
    kind = column.type
    if isinstance(kind, Uuid):
        return column == leaving.account_id  # type: ignore[no-any-return] # a column of any type
    if isinstance(kind, JSON):
        whole = cast(column, String)
        return or_(*(whole.contains(part, autoescape=True) for part in _in_json(session, leaving)))
    if isinstance(kind, String):
        return column.contains(str(leaving.account_id))  # type: ignore[no-any-return] # as above
    return false()  # nothing of a person is in numbers and times


def _in_json(session: AsyncSession, leaving: Leaving) -> Sequence[str]:
    """Return how the person stands in JSON text: SQLite holds it as written, PostgreSQL prints every letter."""
    escaped = session.get_bind().dialect.name == "sqlite"
    name, email = (json.dumps(text_, ensure_ascii=escaped)[1:-1] for text_ in (leaving.name, leaving.email))
    return (str(leaving.account_id), f'"{name}"', f"@{name}", email)


def _without(value: Any, leaving: Leaving, *, nullable: bool) -> Any:
    """Return `value` without the person."""
    if value == leaving.account_id or value == str(leaving.account_id):
        if nullable:
            return None
        return NOBODYS_ID if isinstance(value, UUID) else str(NOBODYS_ID)
    if isinstance(value, str):
        return value.replace(str(leaving.account_id), str(NOBODYS_ID))
    return _json_without(value, leaving) if isinstance(value, dict | list) else value


def _json_without(value: Any, leaving: Leaving) -> Any:
    if isinstance(value, dict):
        return {name: _json_without(inner, leaving) for name, inner in value.items()}
    if isinstance(value, list):
        return [_json_without(inner, leaving) for inner in value]
    if not isinstance(value, str):
        return value
    if value == leaving.name:
        return FORMER_MEMBER
    replaced = value.replace(str(leaving.account_id), str(NOBODYS_ID)).replace(
        f"@{leaving.name}", f"@{FORMER_MEMBER}"
    )
    return replaced.replace(leaving.email, FORMER_MEMBER)
