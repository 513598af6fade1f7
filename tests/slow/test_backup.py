"""The drill of docs/guides/backup.md: back up while people write, lose everything, restore, go on."""

import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.conftest import StartServer
from tests.servers import postgres
from tests.servers.coditect import Server
from tests.slow import estate
from tests.story.people import Person, close_all


@pytest.fixture(autouse=True)
def _close_clients() -> Iterator[None]:
    yield
    close_all()


@pytest.mark.parametrize("database", ["sqlite", "postgresql"])
@pytest.mark.parametrize("form", ["folder", "archive"])
def test_everything_is_lost_and_comes_back(
    database: str, form: str, request: pytest.FixtureRequest, start_server: StartServer, tmp_path: Path
) -> None:
    url = request.getfixturevalue("postgres_url") if database == "postgresql" else None
    server = start_server(**({"database_url": url} if url else {}))
    owned = estate.settle(server)
    person = owned.person
    with _people_who_write(person, owned.project_id) as written:
        before = len(written)
        to = tmp_path / "backups" / ("all.tar" if form == "archive" else "")
        backup = Path(estate.command(server, "backup", "--to", to, "--data-dir", server.data_dir))
        during = len(written)
    assert during > before, "nobody wrote while the backup was made"
    trees = estate.repositories(server.data_dir), estate.files(server.data_dir)
    _lose(server, url, request)
    estate.command(server, "restore", backup, "--data-dir", server.data_dir)
    assert estate.repositories(server.data_dir) == trees[0]
    assert estate.files(server.data_dir).items() <= trees[1].items()
    server.restart()
    owned.is_there()
    tasks = person.get(f"/projects/{owned.project_id}/tasks?limit=500")["items"]
    assert set(written[:before]) <= {task["title"] for task in tasks}
    owned.goes_on()
    told = estate.command(server, "restore", backup, "--data-dir", server.data_dir, succeeds=False)
    assert "already" in told


@contextmanager
def _people_who_write(person: Person, project_id: str) -> Iterator[list[str]]:
    """Tasks are created all the time; yields the titles of those that were answered with 201."""
    written: list[str] = []
    enough, begun = threading.Event(), threading.Event()

    def write() -> None:
        while not enough.is_set():
            title = f"Extra {len(written)}"
            person.post(f"/projects/{project_id}/tasks", 201, title=title)
            written.append(title)
            # So few that one page of the feed shows all.
            enough.wait(0.05)
            if len(written) > 5:
                begun.set()

    writer = threading.Thread(target=write)
    writer.start()
    try:
        assert begun.wait(60)
        yield written
    finally:
        enough.set()
        writer.join()


def _lose(server: Server, url: str | None, request: pytest.FixtureRequest) -> None:
    server.kill()
    shutil.rmtree(server.data_dir)
    if url is not None:
        cluster: postgres.Cluster = request.getfixturevalue("postgres_cluster")
        name = url.rpartition("/")[2]
        cluster.execute(f"DROP DATABASE {name} WITH (FORCE)", f"CREATE DATABASE {name} TEMPLATE template0")
