"""What a route gets by naming a permission and a unit of work in its signature."""

from collections.abc import AsyncIterator
from typing import Annotated
from uuid import UUID

import httpx
import pytest
from fastapi import APIRouter, Depends, Request
from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from coditect import organizations
from coditect.kernel.clock import utc_now
from coditect.kernel.db import Database
from coditect.kernel.errors import Conflict, Denial, Problem
from coditect.kernel.idempotency import IdempotentAnswer
from coditect.kernel.ids import OrganizationId, new_id
from coditect.kernel.platform import platform_of
from coditect.kernel.scope import tenant
from coditect.organizations import (
    CurrentMember,
    Member,
    ProjectReader,
    ProjectWriter,
    ReadSession,
    WriteSession,
)
from coditect.organizations.models import Membership
from tests.identity.house import House


class NoteRefused(Denial):
    code = "note_refused"


def note(member: Member) -> IdempotentAnswer:
    """Any row of a tenant."""
    return IdempotentAnswer(
        id=new_id(),
        organization_id=member.organization_id,
        key=str(new_id()),
        request_digest="",
        answer={},
        created_at=utc_now(),
    )


async def late_session(request: Request, member: CurrentMember) -> AsyncIterator[AsyncSession]:
    """The mistake that the real one avoids: FastAPI ends this one after the answer."""
    async with platform_of(request).database.write(member.scope) as session:
        yield session


def add_probes(house: House) -> None:
    """Add routes like those of the contexts above."""
    router = APIRouter(prefix="/api/v1/notes")

    @router.get("")
    async def count(_member: ProjectReader, session: ReadSession) -> int:
        return await session.scalar(select(func.count()).select_from(IdempotentAnswer)) or 0

    @router.post("", status_code=201)
    async def write(member: ProjectWriter, session: WriteSession) -> None:
        session.add(note(member))

    @router.post("/late", status_code=201)
    async def write_late(
        member: ProjectWriter, session: Annotated[AsyncSession, Depends(late_session)]
    ) -> None:
        session.add(note(member))

    @router.post("/refused")
    async def refuse(member: ProjectWriter, session: WriteSession) -> None:
        session.add(note(member))
        raise NoteRefused

    @router.post("/failed")
    async def fail(member: ProjectWriter, session: WriteSession) -> None:
        session.add(note(member))
        raise Conflict

    @router.post("/read-only")
    async def write_in_a_reading_session(member: ProjectReader, session: ReadSession) -> None:
        session.add(note(member))
        await session.flush()

    house.app.include_router(router)


@pytest.fixture
async def ada(house: House, client: httpx.AsyncClient) -> httpx.AsyncClient:
    """A browser in which Ada, who owns her organization, is signed in."""
    add_probes(house)
    await house.signed_in(client, "ada@example.com")
    return client


async def notes(client: httpx.AsyncClient) -> int:
    return int((await client.get("/api/v1/notes")).text)


async def own_organization(client: httpx.AsyncClient) -> OrganizationId:
    return OrganizationId(UUID((await client.get("/api/v1/me")).json()["active_organization_id"]))


async def test_units_of_work_end_with_the_route(ada: httpx.AsyncClient) -> None:
    assert (await ada.post("/api/v1/notes")).status_code == 201
    assert await notes(ada) == 1
    assert (await ada.post("/api/v1/notes/failed")).status_code == 409
    assert await notes(ada) == 1
    assert (await ada.post("/api/v1/notes/refused")).status_code == 403
    assert await notes(ada) == 2
    assert (await ada.post("/api/v1/notes/read-only")).status_code == 500
    assert await notes(ada) == 2


async def test_what_a_client_was_told_is_stored(
    ada: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fail(_database: Database, _session: AsyncSession) -> None:
        raise RuntimeError("the disk is full")

    monkeypatch.setattr(Database, "_commit", fail)
    assert (await ada.post("/api/v1/notes")).status_code == 500
    # The counter-test: a unit of work that ends after the answer promises what it cannot keep.
    assert (await ada.post("/api/v1/notes/late")).status_code == 201


async def test_without_denials_what_preceded_a_refusal_would_be_lost(
    ada: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    class NothingIsADenial(Problem):
        """No error is one of these."""

    monkeypatch.setattr("coditect.kernel.db.Denial", NothingIsADenial)
    assert (await ada.post("/api/v1/notes/refused")).status_code == 403
    assert await notes(ada) == 0


async def test_the_role_decides_at_once(house: House, ada: httpx.AsyncClient) -> None:
    organization_id = await own_organization(ada)
    expected: list[tuple[organizations.Role, int]] = [
        ("viewer", 403),
        ("developer", 201),
        ("analyst", 403),
        ("owner", 201),
    ]
    for role, writes in expected:
        async with house.platform.database.write(tenant(organization_id)) as session:
            await session.execute(update(Membership).values(role=role))
        assert (await ada.get("/api/v1/notes")).status_code == 200
        answer = await ada.post("/api/v1/notes")
        assert answer.status_code == writes, role
        if writes == 403:
            assert answer.json()["code"] == "permission_missing"
            assert role in answer.json()["detail"]


async def test_who_was_removed_is_out_at_once(house: House, ada: httpx.AsyncClient) -> None:
    organization_id = await own_organization(ada)
    async with house.platform.database.write(tenant(organization_id)) as session:
        for membership in (await session.scalars(select(Membership))).all():
            await session.delete(membership)
    for answer in (await ada.get("/api/v1/notes"), await ada.post("/api/v1/notes")):
        assert (answer.status_code, answer.json()["code"]) == (403, "not_a_member")
    assert (await ada.get("/api/v1/me")).json()["organizations"] == []


async def test_who_is_not_signed_in_gets_no_unit_of_work(ada: httpx.AsyncClient) -> None:
    ada.cookies.clear()
    for answer in (await ada.get("/api/v1/notes"), await ada.post("/api/v1/notes")):
        assert answer.status_code == 401


async def test_an_open_stream_ends_with_session_role_or_membership(
    house: House, ada: httpx.AsyncClient
) -> None:
    database = house.platform.database
    seen: list[Member] = []

    async def look(member: CurrentMember) -> None:
        seen.append(member)

    house.app.get("/api/v1/looked-at")(look)
    await ada.get("/api/v1/looked-at")
    (member,) = seen
    assert await organizations.still_members(database, [member])
    async with database.write(member.scope) as session:
        await session.execute(update(Membership).values(role="viewer"))
    assert not await organizations.still_members(database, [member])
    async with database.write(member.scope) as session:
        await session.execute(update(Membership).values(role="owner"))
    assert await organizations.still_members(database, [member])
    await ada.post("/api/v1/auth/logout")
    assert not await organizations.still_members(database, [member])
