"""`coditect serve` and `migrate` where they cannot run, and how a server ends."""

import socket
import sqlite3
import subprocess
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from coditect.kernel.migrate import head_revision
from tests.conftest import StartServer
from tests.servers.coditect import COMMAND, Server
from tests.servers.process import free_port
from tests.story import people


def coditect(folder: Path, *arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
    environment = {f"CODITECT_{name.upper()}": value for name, value in settings.items()}
    return subprocess.run(
        [COMMAND, *arguments],
        check=False,
        capture_output=True,
        text=True,
        timeout=60,
        cwd=folder,
        env={"PATH": "/usr/bin:/bin", "HOME": str(folder)} | environment,
    )


def complaint(done: subprocess.CompletedProcess[str]) -> str:
    """What a failed command says: one line, no trace, no secret."""
    assert done.returncode == 1, done.stderr
    assert "Traceback" not in done.stderr
    assert "hidden-secret" not in done.stderr + done.stdout
    errors = [line for line in done.stderr.splitlines() if line.startswith("error: ")]
    assert done.stderr.splitlines()[-1] == errors[0], done.stderr
    return errors[0]


def test_a_taken_port_is_told_before_anything_is_changed(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        told = complaint(coditect(tmp_path, "serve", "--port", port, "--data-dir", "data"))
    assert f"127.0.0.1 port {port}" in told
    assert "--port" in told
    assert not (tmp_path / "data" / "coditect.db").exists()


@pytest.mark.parametrize(
    ("command", "url", "why"),
    [
        ("migrate", "hidden-secret", "is not an address"),
        ("migrate", "mysql://me:hidden-secret@host/name", "must begin with sqlite: or postgresql:"),
        ("serve --port 0", "postgresql://me:hidden-secret@127.0.0.1:{port}/name", "cannot be opened"),
        ("migrate", "postgresql://me:hidden-secret@127.0.0.1:port/name", "is not an address"),
        ("serve --port 0", "sqlite:///text.txt", "file is not a database"),
    ],
)
def test_an_unusable_database_is_one_line(tmp_path: Path, command: str, url: str, why: str) -> None:
    (tmp_path / "text.txt").write_text("This is no database, and it is long enough to look at. " * 20)
    address = url.format(port=free_port())
    assert why in complaint(coditect(tmp_path, *command.split(), database_url=address))


def test_a_missing_postgresql_database_is_one_line(tmp_path: Path, postgres_url: str) -> None:
    address = postgres_url.rpartition("/")[0] + "/no_such_name"
    assert '"no_such_name" does not exist' in complaint(coditect(tmp_path, "migrate", database_url=address))


def test_a_newer_database_is_refused_unchanged(tmp_path: Path) -> None:
    assert coditect(tmp_path, "migrate", "--data-dir", "data").returncode == 0
    with sqlite3.connect(tmp_path / "data" / "coditect.db") as database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
    told = complaint(coditect(tmp_path, "serve", "--port", "0", "--data-dir", "data"))
    assert "9999" in told
    assert "newer" in told


def test_what_cannot_be_a_data_folder_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert "file cannot be used" in complaint(
        coditect(tmp_path, "serve", "--port", "0", "--data-dir", "file")
    )


def test_a_model_that_cannot_be_built_stops_the_start(tmp_path: Path) -> None:
    told = complaint(coditect(tmp_path, "serve", "--port", "0", "--data-dir", "data", model="magic"))
    assert "anthropic:NAME" in told


def test_sqlite_has_one_server_that_does_everything(tmp_path: Path) -> None:
    """Fails when a lone role starts on SQLite: it would hold the folder and nobody could do the rest."""
    assert "PostgreSQL" in complaint(
        coditect(tmp_path, "serve", "--port", "0", "--data-dir", "data", "--role", "worker")
    )


def test_a_second_server_on_the_folder_is_refused(server: Server, tmp_path: Path) -> None:
    for arguments in (("serve", "--port", "0"), ("migrate",)):
        told = complaint(coditect(tmp_path, *arguments, "--data-dir", str(server.data_dir)))
        assert "Another CODITECT server" in told
        assert "--data-dir" in told
    assert server.is_ready()


def test_migrate_says_what_it_did_and_where_settings_are_wrong(tmp_path: Path) -> None:
    done = coditect(tmp_path, "migrate", "--data-dir", "data")
    assert (done.returncode, done.stderr) == (0, "The database is up to date.\n")
    assert (
        head_revision()
        in sqlite3.connect(tmp_path / "data" / "coditect.db")
        .execute("SELECT version_num FROM alembic_version")
        .fetchone()
    )
    assert "CODITECT_PORT" in complaint(coditect(tmp_path, "migrate", port="abc"))


@pytest.fixture
def _home() -> Iterator[None]:
    yield
    people.close_all()


@pytest.mark.usefixtures("_home")
def test_open_streams_end_with_the_server(start_server: StartServer) -> None:
    """Fails when a stream holds the server up until its grace ends, or the polite end is no success."""
    server = start_server()
    person = people.sign_up(server)
    project_id = person.project()
    opened, ends = threading.Event(), list[str]()

    def watch() -> None:
        try:
            with person.api.stream("GET", f"/projects/{project_id}/activity/stream") as stream:
                opened.set()
                for _ in stream.iter_lines():
                    pass
            ends.append("whole")
        except httpx.HTTPError as error:
            ends.append(repr(error))

    reader = threading.Thread(target=watch)
    reader.start()
    assert opened.wait(30)
    time.sleep(0.2)  # the reader is inside the stream by now
    assert server.stop() == 0
    reader.join(30)
    assert ends == ["whole"], "the stream was cut off in the middle of an answer"
    assert "Traceback" not in server.log.read_text()
