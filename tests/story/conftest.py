"""A server on each kind of database, and people who go home when the test ends."""

from collections.abc import Iterator

import pytest

from tests.conftest import StartServer
from tests.servers.coditect import Server
from tests.story import people

NO_DNS = "127.0.0.1:9"
"""Where nobody answers: no server of a test asks another machine."""


@pytest.fixture(params=["sqlite", "postgresql"])
def platform(request: pytest.FixtureRequest, start_server: StartServer) -> Server:
    """A running server with no model and no mail server; the test runs once on each database."""
    if request.param == "sqlite":
        return start_server(dns_servers=NO_DNS)
    return start_server(dns_servers=NO_DNS, database_url=request.getfixturevalue("postgres_url"))


@pytest.fixture(autouse=True)
def _close_clients() -> Iterator[None]:
    yield
    people.close_all()
