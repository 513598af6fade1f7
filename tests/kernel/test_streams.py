"""Event streams resume where they ended, lose nothing, double nothing, stay alive, stay small, and end."""

import asyncio
import json
from collections.abc import AsyncIterator, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pytest
from sqlalchemy import delete, insert, select

from coditect.kernel import metrics
from coditect.kernel.db import Database
from coditect.kernel.events import StoredEvent
from coditect.kernel.ids import AccountId, OrganizationId, new_id
from coditect.kernel.platform import Platform
from coditect.kernel.streams import Channel, Listener, Message, each, hub, listener
from coditect.kernel.streams.frames import block, frames
from tests.fixtures.platforms import PATIENCE_SECONDS, new_account, new_organization, until
from tests.kernel.test_relay import relay, say


@dataclass(frozen=True)
class Guest:
    account_id: AccountId
    organization_id: OrganizationId


async def translate(stored: StoredEvent) -> Sequence[Message]:
    return [Message("said", {"word": stored.payload["word"]})]


async def welcome(_: Database, guests: Collection[Guest], /) -> Collection[Guest]:
    return guests


async def turned_away(_: Database, _guests: Collection[Guest], /) -> Collection[Guest]:
    return []


def is_end(stored: StoredEvent) -> bool:
    return bool(stored.payload["word"] == "end")


def talk(organization: OrganizationId, name: str = "talk") -> Channel:
    return Channel(name, "talk", organization, each(translate), is_end)


def listen(
    platform: Platform,
    organization: OrganizationId,
    after: int | None = 0,
    access: Any = welcome,
    starts: Mapping[Channel, int | None] | None = None,
) -> Listener:
    guest = Guest(new_account(), organization)
    wanted = {talk(organization): after} if starts is None else starts
    return Listener(platform.hub, guest, access, wanted, wrapped=starts is not None)


@dataclass(frozen=True)
class Frame:
    """What a browser makes of one frame."""

    event: str | None
    data: Any
    id: int | None


def frames_in(chunk: bytes) -> list[Frame]:
    found = []
    for text in chunk.decode().removesuffix("\n\n").split("\n\n"):
        fields = dict(line.split(": ", 1) for line in text.split("\n") if not line.startswith(":"))
        place = int(fields["id"]) if "id" in fields else None
        found.append(Frame(fields.get("event"), json.loads(fields.get("data", "null")), place))
    return found


async def read(one: Listener) -> AsyncIterator[Frame]:
    """Yield events, without what only keeps the line alive."""
    chunks = one.chunks()
    try:
        async for chunk in chunks:
            for frame in frames_in(chunk):
                if frame.event:
                    yield frame
    finally:
        await chunks.aclose()


async def read_all(one: Listener) -> list[tuple[int | None, str]]:
    """Read to the end."""
    async with asyncio.timeout(PATIENCE_SECONDS):
        return [(frame.id, frame.data["word"]) async for frame in read(one)]


async def some(frames_to_come: AsyncIterator[Frame], count: int) -> list[Frame]:
    async with asyncio.timeout(PATIENCE_SECONDS):
        return [await anext(frames_to_come) for _ in range(count)]


# ---- what is told, and what is told again


async def test_a_stream_ends_after_its_last_event(platform: Platform) -> None:
    organization = new_organization()
    await say(platform, organization, "a", "end", "b", "end")
    await relay(platform).assign_positions()
    # What something follows was not the end: a run that had ended may go on.
    told = await read_all(listen(platform, organization))
    assert told == [(1, "a"), (2, "end"), (3, "b"), (4, "end")]


async def test_a_reader_who_was_away_gets_what_they_missed_once(platform: Platform) -> None:
    """Fails when a gap loses or doubles an event."""
    organization, one = new_organization(), relay(platform)
    await say(platform, organization, "a", "b")
    await one.assign_positions()
    reader = read(listen(platform, organization))
    got = [(frame.id, frame.data["word"]) for frame in await some(reader, 2)]
    await reader.aclose()  # type: ignore[attr-defined] # it is a generator
    await say(platform, organization, "c", "end")
    await one.assign_positions()
    got += await read_all(listen(platform, organization, got[-1][0]))
    assert got == [(1, "a"), (2, "b"), (3, "c"), (4, "end")]


async def test_readers_at_every_position_see_one_history_while_it_is_written(platform: Platform) -> None:
    """Fails when an event is lost between the reading of what was missed and what comes live."""
    organization = new_organization()
    running = asyncio.create_task(relay(platform).run())
    words = [str(n) for n in range(40)] + ["end"]
    saying = asyncio.create_task(say(platform, organization, *words))
    readers = []
    for after in (0, 0, 5, 13):
        await until(lambda: (platform.hub.position or 0) >= after)  # noqa: B023 - asked at once
        readers.append(asyncio.create_task(read_all(listen(platform, organization, after))))
    seen = await asyncio.gather(*readers)
    await saying
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    history = list(enumerate(words, start=1))
    assert seen == [history, history, history[5:], history[13:]]


async def test_concurrent_commits_are_all_shown_in_one_order(platform: Platform) -> None:
    """Fails when a stream goes by ids or times: commits end in another order than they begin."""
    organization = new_organization()
    running = asyncio.create_task(relay(platform).run())
    reader = read(listen(platform, organization, 0))
    words = [f"{speaker}-{n}" for speaker in range(6) for n in range(8)]
    speakers = [words[n : n + 8] for n in range(0, len(words), 8)]
    await asyncio.gather(*(say(platform, organization, *said) for said in speakers))
    seen = await some(reader, len(words))
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    await reader.aclose()  # type: ignore[attr-defined] # it is a generator
    assert [frame.id for frame in seen] == list(range(1, len(words) + 1))
    assert sorted(frame.data["word"] for frame in seen) == sorted(words)


async def test_more_events_than_one_read_gives_are_all_shown(platform: Platform) -> None:
    organization = new_organization()
    await say(platform, organization, "a")
    await _multiply(platform, 600)
    one = relay(platform)
    while await one.assign_positions():
        pass
    await say(platform, organization, "end")
    await one.assign_positions()
    told = await read_all(listen(platform, organization))
    assert [position for position, _ in told] == list(range(1, 603))


async def test_a_stream_that_begins_now_tells_nothing_of_before(platform: Platform) -> None:
    organization, one = new_organization(), relay(platform)
    await say(platform, organization, "before")
    await one.assign_positions()
    reader = listen(platform, organization, after=None).chunks()
    assert frames_in(await anext(reader))[0].id == 1, "a line that breaks at once would forget where it began"
    await reader.aclose()
    reading = asyncio.create_task(read_all(listen(platform, organization, after=None)))
    await until(lambda: metrics.STREAMS._value.get() > 0, what="the stream")
    await say(platform, organization, "end")
    await one.assign_positions()
    assert await reading == [(2, "end")]


async def test_no_other_tenants_events_are_shown(platform: Platform) -> None:
    theirs, ours = new_organization(), new_organization()
    reading = asyncio.create_task(read_all(listen(platform, ours)))
    live = asyncio.create_task(read_all(listen(platform, ours)))
    await say(platform, theirs, "secret")
    await say(platform, ours, "end")
    await relay(platform).assign_positions()
    assert [word for _, word in await reading + await live] == ["end", "end"]
    assert [word for _, word in await read_all(listen(platform, ours))] == ["end"]


# ---- one connection for many subjects


async def test_a_stream_of_many_says_what_each_event_is_about(platform: Platform) -> None:
    ours, one = new_organization(), relay(platform)
    await say(platform, ours, "a", "b", "c")
    await one.assign_positions()
    starts = {talk(ours, "early"): 1, talk(ours, "late"): 2}
    reader = read(listen(platform, ours, starts=starts))
    told = [(frame.data["subject"], frame.data["position"], frame.id) for frame in await some(reader, 3)]
    await reader.aclose()  # type: ignore[attr-defined] # it is a generator
    assert told[0] == ("early", 2, 2)
    assert sorted(told[1:]) == [("early", 3, None), ("late", 3, 3)], (
        "the id must come with the last of a position"
    )


async def test_an_event_that_cannot_be_shown_makes_its_readers_look_again(platform: Platform) -> None:
    """Fails when one bad event ends the stream, or is passed over in silence."""

    async def picky(stored: StoredEvent) -> Sequence[Message]:
        if stored.payload["word"] == "bad":
            raise ValueError("cannot be shown")
        return await translate(stored)

    ours = new_organization()
    await say(platform, ours, "a", "bad", "b")
    await relay(platform).assign_positions()
    reader = read(listen(platform, ours, starts={Channel("talk", "talk", ours, each(picky)): 0}))
    assert [frame.event for frame in await some(reader, 3)] == ["said", "reset", "said"]
    await reader.aclose()  # type: ignore[attr-defined] # it is a generator


# ---- what cannot be told again


async def test_whoever_missed_what_is_pruned_is_told_to_look_again(platform: Platform) -> None:
    ours, one = new_organization(), relay(platform)
    await say(platform, ours, "a", "b", "c")
    await one.assign_positions()
    async with platform.database.writer.begin() as connection:
        await connection.execute(delete(StoredEvent).where(StoredEvent.position <= 2))
    for after, expected in ((1, ["reset"]), (2, ["said"]), (99, ["reset"])):
        reader = read(listen(platform, ours, starts={talk(ours): after}))
        assert [frame.event for frame in await some(reader, 1)] == expected
        await reader.aclose()  # type: ignore[attr-defined] # it is a generator


async def test_a_page_that_missed_very_much_looks_anew(
    platform: Platform, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listener, "REPLAY", 2)
    ours, one = new_organization(), relay(platform)
    await say(platform, ours, *"abcd")
    await one.assign_positions()
    for after, expected in ((1, "reset"), (2, "said")):
        reader = read(listen(platform, ours, starts={talk(ours): after}))
        assert [frame.event for frame in await some(reader, 1)] == [expected]
        await reader.aclose()  # type: ignore[attr-defined] # it is a generator


# ---- slow readers


async def test_a_slow_reader_is_kept_small_and_loses_nothing(
    platform: Platform, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Fails when what waits for a slow reader is kept without bound, or dropped for good."""
    monkeypatch.setattr(listener, "BUFFER", 5)
    ours, one = new_organization(), relay(platform)
    slow = listen(platform, ours)
    reader = slow.chunks()
    await anext(reader)
    reading = asyncio.create_task(anext(reader))
    await say(platform, ours, "0")
    await one.assign_positions()
    [first] = frames_in(await reading)
    most = 0
    for n in range(1, 31):
        await say(platform, ours, "end" if n == 30 else str(n))
        await one.assign_positions()
        await until(lambda: platform.hub.position == n + 1)  # noqa: B023 - called at once
        most = max(most, len(slow._waiting))
    assert most <= 5
    rest = [frame async for chunk in reader for frame in frames_in(chunk) if frame.event]
    assert [frame.id for frame in [first, *rest]] == list(range(1, 32))


# ---- the line


async def test_a_silent_stream_shows_that_it_is_alive_and_moves_on(
    platform: Platform, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Fails without heartbeats: proxies end silent connections, and nobody notices that a reader is gone."""
    monkeypatch.setattr(listener, "HEARTBEAT_SECONDS", 0.01)
    ours, theirs = new_organization(), new_organization()
    reader = listen(platform, ours).chunks()
    async with asyncio.timeout(PATIENCE_SECONDS):
        assert [await anext(reader) for _ in range(2)] == [b"retry: 2000\nid: 0\n\n", b": alive\nid: 0\n\n"]
        await say(platform, theirs, "nothing for us")
        await relay(platform).assign_positions()
        while await anext(reader) != b": alive\nid: 1\n\n":
            pass
    await reader.aclose()


async def test_a_stream_ends_when_its_reader_may_not_read_any_more(
    platform: Platform, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Fails when access is asked once only: whoever was removed would listen for ever."""
    monkeypatch.setattr(hub, "RECHECK_SECONDS", 0.01)
    watching = asyncio.create_task(platform.hub._recheck_forever())
    assert await read_all(listen(platform, new_organization(), access=turned_away)) == []
    watching.cancel()


async def test_streams_end_with_the_server_and_come_back_one_by_one(platform: Platform) -> None:
    reader = listen(platform, new_organization()).chunks()
    await anext(reader)
    last = asyncio.create_task(anext(reader))
    platform.closing.set()
    platform.bus.wake("events")
    async with asyncio.timeout(PATIENCE_SECONDS):
        assert (await last).startswith(b"retry: ")
        assert [chunk async for chunk in reader] == []


async def test_nothing_of_a_stream_stays_when_its_reader_leaves(platform: Platform) -> None:
    ours = new_organization()
    before = metrics.STREAMS._value.get()
    reader = listen(platform, ours).chunks()
    await anext(reader)
    assert metrics.STREAMS._value.get() == before + 1
    await reader.aclose()
    assert metrics.STREAMS._value.get() == before
    assert not platform.hub._followers
    assert not platform.hub._channels


def test_text_cannot_break_out_of_its_frame() -> None:
    frame = frames([block(Message("said", {"word": "a\n\nevent: forged\r\ndata: {}\n\n\u2028"}))], 7)
    assert frame.count(b"\n") == 4
    assert b"\r" not in frame
    assert frames_in(frame)[0].id == 7


async def _multiply(platform: Platform, times: int) -> None:
    """Copy the one event, in the database."""
    table = StoredEvent.__table__
    async with platform.database.writer.begin() as connection:
        [stored] = (await connection.execute(select(table))).mappings()
        await connection.execute(insert(StoredEvent), [dict(stored) | {"id": new_id()} for _ in range(times)])
