"""The second wall between tenants: PostgreSQL itself, whatever the code asks."""

import re
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncSession

from coditect.kernel.db import Database
from coditect.kernel.events import Event, publish
from coditect.kernel.platform import Platform
from coditect.kernel.scope import ENGINE, NOBODY, Scope, tenant
from tests.fixtures.platforms import new_organization, on_postgresql
from tests.kernel.rows import store

pytestmark = on_postgresql

OWN = "(organization_id = (NULLIF(current_setting('coditect.organization_id'::text, true), ''::text))::uuid)"
OWN_OR_NONE = f"((organization_id IS NULL) OR {OWN})"

TABLES_OF_NO_TENANT = {
    # Read by the hash of a token, before anybody knows which organization is active on the device.
    "sign_in_sessions",
    # Read by the id of a program, before anybody has signed in; registered by the operator or an organization.
    "oauth_clients",
}
ENGINE_TABLES = {"outbox_events", "runs", "steps", "step_needs", "data_keys", "archives"}
"""Workers and the relay see these across tenants; a longer list needs a reason."""
NOBODYS_OR_OWN = (
    f"((NULLIF(current_setting('coditect.organization_id'::text, true), ''::text))::uuid IS NULL) OR {OWN}"
)
OTHER_RULES: dict[str, tuple[str, str]] = {
    "outbox_events": (OWN, OWN_OR_NONE),
    # A key is found by its digest before anybody knows whose it is.
    "api_keys": (f"({NOBODYS_OR_OWN})", OWN),
    # An invitation by its token, before whoever has it is anybody here.
    "invitations": (f"({NOBODYS_OR_OWN})", OWN),
    # A domain by the address of whoever confirmed it, before they are anybody there.
    "domains": (f"({NOBODYS_OR_OWN})", OWN),
}


async def rows(platform: Platform, query: str) -> list[Any]:
    async with platform.database.writer.connect() as connection:
        return list((await connection.execute(text(query))).all())


async def tenant_tables(platform: Platform) -> set[str]:
    found = await rows(
        platform,
        "SELECT table_name FROM information_schema.columns"
        " WHERE table_schema = 'public' AND column_name = 'organization_id'",
    )
    return {one.table_name for one in found} - TABLES_OF_NO_TENANT


async def test_every_table_with_an_organization_forces_its_policy(platform: Platform) -> None:
    """Fails when a migration, present or future, adds a tenant's table and forgets `protect`."""
    found = await rows(
        platform,
        "SELECT relname, relrowsecurity, relforcerowsecurity FROM pg_class"
        " WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')",
    )
    forced = {one.relname for one in found if one.relrowsecurity and one.relforcerowsecurity}
    tables = await tenant_tables(platform)
    assert tables >= {"idempotent_answers", *ENGINE_TABLES}
    assert tables - forced == set()


async def test_the_policies_are_the_expected_ones(platform: Platform) -> None:
    """Fails when a policy is missing, wider, or for another role; Alembic cannot tell."""
    found = await rows(
        platform, "SELECT tablename, policyname, roles, cmd, qual, with_check, permissive FROM pg_policies"
    )
    policies = {(one.tablename, one.policyname): one for one in found}
    for table in sorted(await tenant_tables(platform)):
        policy = policies.pop((table, "tenant"))
        visible, writable = OTHER_RULES.get(table, (OWN, OWN))
        assert (list(policy.roles), policy.cmd) == (["coditect_app"], "ALL"), table
        assert (squeezed(policy.qual), squeezed(policy.with_check)) == (visible, writable), table
        backup = policies.pop((table, "backup"))
        assert (list(backup.roles), backup.cmd, backup.qual) == (["coditect_backup"], "SELECT", "true"), table
        engine = policies.pop((table, "engine"), None)
        assert (engine is not None) == (table in ENGINE_TABLES), table
        if engine is not None:
            assert (list(engine.roles), engine.qual, engine.with_check) == (
                ["coditect_engine"],
                "true",
                "true",
            )
    # What is left are the organizations themselves, and what a person may read of where they belong.
    left = {(table, name, policy.cmd) for (table, name), policy in policies.items()}
    assert left <= {
        ("organizations", "tenant", "ALL"),
        ("organizations", "backup", "SELECT"),
        ("organizations", "person", "SELECT"),
        ("memberships", "person", "SELECT"),
        ("outbox_events", "eraser", "ALL"),
    }


async def test_the_roles_bypass_nothing_and_own_nothing(platform: Platform) -> None:
    """Fails when a role could ignore the policies: superusers, BYPASSRLS and owners do."""
    roles = await rows(
        platform,
        "SELECT rolname, rolsuper, rolbypassrls, rolcanlogin, rolcreaterole FROM pg_roles WHERE rolname LIKE 'coditect\\_%'",
    )
    assert {one.rolname for one in roles} == {
        "coditect_app",
        "coditect_engine",
        "coditect_backup",
        "coditect_eraser",
    }
    for one in roles:
        powers = (one.rolsuper, one.rolbypassrls, one.rolcanlogin, one.rolcreaterole)
        assert powers == (False,) * 4, one.rolname
    assert await rows(platform, "SELECT 1 FROM pg_tables WHERE tableowner LIKE 'coditect\\_%'") == []


async def test_a_query_past_the_orm_still_sees_only_its_tenant(platform: Platform) -> None:
    """Fails when the wall stands in Python only."""
    ours, theirs = new_organization(), new_organization()
    await store(platform, ours, "ours")
    await store(platform, theirs, "theirs")
    query = "SELECT key FROM idempotent_answers ORDER BY key"
    assert await seen(platform.database, tenant(ours), query) == ["ours"]
    assert await seen(platform.database, NOBODY, query) == []
    # The counter-test: the connecting superuser, without a scope, sees both.
    assert [one.key for one in await rows(platform, query)] == ["ours", "theirs"]


async def test_foreign_rows_can_be_neither_written_changed_nor_taken(platform: Platform) -> None:
    ours, theirs = new_organization(), new_organization()
    await store(platform, theirs, "theirs")
    for statement in ("UPDATE idempotent_answers SET key = 'x'", "DELETE FROM idempotent_answers"):
        async with platform.database.write(tenant(ours)) as session:
            assert affected(await session.execute(text(statement))) == 0
    insert = (
        "INSERT INTO idempotent_answers (id, organization_id, key, request_digest, answer, created_at)"
        f" VALUES (gen_random_uuid(), '{theirs}', 'x', '', '{{}}', now())"
    )
    with pytest.raises(DBAPIError, match="violates row-level security"):
        await change(platform.database, tenant(ours), insert)
    await store(platform, ours, "ours")
    with pytest.raises(DBAPIError, match="violates row-level security"):
        await change(
            platform.database, tenant(ours), f"UPDATE idempotent_answers SET organization_id = '{theirs}'"
        )


async def test_the_scope_never_reaches_the_next_transaction(migrated_database_url: str) -> None:
    """Fails when scope or role are set for the session: a pooled connection would carry them to the next tenant."""
    ours = new_organization()
    database = Database(migrated_database_url, pool_size=1)
    settings = "SELECT concat_ws(',', current_user, current_setting('coditect.organization_id', true))"
    try:
        for failing in (False, True):
            async with database.write(tenant(ours)) as session:
                [inside] = list(await session.scalars(text(settings)))
                assert inside == f"coditect_app,{ours}"
                if failing:
                    await session.rollback()
            async with database.writer.connect() as connection:
                [after] = list(await connection.scalars(text(settings)))
            assert after.startswith("coditect,")
            assert str(ours) not in after
    finally:
        await database.close()


async def test_a_scope_set_for_the_session_would_reach_the_next_one(migrated_database_url: str) -> None:
    """The counter-test: `false` instead of `true` in `set_config`."""
    database = Database(migrated_database_url, pool_size=1)
    try:
        async with database.writer.begin() as connection:
            await connection.execute(text("SELECT set_config('coditect.organization_id', 'leaked', false)"))
        async with database.writer.connect() as connection:
            leaked = await connection.scalar(text("SELECT current_setting('coditect.organization_id', true)"))
        assert leaked == "leaked"
    finally:
        await database.close()


async def test_the_scope_is_set_again_after_a_commit_within_the_session(platform: Platform) -> None:
    ours = new_organization()
    async with platform.database.write(tenant(ours)) as session:
        for _ in range(2):
            assert await session.scalar(text("SELECT current_user")) == "coditect_app"
            await session.commit()


class _Fact(Event, topic="test_rowsecurity.fact"):
    pass


async def test_only_the_engine_reads_facts_of_no_organization(platform: Platform) -> None:
    """Fails when whoever is signed in can read, say, that another account was registered."""
    async with platform.database.write(NOBODY) as session:
        publish(session, _Fact())
    query = "SELECT topic FROM outbox_events"
    assert await seen(platform.database, tenant(new_organization()), query) == []
    assert await seen(platform.database, NOBODY, query) == []
    assert await seen(platform.database, ENGINE, query) == ["test_rowsecurity.fact"]


async def test_the_engine_sees_its_own_tables_only(platform: Platform) -> None:
    for table in sorted(await tenant_tables(platform)):
        if table in ENGINE_TABLES:
            assert await seen(platform.database, ENGINE, f"SELECT 1 FROM {table}") == []
        else:
            with pytest.raises(DBAPIError, match="permission denied"):
                await seen(platform.database, ENGINE, f"SELECT 1 FROM {table}")


async def seen(database: Database, scope: Scope, query: str) -> list[Any]:
    async with database.read(scope) as session:
        return await _scalars(session, query)


async def change(database: Database, scope: Scope, statement: str) -> None:
    async with database.write(scope) as session:
        await session.execute(text(statement))


async def _scalars(session: AsyncSession, query: str) -> list[Any]:
    return list(await session.scalars(text(query)))


def affected(result: Any) -> int:
    return int(result.rowcount)


def squeezed(expression: str) -> str:
    return re.sub(r"\s+", " ", expression)
