"""The real `coditect serve` as a child process: its own port, its own data folder, nothing else from the environment."""

import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Mapping
from pathlib import Path

from tests.servers import process

COMMAND = Path(sys.executable).parent / "coditect"
# Generous: the first start migrates, and two cores may be busy with other tests.
READY_SECONDS = 90
OBJECT_STORE_KEYS = ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY")


class Server:
    """A running CODITECT; `settings` are CODITECT_* without the prefix, in lower case."""

    def __init__(
        self,
        folder: Path,
        settings: Mapping[str, str],
        arguments: tuple[str, ...] = (),
        program: tuple[str | Path, ...] = (COMMAND,),
    ) -> None:
        self.data_dir = folder / "data"
        self.log = folder / "server.log"
        self.port = process.free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self._home = folder / "home"
        self._home.mkdir(parents=True, exist_ok=True)
        self._arguments = arguments
        self._program = program
        self._settings = dict(settings)
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def environment(self) -> dict[str, str]:
        """All that the child sees."""
        own = {f"CODITECT_{name.upper()}": value for name, value in self._settings.items()}
        # A test that gives credentials of an object store puts them into its own environment.
        keys = {name: value for name, value in os.environ.items() if name in OBJECT_STORE_KEYS}
        return {"PATH": os.environ["PATH"], "HOME": str(self._home)} | keys | own

    @property
    def pid(self) -> int:
        return self._running().pid

    def start(self) -> None:
        """Start and wait until it says that it is ready."""
        address = ("--host", "127.0.0.1", "--port", str(self.port), "--data-dir", str(self.data_dir))
        command = [*self._program, "serve", *address, *self._arguments]
        self._process = process.spawn(command, log=self.log, environment=self.environment, folder=self._home)
        deadline = time.monotonic() + READY_SECONDS
        while not self.is_ready():
            if self._process.poll() is not None:
                raise RuntimeError(
                    f"coditect serve ended with {self._process.returncode}:\n{process.tail(self.log)}"
                )
            if time.monotonic() > deadline:
                self.kill()
                raise RuntimeError(
                    f"coditect serve was not ready in {READY_SECONDS} s:\n{process.tail(self.log)}"
                )
            time.sleep(0.05)

    def is_ready(self) -> bool:
        try:
            with urllib.request.urlopen(f"{self.url}/health/ready", timeout=5) as answer:
                return bool(answer.status == 200)
        except (urllib.error.URLError, OSError):
            return False

    def stop(self) -> int:
        """End it the polite way and answer its exit code."""
        return process.stop(self._running(), polite=signal.SIGTERM)

    def kill(self) -> None:
        """`kill -9`: no goodbye."""
        process.kill(self._running())

    def restart(self, **settings: str) -> None:
        """Start again on the same port and data, changing `settings`; ends it first if it still runs."""
        self.close()
        self._settings |= settings
        self.start()

    def close(self) -> None:
        """End it if it still runs."""
        if self._process is not None:
            process.stop(self._process)
            process.kill(self._process)

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None:
            raise RuntimeError("the server was never started")
        return self._process
