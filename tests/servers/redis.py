"""A private Redis for a test: temporary folder, free port, nothing kept."""

import contextlib
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.servers import process


class RedisMissingError(RuntimeError):
    """Redis is not on this machine; a test run says so instead of skipping."""


@dataclass
class RedisServer:
    """A Redis that a test may stop, start and wipe."""

    folder: Path
    port: int = field(default_factory=process.free_port)
    _child: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"redis://127.0.0.1:{self.port}/0"

    def start(self) -> None:
        """Start and wait until it answers."""
        binary = shutil.which("redis-server")
        if binary is None:
            raise RedisMissingError("Redis is not installed. Debian: apt-get install redis-server")
        settings = ["--bind", "127.0.0.1", "--port", str(self.port), "--save", "", "--appendonly", "no"]
        log = self.folder / "redis.log"
        self._child = process.spawn([binary, *settings], log=log, folder=self.folder)
        deadline = time.monotonic() + 30
        while self.ask("PING") != "+PONG":
            if self._child.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(f"Redis did not start:\n{process.tail(log)}")
            time.sleep(0.02)

    def stop(self) -> None:
        if self._child is not None:
            process.kill(self._child)
            self._child = None

    def ask(self, command: str) -> str:
        """Send one inline command and return the first line of the answer; empty while nobody answers."""
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", self.port), 5) as line:
            line.sendall(f"{command}\r\n".encode())
            return line.recv(4096).decode().partition("\r\n")[0]
        return ""


@contextlib.contextmanager
def run_redis() -> Iterator[RedisServer]:
    """Serve until the block is left."""
    with tempfile.TemporaryDirectory(prefix="coditect-redis-") as folder:
        server = RedisServer(Path(folder))
        server.start()
        try:
            yield server
        finally:
            server.stop()
