"""Every table is protected as declared; and with the first wall gone, row-level security alone hides foreign rows."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import count
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import JSON, Column, Table, delete, event, func, insert, select, text, update
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session

from coditect.kernel import db
from coditect.kernel.clock import UtcDateTime, utc_now
from coditect.kernel.db import Base
from coditect.kernel.ids import OrganizationId
from coditect.kernel.platform import Platform
from coditect.kernel.scope import NOBODY, Scope, tenant
from tests.fixtures.platforms import new_organization, on_postgresql
from tests.kernel.protection import (
    APP,
    BACKUP,
    ENGINE,
    ERASER,
    FEWER_RIGHTS,
    LOOKED_UP,
    READ,
    Protection,
    declared,
    tenant_tables,
)

pytestmark = on_postgresql

_numbers = count(1)
_ORGANIZATION = {"organizations": "id"}
CLASSES = {mapper.local_table.description: mapper.class_ for mapper in Base.registry.mappers}
Rows = dict[str, tuple[OrganizationId, OrganizationId]]


async def test_every_table_is_protected_as_declared(platform: Platform) -> None:
    """Fails when a migration adds a table without protection, or rights that nobody declared."""
    assert await protections(platform) == declared()


async def test_a_table_without_protection_is_noticed(platform: Platform) -> None:
    """Guards the test above, in each of the ways to forget something."""
    for statement in (
        "ALTER TABLE tasks NO FORCE ROW LEVEL SECURITY",
        "GRANT TRUNCATE ON tasks TO coditect_app",
        "GRANT SELECT ON tasks TO PUBLIC",
        "CREATE TABLE forgotten (organization_id uuid)",
    ):
        before = await protections(platform)
        await execute(platform, statement)
        assert await protections(platform) != before, statement


@pytest.fixture
def no_first_wall() -> Iterator[None]:
    """The ORM neither filters queries nor refuses rows."""
    listeners = (("do_orm_execute", db._filter_by_tenant), ("before_flush", db._refuse_foreign_rows))
    for name, listener in listeners:
        event.remove(Session, name, listener)
    yield
    for name, listener in listeners:
        event.listen(Session, name, listener)


@pytest.fixture
async def rows(platform: Platform) -> Rows:
    """Two organizations, with a row of each in every tenant's table."""
    organizations = new_organization(), new_organization()
    async with platform.database.writer.begin() as connection:
        # Neither foreign keys nor triggers: the rows need nothing but their own columns.
        await connection.execute(text("SET LOCAL session_replication_role = replica"))
        for name in sorted(tenant_tables()):
            for organization in organizations:
                table = Base.metadata.tables[name]
                await connection.execute(insert(table).values(values(table, organization)))
    return dict.fromkeys(sorted(tenant_tables()), organizations)


async def test_row_security_alone_hides_foreign_rows(
    platform: Platform, rows: Rows, no_first_wall: None
) -> None:
    """Fails when a tenant's table shows, or lets change, another tenant's row to a query without any filter."""
    for table, (ours, theirs) in rows.items():
        assert await seen_by(platform, table, tenant(ours)) == [ours], table
        assert await seen_by(platform, table, tenant(theirs)) == [theirs], table
        nobodys = sorted([ours, theirs]) if table in LOOKED_UP else []
        assert sorted(await seen_by(platform, table, NOBODY)) == nobodys, table
        assert await seen_by(platform, table, tenant(new_organization())) == [], table


async def test_row_security_alone_keeps_foreign_rows(
    platform: Platform, rows: Rows, no_first_wall: None
) -> None:
    """Fails when a statement without any filter changes, removes or adds a foreign row."""
    for name, (ours, theirs) in rows.items():
        table = Base.metadata.tables[name]
        foreign = values(table, theirs)
        owner = owner_of(table)
        if name not in FEWER_RIGHTS:
            changed = update(table).values({owner: owner}).returning(owner)
            removed = delete(table).returning(owner)
            stranger = tenant(new_organization())
            async with platform.database.write(stranger) as session:
                assert (await session.execute(changed)).all() == [], name
                assert (await session.execute(removed)).all() == [], name
        with pytest.raises(DBAPIError, match="row-level security"):
            await write(platform, tenant(ours), insert(table).values(foreign))
        assert await count_all(platform, name) == 2, name


async def test_without_row_security_foreign_rows_would_be_seen(
    platform: Platform, rows: Rows, no_first_wall: None
) -> None:
    """The counter-test: with the second wall gone as well, the same query shows both rows, in every table."""
    for table, (ours, theirs) in rows.items():
        await execute(platform, f"ALTER TABLE {table} DISABLE ROW LEVEL SECURITY")
        assert sorted(await seen_by(platform, table, tenant(ours))) == sorted([ours, theirs]), table


async def test_the_first_wall_stands_by_itself(platform: Platform, rows: Rows) -> None:
    """Fails when a tenant's model is not filtered by the ORM, which is all that SQLite has."""
    for table, (ours, _) in rows.items():
        if table in {"organizations", "memberships", "outbox_events"}:
            continue
        await execute(platform, f"ALTER TABLE {table} DISABLE ROW LEVEL SECURITY")
        assert await seen_by(platform, table, tenant(ours)) == [ours], table


async def protections(platform: Platform) -> dict[str, Protection]:
    """What the database itself says about every table of ours."""
    async with platform.database.writer.connect() as connection:
        found = await connection.execute(
            text(
                "SELECT c.relname, c.relrowsecurity AND c.relforcerowsecurity AS forced,"
                " pg_get_userbyid(a.grantee) AS role, a.grantee = 0 AS everybody, a.privilege_type"
                " FROM pg_class c LEFT JOIN LATERAL aclexplode(c.relacl) a ON a.grantee <> c.relowner"
                " WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm', 'f')"
            )
        )
    forced: dict[str, bool] = {}
    rights: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for one in found:
        forced[one.relname] = one.forced
        if one.privilege_type is not None:
            rights[one.relname]["everybody" if one.everybody else one.role].add(one.privilege_type)
    for table, roles in rights.items():
        assert set(roles) - {APP, ENGINE, BACKUP, ERASER, "everybody"} == set(), table
        assert roles[BACKUP] <= READ, table
    return {
        # A right of everybody is one of the app's that nobody declared.
        table: Protection(
            forced[table],
            frozenset(rights[table][APP] | {f"{right} BY ALL" for right in rights[table]["everybody"]}),
            frozenset(rights[table][ENGINE]),
            frozenset(rights[table][ERASER]),
        )
        for table in forced
    }


async def seen_by(platform: Platform, table: str, scope: Scope) -> list[UUID]:
    async with platform.database.read(scope) as session:
        return await owners(session, table)


async def owners(session: AsyncSession, table: str) -> list[UUID]:
    model: Any = CLASSES[table]
    return list(await session.scalars(select(getattr(model, _ORGANIZATION.get(table, "organization_id")))))


def owner_of(table: Table) -> Column[Any]:
    return table.c[_ORGANIZATION.get(table.name, "organization_id")]


async def write(platform: Platform, scope: Scope, statement: Any) -> None:
    async with platform.database.write(scope) as session:
        await session.execute(statement)


async def execute(platform: Platform, statement: str) -> None:
    async with platform.database.writer.begin() as connection:
        await connection.execute(text(statement))


async def count_all(platform: Platform, table: str) -> int:
    async with platform.database.writer.connect() as connection:
        return int((await connection.execute(select(func.count()).select_from(text(table)))).scalar_one())


def values(table: Table, organization: OrganizationId) -> dict[str, Any]:
    """A row of `organization`, with something in every column that must have it."""
    found = {column.name: _value(column) for column in table.columns if not column.nullable}
    return {**found, owner_of(table).name: organization}


def _value(column: Column[Any]) -> Any:
    if isinstance(column.type, UtcDateTime):
        return utc_now()
    if isinstance(column.type, JSON):
        return {}
    kind = column.type.python_type
    if kind is UUID:
        return uuid4()
    if kind is bytes:
        return str(next(_numbers)).encode()
    if kind is bool:
        return True
    return kind(next(_numbers))
