"""What `coditect doctor` finds is true, and it says how to mend it."""

import json
import socket
import sqlite3
import subprocess
import threading
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

import pytest

from coditect.cli import doctor
from coditect.cli.doctor import Finding, examine, report
from coditect.kernel.config import Settings
from coditect.kernel.migrate import migrate
from tests.conftest import StartServer
from tests.servers.coditect import COMMAND, Server
from tests.servers.otlp import run_otlp
from tests.servers.process import free_port
from tests.servers.redis import run_redis
from tests.servers.smtp import SmtpServer


async def found(folder: Path, what: str, **settings: object) -> Finding:
    # No test asks whoever may listen on the default port of this machine.
    findings = await examine(Settings.model_validate({"data_dir": folder, "port": free_port(), **settings}))
    return next(finding for finding in findings if finding.what == what)


def command(server: Server, *more: str) -> subprocess.CompletedProcess[str]:
    """`coditect doctor` with the settings of a running server."""
    environment = server.environment | {"CODITECT_PORT": str(server.port)}
    arguments = [str(COMMAND), "doctor", "--data-dir", str(server.data_dir), *more]
    return subprocess.run(arguments, env=environment, check=False, capture_output=True, text=True, timeout=60)


async def test_a_fresh_machine_lacks_nothing(tmp_path: Path) -> None:
    findings = await examine(Settings(data_dir=tmp_path / "data"))
    broken = [finding.what for finding in findings if finding.state == "broken"]
    assert set(broken) <= {"Pages"}, "only the page may be missing here, where nobody need have built it"
    assert not (tmp_path / "data").exists(), "looking must change nothing"


async def test_everything_that_is_not_well_says_how_to_mend_it(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    findings = await examine(
        Settings(data_dir=tmp_path / "file", database_url="nonsense", model="magic", smtp_url=None)
    )
    assert {finding.what for finding in findings if finding.state == "broken"} >= {
        "Data folder",
        "Database",
        "Model",
    }
    assert [finding.what for finding in findings if finding.state != "ok" and not finding.mend] == []


async def test_the_database_as_it_stands(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'coditect.db'}"
    assert (await found(tmp_path, "Database")).state == "note"
    await migrate(url, "0001")
    behind = await found(tmp_path, "Database")
    assert (behind.state, "coditect migrate" in behind.mend) == ("note", True)
    await migrate(url)
    assert (await found(tmp_path, "Database")).state == "ok"
    with sqlite3.connect(tmp_path / "coditect.db") as database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
    newer = await found(tmp_path, "Database")
    assert newer.state == "broken"
    assert "coditect migrate" not in newer.mend, "that would be refused"


async def test_a_silent_postgresql_is_broken_and_its_password_stays_hidden(tmp_path: Path) -> None:
    url = f"postgresql://me:hidden-secret@127.0.0.1:{free_port()}/name"
    finding = await found(tmp_path, "Database", database_url=url)
    assert finding.state == "broken"
    assert "CODITECT_DATABASE_URL" in finding.mend
    assert "hidden-secret" not in finding.found + finding.mend


async def test_an_unknown_setting_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CODITECT_DATABSE_URL", "x")
    assert "CODITECT_DATABSE_URL" in (await found(tmp_path, "Settings")).found


def test_square_brackets_are_no_markup(capsys: pytest.CaptureFixture[str]) -> None:
    report([Finding("Data folder", "ok", "/data/[b]/[/x]", "[/red]")])
    printed = capsys.readouterr().out
    assert "/data/[b]/[/x]" in printed
    assert "[/red]" in printed


@pytest.mark.parametrize("database", ["sqlite", "postgresql"])
def test_a_running_installation_is_well_and_programs_can_read_it(
    database: str, request: pytest.FixtureRequest, start_server: StartServer
) -> None:
    url = {} if database == "sqlite" else {"database_url": request.getfixturevalue("postgres_url")}
    server = start_server(**url)
    done = command(server, "--json")
    told = json.loads(done.stdout)
    states = {finding["what"]: finding["state"] for finding in told["findings"]}
    expected = {"Server", "Workers", "Dead letters", "Database", "Data folder"} | (
        {"Clock"} if database == "postgresql" else set()
    )
    assert {what for what in expected if states.get(what) != "ok"} == set(), told
    assert (done.returncode, told["well"]) == ((0, True) if states["Pages"] == "ok" else (1, False))


async def test_a_server_that_is_not_there_or_is_another_program(tmp_path: Path) -> None:
    assert (await found(tmp_path, "Server")).state == "note"
    with run_otlp() as other:
        finding = await found(tmp_path, "Server", port=other.port)
    assert (finding.state, "--port" in finding.mend) == ("broken", True)


def test_work_that_nobody_does_is_broken_and_dead_letters_are_told(server: Server) -> None:
    assert server.stop() == 0
    database = server.data_dir / "coditect.db"
    _add_step(database, "ready", "nobody")
    _add_step(database, "dead_letter", "gone")
    done = command(server, "--json")
    findings = {finding["what"]: finding for finding in json.loads(done.stdout)["findings"]}
    assert done.returncode == 1
    assert findings["Workers"]["state"] == "broken"
    assert "--role worker" in findings["Workers"]["mend"]
    assert (findings["Dead letters"]["state"], findings["Dead letters"]["found"][:1]) == ("note", "1")


def _add_step(path: Path, status: str, key: str) -> None:
    with closing(sqlite3.connect(path)) as database:
        run = {"id": key.ljust(32, "0").encode().hex()[:32], "organization_id": "0" * 32}
        common = {"created_at": "2026-01-01 00:00:00.000000", **run}
        _insert(database, "runs", common | {"kind": "k", "status": "running", "unfinished": 1})
        step = {"run_id": run["id"], "key": key, "handler": "h", "input": "{}", "status": status}
        numbers = dict.fromkeys(("priority", "pending", "attempt", "failures", "losses", "max_tries"), 0)
        _insert(database, "steps", common | step | numbers | {"run_at": common["created_at"]})
        database.commit()


def _insert(database: sqlite3.Connection, table: str, values: Mapping[str, object]) -> None:
    places = ", ".join("?" * len(values))
    database.execute(f"INSERT INTO {table} ({', '.join(values)}) VALUES ({places})", list(values.values()))


async def test_mail_is_asked_for_its_greeting(tmp_path: Path, smtp_server: SmtpServer) -> None:
    assert (await found(tmp_path, "Mail", smtp_url=smtp_server.url)).state == "ok"
    away = f"smtp://me:hidden-secret@127.0.0.1:{free_port()}"
    finding = await found(tmp_path, "Mail", smtp_url=away)
    assert finding.state == "broken"
    assert "hidden-secret" not in repr(finding)
    with socket.create_server(("127.0.0.1", 0)) as other:
        threading.Thread(target=_say_hello, args=(other,), daemon=True).start()
        port = other.getsockname()[1]
        assert (await found(tmp_path, "Mail", smtp_url=f"smtp://127.0.0.1:{port}")).state == "broken"


def _say_hello(listener: socket.socket) -> None:
    connection, _ = listener.accept()
    with connection:
        connection.sendall(b"SSH-2.0-hello\r\n")


async def test_redis_is_asked(tmp_path: Path) -> None:
    with run_redis() as redis:
        assert (await found(tmp_path, "Redis", redis_url=redis.url)).state == "ok"
    assert (await found(tmp_path, "Redis", redis_url=redis.url)).state == "broken"


@pytest.mark.parametrize(
    ("settings", "state"),
    [
        ({"host": "0.0.0.0"}, "broken"),
        ({"public_url": "http://coditect.example"}, "broken"),
        ({"public_url": "coditect.example"}, "broken"),
        ({"public_url": "http://127.0.0.1:1"}, "note"),
        ({"public_url": "https://127.0.0.1:1"}, "note"),
    ],
)
async def test_the_public_address(tmp_path: Path, settings: dict[str, str], state: str) -> None:
    assert (await found(tmp_path, "Public address", **settings)).state == state


async def test_a_folder_open_to_everybody_is_noticed(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)  # noqa: ASYNC240 - one local folder
    assert "chmod" in (await found(tmp_path, "Data folder")).mend
    tmp_path.chmod(0o700)  # noqa: ASYNC240
    assert (await found(tmp_path, "Data folder")).state == "ok"


async def test_a_look_that_fails_or_hangs_hides_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def _broken_thing(_settings: Settings) -> list[Finding]:
        raise OSError("hidden-secret")

    async def _good_thing(_settings: Settings) -> list[Finding]:
        return [Finding("Good thing", "ok", "fine")]

    monkeypatch.setattr(doctor, "CHECKS", (_broken_thing, _good_thing))
    broken, good = await examine(Settings(data_dir=tmp_path))
    assert (broken.what, broken.state, good.state) == ("Broken thing", "broken", "ok")
    assert "hidden-secret" not in repr(broken)
