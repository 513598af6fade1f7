"""Two walls stand between tenants; each is tried alone."""

import contextlib
from collections.abc import AsyncIterator, Callable
from uuid import UUID

import pytest
from sqlalchemy import delete, func, select, text, update
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncSession

from coditect.identity.models import Account
from coditect.kernel.clock import utc_now
from coditect.kernel.db import Database
from coditect.kernel.idempotency import IdempotentAnswer
from coditect.kernel.ids import AccountId, OrganizationId, new_id
from coditect.kernel.scope import NOBODY, Scope, person, tenant
from coditect.organizations import create_personal, service
from coditect.organizations.models import Membership

Person = tuple[AccountId, OrganizationId]
TABLES = ("organizations", "memberships", "idempotent_answers")


async def settle(database: Database, name: str) -> Person:
    """Make an account with an organization, and a row in it."""
    account_id = AccountId(new_id())
    async with database.write(NOBODY) as session:
        session.add(
            Account(
                id=account_id,
                email=f"{name}@example.com",
                email_key=f"{name}@example.com",
                name=name,
                password_hash="",
                status="active",
                created_at=utc_now(),
            )
        )
        await session.flush()
        organization_id = await create_personal(session, account_id, name)
        session.add(note(organization_id))
    return account_id, organization_id


def note(organization_id: OrganizationId) -> IdempotentAnswer:
    return IdempotentAnswer(
        id=new_id(),
        organization_id=organization_id,
        key=str(new_id()),
        request_digest="",
        answer={},
        created_at=utc_now(),
    )


@pytest.fixture
async def database(migrated_database_url: str) -> AsyncIterator[Database]:
    opened = Database(migrated_database_url)
    yield opened
    await opened.close()


ON_POSTGRESQL = pytest.mark.parametrize("migrated_database_url", ["postgresql"], indirect=True)


async def counts(session: AsyncSession) -> list[int]:
    """What plain SQL sees: no filter of ours touches it."""
    return [await session.scalar(text(f"SELECT count(*) FROM {table}")) or 0 for table in TABLES]


# ---- the first wall: what our queries say


async def test_queries_show_one_tenant(database: Database) -> None:
    (ada, adas), (_, graces) = await settle(database, "ada"), await settle(database, "grace")
    async with database.read(tenant(adas, ada)) as session:
        assert (await session.scalars(select(IdempotentAnswer.organization_id))).all() == [adas]
        assert [place.id for place in await service.organizations_of(session, ada)] == [adas]
        assert await service.role_of(session, adas, ada) == "owner"
        assert await service.role_of(session, graces, ada) is None
        if database.is_sqlite:  # where it is the only wall: plain SQL looks over it
            assert await counts(session) == [2, 2, 2]


async def test_changes_stay_in_one_tenant(database: Database) -> None:
    (ada, adas), (_, graces) = await settle(database, "ada"), await settle(database, "grace")
    async with database.write(tenant(adas, ada)) as session:
        changed = await session.execute(
            update(IdempotentAnswer).values(request_digest="x").returning(IdempotentAnswer.organization_id)
        )
        assert changed.scalars().all() == [adas]
        await session.execute(delete(IdempotentAnswer))
    async with database.read(tenant(graces)) as session:
        assert (await session.scalars(select(IdempotentAnswer.request_digest))).all() == [""]
    with pytest.raises(RuntimeError, match="another organization"):
        async with database.write(tenant(adas, ada)) as session:
            session.add(note(graces))


@pytest.mark.parametrize("scope_of", [lambda _: NOBODY, person], ids=["nobody", "person"])
async def test_without_an_organization_there_are_no_rows_of_tenants(
    database: Database, scope_of: Callable[[AccountId], Scope]
) -> None:
    ada, _ = await settle(database, "ada")
    async with database.read(scope_of(ada)) as session:
        assert await session.scalar(select(func.count()).select_from(IdempotentAnswer)) == 0


# ---- the second wall: row-level security, with plain SQL that no filter of ours touches


@ON_POSTGRESQL
async def test_row_security_shows_one_tenant(database: Database) -> None:
    (ada, adas), (grace, graces) = await settle(database, "ada"), await settle(database, "grace")
    seen: list[tuple[Scope, list[int]]] = [
        (tenant(adas, ada), [1, 1, 1]),
        (tenant(graces, grace), [1, 1, 1]),
        (tenant(graces), [1, 1, 1]),
        (person(ada), [1, 1, 0]),
        (NOBODY, [0, 0, 0]),
        (tenant(OrganizationId(new_id()), AccountId(new_id())), [0, 0, 0]),
    ]
    for scope, expected in seen:
        async with database.read(scope) as session:
            assert await counts(session) == expected, scope
        async with database.write(scope) as session:
            assert await counts(session) == expected, scope
    # The counter-test: without a scope the connection is a superuser, whom no wall holds.
    async with AsyncSession(database.reader) as session:
        assert await counts(session) == [2, 2, 2]


@ON_POSTGRESQL
async def test_row_security_lets_nobody_write_elsewhere(database: Database) -> None:
    (ada, adas), (_, graces) = await settle(database, "ada"), await settle(database, "grace")
    before = await everything(database)
    values: dict[str, UUID] = {"foreign": graces, "account": ada, "fresh": new_id()}
    for statement in (
        "INSERT INTO memberships VALUES (:foreign, :account, 'owner', now())",
        "INSERT INTO organizations VALUES (:fresh, 'x', 'x', 'enterprise', now())",
        "UPDATE organizations SET tier = 'enterprise' WHERE id = :foreign",
        "UPDATE memberships SET organization_id = :foreign",
        "UPDATE idempotent_answers SET organization_id = :foreign",
        "DELETE FROM memberships WHERE organization_id = :foreign",
        "DELETE FROM organizations WHERE id = :foreign",
        "DELETE FROM outbox_events",
        "UPDATE instance_keys SET name = 'x'",
    ):
        used = {name: value for name, value in values.items() if f":{name}" in statement}
        for scope in (tenant(adas, ada), person(ada)):
            with contextlib.suppress(DBAPIError):  # refused aloud, or without effect
                async with database.write(scope) as session:
                    await session.execute(text(statement), used)
            assert await everything(database) == before, (statement, scope)


@ON_POSTGRESQL
async def test_a_member_may_not_move_a_membership_here(database: Database) -> None:
    """A person reads their memberships elsewhere, and only reads them."""
    (ada, adas), (_, graces) = await settle(database, "ada"), await settle(database, "grace")
    async with database.write(tenant(graces)) as session:
        session.add(Membership(organization_id=graces, account_id=ada, role="viewer", created_at=utc_now()))
    async with database.write(tenant(adas, ada)) as session:
        assert [place.role for place in await service.organizations_of(session, ada)] == ["owner", "viewer"]
        for statement in (
            "UPDATE memberships SET role = 'owner' WHERE account_id = :account",
            "DELETE FROM memberships WHERE account_id = :account AND role = 'viewer'",
        ):
            await session.execute(text(statement), {"account": ada})
    async with database.read(tenant(graces)) as session:
        assert await service.role_of(session, graces, ada) == "viewer"


async def everything(database: Database) -> list[str]:
    """Every row of the tables that the statements aim at, seen by the superuser."""
    tables = (*TABLES, "outbox_events", "instance_keys")
    async with AsyncSession(database.reader) as session:
        return [
            str((await session.execute(text(f"SELECT * FROM {table} ORDER BY 1, 2"))).all())
            for table in tables
        ]
