"""Units of work on both databases: what is committed, what is refused, who waits for whom."""

import asyncio

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError, OperationalError

from coditect.kernel.cpu import CpuPool
from coditect.kernel.db import Database, async_url, enter
from coditect.kernel.errors import Conflict, Denial
from coditect.kernel.events import Event, publish
from coditect.kernel.mail import Mail
from coditect.kernel.platform import Platform
from coditect.kernel.scope import NOBODY, tenant
from coditect.kernel.writing import forbid_in_write
from tests.fixtures.platforms import PATIENCE_SECONDS, elsewhere, new_organization, on_postgresql, on_sqlite
from tests.kernel.rows import keys_in, keys_of, row, store


async def test_a_unit_of_work_is_committed_at_its_end(platform: Platform) -> None:
    organization = new_organization()
    await store(platform, organization, "a")
    assert await keys_of(platform, organization) == ["a"]


async def test_an_error_takes_everything_back(platform: Platform) -> None:
    organization = new_organization()

    async def fail() -> None:
        async with platform.database.write(tenant(organization)) as session:
            session.add(row(organization, "a"))
            await session.flush()
            raise Conflict

    with pytest.raises(Conflict):
        await fail()
    assert await keys_of(platform, organization) == []


async def test_a_denial_is_committed(platform: Platform) -> None:
    """Fails when a refusal rolls back: revocations and counters of failed logins would be forgotten."""
    organization = new_organization()

    async def refuse() -> None:
        async with platform.database.write(tenant(organization)) as session:
            session.add(row(organization, "failed login"))
            raise Denial

    with pytest.raises(Denial):
        await refuse()
    assert await keys_of(platform, organization) == ["failed login"]


async def test_a_reading_unit_of_work_cannot_write(platform: Platform) -> None:
    """Fails when the database itself does not refuse: a write in a GET would take SQLite's only writer late."""
    organization = new_organization()
    async with platform.database.read(tenant(organization)) as session:
        session.add(row(organization, "a"))
        with pytest.raises(DBAPIError, match=r"readonly database|read-only transaction"):
            await session.flush()
    assert await keys_of(platform, organization) == []


async def test_a_connection_that_has_read_can_write_afterwards(migrated_database_url: str) -> None:
    """Fails when read-only sticks to a pooled connection."""
    organization = new_organization()
    database = Database(migrated_database_url, pool_size=1)
    try:
        for n in range(3):
            async with database.read(tenant(organization)) as session:
                assert len(await keys_in(session)) == n
            async with database.write(tenant(organization)) as session:
                session.add(row(organization, str(n)))
    finally:
        await database.close()


async def test_writers_queue(platform: Platform, twin: Platform) -> None:
    """Fails with "database is locked" when SQLite's writer is taken after the first read, or without a wait."""
    organization = new_organization()

    async def read_then_write(one: Platform, key: str) -> None:
        async with one.database.write(tenant(organization)) as session:
            seen = len(await keys_in(session))
            await asyncio.sleep(0.01)
            session.add(row(organization, f"{key}-{seen}"))

    writers = [platform, twin] * 5
    await asyncio.gather(*(elsewhere(read_then_write(one, str(n))) for n, one in enumerate(writers)))
    found = await keys_of(platform, organization)
    assert len(found) == 10
    if platform.database.is_sqlite:
        assert sorted(int(key.partition("-")[2]) for key in found) == list(range(10)), (
            "a writer read stale rows"
        )


@on_sqlite
async def test_a_deferred_writer_would_find_the_database_locked(platform: Platform, twin: Platform) -> None:
    """The counter-test: BEGIN without IMMEDIATE reads first, and cannot write once somebody else has."""
    organization = new_organization()
    async with twin.database.reader.connect() as late:
        await late.execute(text("PRAGMA query_only=OFF"))
        await late.execute(text("SELECT count(*) FROM idempotent_answers"))
        await store(platform, organization, "a")
        with pytest.raises(OperationalError, match="database is locked"):
            await late.execute(text("DELETE FROM idempotent_answers"))
        await late.rollback()
        await late.execute(text("PRAGMA query_only=ON"))


@on_sqlite
async def test_readers_do_not_wait_for_the_writer(platform: Platform) -> None:
    """Fails without write-ahead logging."""
    organization = new_organization()
    async with platform.database.write(tenant(organization)) as session:
        session.add(row(organization, "a"))
        await session.flush()
        seen = await asyncio.wait_for(elsewhere(keys_of(platform, organization)), PATIENCE_SECONDS)
    assert seen == []


@on_sqlite
@pytest.mark.parametrize(("synchronous", "number"), [("full", 2), ("normal", 1)])
async def test_the_connections_are_set_as_decided(
    migrated_database_url: str, synchronous: str, number: int
) -> None:
    database = Database(migrated_database_url, synchronous=synchronous)  # type: ignore[arg-type] # parametrized
    try:
        for engine, query_only in ((database.writer, 0), (database.reader, 1)):
            async with engine.connect() as connection:
                for pragma, value in (
                    ("journal_mode", "wal"),
                    ("synchronous", number),
                    ("foreign_keys", 1),
                    ("query_only", query_only),
                ):
                    assert (await connection.exec_driver_sql(f"PRAGMA {pragma}")).scalar() == value, pragma
    finally:
        await database.close()


async def test_slow_work_is_refused_in_a_writing_unit_of_work(platform: Platform) -> None:
    """Fails when CPU work, mail or a second writer may run while the only writer is held."""
    mail = Mail("key", "a@example.org", "s", "t", "<p>t</p>")
    async with platform.database.write(NOBODY):
        with pytest.raises(RuntimeError, match="CPU-heavy work"):
            await CpuPool().run(abs, -1)
        with pytest.raises(RuntimeError, match="Sending mail"):
            await platform.mailer.send(mail)
        with pytest.raises(RuntimeError, match="Anything else"):
            forbid_in_write("Anything else")
        with pytest.raises(RuntimeError, match="Another writing unit"):
            async with platform.database.write(NOBODY):
                pass
        async with platform.database.read(NOBODY):
            pass
    forbid_in_write("After it")
    with pytest.raises(Conflict):
        async with platform.database.write(NOBODY):
            raise Conflict
    forbid_in_write("After a failed one")


class _Happened(Event, topic="test_db.happened"):
    pass


async def test_the_relay_is_woken_after_the_commit_and_only_by_events(platform: Platform) -> None:
    """Fails when it is woken inside the transaction (it would look too early) or by every commit."""
    organization, woken = new_organization(), 0

    def wake() -> None:
        nonlocal woken
        woken += 1

    platform.database.on_published(wake)
    await store(platform, organization, "a")
    assert woken == 0
    async with platform.database.write(tenant(organization)) as session:
        publish(session, _Happened(organization_id=organization))
        await session.flush()
        assert woken == 0
    assert woken == 1

    async def fail() -> None:
        async with platform.database.write(tenant(organization)) as session:
            publish(session, _Happened(organization_id=organization))
            raise Conflict

    with pytest.raises(Conflict):
        await fail()
    assert woken == 1


async def test_a_session_can_enter_the_tenant_that_it_creates(platform: Platform) -> None:
    organization = new_organization()
    async with platform.database.write(NOBODY) as session:
        await session.execute(text("SELECT 1"))
        await enter(session, tenant(organization))
        session.add(row(organization, "first"))
    assert await keys_of(platform, organization) == ["first"]


@on_postgresql
async def test_what_a_cancelled_request_had_begun_is_gone(platform: Platform) -> None:
    organization, begun = new_organization(), asyncio.Event()

    async def request() -> None:
        async with platform.database.write(tenant(organization)) as session:
            session.add(row(organization, "a"))
            await session.flush()
            begun.set()
            await asyncio.Event().wait()

    task = elsewhere(request())
    await begun.wait()
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    await store(platform, organization, "b")
    assert await keys_of(platform, organization) == ["b"]


def test_other_databases_are_refused_by_name() -> None:
    with pytest.raises(ValueError, match="not mysql:"):
        async_url("mysql://localhost/x")
