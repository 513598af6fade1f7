"""Logins without powers: an owner who is no superuser, and servers that log in as somebody who owns nothing."""

from collections.abc import Iterator

import pytest
from sqlalchemy.engine import make_url

from tests.conftest import StartServer
from tests.servers import postgres
from tests.slow import estate
from tests.story import people, test_main_job


@pytest.fixture
def cluster() -> Iterator[postgres.Cluster]:
    """A cluster in which the roles of CODITECT do not exist yet."""
    with postgres.run_cluster() as running:
        yield running


@pytest.fixture(autouse=True)
def _close_clients() -> Iterator[None]:
    yield
    people.close_all()


def test_the_story_needs_no_superuser(cluster: postgres.Cluster, start_server: StartServer) -> None:
    """Fails when migrations, requests, workers or wake-ups need more than docs/guides/postgresql.md grants."""
    cluster.execute("CREATE ROLE coditect_owner LOGIN CREATEROLE")
    with cluster.database() as url:
        cluster.execute(f"ALTER DATABASE {make_url(url).database} OWNER TO coditect_owner")
        owner = url.replace(f"{postgres.SUPERUSER}@", "coditect_owner@")
        server = start_server(database_url=owner)
        test_main_job.test_from_sign_up_to_tasks_on_a_board(server)
        estate.command(server, "doctor", "--data-dir", server.data_dir)
        server.stop()
        cluster.execute(
            "CREATE ROLE coditect_web LOGIN IN ROLE coditect_app, coditect_engine, coditect_eraser"
        )
        web = url.replace(f"{postgres.SUPERUSER}@", "coditect_web@")
        server = start_server(database_url=web, database_direct_url=owner)
        test_main_job.test_from_sign_up_to_tasks_on_a_board(server)
        server.stop()
