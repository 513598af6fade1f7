"""Moving from SQLite to PostgreSQL: everything arrives, or nothing does."""

import json
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select, text

import coditect.main  # noqa: F401 - every table
from coditect.kernel import transfer as moving
from coditect.kernel.db import Base, Database
from coditect.kernel.events import Event, publish
from coditect.kernel.lock import DataFolderInUseError, exclusive
from coditect.kernel.platform import Platform
from coditect.kernel.relay import Relay
from coditect.kernel.scope import ENGINE, NOBODY, tenant
from coditect.kernel.transfer import SEEDED, Contents, TransferFailed, TransferRefused, transfer
from tests.fixtures.platforms import new_organization, on_sqlite
from tests.kernel.rows import keys_of, store

pytestmark = on_sqlite


class _Fact(Event, topic="test_transfer.fact"):
    pass


async def test_every_row_arrives(platform: Platform, postgres_url: str) -> None:
    ours = new_organization()
    await store(platform, ours, "a", "Grüße 🙂", "c" * 10_000)
    hard = {
        "big": 2**60,
        "float": 1e5,
        "small": 0.1 + 0.2,
        "nested": [{"b": None, "a": True}],
        "text": "é\u2028",
    }
    async with platform.database.write(tenant(ours)) as session:
        await session.execute(
            text("UPDATE idempotent_answers SET answer = :hard"), {"hard": json.dumps(hard)}
        )
    moved = await transfer(platform.settings.resolved_database_url, postgres_url)
    assert moved["idempotent_answers"].rows == 3
    target = Database(postgres_url)
    try:
        async with target.read(tenant(ours)) as session:
            answers = await session.scalars(select(Base.metadata.tables["idempotent_answers"].c.answer))
            assert list(answers) == [hard] * 3
        async with target.writer.connect() as connection:
            bare = await connection.scalars(
                text("SELECT relname FROM pg_class WHERE relrowsecurity AND NOT relforcerowsecurity")
            )
            assert list(bare) == []
    finally:
        await target.close()
    assert len(await keys_of(platform, ours)) == 3


async def test_positions_go_on_where_they_were(platform: Platform, postgres_url: str) -> None:
    """Fails when the new database counts from one again: streams would lose what comes."""
    for _ in range(3):
        async with platform.database.write(NOBODY) as session:
            publish(session, _Fact())
    await Relay(platform.database, platform.bus, []).assign_positions()
    await transfer(platform.settings.resolved_database_url, postgres_url)
    target = Database(postgres_url)
    try:
        async with target.write(ENGINE) as session:
            # The old holder's lease has run out by the time anybody starts anew.
            await session.execute(text("UPDATE relay_state SET expires_at = NULL"))
        async with target.write(NOBODY) as session:
            publish(session, _Fact())
        await Relay(target, platform.bus, []).assign_positions()
        async with target.read(ENGINE) as session:
            positions = await session.scalars(text("SELECT position FROM outbox_events ORDER BY position"))
            assert list(positions) == [1, 2, 3, 4]
    finally:
        await target.close()


async def test_a_source_in_use_is_refused(platform: Platform, postgres_url: str) -> None:
    path = Path(platform.settings.resolved_database_url.removeprefix("sqlite:///"))
    with exclusive(path.parent), pytest.raises(DataFolderInUseError):
        await transfer(platform.settings.resolved_database_url, postgres_url)


async def test_a_full_target_is_refused(platform: Platform, postgres_url: str) -> None:
    await store(platform, new_organization(), "a")
    await transfer(platform.settings.resolved_database_url, postgres_url)
    with pytest.raises(TransferRefused, match="not empty"):
        await transfer(platform.settings.resolved_database_url, postgres_url)


async def test_nothing_is_kept_when_something_differs(
    platform: Platform, postgres_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Fails without the comparison at the end; and the next try finds the target empty."""
    ours = new_organization()
    await store(platform, ours, "a")

    async def other(*_: Any) -> Contents:
        return Contents()

    with monkeypatch.context() as patched:
        patched.setattr(moving, "_contents", other)
        with pytest.raises(TransferFailed):
            await transfer(platform.settings.resolved_database_url, postgres_url)
    moved = await transfer(platform.settings.resolved_database_url, postgres_url)
    assert moved["idempotent_answers"].rows == 1


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("sqlite:///nowhere.db", "postgresql://a@127.0.0.1/b"),
        ("postgresql://a@127.0.0.1/b", "postgresql://a@127.0.0.1/b"),
        ("sqlite:///nowhere.db", "sqlite:///elsewhere.db"),
    ],
)
async def test_other_ways_are_refused(platform: Platform, source: str, target: str) -> None:
    with pytest.raises(TransferRefused):
        await transfer(source, target)


async def test_a_new_database_has_rows_in_the_seeded_tables_only(platform: Platform) -> None:
    """Fails when a migration adds rows to another table: a target would never be empty."""
    async with platform.database.writer.connect() as connection:
        for table in Base.metadata.sorted_tables:
            found = (await connection.execute(select(table).limit(1))).all()
            assert bool(found) == (table.name in SEEDED), table.name


async def test_no_table_points_to_itself(platform: Platform) -> None:
    """Rows are moved table by table: one that pointed to a later row of its own table could not be stored."""
    for table in Base.metadata.sorted_tables:
        assert not any(key.column.table is table for key in table.foreign_keys), table.name
