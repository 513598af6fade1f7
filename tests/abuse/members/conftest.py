"""Three people with organizations of their own, on each database."""

from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest

from tests.abuse.members.joining import INVITED
from tests.identity.house import House
from tests.projects.house import member, run_projects_house


@pytest.fixture
async def house(migrated_database_url: str, tmp_path: Path) -> AsyncIterator[House]:
    async with run_projects_house(migrated_database_url, tmp_path / "house") as running:
        yield running


@pytest.fixture
async def ada(house: House) -> AsyncIterator[httpx.AsyncClient]:
    async with member(house, "ada@example.com") as client:
        yield client


@pytest.fixture
async def grace(house: House) -> AsyncIterator[httpx.AsyncClient]:
    async with member(house, INVITED) as client:
        yield client


@pytest.fixture
async def eve(house: House) -> AsyncIterator[httpx.AsyncClient]:
    async with member(house, "eve@example.com") as client:
        yield client
