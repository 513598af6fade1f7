"""Requests per second and latencies of the API beside bare FastAPI + SQLAlchemy servers, on both databases.

What the bare ones do, and why, stands in `benchmarks.bare`. Rounds alternate, so that a busy machine slows all. CPU is
that of the server's process alone; it says more than seconds when others use the machine.
"""

import os
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil

from benchmarks import load
from benchmarks.bare import ACTIVITIES, PROJECT_ID, PROJECTS, TOKEN
from tests.servers.coditect import Server
from tests.servers.databases import sqlite_url
from tests.servers.postgres import run_cluster
from tests.servers.process import free_port
from tests.story.people import INVOICES, Person, close_all, sign_up

ROUNDS = 3
ROUND_SECONDS = 0.6
CONNECTIONS = 8
PACE = 200
PACE_SECONDS = 5
READY_SECONDS = 60

Requests = Mapping[str, list[bytes]]


@dataclass(frozen=True)
class Measured:
    """All rounds of one endpoint on one server."""

    outcome: load.Outcome
    cpu_seconds: float

    @property
    def cpu_milliseconds(self) -> float:
        """CPU of the server's process for one request."""
        return self.cpu_seconds * 1000 / max(1, len(self.outcome.milliseconds))


@dataclass(frozen=True)
class Target:
    """A running server and what to ask it, by endpoint."""

    port: int
    pid: int
    requests: Requests

    def round(self, endpoint: str, seconds: float) -> Measured:
        """Ask for `seconds`, as fast as it answers."""
        before = _cpu_seconds(self.pid)
        outcome = load.run(load.Job(self.port, self.requests[endpoint], CONNECTIONS, seconds))
        return Measured(outcome, _cpu_seconds(self.pid) - before)


def report() -> None:
    """Print the figures of both databases."""
    with tempfile.TemporaryDirectory(prefix="coditect-bench-") as folder:
        path = Path(folder) / "server" / "data" / "coditect.db"
        _report("SQLite, synchronous=full", sqlite_url(path), Path(folder) / "server")
    with (
        run_cluster(durable=True) as cluster,
        cluster.database() as url,
        tempfile.TemporaryDirectory(prefix="coditect-bench-") as folder,
    ):
        _report("PostgreSQL, fsync and synchronous_commit on", url, Path(folder) / "server")
    print(f"aims: 0.7 of the bare server's requests per second; p95 < 20 ms at {PACE} requests/s")


def _report(title: str, url: str, folder: Path) -> None:
    print(f"-- {title}; load {psutil.getloadavg()[0]:.2f}")
    server = Server(folder, {"database_url": url})
    try:
        server.start()
        person = sign_up(server)
        ours = _prepared(person)
        _keep_pace(server, ours)
    finally:
        close_all()
        server.close()
    bare = {kind: _bare_requests(kind) for kind in ("equal", "least")}
    with _serving("ours", url, folder) as mine, _serving("bare", url, folder) as other:
        _compare(Target(*mine, ours), *(Target(*other, requests) for requests in bare.values()))


def _prepared(person: Person) -> Requests:
    """Fill the database and return the requests to our server."""
    projects = [person.project(f"Project {number}") for number in range(PROJECTS)]
    for number in range(ACTIVITIES):
        person.post(f"/projects/{projects[0]}/tasks", 201, title=f"Task {number}")
    token = person.api.headers["authorization"]
    return _requests("/api/v1", projects[0], {"authorization": token})


def _bare_requests(kind: str) -> Requests:
    return _requests(f"/{kind}", str(PROJECT_ID), {"authorization": f"Bearer {TOKEN}"})


def _requests(prefix: str, project: str, headers: Mapping[str, str]) -> Requests:
    return {
        "project list": [load.request("GET", f"{prefix}/projects", headers)],
        "feed": [load.request("GET", f"{prefix}/projects/{project}/activity", headers)],
        "task create": [
            load.request("POST", f"{prefix}/projects/{project}/tasks", headers, {"title": "Call the client"})
        ],
        "workflow create": [
            load.request(
                "POST",
                f"{prefix}/workflows",
                headers,
                {"project_id": project, "description": INVOICES},
            )
        ],
    }


def _keep_pace(server: Server, requests: Requests) -> None:
    """Ask the whole server, with worker and relay, at a fixed rate: three reads to one write."""
    reads, writes = (*requests["project list"], *requests["feed"]), requests["task create"]
    job = load.Job(server.port, [*reads, reads[0], *writes], 64, PACE_SECONDS, PACE)
    load.run(load.Job(server.port, job.requests, 4, 1))
    before = _cpu_seconds(server.pid)
    outcome = load.run(job)
    busy = (_cpu_seconds(server.pid) - before) / outcome.seconds
    print(
        f"at {PACE} requests/s, a quarter of them writes, for {PACE_SECONDS} s: p50 {outcome.percentile(50):.1f},"
        f" p95 {outcome.percentile(95):.1f}, p99 {outcome.percentile(99):.1f} ms; {outcome.refused} refused;"
        f" {busy:.0%} of a core"
    )


def _compare(ours: Target, equal: Target, least: Target) -> None:
    print(
        "requests/s, p50/p95/p99 ms and the server's CPU ms: ours, a bare server of equal work, one of the least"
    )
    targets = (ours, equal, least)
    for endpoint in ours.requests:
        for target in targets:
            target.round(endpoint, ROUND_SECONDS / 2)
        rounds: tuple[list[Measured], ...] = tuple([] for _ in targets)
        for _ in range(ROUNDS):
            for target, measured in zip(targets, rounds, strict=True):
                measured.append(target.round(endpoint, ROUND_SECONDS))
        _print(endpoint, [_joined(each) for each in rounds])


def _print(endpoint: str, results: Sequence[Measured]) -> None:
    ours, equal, least = results
    for each in results:
        if each.outcome.refused:
            raise RuntimeError(f"{endpoint}: {each.outcome.refused} were refused.")
    print(
        f"{endpoint:16}"
        + " |".join(
            f"{each.outcome.per_second:6.0f} {_percentiles(each):>16} {each.cpu_milliseconds:6.2f}"
            for each in results
        )
    )
    print(
        f"{'':16}ratio to equal: {ours.outcome.per_second / equal.outcome.per_second:.2f} by requests,"
        f" {equal.cpu_milliseconds / ours.cpu_milliseconds:.2f} by CPU;"
        f" to least: {ours.outcome.per_second / least.outcome.per_second:.2f},"
        f" {least.cpu_milliseconds / ours.cpu_milliseconds:.2f}"
    )


def _joined(rounds: list[Measured]) -> Measured:
    return Measured(
        load.Outcome.all_of([each.outcome for each in rounds]), sum(each.cpu_seconds for each in rounds)
    )


def _percentiles(measured: Measured) -> str:
    return "/".join(f"{measured.outcome.percentile(percent):.1f}" for percent in (50, 95, 99))


@contextmanager
def _serving(kind: str, url: str, folder: Path) -> Iterator[tuple[int, int]]:
    """Start a server; yield its port and process id."""
    port = free_port()
    command = [sys.executable, "-m", "benchmarks.api_servers", kind, str(port), url, str(folder / "data")]
    server = subprocess.Popen(command, env={"PATH": os.environ["PATH"], "HOME": str(folder)})
    try:
        _wait(port, server)
        yield port, server.pid
    finally:
        server.terminate()
        server.wait(timeout=30)


def _wait(port: int, server: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + READY_SECONDS
    while time.monotonic() < deadline and server.poll() is None:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/openapi.json", timeout=10):
                return
        except urllib.error.HTTPError:
            return
        except (urllib.error.URLError, OSError):
            time.sleep(0.05)
    raise RuntimeError("The server of the benchmark did not start.")


def _cpu_seconds(pid: int) -> float:
    times = psutil.Process(pid).cpu_times()
    return float(times.user + times.system)


if __name__ == "__main__":
    report()
