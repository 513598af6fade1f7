"""What `coditect doctor` finds is true, and it says how to mend it."""

import sqlite3
from pathlib import Path

import pytest

from coditect.cli.doctor import Finding, examine, report
from coditect.kernel.config import Settings
from coditect.kernel.migrate import migrate
from tests.servers.process import free_port


async def found(folder: Path, what: str, **settings: object) -> Finding:
    findings = await examine(Settings.model_validate({"data_dir": folder, **settings}))
    return next(finding for finding in findings if finding.what == what)


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
