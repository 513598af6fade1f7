"""Positions in commit order, one relay at a time, consumers at least once; on both databases."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pytest
from sqlalchemy import text

from coditect.kernel import relay as relays
from coditect.kernel.events import Event, event_types, load, publish, read_stream
from coditect.kernel.ids import OrganizationId
from coditect.kernel.platform import Platform
from coditect.kernel.relay import MAX_TRIES, Consumer, Relay
from coditect.kernel.scope import tenant
from tests.fixtures.platforms import elsewhere, new_organization, on_postgresql, until


@dataclass(frozen=True, kw_only=True)
class Said(Event, topic="test_relay.said"):
    word: str

    @property
    def subject(self) -> str:
        return "talk"


class Listener:
    """A consumer that notes what it hears, and fails as it is told."""

    def __init__(self, *failures: Exception) -> None:
        self.heard: list[str] = []
        self._failures = list(failures)

    async def __call__(self, event: Said) -> None:
        self.heard.append(event.word)
        if self._failures:
            raise self._failures.pop(0)


def relay(platform: Platform, *listeners: Listener) -> Relay:
    consumers = [Consumer(f"listener {n}", Said, one) for n, one in enumerate(listeners)]
    return Relay(platform.database, platform.bus, consumers)


async def say(platform: Platform, organization: OrganizationId, *words: str) -> None:
    for word in words:
        async with platform.database.write(tenant(organization)) as session:
            publish(session, Said(organization_id=organization, word=word))


async def stream(
    platform: Platform, organization: OrganizationId, after: int = 0
) -> Sequence[tuple[int, str]]:
    async with platform.database.read(tenant(organization)) as session:
        found = await read_stream(session, organization, "talk", after=after)
    return [(one.position or 0, str(one.payload["word"])) for one in found]


async def execute(platform: Platform, statement: str) -> None:
    async with platform.database.writer.begin() as connection:
        await connection.execute(text(statement))


async def values(platform: Platform, query: str) -> list[Any]:
    async with platform.database.reader.connect() as connection:
        return list((await connection.execute(text(query))).scalars())


async def make_due(platform: Platform) -> None:
    await execute(platform, "UPDATE event_deliveries SET run_at = '2001-01-01 00:00:00.000000'")


@on_postgresql
async def test_a_late_commit_is_not_skipped(platform: Platform) -> None:
    """Fails when readers resume by id: the event with the smaller id becomes visible after the bigger one.

    The counter-demonstration is in it: a reader by id loses the late event, a reader by position does not.
    """
    organization, one = new_organization(), relay(platform)
    async with platform.database.write(tenant(organization)) as slow:
        publish(slow, Said(organization_id=organization, word="late"))
        await slow.flush()
        await elsewhere(say(platform, organization, "early"))
        await elsewhere(one.assign_positions())
        [(after, word)] = await elsewhere(stream(platform, organization))
        [last_id] = await values(platform, "SELECT id FROM outbox_events")
        assert word == "early"
    await one.assign_positions()
    assert [word for _, word in await stream(platform, organization, after)] == ["late"]
    by_id = f"SELECT payload FROM outbox_events WHERE id > '{last_id}'"
    assert await values(platform, by_id) == [], "the ids happened to be in order: nothing was shown"


async def test_positions_have_no_gaps_and_follow_the_commits(platform: Platform) -> None:
    organization, one = new_organization(), relay(platform)
    await say(platform, organization, "a", "b")
    assert await one.assign_positions() == 2
    await say(platform, organization, "c")
    assert await one.assign_positions() == 1
    assert await one.assign_positions() == 0
    assert await stream(platform, organization) == [(1, "a"), (2, "b"), (3, "c")]
    assert await stream(platform, organization, after=2) == [(3, "c")]
    assert await stream(platform, new_organization()) == []


async def test_two_relays_at_once_never_give_one_position_twice(platform: Platform, twin: Platform) -> None:
    """Fails when more than one relay leads, or the leader's position is not fenced by its row."""
    organization = new_organization()
    both = [relay(platform), relay(twin)]

    async def position(one: Relay) -> int:
        done = 0
        for _ in range(15):
            done += await one.assign_positions()
            await asyncio.sleep(0.002)
        return done

    _, *counts = await asyncio.gather(
        elsewhere(say(platform, organization, *(str(n) for n in range(30)))),
        *(elsewhere(position(one)) for one in both),
    )
    leader = both[0] if counts[0] else both[1]
    await leader.assign_positions()
    assert sorted(await values(platform, "SELECT position FROM outbox_events")) == list(range(1, 31))
    assert 0 in counts, "both led"


async def test_another_relay_leads_when_the_first_is_gone(platform: Platform, twin: Platform) -> None:
    """Fails when the lead never runs out: after a crash no event would be announced any more."""
    organization = new_organization()
    await say(platform, organization, "a")
    assert await relay(platform).assign_positions() == 1
    await say(platform, organization, "b")
    second = relay(twin)
    assert await second.assign_positions() == 0
    await execute(platform, "UPDATE relay_state SET expires_at = '2001-01-01 00:00:00.000000'")
    assert await second.assign_positions() == 1


async def test_each_consumer_hears_each_event_in_order(platform: Platform) -> None:
    organization, first, second = new_organization(), Listener(), Listener()
    one = relay(platform, first, second)
    words = [str(n) for n in range(12)]
    await say(platform, organization, *words)
    await one.assign_positions()
    while await one.deliver_due():
        pass
    assert first.heard == second.heard == words
    await make_due(platform)
    assert await one.deliver_due() == 0


async def test_a_consumer_that_fails_hears_it_again_and_the_others_do_not(platform: Platform) -> None:
    """Fails when one consumer's failure is another's, or a failed event is lost."""
    organization, good, bad = new_organization(), Listener(), Listener(ConnectionError("once"))
    one = relay(platform, good, bad)
    await say(platform, organization, "a")
    await one.assign_positions()
    assert await one.deliver_due() == 2
    assert await one.deliver_due() == 0, "without its pause"
    await make_due(platform)
    assert await one.deliver_due() == 1
    assert (good.heard, bad.heard) == (["a"], ["a", "a"])


async def test_a_hopeless_event_is_given_up_after_its_tries(platform: Platform) -> None:
    """Fails when tries are not counted, or counted twice."""
    organization, bad = new_organization(), Listener(*(ValueError(f"fault {n}") for n in range(1, 99)))
    one = relay(platform, bad)
    await say(platform, organization, "a")
    await one.assign_positions()
    for _ in range(MAX_TRIES + 2):
        await one.deliver_due()
        await execute(
            platform,
            "UPDATE event_deliveries SET run_at = '2001-01-01 00:00:00.000000' WHERE done_at IS NULL",
        )
    assert len(bad.heard) == MAX_TRIES
    assert await values(platform, "SELECT error FROM event_deliveries") == [f"ValueError: fault {MAX_TRIES}"]


async def test_an_event_that_kills_the_process_is_given_up_too(platform: Platform) -> None:
    """Fails when only failures that can be caught count: the server would die and start for ever."""
    organization, listener = new_organization(), Listener()
    one = relay(platform, listener)
    await say(platform, organization, "a")
    await one.assign_positions()
    await execute(platform, f"UPDATE event_deliveries SET tries = {MAX_TRIES}")
    await one.deliver_due()
    assert listener.heard == []
    [error] = await values(platform, "SELECT error FROM event_deliveries WHERE done_at IS NOT NULL")
    assert "died at each try" in error


async def test_an_event_that_cannot_be_read_holds_up_no_other(platform: Platform) -> None:
    """Fails when reading it ends the whole batch: the others would wait a minute, again and again."""
    organization, listener = new_organization(), Listener()
    one = relay(platform, listener)
    await say(platform, organization, "a", "b", "c")
    await execute(
        platform,
        "UPDATE outbox_events SET payload = '{}' WHERE id = (SELECT min(id::text) FROM outbox_events)::uuid"
        if not platform.database.is_sqlite
        else "UPDATE outbox_events SET payload = '{}' WHERE id = (SELECT min(id) FROM outbox_events)",
    )
    await one.assign_positions()
    await one.deliver_due()
    assert listener.heard == ["b", "c"]


async def test_what_a_crash_interrupted_is_delivered_again(
    platform: Platform, twin: Platform, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Fails when an event counts as delivered before its consumer has ended."""
    organization, listener = new_organization(), Listener()
    hanging = asyncio.Event()

    async def hang(event: Said) -> None:
        listener.heard.append(event.word)
        hanging.set()
        await asyncio.Event().wait()

    dying = Relay(twin.database, twin.bus, [Consumer("listener 0", Said, hang)])
    await say(platform, organization, "a")
    await dying.assign_positions()
    monkeypatch.setattr(relays, "log", None)
    task = asyncio.create_task(dying.deliver_due())
    await hanging.wait()
    survivor = relay(platform, listener)
    assert await survivor.deliver_due() == 0, "while the first one still works on it"
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    await make_due(platform)
    assert await survivor.deliver_due() == 1
    assert listener.heard == ["a", "a"]


async def test_a_running_relay_announces_what_is_published(platform: Platform) -> None:
    organization, listener = new_organization(), Listener()
    task = asyncio.create_task(relay(platform, listener).run())
    await say(platform, organization, "a", "b")
    await until(lambda: listener.heard == ["a", "b"])
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


async def test_a_relay_outlives_an_error_of_the_database(platform: Platform) -> None:
    organization, listener = new_organization(), Listener()
    await execute(platform, "ALTER TABLE relay_state RENAME TO away")
    task = asyncio.create_task(relay(platform, listener).run())
    await say(platform, organization, "a")
    await asyncio.sleep(0.1)
    await execute(platform, "ALTER TABLE away RENAME TO relay_state")
    await until(lambda: listener.heard == ["a"])
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


async def test_an_event_survives_its_storage(platform: Platform) -> None:
    organization = new_organization()
    event = Said(organization_id=organization, word="a")
    async with platform.database.write(tenant(organization)) as session:
        publish(session, event)
    await relay(platform).assign_positions()
    async with platform.database.read(tenant(organization)) as session:
        [stored] = await read_stream(session, organization, "talk", after=0)
    assert load(stored) == event
    assert Said in event_types()


def test_two_events_cannot_share_a_topic() -> None:
    with pytest.raises(TypeError, match=r"the topic 'test_relay\.said'"):
        type("Other", (Event,), {}, topic="test_relay.said")
