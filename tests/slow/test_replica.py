"""A real streaming replica: it answers what it can, never too old, and nobody notices when it lags or is away."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from sqlalchemy import text
from structlog.testing import capture_logs

from coditect.kernel import replica as replicas
from coditect.kernel.db import Database
from coditect.kernel.ids import OrganizationId
from coditect.kernel.pools import Pool
from coditect.kernel.scope import tenant
from tests.conftest import StartServer
from tests.fixtures.platforms import new_organization
from tests.kernel.rows import keys_in, row
from tests.servers import databases, postgres
from tests.servers.replica import RunningReplica, run_replica
from tests.story import people, test_main_job


@pytest.fixture
def primary() -> Iterator[postgres.Cluster]:
    """A cluster of our own: a replica copies all of its databases."""
    with postgres.run_cluster() as cluster:
        yield cluster


@pytest.fixture(autouse=True)
def _close_clients() -> Iterator[None]:
    yield
    people.close_all()


@pytest.fixture
def url(primary: postgres.Cluster, tmp_path: Path) -> Iterator[str]:
    with primary.database() as made:
        databases.migrate(made, tmp_path)
        yield made


@pytest.fixture
def replica(primary: postgres.Cluster, url: str) -> Iterator[RunningReplica]:
    with run_replica(primary) as running:
        yield running


@pytest.fixture
async def database(url: str, replica: RunningReplica) -> AsyncIterator[Database]:
    opened = Database(url, pool=Pool(), read_url=replica.cluster.url(url.rpartition("/")[2]))
    yield opened
    await opened.close()


async def test_everybody_reads_what_was_written(
    database: Database, replica: RunningReplica, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Fails when a read that follows a write is answered by a replica that has not got there."""
    # A busy machine may take its time; the replica shall answer each time.
    monkeypatch.setattr(replicas, "WAIT_SECONDS", 60)
    monkeypatch.setattr(replicas, "ASK_SECONDS", 60)
    ours = new_organization()
    for number in range(50):
        await write(database, ours, f"{number:02}")
        assert await read(database, ours) == (True, [f"{one:02}" for one in range(number + 1)])
    assert await read(database, new_organization()) == (True, [])


async def test_a_replica_that_lags_is_passed_over(database: Database, replica: RunningReplica) -> None:
    ours = new_organization()
    replica.pause()
    await write(database, ours, "a")
    with capture_logs() as logs:
        assert await read(database, ours) == (False, ["a"])
        assert await read(database, ours) == (False, ["a"])
    assert [line["event"] for line in logs] == ["replica_lags"]
    # The counter-test: what it would have answered.
    assert database.replica is not None
    async with database.replica.engine.connect() as connection:
        assert await connection.scalar(text("SELECT count(*) FROM idempotent_answers")) == 0


async def test_a_replica_that_is_away_is_passed_over(database: Database, replica: RunningReplica) -> None:
    ours = new_organization()
    await write(database, ours, "a")
    await read(database, ours)
    replica.end()
    assert database.replica is not None
    database.replica._rests_until = 0
    with capture_logs() as logs:
        assert await read(database, ours) == (False, ["a"])
    assert [line["event"] for line in logs] == ["replica_unavailable"]


def test_the_story_is_told_with_a_replica_that_goes_away(
    url: str, replica: RunningReplica, start_server: StartServer
) -> None:
    server = start_server(database_url=url, database_read_url=replica.cluster.url(url.rpartition("/")[2]))
    test_main_job.test_from_sign_up_to_tasks_on_a_board(server)
    replica.end()
    test_main_job.test_the_feed_tells_the_story(server)
    reader = people.sign_up(server)

    def is_missed() -> bool:
        # One that lagged shortly before rests for some seconds.
        reader.get("/workflows")
        return "replica_unavailable" in server.log.read_text()

    people.wait_until(is_missed)


async def write(database: Database, organization: OrganizationId, key: str) -> None:
    async with database.write(tenant(organization)) as session:
        session.add(row(organization, key))


async def read(database: Database, organization: OrganizationId) -> tuple[bool, list[str]]:
    """Whether the replica answered, and what."""
    async with database.read(tenant(organization), by_replica=True) as session:
        by_replica = bool(await session.scalar(text("SELECT pg_is_in_recovery()")))
        return by_replica, list(await keys_in(session))
