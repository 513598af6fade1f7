"""One history for both databases: up, no drift, down; whole or not at all."""

import asyncio
from pathlib import Path
from typing import Any

import pytest
from alembic import command, op
from sqlalchemy import Connection, text
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.pool import NullPool

import coditect.main  # noqa: F401 - every table
from coditect.kernel.db import Database, async_url
from coditect.kernel.migrate import ForeignKeysBrokenError, current_revision, drift, head_revision, migrate
from tests.servers import databases
from tests.servers.postgres import Cluster


async def test_the_migrated_database_fits_the_models(migrated_database_url: str) -> None:
    """Fails when a model changes without a migration, or the other way round."""
    assert await drift(migrated_database_url) == []
    assert await current_revision(migrated_database_url) == head_revision()


async def test_drift_is_noticed(migrated_database_url: str) -> None:
    """Guards the test above: a missing column, index or table is seen."""
    await run(
        migrated_database_url,
        "ALTER TABLE runs DROP COLUMN kind"
        if "postgres" in migrated_database_url
        else "DROP INDEX ix_steps_ready",
    )
    assert await drift(migrated_database_url) != []


async def test_migrating_again_changes_nothing(migrated_database_url: str) -> None:
    await migrate(migrated_database_url)
    assert await drift(migrated_database_url) == []


async def test_the_history_can_be_walked_back_and_forth(migrated_database_url: str) -> None:
    """Fails when a `downgrade` forgets something, or drops in an order that foreign keys forbid."""
    await walk_back(migrated_database_url)
    assert await tables(migrated_database_url) == {"alembic_version"}
    await migrate(migrated_database_url)
    assert await drift(migrated_database_url) == []


async def test_migrations_at_once_wait_for_each_other(database_url: str) -> None:
    """Fails without a lock: the second one would find half of the tables."""
    await asyncio.gather(*(migrate(database_url) for _ in range(3)))
    assert await current_revision(database_url) == head_revision()


async def test_databases_of_one_server_are_migrated_at_once(
    postgres_cluster: Cluster, tmp_path: Path
) -> None:
    """Fails when the roles, which all databases share, are made without regard to the neighbours."""
    with postgres_cluster.database() as first, postgres_cluster.database() as second:
        await asyncio.gather(
            *(asyncio.to_thread(databases.migrate, url, tmp_path) for url in (first, second))
        )
        assert await current_revision(first) == await current_revision(second) == head_revision()


async def test_a_migration_that_dies_half_way_leaves_nothing(
    database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Fails when tables stay without their version: the next start would find them and break."""
    create_table, created = op.create_table, 0

    def die_at_the_fourth(*arguments: Any, **more: Any) -> None:
        nonlocal created
        created += 1
        if created == 4:
            raise KeyboardInterrupt
        create_table(*arguments, **more)

    with monkeypatch.context() as patched:
        patched.setattr(op, "create_table", die_at_the_fourth)
        with pytest.raises(KeyboardInterrupt):
            await migrate(database_url, "0001")
    assert await tables(database_url) <= {"alembic_version"}
    await migrate(database_url)
    assert await drift(database_url) == []


async def test_sqlite_rebuilds_do_not_delete_what_points_to_the_table(tmp_path: Path) -> None:
    """Fails with foreign keys on: dropping the old table of a rebuild cascades to its children."""
    url = f"sqlite:///{tmp_path / 'a.db'}"
    await family(url)
    await upgrade_by(url, rebuild_parent)
    assert await count(url, "child") == 1


async def test_with_foreign_keys_on_a_rebuild_deletes_the_children(tmp_path: Path) -> None:
    """The counter-test: the same rebuild on a connection of the running product."""
    url = f"sqlite:///{tmp_path / 'a.db'}"
    await family(url)
    database = Database(url)
    async with database.writer.begin() as connection:
        await connection.run_sync(rebuild_parent)
    await database.close()
    assert await count(url, "child") == 0


async def test_a_migration_that_leaves_rows_pointing_nowhere_is_refused_whole(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'a.db'}"
    await family(url)
    with pytest.raises(ForeignKeysBrokenError):
        await upgrade_by(url, lambda connection: connection.exec_driver_sql("DELETE FROM parent"))
    assert await count(url, "parent") == 1


def rebuild_parent(connection: Connection) -> None:
    for statement in (
        "CREATE TABLE parent_new (id INTEGER PRIMARY KEY, name TEXT)",
        "INSERT INTO parent_new (id) SELECT id FROM parent",
        "DROP TABLE parent",
        "ALTER TABLE parent_new RENAME TO parent",
    ):
        connection.exec_driver_sql(statement)


async def family(url: str) -> None:
    await run(
        url,
        "CREATE TABLE parent (id INTEGER PRIMARY KEY)",
        "CREATE TABLE child (id INTEGER PRIMARY KEY, parent_id INTEGER REFERENCES parent ON DELETE CASCADE)",
        "INSERT INTO parent VALUES (1)",
        "INSERT INTO child VALUES (1, 1)",
    )


async def upgrade_by(url: str, change: Any) -> None:
    """Run `migrate` with `change` in the place of the history."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(command, "upgrade", lambda config, _: change(config.attributes["connection"]))
        await migrate(url)


async def walk_back(url: str) -> None:
    downgrade = command.downgrade
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(command, "upgrade", lambda config, _: downgrade(config, "base"))
        await migrate(url)


async def run(url: str, *statements: str) -> None:
    engine = create_async_engine(async_url(url), poolclass=NullPool)
    async with engine.begin() as connection:
        for statement in statements:
            await connection.execute(text(statement))
    await engine.dispose()


async def count(url: str, table: str) -> int:
    engine = create_async_engine(async_url(url), poolclass=NullPool)
    async with engine.connect() as connection:
        number = (await connection.execute(text(f"SELECT count(*) FROM {table}"))).scalar_one()
    await engine.dispose()
    return int(number)


async def tables(url: str) -> set[str]:
    query = (
        "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
        if url.startswith("postgres")
        else "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    )
    engine = create_async_engine(async_url(url), poolclass=NullPool)
    async with engine.connect() as connection:
        found = set((await connection.execute(text(query))).scalars())
    await engine.dispose()
    return found
