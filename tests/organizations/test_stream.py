"""One stream for many subjects: opened only to those who may read, ended when they may not any more."""

import asyncio
import uuid
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest
from sqlalchemy import delete

from coditect.kernel import presence
from coditect.kernel.events import StoredEvent
from coditect.kernel.scope import ENGINE
from coditect.organizations.models import Membership
from tests.fixtures.platforms import PATIENCE_SECONDS, until
from tests.identity.house import House
from tests.projects.house import Frame, Stream, member, run_projects_house, stream
from tests.projects.test_routes import API, add_task, create

STREAM = f"{API}/stream"


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
    async with member(house, "eve@example.com") as client:
        yield client


def path(*subjects: str, **more: str) -> str:
    asked = "&".join(f"subjects={subject}" for subject in subjects)
    return f"{STREAM}?{asked}" + "".join(f"&{name}={value}" for name, value in more.items())


def subject(project: dict[str, str]) -> str:
    return f"project:{project['id']}"


async def next_of(opened: Stream, event: str) -> Frame:
    async with asyncio.timeout(PATIENCE_SECONDS):
        while (frame := await opened.next()).event != event:
            pass
    return frame


async def test_one_connection_tells_of_several_projects(house: House, ada: httpx.AsyncClient) -> None:
    one, other = await create(ada), await create(ada)
    await house.deliver()
    async with stream(house.app, ada, path(subject(one), subject(other), "account:me")) as opened:
        await add_task(ada, one)
        await add_task(ada, other)
        await house.deliver()
        told = [frame.data["subject"] for frame in await opened.frames(2)]
    assert told == [subject(one), subject(other)]


async def test_nothing_is_lost_between_what_was_read_and_the_stream(
    house: House, ada: httpx.AsyncClient
) -> None:
    """Fails when a stream begins at its opening, though what it continues was read before."""
    project = await create(ada)
    await house.deliver()
    await until(lambda: house.platform.hub.position)
    await asyncio.sleep(0)
    read = await ada.get(f"{API}/projects/{project['id']}/tasks")
    await add_task(ada, project)
    await house.deliver()
    position = read.headers["coditect-position"]
    async with stream(house.app, ada, path(f"{subject(project)}@{position}")) as opened:
        async with asyncio.timeout(PATIENCE_SECONDS):
            # What the answer shows already may be told again, never too little.
            while (await next_of(opened, "activity")).data["data"]["object"]["kind"] != "task":
                pass


async def test_each_subject_begins_at_its_own_position(house: House, ada: httpx.AsyncClient) -> None:
    one, other = await create(ada), await create(ada)
    await house.deliver()
    async with stream(house.app, ada, path(f"{subject(one)}@0", subject(other))) as opened:
        await add_task(ada, other)
        await house.deliver()
        frames = await opened.frames(3)
    assert [frame.data["subject"] for frame in frames] == [subject(one), subject(one), subject(other)]
    assert [frame.id for frame in frames] == sorted(frame.data["position"] for frame in frames)


async def test_a_gap_is_told_to_the_multiplexed_reader_once(house: House, ada: httpx.AsyncClient) -> None:
    project = await create(ada)
    await house.deliver()
    async with stream(house.app, ada, path(subject(project))) as opened:
        await add_task(ada, project)
        await house.deliver()
        seen = await opened.frames(1)
    for _ in range(3):
        await add_task(ada, project)
    await house.deliver()
    async with stream(house.app, ada, path(subject(project)), last_event_id=seen[-1].id) as opened:
        seen += await opened.frames(3)
        assert opened.is_silent()
    assert [frame.data["data"]["data"]["number"] for frame in seen] == [1, 2, 3, 4]


async def test_what_is_pruned_is_answered_with_a_reset(house: House, ada: httpx.AsyncClient) -> None:
    project = await create(ada)
    for _ in range(2):
        await add_task(ada, project)
    await house.deliver()
    async with house.platform.database.write(ENGINE) as session:
        await session.execute(delete(StoredEvent))
    async with stream(house.app, ada, path(f"{subject(project)}@1")) as opened:
        reset = await opened.next()
    assert (reset.event, reset.data["subject"]) == ("reset", subject(project))


async def test_foreign_subjects_are_named(
    house: House, ada: httpx.AsyncClient, eve: httpx.AsyncClient
) -> None:
    project = await create(ada)
    strange = ["run:" + str(uuid.uuid4()), "nothing:here", "project:x", f"account:{uuid.uuid4()}"]
    answer = await eve.get(path("account:me", subject(project), *strange))
    assert answer.status_code == 404
    assert answer.json()["code"] == "subject_not_found"
    assert [fault["field"] for fault in answer.json()["errors"]] == [f"subjects.{n}" for n in range(1, 6)]
    assert subject(project) in answer.json()["detail"]


@pytest.mark.parametrize("asked", ["project:x@y", "account:me@-1", "account:me@" + "9" * 20])
async def test_a_position_is_a_number(ada: httpx.AsyncClient, asked: str) -> None:
    assert (await ada.get(path(asked))).status_code == 422


async def test_a_stream_needs_a_subject_and_a_session(house: House, ada: httpx.AsyncClient) -> None:
    assert (await ada.get(STREAM)).status_code == 422
    async with house.client() as nobody:
        assert (await nobody.get(path("account:me"))).status_code == 401


async def test_a_stream_ends_with_its_session(house: House, ada: httpx.AsyncClient) -> None:
    """Fails when a copied session is revoked and whoever holds it goes on reading."""
    project = await create(ada)
    await house.deliver()
    async with stream(house.app, ada, path(subject(project))) as opened:
        await ada.post(f"{API}/auth/logout")
        await house.deliver()
        async with asyncio.timeout(PATIENCE_SECONDS):
            await opened.ended.wait()
        assert opened.is_silent()


async def test_a_stream_ends_with_the_membership(house: House, ada: httpx.AsyncClient) -> None:
    project = await create(ada)
    await house.deliver()
    organization = (await ada.get(f"{API}/me")).json()["active_organization_id"]
    async with stream(house.app, ada, path(subject(project))) as opened:
        async with house.platform.database.writer.begin() as connection:
            await connection.execute(
                delete(Membership).where(Membership.organization_id == uuid.UUID(organization))
            )
        await house.platform.hub.recheck(tuple(house.platform.hub._all))
        async with asyncio.timeout(PATIENCE_SECONDS):
            await opened.ended.wait()


# ---- presence


async def test_who_is_there_is_told_when_they_come_turn_and_go(
    house: House, ada: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(presence, "GRACE_SECONDS", 0.01)
    project = await create(ada)
    here = {"present": subject(project)}
    async with stream(
        house.app, ada, path(subject(project), client="first-page", page="board", **here)
    ) as first:
        assert (await next_of(first, "presence")).data["data"]["people"][0]["pages"] == ["board"]
        second_path = path(subject(project), client="second-page", page="activity", **here)
        async with stream(house.app, ada, second_path) as second:
            both = (await next_of(first, "presence")).data["data"]
            assert [person["pages"] for person in both["people"]] == [["activity", "board"]]
            assert both["count"] == 1, "one person with two pages is one person"
            assert (await next_of(second, "presence")).data["data"] == both
            where = {"subject": subject(project), "page": "overview"}
            assert (await ada.put(f"{API}/presence/second-page", json=where)).status_code == 204
            turned = (await next_of(first, "presence")).data["data"]
            assert turned["people"][0]["pages"] == ["board", "overview"]
        gone = (await next_of(first, "presence")).data["data"]
        assert gone["people"][0]["pages"] == ["board"]


async def test_nobody_is_seen_from_another_organization(
    house: House, ada: httpx.AsyncClient, eve: httpx.AsyncClient
) -> None:
    project = await create(ada)
    watched = path(subject(project), client="adas-page", present=subject(project))
    async with stream(house.app, ada, watched) as opened:
        await next_of(opened, "presence")
        where = {"subject": subject(project), "page": "board"}
        assert (await eve.put(f"{API}/presence/adas-page", json=where)).status_code == 404
        assert (
            await eve.get(watched.partition("/api/v1")[1] + watched.partition("/api/v1")[2])
        ).status_code == 404
