"""Two servers on one PostgreSQL behind nginx: restarted one after the other under load, no request fails."""

import asyncio
import itertools
import random
import sys
import time
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import httpx
import pytest

from tests.conftest import StartServer
from tests.fixtures.platforms import until
from tests.servers.coditect import Server
from tests.servers.nginx import Nginx, run_nginx
from tests.servers.postgres import Cluster
from tests.story.people import INVOICES, PASSWORD, Person, close_all, sign_up

REQUESTS_PER_SECOND = 50
LOAD_SECONDS = 30
READERS = 6
DRAIN = {"drain_seconds": "6", "trusted_proxies": "127.0.0.1"}


@dataclass(frozen=True)
class Failure:
    """A request that was not answered as it should."""

    method: str
    kind: str
    begun: float
    told: str


@dataclass
class Load:
    """What was asked, what failed, and what must be there afterwards."""

    api: httpx.AsyncClient
    email: str
    project_id: str
    started: Counter[str] = field(default_factory=Counter)
    failures: list[Failure] = field(default_factory=list)
    task_ids: list[str] = field(default_factory=list)
    workflow_ids: list[str] = field(default_factory=list)
    slowest: float = 0

    async def run(self, until: Callable[[], bool]) -> None:
        """Ask at a steady pace, whatever the answers take."""
        choose, begun, open_requests = random.Random(7), time.monotonic(), set[asyncio.Task[None]]()
        for number in itertools.count():
            if until():
                break
            await asyncio.sleep(max(0.0, begun + number / REQUESTS_PER_SECOND - time.monotonic()))
            task = asyncio.create_task(self._ask(self._kind(number, choose), choose))
            open_requests.add(task)
            task.add_done_callback(open_requests.discard)
        await asyncio.gather(*open_requests)

    def _kind(self, number: int, choose: random.Random) -> str:
        if number % (REQUESTS_PER_SECOND * 4) == 0:
            return "workflow"
        if number % REQUESTS_PER_SECOND == 25:
            return "login"
        kinds = ("projects", "tasks", "activity", "new task", "change")
        return choose.choices(kinds, weights=(30, 20, 15, 20, 15))[0]

    async def _ask(self, kind: str, choose: random.Random) -> None:
        self.started[kind] += 1
        begun = time.monotonic()
        try:
            expected, answer = await self._answer(kind, choose)
        except httpx.RequestError as error:
            self.failures.append(Failure(error.request.method, kind, begun, repr(error)))
            return
        self.slowest = max(self.slowest, time.monotonic() - begun)
        if answer.status_code != expected:
            told = f"{answer.status_code} {answer.text[:200]}"
            self.failures.append(Failure(answer.request.method, kind, begun, told))
        elif answer.status_code == 201:
            self.task_ids.append(answer.json()["id"])
        elif kind == "workflow":
            self.workflow_ids.append(answer.json()["id"])

    async def _answer(self, kind: str, choose: random.Random) -> tuple[int, httpx.Response]:
        project = f"/projects/{self.project_id}"
        reads = {
            "projects": "/projects",
            "tasks": f"{project}/tasks?limit=20",
            "activity": f"{project}/activity?limit=20",
        }
        if kind in reads:
            return 200, await self.api.get(reads[kind])
        if kind == "change" and self.task_ids:
            change = {"status": choose.choice(["open", "in_progress", "done"])}
            return 200, await self.api.patch(f"/tasks/{choose.choice(self.task_ids)}", json=change)
        case = f"{INVOICES} Finally the clerk archives case {self.started['workflow']}."
        writes: dict[str, tuple[str, int, dict[str, str]]] = {
            "login": ("/auth/login", 200, {"email": self.email, "password": PASSWORD}),
            "workflow": ("/workflows", 202, {"project_id": self.project_id, "description": case}),
        }
        new_task = (f"{project}/tasks", 201, {"title": f"Task {self.started[kind]}"})
        path, expected, given = writes.get(kind, new_task)
        return expected, await self.api.post(path, json=given)


@dataclass
class Reader:
    """Somebody with the feed open, who asks again where a stream ended."""

    api: httpx.AsyncClient
    project_id: str
    positions: list[int] = field(default_factory=list)
    reached: int = 0
    opened: int = 0
    failures: list[str] = field(default_factory=list)

    async def run(self) -> None:
        while True:
            try:
                await self._read_once()
            except httpx.HTTPError as error:
                self.failures.append(repr(error))
            await asyncio.sleep(0.1)

    async def _read_once(self) -> None:
        path = f"/projects/{self.project_id}/activity/stream"
        resume = {"Last-Event-ID": str(self.reached)}
        async with self.api.stream("GET", path, headers=resume) as answer:
            if answer.status_code != 200:
                self.failures.append(f"status {answer.status_code}")
                return
            self.opened += 1
            is_event = False
            async for line in answer.aiter_lines():
                name, _, value = line.partition(": ")
                if name == "id":
                    self.reached = int(value)
                if not line and is_event:
                    self.positions.append(self.reached)
                # Signs of life have a position too, and tell nothing.
                is_event = bool(line) and (is_event or name == "event")


@dataclass(frozen=True)
class House:
    """The two servers, the nginx before them, and a person with a project."""

    servers: tuple[Server, Server]
    nginx: Nginx
    person: Person
    project_id: str

    @asynccontextmanager
    async def clients(self) -> AsyncIterator[tuple[Load, list[Reader]]]:
        """The load and the readers, who reach the servers only through nginx."""
        headers = {"authorization": self.person.api.headers["authorization"]}
        address = f"{self.nginx.url}/api/v1"
        limits = httpx.Limits(max_connections=200, max_keepalive_connections=50)
        async with httpx.AsyncClient(base_url=address, headers=headers, timeout=60, limits=limits) as api:
            readers = [Reader(api, self.project_id) for _ in range(READERS)]
            tasks = [asyncio.create_task(reader.run()) for reader in readers]
            yield Load(api, self.person.email, self.project_id), readers
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)


@pytest.fixture
def house(start_server: StartServer, postgres_url: str) -> Iterator[House]:
    first = start_server(database_url=postgres_url, **DRAIN)
    second = start_server(database_url=postgres_url, **DRAIN)
    # One data folder: on several machines it is a shared one.
    second.close()
    second.data_dir = first.data_dir
    second.start()
    with run_nginx(first.port, second.port) as nginx:
        person = sign_up(first)
        person.api.base_url = httpx.URL(f"{nginx.url}/api/v1")
        yield House((first, second), nginx, person, person.project())
    close_all()


@pytest.mark.timeout(600)
async def test_a_rolling_restart_under_load_fails_no_request(
    house: House, postgres_url: str, postgres_cluster: Cluster
) -> None:
    """Fails when a server leaves in the middle of an answer, or closes what a proxy is just sending into."""
    begun = time.monotonic()
    async with house.clients() as (load, readers):
        rolling = asyncio.create_task(asyncio.to_thread(_restart_one_after_the_other, house.servers))
        await load.run(lambda: rolling.done() and time.monotonic() > begun + LOAD_SECONDS)
        assert await rolling == [0, 0], "a polite end is a success"
        assert load.failures == [], house.nginx.error_log[-2000:]
        assert sum(load.started.values()) >= REQUESTS_PER_SECOND * LOAD_SECONDS * 0.8
        await asyncio.to_thread(_all_finished, house.person, load.workflow_ids)
        await _all_told(readers, at_least=len(load.task_ids))
    assert [reader.failures for reader in readers] == [[]] * READERS
    assert all(reader.opened >= 2 for reader in readers), "no stream was resumed: nothing was shown"
    stored = await asyncio.to_thread(_task_ids, house.person, house.project_id)
    assert sorted(stored) == sorted(load.task_ids), "each task that was promised exists, and none twice"
    database = postgres_url.rpartition("/")[2]
    # A step that waited for its lease to run out would have counted a loss.
    lost = postgres_cluster.execute("SELECT coalesce(max(losses), 0) FROM steps", database=database)
    assert lost == "0"
    _tell(load, house)


@pytest.mark.timeout(600)
async def test_a_killed_server_loses_only_what_it_had_in_hand(house: House) -> None:
    """Fails when nginx sends a POST twice, keeps asking the dead one, or gives up on reads."""
    async with house.clients() as (load, _readers):
        end = time.monotonic() + 12
        running = asyncio.create_task(load.run(lambda: time.monotonic() > end))
        await asyncio.sleep(4)
        await asyncio.to_thread(house.servers[0].kill)
        killed_at = time.monotonic()
        await running
        late = [failure for failure in load.failures if failure.begun > killed_at]
        assert late == [], "after the kill the other server answers everything"
        reads = [failure for failure in load.failures if failure.method == "GET"]
        assert reads == [], "a read is asked again at the other server"
        await asyncio.to_thread(_all_finished, house.person, load.workflow_ids)
    _tell(load, house)


def _restart_one_after_the_other(servers: tuple[Server, Server]) -> list[int]:
    codes = []
    for server in servers:
        time.sleep(3)
        codes.append(server.stop())
        server.start()
    time.sleep(3)
    return codes


def _all_finished(person: Person, workflow_ids: list[str]) -> None:
    assert workflow_ids
    statuses = [person.wait_for_end(workflow_id)["status"] for workflow_id in workflow_ids]
    assert statuses == ["completed"] * len(workflow_ids)


async def _all_told(readers: list[Reader], *, at_least: int) -> None:
    """Wait until every reader has seen the whole story, and see that it is one story."""

    def one_story() -> bool:
        stories = {tuple(reader.positions) for reader in readers}
        return len(stories) == 1 and len(readers[0].positions) >= at_least

    await until(one_story, what="the same story for every reader")
    told = readers[0].positions
    assert told == sorted(set(told)), "an event came twice or out of order"


def _task_ids(person: Person, project_id: str) -> list[str]:
    found, cursor = list[str](), ""
    while True:
        page = person.get(f"/projects/{project_id}/tasks?limit=500{cursor}")
        found += [item["id"] for item in page["items"]]
        if page["next_cursor"] is None:
            return found
        cursor = f"&cursor={page['next_cursor']}"


def _tell(load: Load, house: House) -> None:
    """Say what was measured, for whoever runs this with `-s`."""
    refused = house.nginx.error_log.count("Connection refused")
    sys.stdout.write(
        f"\n{sum(load.started.values())} requests {dict(load.started)}, {len(load.failures)} failed,"
        f" slowest {load.slowest:.2f} s, {refused} refusals answered by the other server\n"
    )
