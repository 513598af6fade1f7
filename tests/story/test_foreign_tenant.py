"""A foreign tenant's id answers 404 on every route that has one, and no list, export or stream tells of others."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.servers.coditect import Server
from tests.story import foreign
from tests.story.conftest import NO_DNS
from tests.story.people import Person, sign_up

WITHOUT_WALLS = Path(__file__).parents[1] / "servers" / "without_walls.py"


def two(platform: Server) -> tuple[Person, Person, dict[str, str]]:
    """An owner, a stranger, and the ids of what the owner has."""
    owner, stranger = sign_up(platform), sign_up(platform)
    return owner, stranger, foreign.ids_of(owner)


def test_nothing_is_shown_to_others(platform: Server) -> None:
    owner, stranger, ids = two(platform)
    foreign.look_around(owner, stranger, ids)
    foreign.walk(owner, stranger, ids)


@pytest.fixture
def half_open(request: pytest.FixtureRequest, postgres_url: str, tmp_path: Path) -> Iterator[Server]:
    """A server that has lost its first wall, or both."""
    program = (sys.executable, "-P", WITHOUT_WALLS, request.param)
    settings = {"database_url": postgres_url, "dns_servers": NO_DNS}
    server = Server(tmp_path / "server", settings, program=program)
    server.start()
    yield server
    server.close()


@pytest.mark.parametrize("half_open", ["first"], indirect=True)
def test_row_level_security_alone_shows_nothing_to_others(half_open: Server) -> None:
    owner, stranger, ids = two(half_open)
    foreign.look_around(owner, stranger, ids)
    foreign.walk(owner, stranger, ids)


@pytest.mark.parametrize("half_open", ["both"], indirect=True)
def test_without_both_walls_everything_is_shown(half_open: Server) -> None:
    """The counter-test: nothing else hides what belongs to others."""
    owner, stranger = sign_up(half_open), sign_up(half_open)
    project_id = owner.project()
    assert stranger.get(f"/projects/{project_id}")["id"] == project_id
    assert project_id in [one["id"] for one in stranger.get("/projects")["items"]]
    assert owner.email in [one["email"] for one in stranger.get("/members")["items"]]
