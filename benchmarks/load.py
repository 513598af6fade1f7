"""A load generator in a process of its own: plain HTTP/1.1 over kept connections, costing little itself.

`run` starts it; the job goes in and the outcome comes out as JSON.
"""

import asyncio
import json
import subprocess
import sys
import time
from base64 import b64decode, b64encode
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from itertools import cycle
from typing import Self, cast

import uvloop


@dataclass(frozen=True)
class Job:
    """Requests to send, over and over; as fast as `connections` allow, or `rate` in a second."""

    port: int
    requests: Sequence[bytes]
    connections: int
    seconds: float
    rate: float | None = None


@dataclass(frozen=True)
class Outcome:
    """What came back: `milliseconds` of each answered request, in order."""

    seconds: float
    milliseconds: list[float]
    refused: int

    @property
    def per_second(self) -> float:
        """Answers in a second."""
        return len(self.milliseconds) / self.seconds

    def percentile(self, percent: float) -> float:
        """Return the latency that `percent` of the answers kept."""
        ordered = sorted(self.milliseconds)
        return ordered[min(len(ordered) - 1, int(len(ordered) * percent / 100))]

    @classmethod
    def all_of(cls, parts: Sequence[Self]) -> Self:
        """Join rounds of the same job."""
        return cls(
            sum(part.seconds for part in parts),
            [each for part in parts for each in part.milliseconds],
            sum(part.refused for part in parts),
        )


def request(
    method: str, path: str, headers: Mapping[str, str], body: Mapping[str, object] | None = None
) -> bytes:
    """Return a request as it goes over the wire."""
    content = b"" if body is None else json.dumps(body).encode()
    lines = [f"{method} {path} HTTP/1.1", "host: 127.0.0.1", *(f"{k}: {v}" for k, v in headers.items())]
    if body is not None:
        lines += ["content-type: application/json", f"content-length: {len(content)}"]
    return "\r\n".join([*lines, "", ""]).encode() + content


def run(job: Job) -> Outcome:
    """Carry out `job` in a child process."""
    given = asdict(job) | {"requests": [b64encode(one).decode() for one in job.requests]}
    child = subprocess.run(
        [sys.executable, "-m", "benchmarks.load"],
        input=json.dumps(given),
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return Outcome(**json.loads(child.stdout))


class _Connection(asyncio.Protocol):
    """One request at a time."""

    def __init__(self) -> None:
        self._rest = b""
        self._awaited: int | None = None
        self._answer: asyncio.Future[int] | None = None
        self._transport: asyncio.Transport | None = None
        self._status = 0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast("asyncio.Transport", transport)  # uvloop's is none by inheritance

    def data_received(self, data: bytes) -> None:
        self._rest += data
        if self._awaited is None:
            head, found, self._rest = self._rest.partition(b"\r\n\r\n")
            if not found:
                self._rest = head
                return
            self._status = int(head[9:12])
            _, _, length = head.lower().partition(b"content-length:")
            self._awaited = int(length.split(b"\r\n", 1)[0])
        if len(self._rest) >= self._awaited:
            self._rest, self._awaited = b"", None
            assert self._answer is not None
            self._answer.set_result(self._status)

    def connection_lost(self, exc: Exception | None) -> None:
        if self._answer is not None and not self._answer.done():
            self._answer.set_exception(exc or ConnectionResetError("the server closed the connection"))

    async def send(self, content: bytes) -> int:
        """Send a request and return the status of its answer."""
        assert self._transport is not None
        self._answer = asyncio.get_running_loop().create_future()
        self._transport.write(content)
        return await self._answer


async def _connect(port: int) -> _Connection:
    _, connection = await asyncio.get_running_loop().create_connection(_Connection, "127.0.0.1", port)
    return connection


class _Sender:
    def __init__(self, job: Job) -> None:
        self._job = job
        self._requests: Iterator[bytes] = cycle(job.requests)
        self._took: list[float] = []
        self._refused = 0

    async def work(self) -> Outcome:
        connections = [await _connect(self._job.port) for _ in range(self._job.connections)]
        began = time.perf_counter()
        if self._job.rate is None:
            await asyncio.gather(*(self._hurry(one, began + self._job.seconds) for one in connections))
        else:
            await self._keep_pace(connections, self._job.rate, began)
        return Outcome(time.perf_counter() - began, self._took, self._refused)

    async def _hurry(self, connection: _Connection, end: float) -> None:
        while time.perf_counter() < end:
            await self._ask(connection, time.perf_counter())

    async def _keep_pace(self, connections: list[_Connection], rate: float, began: float) -> None:
        """Send at fixed times, whatever became of earlier requests; a late start counts as latency."""
        free: asyncio.Queue[_Connection] = asyncio.Queue()
        for connection in connections:
            free.put_nowait(connection)

        async def one(due: float) -> None:
            connection = await free.get()
            await self._ask(connection, due)
            free.put_nowait(connection)

        async with asyncio.TaskGroup() as group:
            for number in range(int(rate * self._job.seconds)):
                due = began + number / rate
                await asyncio.sleep(max(0, due - time.perf_counter()))
                group.create_task(one(due))

    async def _ask(self, connection: _Connection, since: float) -> None:
        status = await connection.send(next(self._requests))
        self._took.append((time.perf_counter() - since) * 1000)
        self._refused += status >= 300


def _main() -> None:
    given = json.load(sys.stdin)
    given["requests"] = [b64decode(one) for one in given["requests"]]
    json.dump(asdict(uvloop.run(_Sender(Job(**given)).work())), sys.stdout)


if __name__ == "__main__":
    _main()
