"""The whole API, asked by a machine for longer, on both databases."""

import pytest

from tests.conftest import StartServer
from tests.contract.hostile import described, filled, violations
from tests.story.people import sign_up


@pytest.mark.timeout(1800)
def test_many_requests_get_only_answers_that_are_described(
    start_server: StartServer, migrated_database_url: str
) -> None:
    person = sign_up(start_server(database_url=migrated_database_url))
    found = list(violations(person, described(person), filled(person), examples=40))
    assert not found, "\n\n".join(found)
