"""What a session costs after the sign-in: tokens verified in process, and refreshes that a server answers."""

import asyncio
import re
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import httpx
import psutil

from benchmarks import load
from coditect.identity import access_tokens, signing_keys
from coditect.identity.access_tokens import AccessClaims
from coditect.kernel.db import Database
from coditect.kernel.ids import AccountId, OrganizationId, new_id
from tests.servers.coditect import Server
from tests.servers.databases import sqlite_url
from tests.story.people import PASSWORD, close_all, sign_up

TOKENS = 2_000
ROUNDS = 5
SECONDS = 5.0
REFRESH = "coditect_refresh"
_LENGTH = re.compile(rb"content-length: (\d+)", re.IGNORECASE)
_RENEWED = re.compile(REFRESH.encode() + rb"=([A-Za-z0-9_-]+);")


def report() -> None:
    """Print verifications per second on one core, for tokens seen before and for new ones, and refreshes per second."""
    with tempfile.TemporaryDirectory(prefix="coditect-bench-") as folder:
        server = Server(Path(folder), {})
        try:
            server.start()
            person = sign_up(server)
            print(asyncio.run(_verifications(sqlite_url(server.data_dir / "coditect.db"))))
            print(asyncio.run(_refreshes(server, person.email, sessions=4 * (psutil.cpu_count() or 1))))
        finally:
            close_all()
            server.close()


async def _verifications(url: str) -> str:
    database = Database(url)
    ring = await signing_keys.ring(database, "access")
    key = await access_tokens.signing_key(database)
    await database.close()
    made = [access_tokens.issue(key, _claims()) for _ in range(TOKENS)]
    fresh = _each(lambda token: access_tokens.read_expired(ring, token), made)
    for token in made:
        access_tokens.read(ring, token)
    known = [
        took for _ in range(ROUNDS) for took in _each(lambda token: access_tokens.read(ring, token), made)
    ]
    return (
        f"{_per_second(known):,.0f} verifications/s on one core as requests have them, the signature remembered"
        f" (p95 {_p95(known) * 1e6:.0f} us); {_per_second(fresh):,.0f}/s with the signature computed"
        f" (p95 {_p95(fresh) * 1e6:.0f} us)"
    )


async def _refreshes(server: Server, email: str, sessions: int) -> str:
    """Let so many sessions refresh one after the other, each with the token that it got last."""
    took: list[float] = []
    ended = 0

    async def work(token: str, until: float) -> None:
        nonlocal ended
        reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
        while (began := time.perf_counter()) < until:
            writer.write(load.request("POST", "/api/v1/auth/refresh", {"cookie": f"{REFRESH}={token}"}, {}))
            head = await reader.readuntil(b"\r\n\r\n")
            await reader.readexactly(int(_LENGTH.findall(head)[0]))
            took.append(time.perf_counter() - began)
            renewed = _RENEWED.findall(head)
            if not renewed:
                ended += 1
                break
            token = renewed[0].decode()
        writer.close()

    tokens = [_signed_in(server, email) for _ in range(sessions)]
    own = psutil.Process(server.pid)
    before, began = own.cpu_times(), time.perf_counter()
    await asyncio.gather(*(work(token, began + SECONDS) for token in tokens))
    seconds = time.perf_counter() - began
    after = own.cpu_times()
    cpu = after.user + after.system - before.user - before.system
    return (
        f"{len(took) / seconds:,.0f} refreshes/s by one server with {sessions} sessions"
        f" (p50 {statistics.median(took) * 1e3:.1f}, p95 {_p95(took) * 1e3:.1f} ms, {ended} ended;"
        f" {cpu / len(took) * 1e3:.2f} ms of CPU each, so {len(took) / cpu:,.0f}/s on a core of its own)"
    )


def _signed_in(server: Server, email: str) -> str:
    body = {"email": email, "password": PASSWORD}
    answer = httpx.post(f"http://127.0.0.1:{server.port}/api/v1/auth/login", json=body)
    return answer.raise_for_status().cookies[REFRESH]


def _claims() -> AccessClaims:
    return AccessClaims(AccountId(new_id()), new_id(), OrganizationId(new_id()))


def _each(work: Callable[[str], object], tokens: list[str]) -> list[float]:
    """Return the seconds of CPU that each took: what one core can do, however busy the machine is."""
    took = []
    for token in tokens:
        began = time.thread_time()
        work(token)
        took.append(time.thread_time() - began)
    return took


def _per_second(took: list[float]) -> float:
    return len(took) / sum(took)


def _p95(took: list[float]) -> float:
    return sorted(took)[int(len(took) * 0.95)]


if __name__ == "__main__":
    report()
