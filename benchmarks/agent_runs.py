"""What an agent run costs beside its model: ours beside the provider's library, bare pydantic-ai and LangGraph.

Each run asks the model twice and reads one file; the model answers at once, from a process of its own. Ours is a durable
step on SQLite (synchronous=FULL) with prompt, journal and metering; LangGraph checkpoints in SQLite; the provider's
library and pydantic-ai keep nothing.
"""

import contextlib
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psutil

from benchmarks.environments import PEERS, ROOT, measured, python_of

RUNS, AT_ONCE, MANY = 100, 100, 300
WAITING_SECONDS = 3.0


def report() -> None:
    """Print every figure with the load of the machine when it was taken, then the overheads."""
    print(
        f"{RUNS} runs one after another, then {MANY} with {AT_ONCE} in flight; aim: ours <= 5 ms over the client"
    )
    with _model(0) as url:
        alone = {kind: _ours(kind, url, RUNS, 1) for kind in ("client", "pydantic-ai", "coditect")}
        alone["langgraph"] = _langgraph(url, RUNS, 1)
        base = alone["client"]["p50_ms"]
        for kind, found in alone.items():
            print(f"  {kind}: p50 {found['p50_ms']:.1f} ms, {found['p50_ms'] - base:+.1f} ms, {_load()}")
        for kind in ("client", "pydantic-ai", "coditect"):
            print(f"  {kind}: {_ours(kind, url, MANY, AT_ONCE)['rate']:,.0f} runs/s, {_load()}")
        print(f"  langgraph: {_langgraph(url, MANY, AT_ONCE)['rate']:,.0f} runs/s, {_load()}")
    with _model(WAITING_SECONDS) as url:
        for kind in ("client", "coditect"):
            kib = _ours(kind, url, AT_ONCE, AT_ONCE)["kib_each"]
            print(f"  {kind}: {kib:,.0f} KiB for each of {AT_ONCE} runs that wait for a model, {_load()}")


def _load() -> str:
    return f"load {psutil.getloadavg()[0]:.1f}"


def _ours(kind: str, url: str, runs: int, at_once: int) -> dict[str, float]:
    with _folder() as folder:
        command = ["-m", "benchmarks.agent_runs_load", kind, url, folder, runs, at_once]
        return measured(sys.executable, *command, folder=ROOT)


def _langgraph(url: str, runs: int, at_once: int) -> dict[str, float]:
    with _folder() as folder:
        command = [python_of("langgraph"), "bench.py", url, folder, runs, at_once]
        return measured(*command, folder=PEERS / "langgraph")


@contextlib.contextmanager
def _folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "README.md").write_text("# A bench\n")
        yield Path(folder)


@contextlib.contextmanager
def _model(delay: float) -> Iterator[str]:
    command = [sys.executable, "-m", "benchmarks.agent_runs_model", str(delay)]
    server = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    try:
        assert server.stdout is not None
        yield server.stdout.readline().strip()
    finally:
        server.kill()
        server.communicate()


if __name__ == "__main__":
    report()
