"""Event streams resume where they ended, lose nothing, double nothing, stay alive, and end."""

import asyncio
import json
from collections.abc import AsyncIterator, Sequence
from typing import Any

import pytest
from sqlalchemy import insert, select

from coditect.kernel import streams
from coditect.kernel.events import StoredEvent
from coditect.kernel.ids import OrganizationId, new_id
from coditect.kernel.platform import Platform
from coditect.kernel.streams import Feed, Message, stream_response
from tests.fixtures.platforms import PATIENCE_SECONDS, new_organization
from tests.kernel.test_relay import relay, say


async def translate(stored: StoredEvent) -> Sequence[Message]:
    return [Message("said", {"word": stored.payload["word"]})]


async def allowed() -> bool:
    return True


async def refused() -> bool:
    return False


def feed(organization: OrganizationId, after: int = 0, **more: Any) -> Feed:
    facts: dict[str, Any] = {"translate": translate, "still_allowed": allowed, "ended": is_end} | more
    return Feed(organization_id=organization, subject="talk", after=after, **facts)


def is_end(stored: StoredEvent) -> bool:
    return bool(stored.payload["word"] == "end")


def frames(platform: Platform, wanted: Feed) -> AsyncIterator[str]:
    iterator: Any = stream_response(platform, wanted).body_iterator
    return aiter(iterator)


def parsed(frame: str) -> tuple[int, str]:
    fields = dict(line.split(": ", 1) for line in frame.strip().split("\n"))
    assert fields["event"] == "said"
    return int(fields["id"]), json.loads(fields["data"])["word"]


async def read_all(platform: Platform, wanted: Feed) -> list[tuple[int, str]]:
    """Read to the end."""
    async with asyncio.timeout(PATIENCE_SECONDS):
        return [parsed(frame) async for frame in frames(platform, wanted) if frame.startswith("id: ")]


async def test_a_stream_ends_after_its_last_event(platform: Platform) -> None:
    organization = new_organization()
    await say(platform, organization, "a", "b", "end", "never shown")
    await relay(platform).assign_positions()
    assert await read_all(platform, feed(organization)) == [(1, "a"), (2, "b"), (3, "end")]


async def test_a_reader_who_was_away_gets_what_they_missed_once(platform: Platform) -> None:
    """Fails when a gap loses or doubles an event."""
    organization, one = new_organization(), relay(platform)
    await say(platform, organization, "a", "b")
    await one.assign_positions()
    reader = frames(platform, feed(organization))
    assert await anext(reader) == "retry: 2000\n\n"
    got = [parsed(await anext(reader)), parsed(await anext(reader))]
    await reader.aclose()  # type: ignore[attr-defined] # it is a generator
    await say(platform, organization, "c", "end")
    await one.assign_positions()
    got += await read_all(platform, feed(organization, after=got[-1][0]))
    assert got == [(1, "a"), (2, "b"), (3, "c"), (4, "end")]


async def test_readers_at_every_position_see_one_history_while_it_is_written(platform: Platform) -> None:
    organization = new_organization()
    running = asyncio.create_task(relay(platform).run())
    words = [str(n) for n in range(20)] + ["end"]
    readers = [asyncio.create_task(read_all(platform, feed(organization, after))) for after in (0, 0, 5, 13)]
    await say(platform, organization, *words)
    seen = await asyncio.gather(*readers)
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    history = list(enumerate(words, start=1))
    assert seen == [history, history, history[5:], history[13:]]


async def test_more_events_than_one_read_gives_are_all_shown(platform: Platform) -> None:
    organization = new_organization()
    await say(platform, organization, "a")
    await _multiply(platform, 600)
    one = relay(platform)
    while await one.assign_positions():
        pass
    await say(platform, organization, "end")
    await one.assign_positions()
    assert [position for position, _ in await read_all(platform, feed(organization))] == list(range(1, 603))


async def test_a_silent_stream_shows_that_it_is_alive(
    platform: Platform, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Fails without heartbeats: proxies end silent connections, and nobody notices that a reader is gone."""
    monkeypatch.setattr(streams, "HEARTBEAT_SECONDS", 0.01)
    reader = frames(platform, feed(new_organization()))
    async with asyncio.timeout(PATIENCE_SECONDS):
        assert [await anext(reader) for _ in range(3)] == ["retry: 2000\n\n", ": alive\n\n", ": alive\n\n"]
    await reader.aclose()  # type: ignore[attr-defined] # it is a generator


async def test_a_stream_ends_when_its_reader_may_not_read_any_more(
    platform: Platform, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Fails when access is asked once only: whoever was removed would listen for ever."""
    monkeypatch.setattr(streams, "HEARTBEAT_SECONDS", 0.01)
    assert await read_all(platform, feed(new_organization(), still_allowed=refused)) == []


async def test_no_other_tenants_events_are_shown(platform: Platform) -> None:
    theirs, ours = new_organization(), new_organization()
    await say(platform, theirs, "secret")
    await say(platform, ours, "end")
    await relay(platform).assign_positions()
    assert [word for _, word in await read_all(platform, feed(ours))] == ["end"]


def test_text_cannot_break_out_of_its_frame() -> None:
    frame = streams._frame(Message("said", {"word": "a\n\nevent: forged\r\ndata: {}\n\n\u2028"}), 7)
    assert frame.count("\n") == 4
    assert "\r" not in frame
    assert parsed(frame)[0] == 7


async def _multiply(platform: Platform, times: int) -> None:
    """Copy the one event, in the database."""
    table = StoredEvent.__table__
    async with platform.database.writer.begin() as connection:
        [stored] = (await connection.execute(select(table))).mappings()
        await connection.execute(insert(StoredEvent), [dict(stored) | {"id": new_id()} for _ in range(times)])
