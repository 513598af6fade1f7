"""A platform on each kind of database, and two organizations that must not see each other."""

from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest

from coditect.kernel.bus import InProcessBus
from coditect.kernel.config import Settings
from coditect.kernel.cpu import CpuPool
from coditect.kernel.db import Database
from coditect.kernel.ids import OrganizationId, new_id
from coditect.kernel.mail import DevMailbox
from coditect.kernel.platform import Platform
from coditect.kernel.storage import FolderStorage
from tests.identity.house import House
from tests.projects.house import member, run_projects_house

OURS = OrganizationId(new_id())
THEIRS = OrganizationId(new_id())


@pytest.fixture
async def database(migrated_database_url: str) -> AsyncIterator[Database]:
    database = Database(migrated_database_url)
    yield database
    await database.close()


@pytest.fixture
def platform(database: Database, migrated_database_url: str, tmp_path: Path) -> Platform:
    return Platform(
        settings=Settings(data_dir=tmp_path / "data", database_url=migrated_database_url),
        database=database,
        bus=InProcessBus(),
        mailer=DevMailbox(tmp_path / "mailbox", "CODITECT <no-reply@localhost>"),
        storage=FolderStorage(tmp_path / "files"),
        cpu=CpuPool(),
    )


@pytest.fixture
async def house(migrated_database_url: str, tmp_path: Path) -> AsyncIterator[House]:
    """The application on each kind of database."""
    async with run_projects_house(migrated_database_url, tmp_path / "house") as running:
        yield running


@pytest.fixture
async def ada(house: House) -> AsyncIterator[httpx.AsyncClient]:
    async with member(house, "ada@example.com") as client:
        yield client


@pytest.fixture
async def eve(house: House) -> AsyncIterator[httpx.AsyncClient]:
    """Somebody of another organization."""
    async with member(house, "eve@example.com") as client:
        yield client
