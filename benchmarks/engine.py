"""Durable no-op steps a second, and how soon an idle worker starts one, beside Celery, Dramatiq and DBOS.

Ours is one process with a worker and a relay; a step of ours also writes three events and their positions. All of it
counts: submission, the work, and the positions of the events. The peers count from the first task sent to the last
one done. Redis keeps nothing on disk here, which favours Celery and Dramatiq; PostgreSQL and SQLite commit durably.
"""

import contextlib
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil

from benchmarks.engine_load import SHAPES, Load
from benchmarks.environments import PEERS, ROOT, measured, python_of
from tests.servers import postgres, process

STEPS, PEER_STEPS = 4000, 1000
CONCURRENCY = 64


def report() -> None:
    """Print every figure with the load of the machine when it was taken, then the ratios."""
    print(
        f"no-op steps; ours: one process, {CONCURRENCY} slots; aims >= 1,500/s PostgreSQL, >= 2,500/s SQLite"
    )
    with postgres.run_cluster(durable=True) as cluster, _redis() as redis:
        ours = _report_ours(cluster)
        print(f"peers, {PEER_STEPS} tasks:")
        with _sqlite_file() as sqlite, cluster.database() as database:
            _report_peer("celery", "Redis, 2 processes", redis, ours)
            _report_peer("dramatiq", "Redis, 2 x 8 threads", redis, ours)
            _report_peer("dbos", "PostgreSQL, 1 process", database, ours)
            _report_peer("dbos", "SQLite, 1 process", sqlite, ours)


def _report_ours(cluster: postgres.Cluster) -> float:
    """Return the rate on PostgreSQL, chains, submission counted: what peers are compared with."""
    rates: dict[tuple[str, str], float] = {}
    for name, kind, place in (
        ("PostgreSQL", "full", cluster.database),
        ("SQLite, synchronous=FULL", "full", _sqlite_file),
        ("SQLite, synchronous=NORMAL", "normal", _sqlite_file),
    ):
        for shape in SHAPES:
            load = _ours(place, shape, kind)
            rates[name, shape] = load.steps / (load.seconds + load.submit_seconds)
            print(
                f"  {name}, {shape}: {load.steps / load.seconds:,.0f} steps/s"
                f" ({rates[name, shape]:,.0f} with submission), CPU {load.cpu_seconds / load.steps * 1000:.2f} ms/step,"
                f" idle dispatch p50 {load.p50_ms:.1f} p95 {load.p95_ms:.1f} ms, load {psutil.getloadavg()[0]:.1f}"
            )
    return rates["PostgreSQL", "chain"]


def _ours(place: Callable[[], contextlib.AbstractContextManager[str]], shape: str, kind: str) -> Load:
    with place() as url, tempfile.TemporaryDirectory() as folder:
        command = ["-m", "benchmarks.engine_load", url, folder, shape, STEPS, CONCURRENCY, kind]
        found = measured(sys.executable, *command, folder=ROOT)
        return Load(int(found.pop("steps")), **found)


def _report_peer(name: str, how: str, url: str, ours: float) -> None:
    try:
        seconds = measured(python_of(name), "bench.py", url, PEER_STEPS, folder=PEERS / name)["seconds"]
    except (subprocess.SubprocessError, OSError, ValueError, IndexError) as error:
        said = str(getattr(error, "stderr", "") or error).strip().splitlines()
        print(f"  {name} ({how}): not measured: {said[-1] if said else error!r}")
        return
    rate = PEER_STEPS / seconds
    load = psutil.getloadavg()[0]
    print(
        f"  {name} ({how}): {rate:,.0f} tasks/s, load {load:.1f}; ours on PostgreSQL / {name} = {ours / rate:.1f}"
    )


@contextlib.contextmanager
def _sqlite_file() -> Iterator[str]:
    with tempfile.TemporaryDirectory() as folder:
        yield f"sqlite:///{folder}/bench.db"


@contextlib.contextmanager
def _redis() -> Iterator[str]:
    port = process.free_port()
    with tempfile.TemporaryDirectory() as folder:
        command = ["redis-server", "--port", port, "--bind", "127.0.0.1", "--save", "", "--dir", folder]
        server = process.spawn(command, log=Path(folder) / "redis.log")
        try:
            time.sleep(1)
            yield f"redis://127.0.0.1:{port}/0"
        finally:
            process.stop(server)


if __name__ == "__main__":
    report()
