"""How long `coditect serve` takes from its start to its first ready answer, and what it holds in memory when idle."""

import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from pathlib import Path

import psutil

RUNS = 5
SETTLE_SECONDS = 5
DEADLINE_SECONDS = 60


@dataclass(frozen=True)
class Startup:
    """One start; memory is the resident set of the process and its children, in MiB."""

    seconds: float
    idle_mib: float


def measure(*, first: bool) -> Startup:
    """Start on an empty folder (`first`) or on one that is migrated already, and end it again."""
    with tempfile.TemporaryDirectory(prefix="coditect-bench-") as folder:
        if not first:
            _run(Path(folder), settle=0)
        return _run(Path(folder), settle=SETTLE_SECONDS)


def report() -> None:
    """Print the medians."""
    for name, first in (("first start, empty folder", True), ("later start", False)):
        runs = [measure(first=first) for _ in range(RUNS)]
        seconds = statistics.median(run.seconds for run in runs)
        spread = max(run.seconds for run in runs) - min(run.seconds for run in runs)
        memory = statistics.median(run.idle_mib for run in runs)
        print(f"{name}: ready in {seconds:.2f} s (spread {spread:.2f} s over {RUNS}), idle {memory:.0f} MiB")
    print("aims: ready < 3 s, idle < 250 MiB")


def _run(folder: Path, settle: float) -> Startup:
    port = _free_port()
    coditect = str(Path(sys.executable).parent / "coditect")
    command = [coditect, "serve", "--port", str(port), "--data-dir", str(folder)]
    environment = {"PATH": os.environ["PATH"], "HOME": str(folder)}
    began = time.perf_counter()
    server = subprocess.Popen(
        command, env=environment, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        _wait_until_ready(port, server)
        seconds = time.perf_counter() - began
        time.sleep(settle)
        return Startup(seconds, _resident_mib(server.pid))
    finally:
        server.terminate()
        server.wait(timeout=30)


def _wait_until_ready(port: int, server: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + DEADLINE_SECONDS
    while time.monotonic() < deadline and server.poll() is None:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/health/ready", timeout=5) as answer:
                if answer.status == 200:
                    return
        except (urllib.error.URLError, OSError):
            time.sleep(0.01)
    raise RuntimeError("coditect serve did not become ready; start it by hand to see why.")


def _resident_mib(pid: int) -> float:
    process = psutil.Process(pid)
    family = [process, *process.children(recursive=True)]
    return sum(member.memory_info().rss for member in family) / 2**20


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


if __name__ == "__main__":
    report()
