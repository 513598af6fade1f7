"""Behind a real PgBouncer in transaction mode: the whole story, and nothing of one transaction in the next."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError

from coditect.kernel import pools
from coditect.kernel.db import Database
from coditect.kernel.idempotency import IdempotentAnswer
from coditect.kernel.ids import OrganizationId
from coditect.kernel.pools import Pool
from coditect.kernel.scope import tenant
from tests.conftest import StartServer
from tests.fixtures.platforms import new_organization, plain_logs
from tests.kernel.rows import row
from tests.servers import databases, pgbouncer, postgres
from tests.servers.pgbouncer import Pooler
from tests.story import people, test_main_job

__all__ = ["plain_logs"]

SERVER_CONNECTIONS = 3
"""Fewer than one process has of its own, so that its transactions change theirs all the time."""


@pytest.fixture
def pooler(postgres_cluster: postgres.Cluster) -> Iterator[Pooler]:
    with pgbouncer.run_pgbouncer(postgres_cluster, server_connections=SERVER_CONNECTIONS) as running:
        yield running


@pytest.fixture(autouse=True)
def _close_clients() -> Iterator[None]:
    yield
    people.close_all()


def test_the_story_is_told_through_the_pooler(
    pooler: Pooler, postgres_url: str, start_server: StartServer
) -> None:
    """Fails with named prepared statements, settings of a session, or LISTEN through the pooler."""
    server = start_server(database_url=pooler.url(postgres_url), database_direct_url=postgres_url)
    test_main_job.test_from_sign_up_to_tasks_on_a_board(server)
    test_main_job.test_progress_streams_and_resumes(server)
    test_main_job.test_the_feed_tells_the_story(server)
    test_main_job.test_a_repeated_request_makes_one_workflow(server)
    database = postgres_url.rpartition("/")[2]
    [stats] = [one for one in pooler.show("STATS") if one["database"] == database]
    assert int(stats["total_xact_count"]) > 500
    assert "Traceback" not in server.log.read_text()


async def test_transactions_that_share_connections_stay_apart(
    pooler: Pooler, postgres_url: str, tmp_path: Path
) -> None:
    """Fails when tenant, role or prepared statement of one transaction meets the next on the same connection."""
    databases.migrate(postgres_url, tmp_path)
    database = Database(pooler.url(postgres_url), pool=Pool(behind_pooler=True))
    try:
        tenants = [new_organization() for _ in range(16)]
        found = await asyncio.gather(*(_write_and_read(database, one) for one in tenants))
        assert found == [[str(one)] * 5 for one in tenants]
    finally:
        await database.close()


async def test_timeouts_hold_for_the_transaction_and_no_longer(
    pooler: Pooler, postgres_url: str, tmp_path: Path
) -> None:
    databases.migrate(postgres_url, tmp_path)
    pool = Pool(behind_pooler=True, statement_timeout_seconds=0.2)
    database = Database(pooler.url(postgres_url), pool=pool)
    try:
        with pytest.raises(DBAPIError, match="statement timeout"):
            async with database.read(tenant(new_organization())) as session:
                await session.execute(text("SELECT pg_sleep(60)"))
        async with database.writer.connect() as connection:
            assert await connection.scalar(text("SELECT current_setting('statement_timeout')")) == "0"
    finally:
        await database.close()


async def test_with_named_statements_it_would_break(
    pooler: Pooler, postgres_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The counter-test: the same work with the statements that a driver prepares by itself."""
    databases.migrate(postgres_url, tmp_path)
    monkeypatch.setattr(pools, "_behind_pooler", lambda: {"connection_class": pools._Connection})
    database = Database(pooler.url(postgres_url), pool=Pool(behind_pooler=True))
    work = [_write_and_read(database, new_organization()) for _ in range(16)]
    # Each to its end: what is still under way would outlive the test with its connection.
    ended = await asyncio.gather(*work, return_exceptions=True)
    await database.close()
    assert any(isinstance(one, DBAPIError) and "prepared statement" in str(one) for one in ended)


async def _write_and_read(database: Database, organization: OrganizationId) -> list[str]:
    """What the organization sees of itself and of all others, several times in a row."""
    async with database.write(tenant(organization)) as session:
        session.add(row(organization, str(organization)))
    seen: list[str] = []
    for _ in range(5):
        async with database.read(tenant(organization)) as session:
            assert await session.scalar(text("SELECT current_user")) == "coditect_app"
            seen += await session.scalars(select(IdempotentAnswer.__table__.c.key))
    return seen
