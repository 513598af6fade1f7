"""Old code goes on working while a migration runs: nothing that rewrites, locks for long, or takes away."""

import re
from collections.abc import Iterator, Sequence

import pytest
from alembic.migration import MigrationContext
from alembic.operations import Operations
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, event, text
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.pool import NullPool

import coditect.main  # noqa: F401 - every table
from coditect.kernel import migrate as migrating
from coditect.kernel.db import async_url
from coditect.kernel.migrate import DatabaseBusy, migrate
from coditect.kernel.online import create_index_online

RULES = {
    "an index of an existing table is built CONCURRENTLY": r"CREATE (UNIQUE )?INDEX (?!CONCURRENTLY)\S+ ON (?P<table>\S+)",
    "a new column is nullable or has a default": r"ALTER TABLE (?P<table>\S+) ADD COLUMN (?!.*DEFAULT).*NOT NULL",
    "the type of a column stays": r"ALTER TABLE (?P<table>\S+) ALTER COLUMN \S+ (SET DATA )?TYPE",
    "NOT NULL comes by a valid check": r"ALTER TABLE (?P<table>\S+) ALTER COLUMN \S+ SET NOT NULL",
    "a new constraint is NOT VALID at first": r"ALTER TABLE (?P<table>\S+) ADD CONSTRAINT (?!.*NOT VALID)",
    "what old code reads is dropped a version later": r"ALTER TABLE (?P<table>\S+) DROP COLUMN",
    "tables are dropped a version later": r"DROP TABLE (IF EXISTS )?(?P<table>\S+)",
    "nothing is renamed": r"ALTER TABLE (?P<table>\S+) RENAME",
    "rows are changed in batches, outside of migrations": r"(UPDATE|DELETE FROM) (?P<table>\S+)",
}
BEFORE_THE_FIRST_RELEASE = 10
"""Nobody runs what is older than this revision; later ones say `safe = "why"` where they break a rule."""


@pytest.fixture
def statements() -> Iterator[list[str]]:
    """What is sent to any database."""
    seen: list[str] = []

    def note(_c: object, _cursor: object, statement: str, *_: object) -> None:
        seen.append(re.sub(r"\s+", " ", statement).strip())

    event.listen(Engine, "before_cursor_execute", note)
    yield seen
    event.remove(Engine, "before_cursor_execute", note)


async def test_migrations_let_old_code_go_on(postgres_url: str, statements: list[str]) -> None:
    """Fails when a migration would stop people at work on a table that exists already."""
    history = ScriptDirectory.from_config(migrating._config(None))
    for script in reversed(list(history.walk_revisions())):
        statements.clear()
        await migrate(postgres_url, script.revision)
        if int(script.revision) > BEFORE_THE_FIRST_RELEASE and not getattr(script.module, "safe", ""):
            assert faults(statements) == [], script.path


def test_faults_are_found() -> None:
    """Guards the test above: each rule finds its fault, and none in a table that is new."""
    bad = [
        "CREATE INDEX ix_a ON tasks (a)",
        "ALTER TABLE tasks ADD COLUMN a INTEGER NOT NULL",
        "ALTER TABLE tasks ALTER COLUMN a TYPE BIGINT",
        "ALTER TABLE tasks ALTER COLUMN a SET NOT NULL",
        "ALTER TABLE tasks ADD CONSTRAINT a CHECK (a > 0)",
        "ALTER TABLE tasks DROP COLUMN a",
        "DROP TABLE tasks",
        "ALTER TABLE tasks RENAME TO jobs",
        "UPDATE tasks SET a = 1",
    ]
    assert len(faults(bad)) == len(bad) == len(RULES)
    assert faults(["CREATE TABLE tasks (a INTEGER)", *bad[:5]]) == []
    assert faults(["CREATE INDEX CONCURRENTLY ix_a ON tasks (a)"]) == []
    assert faults(["ALTER TABLE tasks ADD COLUMN a INTEGER DEFAULT 0 NOT NULL"]) == []


def faults(statements: Sequence[str]) -> list[str]:
    """Return the broken rules, each with its statement."""
    new = {match[1] for one in statements if (match := re.match(r"CREATE TABLE (\S+)", one))}
    own = new | {"alembic_version"}
    return [
        f"{rule}: {statement}"
        for statement in statements
        for rule, pattern in RULES.items()
        if (found := re.match(pattern, statement)) and found["table"].strip('"') not in own
    ]


async def test_an_index_is_built_beside_those_who_write(
    migrated_database_url: str, statements: list[str]
) -> None:
    """Fails when PostgreSQL would lock the table for as long as the index takes, or build it in a transaction."""
    engine = create_async_engine(async_url(migrated_database_url), poolclass=NullPool)
    async with engine.connect() as connection:
        await connection.run_sync(_build)
        await connection.run_sync(_build, drop=True)
    [built] = [one for one in statements if one.startswith("CREATE INDEX")]
    assert ("CONCURRENTLY" in built) == migrated_database_url.startswith("postgresql")
    await engine.dispose()


def _build(connection: Connection, *, drop: bool = False) -> None:
    context = MigrationContext.configure(connection, opts={"transaction_per_migration": True})
    with Operations.context(context) as operations, context.begin_transaction(_per_migration=True):
        if drop:
            operations.drop_index("ix_try", "tasks")
        else:
            create_index_online("ix_try", "tasks", ["title"])


async def test_a_migration_does_not_queue_everybody_behind_itself(
    postgres_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Fails without a lock timeout: whoever comes after a waiting ALTER TABLE waits as well."""
    monkeypatch.setattr(migrating, "LOCK_SECONDS", 0.1)
    monkeypatch.setattr(migrating, "PAUSE_SECONDS", 0.01)
    await migrate(postgres_url, "0007")
    engine = create_async_engine(async_url(postgres_url), poolclass=NullPool)
    async with engine.begin() as reader:
        # Somebody reads a table that the next migration changes, and does not come to an end.
        await reader.execute(text("SELECT 1 FROM tasks"))
        with pytest.raises(DatabaseBusy):
            await migrate(postgres_url, "0008")
    await migrate(postgres_url, "0008")
    await engine.dispose()
