"""Who is where is the same in every process that shares a Redis, and runs out with the process that knew it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import dataclass, field

import pytest

from coditect.kernel import presence
from coditect.kernel.bus import InProcessBus
from coditect.kernel.cache import Cache, InProcessCache
from coditect.kernel.presence import Place, Presence, Visitor
from coditect.kernel.redis import RedisCache
from coditect.kernel.streams import Message
from tests.fixtures.platforms import new_account, new_organization, until
from tests.servers.redis import run_redis

PLACE = Place(new_organization(), "project:1")


@dataclass
class Page:
    """A page that remembers what it was told."""

    name: str
    told: list[Message] = field(default_factory=list)

    def note(self, about: str, message: Message) -> None:
        assert about == PLACE.subject
        self.told.append(message)

    @property
    def sees(self) -> list[str]:
        return [person["name"] for person in self.told[-1].data["people"]] if self.told else []

    @property
    def visitor(self) -> Visitor:
        return Visitor(client=f"page-of-{self.name}", account_id=new_account(), name=self.name, page=None)


@pytest.fixture(params=["in process", "redis"])
async def processes(request: pytest.FixtureRequest) -> AsyncIterator[tuple[Presence, Presence]]:
    """Two processes with one cache and one bus; without Redis they are one."""
    async with AsyncExitStack() as stack:
        bus = InProcessBus()
        if request.param == "redis":
            server = stack.enter_context(run_redis())
            caches: list[Cache] = [RedisCache(server.url), RedisCache(server.url)]
            both = [Presence(bus, cache, shared=True) for cache in caches]
        else:
            caches = [InProcessCache()]
            both = [Presence(bus, caches[0], shared=False)] * 2
        running = asyncio.gather(*(one.run() for one in dict.fromkeys(both)))
        yield both[0], both[1]
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
        for cache in caches:
            await cache.close()


async def test_people_come_and_go_in_any_process(
    processes: tuple[Presence, Presence], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(presence, "GRACE_SECONDS", 0.01)
    one, other = processes
    ada, bo = Page("Ada"), Page("Bo")
    async with one.visiting(ada.visitor, [PLACE], ada):
        await until(lambda: ada.sees == ["Ada"])
        async with other.visiting(bo.visitor, [PLACE], bo):
            await until(lambda: ada.sees == bo.sees == ["Ada", "Bo"])
        await asyncio.sleep(0.05)
        # Redis keeps whole seconds at worst; the next look shows it.
        await until(lambda: _looked(one, ada) == ["Ada"])


async def test_who_comes_back_at_once_was_never_away(processes: tuple[Presence, Presence]) -> None:
    one, other = processes
    ada, bo = Page("Ada"), Page("Bo")
    visitor = bo.visitor
    async with one.visiting(ada.visitor, [PLACE], ada):
        async with other.visiting(visitor, [PLACE], bo):
            await until(lambda: ada.sees == ["Ada", "Bo"])
        async with one.visiting(visitor, [PLACE], bo):
            await until(lambda: bo.sees == ["Ada", "Bo"])
    assert all("Bo" in [person["name"] for person in said.data["people"]] for said in ada.told[1:])


async def test_whoever_is_not_prolonged_runs_out(
    processes: tuple[Presence, Presence], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A process that dies says no goodbye; fails when its people stay for ever."""
    one, _ = processes
    gone = Page("Gone")
    monkeypatch.setattr(presence, "LASTING_SECONDS", 0.05)
    visit = one.visiting(gone.visitor, [PLACE], gone)
    await visit.__aenter__()
    one._here.clear()
    monkeypatch.undo()
    ada = Page("Ada")
    async with one.visiting(ada.visitor, [PLACE], ada):
        await until(lambda: _looked(one, ada) == ["Ada"])


def _looked(process: Presence, page: Page) -> list[str]:
    process._change([PLACE])
    return page.sees
