"""The live feed: begins at the present, resumes anywhere, loses and doubles nothing."""

import asyncio
from typing import Any

import httpx

from tests.identity.house import House
from tests.projects.house import Frame, stream
from tests.projects.test_routes import API, add_task, create, items


def stream_of(project: dict[str, Any]) -> str:
    return f"{API}/projects/{project['id']}/activity/stream"


def numbers(frames: list[Frame]) -> list[int]:
    return [frame.data["data"]["number"] for frame in frames]


async def test_a_stream_begins_at_the_present(house: House, ada: httpx.AsyncClient) -> None:
    project = await create(ada)
    await add_task(ada, project)
    await house.deliver()
    async with stream(house.app, ada, stream_of(project)) as opened:
        assert opened.status == 200
        await add_task(ada, project)
        await house.deliver()
        frame = await opened.next()
        assert (frame.event, frame.data["data"]) == ("activity", {"number": 2})
        assert opened.is_silent()
    [newest, *_] = await items(ada, f"/projects/{project['id']}/activity")
    assert frame.data == newest
    assert frame.id == newest["position"]


async def test_a_stream_resumes_without_loss_or_doubling(house: House, ada: httpx.AsyncClient) -> None:
    project = await create(ada)
    other = await create(ada)
    await house.deliver()
    seen: list[Frame] = []
    async with stream(house.app, ada, stream_of(project)) as opened:
        for _ in range(3):
            await add_task(ada, project)
            await add_task(ada, other)
        await house.deliver()
        seen += await opened.frames(2)  # the third is on its way when the line breaks
    for _ in range(3):
        await add_task(ada, project)
    await house.deliver()
    async with stream(house.app, ada, stream_of(project), last_event_id=seen[-1].id) as opened:
        seen += await opened.frames(4)
        await asyncio.gather(*(add_task(ada, project) for _ in range(4)))
        await house.deliver()
        seen += await opened.frames(4)
        assert opened.is_silent()
    assert sorted(numbers(seen)) == list(range(1, 11))
    assert [frame.id for frame in seen] == sorted({frame.id or 0 for frame in seen})


async def test_a_stream_can_tell_everything_from_the_start(house: House, ada: httpx.AsyncClient) -> None:
    project = await create(ada)
    await house.deliver()
    async with stream(house.app, ada, stream_of(project), last_event_id=0) as opened:
        assert [frame.data["verb"] for frame in await opened.frames(2)] == [
            *("project.created", "repository.created")
        ]


async def test_a_position_from_the_future_means_the_present(house: House, ada: httpx.AsyncClient) -> None:
    project = await create(ada)
    await house.deliver()
    async with stream(house.app, ada, stream_of(project), last_event_id=10**15) as opened:
        assert opened.status == 200
        assert (await opened.next()).event == "reset", "the reader knows what never was"
        await add_task(ada, project)
        await house.deliver()
        assert numbers([await opened.next()]) == [1]


async def test_a_foreign_stream_is_not_there(
    house: House, ada: httpx.AsyncClient, eve: httpx.AsyncClient
) -> None:
    project = await create(ada)
    await house.deliver()
    async with stream(house.app, eve, stream_of(project), last_event_id=0) as opened:
        assert opened.status == 404
