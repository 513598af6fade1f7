"""The application with agents, and a text of an agent to begin with."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any
from uuid import UUID

import httpx
from sqlalchemy import update

from coditect.agents import context
from coditect.kernel.ids import OrganizationId
from coditect.kernel.scope import tenant
from coditect.organizations import Role
from coditect.organizations.models import Membership
from tests.identity.house import House, run_house

API = "/api/v1"
TEXT = """---
name: invoice-clerk
description: |
  Checks invoices against orders. Use it when an invoice arrives. Not for paying (`devops-engineer`).

  <example>
  user: "Check invoice 17."
  assistant: "I'll ask the invoice-clerk subagent."
  </example>
tools: Read, Grep
---

You compare each line with its order. Findings go to `code-reviewer`.

Report as in `schemas/review.json`.
"""


@asynccontextmanager
async def run_agents_house(url: str, folder: Path) -> AsyncIterator[House]:
    """Build the application on the migrated database at `url`."""
    async with run_house(url, folder) as house:
        for router in context.routers:
            house.app.include_router(router, prefix=API)
        yield house


@asynccontextmanager
async def member(house: House, email: str) -> AsyncIterator[httpx.AsyncClient]:
    """A signed-in program of a person with an organization of their own."""
    async with house.client() as client:
        login = await house.signed_in(client, email)
    async with house.client(authorization=f"Bearer {login['access_token']}") as client:
        yield client


async def become(house: House, client: httpx.AsyncClient, role: Role) -> None:
    """Give the owner of an organization another role in it."""
    me = (await client.get(f"{API}/me")).json()
    organization_id = OrganizationId(UUID(me["active_organization_id"]))
    async with house.platform.database.write(tenant(organization_id)) as session:
        await session.execute(
            update(Membership).where(Membership.organization_id == organization_id).values(role=role)
        )


async def create(client: httpx.AsyncClient, text: str = TEXT) -> dict[str, Any]:
    answer = await client.post(f"{API}/agents", json={"text": text})
    assert answer.status_code == 201, answer.text
    body: dict[str, Any] = answer.json()
    return body


async def names(client: httpx.AsyncClient, query: str = "") -> list[str]:
    answer = await client.get(f"{API}/agents?limit=500{query}")
    assert answer.status_code == 200, answer.text
    return [item["name"] for item in answer.json()["items"]]


def called(name: str, text: str = TEXT) -> str:
    """The text of an agent of another name."""
    return text.replace("name: invoice-clerk", f"name: {name}")
