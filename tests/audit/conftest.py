"""The application of identity and organizations with the audit on top, on each kind of database."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import httpx
import pytest

from coditect.audit import context
from coditect.identity import context as identity_context
from coditect.kernel.relay import Relay
from tests.identity.house import House, run_house

ADA = "ada@example.com"


@pytest.fixture
async def house(migrated_database_url: str, tmp_path: Path) -> AsyncIterator[House]:
    async with run_house(migrated_database_url, tmp_path / "data") as running:
        yield audited(running)


def audited(running: House) -> House:
    """A house whose acts are recorded."""
    for router in context.routers:
        running.app.include_router(router, prefix="/api/v1")
    platform = running.platform
    consumers = [*identity_context.consumers(platform), *context.consumers(platform)]
    return replace(running, relay=Relay(platform.database, platform.bus, consumers))


@pytest.fixture
async def ada(house: House) -> AsyncIterator[httpx.AsyncClient]:
    """The owner of an organization, signed in from an address of her own."""
    async with house.client(
        "203.0.113.7", **{"user-agent": "Mozilla/5.0 (X11; Linux) Firefox/140.0"}
    ) as client:
        await house.signed_in(client, ADA)
        yield client


async def entries(house: House, client: httpx.AsyncClient, **wanted: Any) -> list[dict[str, Any]]:
    """What the audit tells, after everything that was stated has been recorded."""
    await house.deliver()
    answer = await client.get("/api/v1/audit", params={"limit": 500, **wanted})
    assert answer.status_code == 200, answer.text
    found: list[dict[str, Any]] = answer.json()["items"]
    return found


def actions(found: list[dict[str, Any]]) -> list[str]:
    """The acts, oldest first."""
    return [one["action"] for one in reversed(found)]
