"""The tables: as the models say, reversible, and each behind its own wall."""

from collections.abc import AsyncIterator

import pytest
from alembic import command
from sqlalchemy import Connection, inspect, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.pool import NullPool

from coditect import projects
from coditect.kernel import migrate
from coditect.kernel.db import Database, async_url
from coditect.kernel.scope import tenant
from tests.projects import make
from tests.projects.conftest import OURS, THEIRS

TABLES = {"projects", "tasks", "activity"}
LATER_TABLES = {"task_changes", "task_comments"}


async def tables_of(url: str) -> set[str]:
    engine = create_async_engine(async_url(url), poolclass=NullPool)
    async with engine.connect() as connection:
        found = await connection.run_sync(lambda sync: set(inspect(sync).get_table_names()))
    await engine.dispose()
    return found


async def downgrade(url: str, revision: str) -> None:
    def run(connection: Connection) -> None:
        command.downgrade(migrate._config(connection), revision)
        connection.commit()

    engine = create_async_engine(async_url(url), poolclass=NullPool)
    async with engine.connect() as connection:
        await connection.run_sync(run)
    await engine.dispose()


async def test_the_tables_are_as_the_models_say(migrated_database_url: str) -> None:
    differences = await migrate.drift(migrated_database_url)
    assert [
        each for each in differences if (TABLES | LATER_TABLES) & set(str(each).replace("'", " ").split())
    ] == []


async def test_the_migration_goes_back_and_forth(database_url: str) -> None:
    await migrate.migrate(database_url, "0004")
    assert await tables_of(database_url) >= TABLES
    await downgrade(database_url, "0003")
    assert not await tables_of(database_url) & TABLES
    await migrate.migrate(database_url, "0004")
    assert await tables_of(database_url) >= TABLES


@pytest.fixture
async def postgresql(postgres_url: str) -> AsyncIterator[Database]:
    await migrate.migrate(postgres_url)
    database = Database(postgres_url)
    yield database
    await database.close()


async def test_row_level_security_is_a_wall_of_its_own(postgresql: Database) -> None:
    project = await make.project(postgresql, THEIRS)
    async with postgresql.write(tenant(THEIRS)) as session:
        await projects.add_tasks(session, project.id, [projects.TaskDraft(title="Pay")], make.ADA)
    # Raw SQL, so that the session's own filter takes no part.
    for table in TABLES:
        async with postgresql.read(tenant(OURS)) as session:
            assert await session.scalar(text(f"SELECT count(*) FROM {table}")) == 0
        async with postgresql.read(tenant(THEIRS)) as session:
            assert await session.scalar(text(f"SELECT count(*) FROM {table}")) > 0
    async with postgresql.write(tenant(OURS)) as session:
        await session.execute(text("UPDATE tasks SET title = 'Mine'"))
        await session.execute(text("DELETE FROM projects"))
    async with postgresql.read(tenant(THEIRS)) as session:
        assert await session.scalar(text("SELECT title FROM tasks")) == "Pay"


async def test_a_task_cannot_enter_a_foreign_project(database: Database) -> None:
    ours, theirs = await make.project(database, OURS), await make.project(database, THEIRS)
    async with database.write(tenant(OURS)) as session:
        await projects.add_tasks(session, ours.id, [projects.TaskDraft(title="Pay")], make.ADA)

    async def smuggle() -> None:
        async with database.write(tenant(OURS)) as session:
            foreign = theirs.id.hex if database.is_sqlite else str(theirs.id)
            await session.execute(text(f"UPDATE tasks SET project_id = '{foreign}'"))

    with pytest.raises(DBAPIError, match=r"(?i)foreign key"):
        await smuggle()
