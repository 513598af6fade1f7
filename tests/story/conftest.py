"""A server on each kind of database."""

import pytest

from tests.conftest import StartServer
from tests.servers.coditect import Server


@pytest.fixture(params=["sqlite", "postgresql"])
def platform(request: pytest.FixtureRequest, start_server: StartServer) -> Server:
    """A running server with no model and no mail server; the test runs once on each database."""
    if request.param == "sqlite":
        return start_server()
    return start_server(database_url=request.getfixturevalue("postgres_url"))
