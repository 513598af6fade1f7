"""The tables of own agents: as the models say, reversible, behind their wall, and their versions unchangeable."""

from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from coditect import main
from coditect.agents import service
from coditect.agents.events import OwnAgentWritten
from coditect.agents.models import OwnAgentRow, OwnAgentVersionRow
from coditect.kernel import migrate
from coditect.kernel.ids import OrganizationId
from coditect.kernel.platform import Platform
from coditect.kernel.scope import ENGINE, tenant
from tests.agents.house import TEXT
from tests.fixtures.platforms import new_account, new_organization, on_postgresql, platform
from tests.projects.test_migration import downgrade, tables_of

__all__ = ["platform"]

TABLES = {OwnAgentRow.__tablename__, OwnAgentVersionRow.__tablename__}


async def wrote(platform: Platform, organization_id: OrganizationId) -> None:
    async with platform.database.write(tenant(organization_id)) as session:
        await service.create(session, TEXT, service.Author(organization_id, new_account(), "Ada"))


async def test_the_tables_are_as_the_models_say(migrated_database_url: str) -> None:
    assert main.CONTEXTS, "their models are known once the whole program is"
    assert await migrate.drift(migrated_database_url) == []


async def test_the_migration_goes_back_and_forth(database_url: str, tmp_path: Path) -> None:
    await migrate.migrate(database_url, "0006")
    assert await tables_of(database_url) >= TABLES
    await downgrade(database_url, "0005")
    assert not await tables_of(database_url) & TABLES
    await migrate.migrate(database_url, "0006")
    assert await tables_of(database_url) >= TABLES


@on_postgresql
async def test_row_level_security_is_a_wall_of_its_own(platform: Platform) -> None:
    ours, theirs = new_organization(), new_organization()
    await wrote(platform, theirs)
    # Raw SQL, so that the session's own filter takes no part.
    for table in TABLES:
        for organization, count in ((ours, 0), (theirs, 1)):
            async with platform.database.read(tenant(organization)) as session:
                assert await session.scalar(text(f"SELECT count(*) FROM {table}")) == count
    async with platform.database.write(tenant(ours)) as session:
        await session.execute(text("UPDATE own_agents SET name = 'mine'"))
        await session.execute(text("DELETE FROM own_agents"))
    async with platform.database.read(tenant(theirs)) as session:
        assert await session.scalar(text("SELECT name FROM own_agents")) == "invoice-clerk"


async def test_a_version_never_changes_and_goes_with_its_agent(platform: Platform) -> None:
    ours = new_organization()
    await wrote(platform, ours)
    with pytest.raises(DBAPIError):
        async with platform.database.write(tenant(ours)) as session:
            await session.execute(text("UPDATE own_agent_versions SET text = 'other'"))
    async with platform.database.write(tenant(ours)) as session:
        await session.execute(text("DELETE FROM own_agents"))
        assert await session.scalar(text("SELECT count(*) FROM own_agent_versions")) == 0


async def test_writing_an_agent_is_a_fact(platform: Platform) -> None:
    await wrote(platform, new_organization())
    async with platform.database.read(ENGINE) as session:
        topics = list(await session.scalars(text("SELECT topic FROM outbox_events")))
    assert topics == [OwnAgentWritten.topic]
