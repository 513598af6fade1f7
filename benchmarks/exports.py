"""Milliseconds and size of every export at 18 and at 200 nodes, beside Graphviz and mermaid-cli on the same processes.

Ours counts the layout and the writing, in a process that has drawn once before; so does a worker. The peers count one
start of their program for one picture, which is how they are used; mermaid-cli starts a browser each time.
"""

import json
import shutil
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from benchmarks import npm
from coditect.workflows.diagrams import FORMATS, Diagram, render
from tests.workflows.diagrams import samples

REPEATS, LARGE = 7, 100
SECONDS = 120


def report() -> None:
    """Print a table for each size, then what the peers took."""
    for diagram in (samples.medium(), samples.large()):
        nodes = len(diagram.nodes)
        repeats = REPEATS if nodes < LARGE else 3
        total = 0.0
        print(f"{nodes} nodes, {len(diagram.edges)} edges")
        for name in FORMATS:
            written = render(diagram, name)
            milliseconds = _median(partial(render, diagram, name), repeats)
            total += milliseconds
            print(f"  {name:9} {milliseconds:9.2f} ms {len(written) / 1024:9.1f} KB")
        print(f"  all ten   {total:9.2f} ms")
        _peers(diagram)
    print("aim at 18 nodes: svg < 2 ms, png < 200 ms, all ten < 1,000 ms")


def _median(draw: Callable[[], object], repeats: int) -> float:
    times = []
    for _ in range(repeats):
        start = time.perf_counter()
        draw()
        times.append(time.perf_counter() - start)
    return statistics.median(times) * 1000


def _peers(diagram: Diagram) -> None:
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "process"
        source.with_suffix(".dot").write_bytes(render(diagram, "dot"))
        source.with_suffix(".mmd").write_bytes(render(diagram, "mermaid"))
        for name, command in (("Graphviz", _graphviz(source)), ("mermaid-cli", _mermaid(source))):
            for kind in ("svg", "png"):
                _print_peer(f"{name} {kind}", command, source.with_suffix(f".{kind}"))


def _print_peer(name: str, command: list[str] | None, out: Path) -> None:
    if command is None:
        print(f"  {name}: not on this machine")
        return
    told = [part.replace("OUT", str(out)).replace("KIND", out.suffix[1:]) for part in command]
    try:
        draw = partial(subprocess.run, told, check=True, capture_output=True, timeout=SECONDS)
        milliseconds = _median(draw, 3)
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as error:
        print(f"  {name}: failed ({error.__class__.__name__})")
        return
    print(f"  {name:15} {milliseconds:9.0f} ms {out.stat().st_size / 1024:9.1f} KB")


def _graphviz(source: Path) -> list[str] | None:
    dot = shutil.which("dot")
    return [dot, "-TKIND", str(source.with_suffix(".dot")), "-o", "OUT"] if dot else None


def _mermaid(source: Path) -> list[str] | None:
    """mermaid-cli from its locked environment, with the Chromium of the machine."""
    chromium, program = shutil.which("chromium"), npm.program("mermaid", "mmdc")
    if chromium is None or program is None:
        return None
    browser = source.with_suffix(".json")
    browser.write_text(json.dumps({"executablePath": chromium, "args": ["--no-sandbox"]}))
    settings = source.with_name("mermaid.json")
    settings.write_text(json.dumps({"maxEdges": 5000, "maxTextSize": 5_000_000}))
    given = ["-i", str(source.with_suffix(".mmd")), "-o", "OUT", "-p", str(browser), "-c", str(settings)]
    return [str(program), *given, "--quiet"]


if __name__ == "__main__":
    report()
