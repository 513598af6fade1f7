"""The application of projects with notifications on top, on each kind of database."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import UUID

import httpx
import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from coditect.identity import context as identity_context
from coditect.kernel.ids import AccountId, OrganizationId, ProjectId, RunId
from coditect.kernel.relay import Relay
from coditect.notifications import context
from coditect.notifications.service import Reader
from coditect.organizations import context as organizations_context
from coditect.projects import context as projects_context
from tests.identity.house import House
from tests.projects.house import member, run_projects_house


@dataclass(frozen=True)
class Analysed:
    """A workflow that a run analysed."""

    id: UUID
    project_id: ProjectId
    title: str
    created_by: AccountId


ANALYSED: dict[RunId, Analysed] = {}


async def workflow_of_run(_session: AsyncSession, run_id: RunId) -> Analysed | None:
    """What the Workflow Analyzer answers."""
    return ANALYSED.get(run_id)


@pytest.fixture
async def house(migrated_database_url: str, tmp_path: Path) -> AsyncIterator[House]:
    async with run_projects_house(migrated_database_url, tmp_path / "house") as running:
        for router in context.routers:
            running.app.include_router(router, prefix="/api/v1")
        organizations_context.supply(
            running.app,
            subject_kinds={**organizations_context.subjects, **projects_context.subjects},
            finders=projects_context.finders,
            steps={**projects_context.first_steps, "analysis": projects_context.first_steps["project"]},
        )
        platform = running.platform
        consumers = [
            *identity_context.consumers(platform),
            *projects_context.consumers(platform),
            *context.consumers(platform, workflow_of_run),
        ]
        yield replace(running, relay=Relay(platform.database, platform.bus, consumers))


@pytest.fixture
async def ada(house: House) -> AsyncIterator[httpx.AsyncClient]:
    async with member(house, "ada@example.com") as client:
        yield client


@pytest.fixture
async def eve(house: House) -> AsyncIterator[httpx.AsyncClient]:
    """Somebody of another organization."""
    async with member(house, "eve@example.com") as client:
        yield client


async def reader_of(client: httpx.AsyncClient) -> Reader:
    """Who is signed in, as a reader."""
    me = (await client.get("/api/v1/me")).json()
    return Reader(OrganizationId(UUID(me["active_organization_id"])), AccountId(UUID(me["account"]["id"])))
