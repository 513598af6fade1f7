"""The first wall between tenants: every ORM query is filtered, every foreign row refused; on both databases."""

from collections.abc import Awaitable, Callable, Sequence
from typing import Any

import pytest
from sqlalchemy import delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from coditect.kernel.idempotency import IdempotentAnswer as Row
from coditect.kernel.ids import OrganizationId
from coditect.kernel.platform import Platform
from coditect.kernel.scope import ENGINE, NOBODY, Scope, person, tenant
from tests.fixtures.platforms import new_account, new_organization, on_sqlite
from tests.kernel.rows import keys_of, row, store

OTHER = aliased(Row)
READS: dict[str, Callable[[AsyncSession], Awaitable[Sequence[Any]]]] = {
    "select": lambda s: _all(s, select(Row.key)),
    "entities": lambda s: _all(s, select(Row)),
    "count": lambda s: _all(s, select(func.count(Row.id)).having(func.count(Row.id) > 0)),
    "alias": lambda s: _all(s, select(OTHER.key)),
    "join": lambda s: _all(s, select(Row.key).join(OTHER, OTHER.id == Row.id)),
    "join to the foreign side": lambda s: _all(
        s, select(OTHER.key).select_from(Row).join(OTHER, OTHER.id != Row.id)
    ),
    "subquery": lambda s: _all(s, select(select(Row.key).subquery().c.key)),
    "exists": lambda s: _all(s, select(Row.key).where(select(OTHER.id).where(OTHER.id == Row.id).exists())),
    "union": lambda s: _all(s, select(Row.key).union(select(OTHER.key))),
    "in": lambda s: _all(s, select(Row.key).where(Row.id.in_(select(OTHER.id)))),
    "update": lambda s: _all(s, update(Row).values(request_digest="stolen").returning(Row.id)),
    "delete": lambda s: _all(s, delete(Row).returning(Row.id)),
}


async def _all(session: AsyncSession, statement: Any) -> Sequence[Any]:
    return (await session.execute(statement)).all()


@pytest.mark.parametrize("scope", ["another tenant", "nobody", "a person"])
async def test_no_query_reaches_another_tenants_rows(platform: Platform, scope: str) -> None:
    """Fails when one way of asking escapes the filter."""
    ours = new_organization()
    await store(platform, ours, "a", "b")
    scopes = {
        "another tenant": tenant(new_organization()),
        "nobody": NOBODY,
        "a person": person(new_account()),
    }
    for way, ask in READS.items():
        async with platform.database.write(scopes[scope]) as session:
            assert list(await ask(session)) == [], way
    assert await keys_of(platform, ours) == ["a", "b"]


async def test_every_query_reaches_the_own_rows(platform: Platform) -> None:
    """Guards the test above: each of its questions has an answer."""
    ours = new_organization()
    for way, ask in READS.items():
        await store(platform, ours, f"{way} 1", f"{way} 2")
        async with platform.database.write(tenant(ours)) as session:
            assert list(await ask(session)) != [], way


async def test_a_foreign_row_is_not_got_by_its_id(platform: Platform) -> None:
    ours, theirs = new_organization(), new_organization()
    mine = row(ours, "a")
    async with platform.database.write(tenant(ours)) as session:
        session.add(mine)
    async with platform.database.read(tenant(theirs)) as session:
        assert await session.get(Row, mine.id) is None
    async with platform.database.read(tenant(ours)) as session:
        assert await session.get(Row, mine.id) is not None


async def test_two_tenants_in_turn_get_their_own(platform: Platform) -> None:
    """Fails when the compiled filter of the first tenant is reused for the next one."""
    tenants = [new_organization() for _ in range(5)]
    for n, one in enumerate(tenants):
        await store(platform, one, str(n))
    for _ in range(3):
        for n, one in enumerate(tenants):
            assert await keys_of(platform, one) == [str(n)]


async def test_a_foreign_row_is_refused_at_the_flush(platform: Platform) -> None:
    ours, theirs = new_organization(), new_organization()
    with pytest.raises(RuntimeError, match="another organization"):
        await _store_as(platform, tenant(ours), theirs)
    with pytest.raises(RuntimeError, match="another organization"):
        await _store_as(platform, NOBODY, ours)
    assert await keys_of(platform, theirs) == []


async def test_a_row_cannot_be_moved_to_another_tenant(platform: Platform) -> None:
    """Fails when the guard looks at new rows only."""
    ours, theirs = new_organization(), new_organization()
    await store(platform, ours, "a")

    async def move() -> None:
        async with platform.database.write(tenant(ours)) as session:
            (await session.scalars(select(Row))).one().organization_id = theirs

    with pytest.raises(RuntimeError, match="another organization"):
        await move()
    assert await keys_of(platform, ours) == ["a"]


@on_sqlite
async def test_without_the_filter_foreign_rows_would_be_seen(platform: Platform) -> None:
    """The counter-test: on SQLite the filter is the only wall; a query past the ORM goes through."""
    await store(platform, new_organization(), "theirs")
    async with platform.database.read(tenant(new_organization())) as session:
        assert list(await session.scalars(select(Row.__table__.c.key))) == ["theirs"]
    async with platform.database.read(ENGINE) as session:
        assert list(await session.scalars(select(Row.key))) == ["theirs"]


async def _store_as(platform: Platform, scope: Scope, owner: OrganizationId) -> None:
    async with platform.database.write(scope) as session:
        session.add(row(owner, "a"))
