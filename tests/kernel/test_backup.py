"""Backups are whole or refused, and restored only where nothing is; on both databases."""

import contextlib
import json
import sqlite3
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from coditect.kernel.backup import (
    BackupDamaged,
    BackupImpossible,
    InstallationNotEmpty,
    back_up,
    last_backup,
    restore,
)
from coditect.kernel.config import Settings
from coditect.kernel.db import Database
from coditect.kernel.keys import instance_key
from coditect.kernel.platform import Platform
from coditect.kernel.scope import tenant
from tests.fixtures.platforms import new_organization, on_postgresql, on_sqlite
from tests.kernel.rows import keys_in, row, store
from tests.servers import databases, postgres

GIT = {"GIT_CONFIG_GLOBAL": "/dev/null", "PATH": "/usr/bin:/bin", "HOME": "/nonexistent"}


@pytest.fixture
def empty(platform: Platform, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Settings]:
    """An installation of the same kind in which nothing is."""
    folder = tmp_path / "restored"
    if platform.database.is_sqlite:
        yield Settings(data_dir=folder)
        return
    cluster: postgres.Cluster = request.getfixturevalue("postgres_cluster")
    with cluster.database() as url:
        yield Settings(data_dir=folder, database_url=url)


async def test_everything_comes_back(platform: Platform, empty: Settings, tmp_path: Path) -> None:
    ours = new_organization()
    await store(platform, ours, "a", "b")
    key = await instance_key(platform.database, "test")
    await platform.storage.put("exports/a.svg", b"<svg/>")
    repository = platform.settings.data_dir / "repositories" / "a.git"
    head = commit(repository)
    (platform.settings.data_dir / "link").symlink_to("repositories/a.git")
    where = await back_up(platform.settings, tmp_path / "backups")
    assert where.parent == tmp_path / "backups"
    assert where.stat().st_mode & 0o077 == 0
    manifest = await restore(empty, where)
    assert manifest.database.rows["idempotent_answers"] == 2
    restored = Database(empty.resolved_database_url)
    try:
        async with restored.read(tenant(ours)) as session:
            assert await keys_in(session) == ["a", "b"]
        assert await instance_key(restored, "test") == key
    finally:
        await restored.close()
    assert (empty.data_dir / "files" / "exports" / "a.svg").read_bytes() == b"<svg/>"
    assert (empty.data_dir / "link").readlink() == Path("repositories/a.git")
    assert git(empty.data_dir / "repositories" / "a.git", "rev-parse", "main") == head
    git(empty.data_dir / "repositories" / "a.git", "fsck", "--strict")
    last = last_backup(platform.settings.data_dir)
    assert last is not None
    assert last.to == str(where)


async def test_an_archive_is_one_file(platform: Platform, empty: Settings, tmp_path: Path) -> None:
    ours = new_organization()
    await store(platform, ours, "a")
    await platform.storage.put("a.svg", b"<svg/>")
    archive = tmp_path / "backups" / "all.tar"
    assert await back_up(platform.settings, archive) == archive
    assert [path.name for path in archive.parent.iterdir()] == ["all.tar"]
    manifest = await restore(empty, archive)
    assert manifest.database.rows["idempotent_answers"] == 1
    assert (empty.data_dir / "files" / "a.svg").read_bytes() == b"<svg/>"


@pytest.mark.parametrize("harm", ["database", "file", "missing file", "manifest", "no manifest"])
async def test_a_damaged_backup_is_refused_whole(
    platform: Platform, empty: Settings, tmp_path: Path, harm: str
) -> None:
    """Fails when something is written before all of the backup has been looked at."""
    await platform.storage.put("a.svg", b"<svg/>")
    where = await back_up(platform.settings, tmp_path / "backups")
    damage(where, harm)
    with pytest.raises(BackupDamaged):
        await restore(empty, where)
    assert not empty.data_dir.exists() or not list(empty.data_dir.iterdir())


async def test_rows_are_counted(platform: Platform, empty: Settings, tmp_path: Path) -> None:
    """Fails when the restored database is not compared with what the manifest says of it."""
    platform.settings.data_dir.mkdir(exist_ok=True)
    where = await back_up(platform.settings, tmp_path / "backups")
    damage(where, "rows")
    with pytest.raises(BackupDamaged):
        await restore(empty, where)


async def test_nothing_is_restored_over_an_installation(platform: Platform, tmp_path: Path) -> None:
    await store(platform, new_organization(), "a")
    await platform.storage.put("a.svg", b"<svg/>")
    where = await back_up(platform.settings, tmp_path / "backups")
    with pytest.raises(InstallationNotEmpty):
        await restore(platform.settings, where)
    elsewhere = platform.settings.model_copy(update={"data_dir": tmp_path / "elsewhere"})
    with pytest.raises(InstallationNotEmpty):
        await restore(elsewhere, where)


async def test_a_backup_does_not_hold_itself_or_replace_another(platform: Platform, tmp_path: Path) -> None:
    platform.settings.data_dir.mkdir(exist_ok=True)
    with pytest.raises(BackupImpossible, match="data folder itself"):
        await back_up(platform.settings, platform.settings.data_dir / "backups")
    (tmp_path / "all.tar").touch()
    with pytest.raises(BackupImpossible, match="exists already"):
        await back_up(platform.settings, tmp_path / "all.tar")


@on_sqlite
async def test_a_damaged_database_is_not_backed_up(platform: Platform, tmp_path: Path) -> None:
    """Fails without the check of the copy: the fault would be found when the backup is needed."""
    platform.settings.data_dir.mkdir(exist_ok=True)
    path = platform.settings.resolved_database_url.removeprefix("sqlite:///")
    with contextlib.closing(sqlite3.connect(path)) as careless, careless:
        careless.execute(
            "INSERT INTO step_needs (step_id, needs_id, organization_id, required) VALUES (1, 2, 3, 1)"
        )
    with pytest.raises(BackupDamaged, match="point to rows"):
        await back_up(platform.settings, tmp_path / "backups")
    assert list((tmp_path / "backups").iterdir()) == []


@on_postgresql
async def test_rows_that_nobody_may_read_are_not_forgotten(platform: Platform, tmp_path: Path) -> None:
    """Fails when a table without the policy of backups is dumped as if it were empty."""
    platform.settings.data_dir.mkdir(exist_ok=True)
    async with platform.database.writer.begin() as connection:
        await connection.exec_driver_sql("DROP POLICY backup ON tasks")
    with pytest.raises(BackupImpossible, match="tasks"):
        await back_up(platform.settings, tmp_path / "backups")


@on_postgresql
async def test_an_owner_without_powers_backs_up_and_restores(
    platform: Platform, postgres_cluster: postgres.Cluster, tmp_path: Path
) -> None:
    """Fails when row-level security, which is forced upon owners too, hides the rows from the backup."""
    owner = f"owner_{tmp_path.name[:30].lower()}"
    postgres_cluster.execute(
        f'CREATE ROLE "{owner}" LOGIN CREATEROLE',
        *(f'GRANT coditect_{role} TO "{owner}" WITH ADMIN OPTION' for role in ("app", "engine", "backup")),
    )
    with postgres_cluster.database() as first, postgres_cluster.database() as second:
        urls = []
        for url in (first, second):
            name = url.rpartition("/")[2]
            postgres_cluster.execute(f'ALTER DATABASE {name} OWNER TO "{owner}"')
            urls.append(url.replace("coditect@", f"{owner}@"))
        databases.migrate(urls[0], tmp_path)
        database = Database(urls[0])
        settings = Settings(data_dir=tmp_path / "owned", database_url=urls[0])
        settings.data_dir.mkdir()
        ours = new_organization()
        await instance_key(database, "test")
        async with database.write(tenant(ours)) as session:
            session.add(row(ours, "a"))
        await database.close()
        where = await back_up(settings, tmp_path / "backups")
        manifest = await restore(Settings(data_dir=tmp_path / "again", database_url=urls[1]), where)
        assert manifest.database.rows["idempotent_answers"] == 1
    postgres_cluster.execute(f'DROP OWNED BY "{owner}"', f'DROP ROLE "{owner}"')


def damage(backup: Path, harm: str) -> None:
    manifest = backup / "manifest.json"
    if harm == "database":
        [database] = backup.glob("database.*")
        content = bytearray(database.read_bytes())
        content[len(content) // 2] ^= 1
        database.write_bytes(content)
    elif harm == "file":
        (backup / "files" / "files" / "a.svg").write_bytes(b"<svg!>")
    elif harm == "missing file":
        (backup / "files" / "files" / "a.svg").unlink()
    elif harm == "manifest":
        manifest.write_text(manifest.read_text()[:-20])
    elif harm == "no manifest":
        manifest.unlink()
    else:
        said = json.loads(manifest.read_text())
        said["database"]["rows"]["tasks"] += 1
        manifest.write_text(json.dumps(said))


def commit(repository: Path) -> str:
    """Make a repository with one commit."""
    repository.parent.mkdir(parents=True)
    subprocess.run(["git", "init", "-q", "--bare", "-b", "main", repository], check=True, env=GIT)
    tree = git(repository, "mktree")
    made = git(repository, "-c", "user.name=a", "-c", "user.email=a@b", "commit-tree", tree, "-m", "first")
    git(repository, "update-ref", "refs/heads/main", made)
    git(repository, "gc", "-q")
    return made


def git(repository: Path, *arguments: str) -> str:
    return subprocess.run(
        ["git", f"--git-dir={repository}", *arguments],
        check=True,
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        env=GIT,
    ).stdout.strip()
