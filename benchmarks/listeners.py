"""Idle listeners of one server process: how many open event streams it holds, and in how much memory."""

import asyncio
import resource
import tempfile
import time
from pathlib import Path

import psutil

from benchmarks import load
from tests.servers.coditect import Server
from tests.story.people import close_all, sign_up

LISTENERS = 2000
AT_ONCE = 50
PATIENCE_SECONDS = 60.0
IDLE_SECONDS = 6.0


def report() -> None:
    """Open the streams, let them be idle, let one event reach all of them, and print what it took."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = 2 * LISTENERS + 200
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, min(wanted, hard)), hard))
    with tempfile.TemporaryDirectory(prefix="coditect-bench-") as folder:
        server = Server(Path(folder), {})
        try:
            server.start()
            person = sign_up(server)
            project = person.project()
            path = f"/api/v1/stream?subjects=project:{project}"
            headers = {"authorization": person.api.headers["authorization"]}
            time.sleep(2)
            asyncio.run(_listen(server, load.request("GET", path, headers), person.api, project))
        finally:
            close_all()
            server.close()


async def _listen(server: Server, wanted: bytes, api: object, project: str) -> None:
    process = psutil.Process(server.pid)
    before = _mib(process)
    began = time.perf_counter()
    opened: list[tuple[asyncio.StreamReader, asyncio.StreamWriter]] = []
    while len(opened) < LISTENERS:
        opened += await asyncio.gather(*(_open(server.port, wanted) for _ in range(AT_ONCE)))
    took = time.perf_counter() - began
    at_rest = _mib(process)
    cpu = _cpu(process)
    await asyncio.sleep(IDLE_SECONDS)
    idle = (_cpu(process) - cpu) / IDLE_SECONDS
    cpu = _cpu(process)
    heard = asyncio.gather(*(_hear(reader) for reader, _ in opened))
    began = time.perf_counter()
    await asyncio.to_thread(api.post, f"/projects/{project}/tasks", json={"title": "For everybody"})  # type: ignore[attr-defined]
    await asyncio.wait_for(heard, PATIENCE_SECONDS)
    told = time.perf_counter() - began
    after = _mib(process)
    print(
        f"{len(opened)} listeners opened in {took:.1f} s; memory {before:.0f} → {at_rest:.0f} MiB,"
        f" {(at_rest - before) * 1024 / len(opened):.0f} KiB each; {after:.0f} MiB after one event to all;"
        f" idle {idle:.1%} of a core; the event reached the last one after {told * 1000:.0f} ms,"
        f" {(_cpu(process) - cpu) * 1e6 / len(opened):.0f} µs of CPU each"
    )
    print("aim: 2,000 idle listeners in < 400 MB")
    for _, writer in opened:
        writer.close()


async def _open(port: int, wanted: bytes) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(wanted)
    head = await reader.readuntil(b"\r\n\r\n")
    if not head.startswith(b"HTTP/1.1 200"):
        raise RuntimeError(head.decode())
    return reader, writer


async def _hear(reader: asyncio.StreamReader) -> None:
    await reader.readuntil(b"For everybody")


def _mib(process: psutil.Process) -> float:
    return float(process.memory_info().rss / 2**20)


def _cpu(process: psutil.Process) -> float:
    times = process.cpu_times()
    return float(times.user + times.system)


if __name__ == "__main__":
    report()
