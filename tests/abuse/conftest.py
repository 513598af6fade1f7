from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest

from tests.identity.house import House, run_house


@pytest.fixture
async def house(migrated_database_url: str, tmp_path: Path) -> AsyncIterator[House]:
    """The application, once on SQLite and once on PostgreSQL."""
    async with run_house(migrated_database_url, tmp_path / "data") as running:
        yield running


@pytest.fixture
async def client(house: House) -> AsyncIterator[httpx.AsyncClient]:
    """A browser with its own cookies."""
    async with house.client() as opened:
        yield opened
