"""An installation with people in it moves from SQLite to PostgreSQL, and they notice nothing."""

from collections.abc import Iterator

import pytest

from tests.conftest import StartServer
from tests.slow import estate
from tests.story.people import close_all


@pytest.fixture(autouse=True)
def _close_clients() -> Iterator[None]:
    yield
    close_all()


def test_people_find_everything_after_the_move(start_server: StartServer, postgres_url: str) -> None:
    server = start_server()
    owned = estate.settle(server)
    source = f"sqlite:///{server.data_dir / 'coditect.db'}"
    move = ("migrate", "--from", source, "--to", postgres_url)
    told = estate.command(server, *move, succeeds=False)
    assert "already uses" in told, "a server works on the source"
    server.stop()
    trees = estate.repositories(server.data_dir), estate.files(server.data_dir)
    estate.command(server, *move)
    assert (estate.repositories(server.data_dir), estate.files(server.data_dir)) == trees
    server.restart(database_url=postgres_url)
    owned.is_there()
    owned.goes_on()
    server.stop()
    told = estate.command(server, *move, succeeds=False)
    assert "not empty" in told
