"""Who is where now: told to those who are there, true for moments, kept nowhere.

Each open stream that says so is a visit to its subjects. A visit lasts until shortly after its stream ends, so that a
page that comes back at once was never away, and runs out by itself when its process dies.
"""

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from typing import Protocol

import structlog
from pydantic import TypeAdapter

from coditect.kernel.bus import Bus
from coditect.kernel.cache import Cache
from coditect.kernel.ids import AccountId, OrganizationId, new_id
from coditect.kernel.streams.frames import Message

log = structlog.get_logger()

REFRESH_SECONDS = 15.0
LASTING_SECONDS = 45.0
GRACE_SECONDS = 3.0
SHOWN = 50
"""People who are named; more are counted."""


@dataclass(frozen=True)
class Visitor:
    """A page that somebody has open."""

    client: str
    account_id: AccountId
    name: str
    page: str | None


@dataclass(frozen=True)
class Visit:
    """One stream of a page at one place."""

    key: str
    visitor: Visitor


_VISIT = TypeAdapter(Visit)


@dataclass(frozen=True)
class Place:
    """A subject of an organization."""

    organization_id: OrganizationId
    subject: str


class Audience(Protocol):
    """A stream that is told who else is there."""

    def note(self, about: str, message: Message) -> None:
        """Say something about a subject."""


class Visits:
    """The visits to each place, in the cache, until they run out."""

    def __init__(self, cache: Cache) -> None:
        self._cache = cache

    async def put(self, place: Place, visit: Visit, seconds: float) -> None:
        """Keep a visit, in place of an older one with its key, for `seconds` from now on."""
        for member in await self._cache.members(_name(place)):
            older = _VISIT.validate_json(member)
            if older.key == visit.key and older != visit:
                await self._cache.remove_member(_name(place), member)
        await self._cache.add_member(_name(place), _VISIT.dump_json(visit).decode(), seconds)

    async def at(self, place: Place) -> Sequence[Visit]:
        """Return the visits that have not run out, in the order in which they began."""
        found = [_VISIT.validate_json(member) for member in await self._cache.members(_name(place))]
        return sorted(found, key=lambda visit: visit.key)


def _name(place: Place) -> str:
    return f"presence:{place.organization_id}/{place.subject}"


class Presence:
    """Keeps the visits of this process's streams alive and tells their places who is there."""

    def __init__(self, bus: Bus, cache: Cache, *, shared: bool) -> None:
        self._bus = bus
        self._visits = Visits(cache)
        # Whether other processes see the same cache, and are to be told.
        self._shared = shared
        self._here: dict[Place, dict[str, tuple[Visit, Audience]]] = defaultdict(dict)
        self._told: dict[Place, Message] = {}
        self._changed: set[Place] = set()
        self._woken = asyncio.Event()

    async def run(self) -> None:
        """Tell what changes until cancelled."""
        hearing = asyncio.create_task(self._hear_of_others())
        try:
            while True:
                refresh = not await self._wait(REFRESH_SECONDS)
                places, self._changed = self._changed, set()
                try:
                    if refresh:
                        await self._prolong()
                        places = set(self._here)
                    for place in places:
                        await self._tell(place)
                except Exception:
                    log.exception("presence_failed")
                # Clients of networks may take a cancellation for a fault of their line, and swallow it.
                if being_cancelled():
                    raise asyncio.CancelledError
        finally:
            hearing.cancel()

    @asynccontextmanager
    async def visiting(
        self, visitor: Visitor, places: Iterable[Place], audience: Audience
    ) -> AsyncIterator[None]:
        """Be at `places` until the block ends, and hear who else is."""
        key = str(new_id())
        there = tuple(places)
        for place in there:
            visit = Visit(key, visitor)
            self._here[place][key] = visit, audience
            # Whoever comes hears who is there, also when that is no news to the others.
            self._told.pop(place, None)
            await self._visits.put(place, visit, LASTING_SECONDS)
        await self._announce(there)
        try:
            yield
        finally:
            for place in there:
                await self._leave(place, key)

    async def turn(self, place: Place, visitor: Visitor) -> bool:
        """Note that a page shows something else now; tell whether it is there."""
        visits = [
            visit
            for visit in await self._visits.at(place)
            if (visit.visitor.client, visit.visitor.account_id) == (visitor.client, visitor.account_id)
        ]
        for visit in visits:
            turned = replace(visit, visitor=visitor)
            await self._visits.put(place, turned, LASTING_SECONDS)
            if visit.key in self._here.get(place, {}):
                self._here[place][visit.key] = turned, self._here[place][visit.key][1]
        if visits:
            await self._announce([place])
        return bool(visits)

    async def _leave(self, place: Place, key: str) -> None:
        visit, _ = self._here[place].pop(key)
        if not self._here[place]:
            del self._here[place]
            self._told.pop(place, None)
        await self._visits.put(place, visit, GRACE_SECONDS)
        asyncio.get_running_loop().call_later(GRACE_SECONDS + 0.01, self._change, [place])

    def _change(self, places: Iterable[Place]) -> None:
        self._changed.update(places)
        self._woken.set()

    async def _announce(self, places: Iterable[Place]) -> None:
        self._change(places)
        if self._shared:
            await self._bus.broadcast("presence")

    async def _wait(self, seconds: float) -> bool:
        try:
            async with asyncio.timeout(seconds):
                await self._woken.wait()
        except TimeoutError:
            return False
        self._woken.clear()
        return True

    async def _hear_of_others(self) -> None:
        """Look again everywhere when another process tells that somewhere something changed."""
        if not self._shared:
            return
        with self._bus.listen("presence") as wakeups:
            while True:
                if await wakeups.wait(REFRESH_SECONDS):
                    self._change(self._here)

    async def _prolong(self) -> None:
        for place, visits in list(self._here.items()):
            # Another process may have been told of a turn of a page that is here.
            known = {visit.key: visit for visit in await self._visits.at(place)}
            for key, (visit, audience) in list(visits.items()):
                newest = known.get(key, visit)
                if key in visits:
                    visits[key] = newest, audience
                    await self._visits.put(place, newest, LASTING_SECONDS)

    async def _tell(self, place: Place) -> None:
        audiences = [audience for _, audience in self._here.get(place, {}).values()]
        if not audiences:
            return
        message = people(await self._visits.at(place))
        if self._told.get(place) == message:
            return
        self._told[place] = message
        for audience in audiences:
            audience.note(place.subject, message)


def being_cancelled() -> bool:
    """Whether somebody asked the current task to end."""
    task = asyncio.current_task()
    return task is not None and task.cancelling() > 0


def people(visits: Sequence[Visit]) -> Message:
    """Return who is there, each person once, in the order in which they came."""
    found: dict[AccountId, tuple[str, set[str]]] = {}
    for visit in visits:
        visitor = visit.visitor
        _, pages = found.setdefault(visitor.account_id, (visitor.name, set()))
        if visitor.page is not None:
            pages.add(visitor.page)
    shown = [
        {"id": str(account_id), "name": name, "pages": sorted(pages)}
        for account_id, (name, pages) in list(found.items())[:SHOWN]
    ]
    return Message("presence", {"people": shown, "count": len(found)})
