"""A server on each kind of database, and people who go home when the test ends."""

from collections.abc import Iterator

import pytest

from tests.conftest import StartServer
from tests.servers.coditect import Server
from tests.story import people


@pytest.fixture(params=["sqlite", "postgresql"])
def platform(request: pytest.FixtureRequest, start_server: StartServer) -> Server:
    """A running server with no model and no mail server; the test runs once on each database."""
    if request.param == "sqlite":
        return start_server()
    return start_server(database_url=request.getfixturevalue("postgres_url"))


@pytest.fixture(autouse=True)
def _close_clients() -> Iterator[None]:
    yield
    people.close_all()
