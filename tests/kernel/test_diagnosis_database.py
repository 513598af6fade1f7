"""Each look at the database finds the fault that it is for, and none where all is well."""

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from coditect.kernel import diagnosis_database as diagnosis
from coditect.kernel.backup import back_up
from coditect.kernel.platform import Platform
from tests.fixtures.platforms import on_postgresql


async def states(platform: Platform) -> dict[str, str]:
    return {one.what: one.state for one in await diagnosis.diagnose(platform.settings)}


async def test_all_is_well_after_a_backup(
    platform: Platform, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    platform.settings.data_dir.mkdir(exist_ok=True)
    assert (await states(platform))["Backup"] == "note"
    await back_up(platform.settings, tmp_path / "backups")
    assert set((await states(platform)).values()) == {"ok"}
    monkeypatch.setattr(diagnosis, "OLD_BACKUP", timedelta())
    monkeypatch.setattr(diagnosis, "LARGE_FILE_BYTES", 0)
    found = await states(platform)
    assert found["Backup"] == "note"
    assert found.get("Integrity", "note") == "note"


@on_postgresql
@pytest.mark.parametrize(
    ("statement", "what"),
    [
        ("ALTER TABLE tasks NO FORCE ROW LEVEL SECURITY", "Row security"),
        ("ALTER TABLE projects DISABLE ROW LEVEL SECURITY", "Row security"),
    ],
)
async def test_open_tables_are_found(platform: Platform, statement: str, what: str) -> None:
    async with platform.database.writer.begin() as connection:
        await connection.execute(text(statement))
    assert (await states(platform))[what] == "broken"


@on_postgresql
async def test_long_transactions_are_found(platform: Platform, monkeypatch: pytest.MonkeyPatch) -> None:
    assert (await states(platform))["Transactions"] == "ok"
    monkeypatch.setattr(diagnosis, "LONG_TRANSACTION", timedelta(seconds=-1))
    async with platform.database.writer.begin() as connection:
        await connection.execute(text("SELECT 1"))
        assert (await states(platform))["Transactions"] == "note"


@on_postgresql
async def test_a_server_that_is_too_old_is_found(platform: Platform, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(diagnosis, "OLDEST_VERSION", 99)
    assert (await states(platform))["PostgreSQL"] == "broken"


@on_postgresql
async def test_roles_that_are_missing_or_mighty_are_found(
    platform: Platform, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(diagnosis, "BACKUP_ROLE", "coditect_nobody")
    assert (await states(platform))["Roles"] == "broken"
    monkeypatch.setattr(diagnosis, "BACKUP_ROLE", "coditect")
    assert (await states(platform))["Roles"] == "broken"


@on_postgresql
async def test_a_replica_that_follows_nobody_is_found(platform: Platform) -> None:
    async with platform.database.writer.connect() as connection:
        assert (await diagnosis.replica(connection)).state == "broken"
