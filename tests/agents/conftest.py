"""The application with agents on each kind of database, and people of two organizations."""

from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest

from tests.agents.house import member, run_agents_house
from tests.identity.house import House


@pytest.fixture
async def house(migrated_database_url: str, tmp_path: Path) -> AsyncIterator[House]:
    async with run_agents_house(migrated_database_url, tmp_path / "house") as running:
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
