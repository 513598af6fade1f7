"""A platform on each kind of database, and two organizations that must not see each other."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from coditect.kernel.bus import InProcessBus
from coditect.kernel.config import Settings
from coditect.kernel.cpu import CpuPool
from coditect.kernel.db import Database
from coditect.kernel.ids import OrganizationId, new_id
from coditect.kernel.mail import DevMailbox
from coditect.kernel.migrate import migrate
from coditect.kernel.platform import Platform
from coditect.kernel.storage import FolderStorage

OURS = OrganizationId(new_id())
THEIRS = OrganizationId(new_id())


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    await migrate(database_url)
    database = Database(database_url)
    yield database
    await database.close()


@pytest.fixture
def platform(database: Database, database_url: str, tmp_path: Path) -> Platform:
    return Platform(
        settings=Settings(data_dir=tmp_path / "data", database_url=database_url),
        database=database,
        bus=InProcessBus(),
        mailer=DevMailbox(tmp_path / "mailbox", "CODITECT <no-reply@localhost>"),
        storage=FolderStorage(tmp_path / "files"),
        cpu=CpuPool(),
    )
