"""How well and how fast the dispatcher chooses, on requests that people might make.

`dispatch_requests.jsonl` was written before the dispatcher. Sorted by request, its tuning half is
`random.Random(SEED).sample(range(n), n // 2)`; weights and tables (of ideas, of requests) were tuned on that half, and on the requests marked
`later`, which were written after the first results. Nobody tunes on the measuring half, nor on the requests marked
`fresh`, which were written when all tuning had ended, by somebody who had not read the tables.
"""

import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

from coditect import framework

REQUESTS = Path(__file__).with_name("dispatch_requests.jsonl")
SEED = 5
COLD_STARTS = 7
LOADED = 80

Half = Literal["tuning", "later", "measuring", "fresh"]


@dataclass(frozen=True)
class Case:
    """A request, the agent that is right for it (None: no agent is), and the half that it belongs to."""

    request: str
    agent: str | None
    half: Half


@dataclass(frozen=True)
class Score:
    """How many of the cases were answered rightly."""

    cases: int
    first: int
    among_three: int
    missed: tuple[tuple[Case, framework.Choice], ...]


def read_cases() -> list[Case]:
    """Read the table in its order."""
    return [Case(**json.loads(line)) for line in REQUESTS.read_text(encoding="utf-8").splitlines()]


def score(cases: Sequence[Case], choose: framework.Dispatcher) -> Score:
    """Top-1 counts the agent itself, “none” included; top-3 also takes it among the first three candidates."""
    chosen = [(case, choose.choose(case.request)) for case in cases]
    missed = tuple((case, choice) for case, choice in chosen if choice.agent != case.agent)
    rescued = sum(case.agent in choice.candidates[:3] for case, choice in missed if case.agent is not None)
    first = len(cases) - len(missed)
    return Score(len(cases), first, first + rescued, missed)


def report() -> None:
    """Print quality on both halves and the times."""
    agents = framework.load_library().agents
    dispatcher = framework.Dispatcher(agents)
    cases = read_cases()
    here = [case for case in cases if case.agent is None or case.agent in agents]
    for half in get_args(Half):
        _report_half(half, [case for case in here if case.half == half], dispatcher)
    absent = sorted({case.agent for case in cases if case.agent and case.agent not in agents})
    if absent:
        print(f"apart: {len(cases) - len(here)} requests for agents not in the library: {', '.join(absent)}")
    print("aims on the measuring half: top-1 >= 85%, top-3 >= 95%")
    _report_times([case.request for case in here])


def _report_half(half: str, cases: Sequence[Case], dispatcher: framework.Dispatcher) -> None:
    for kind, chosen in (
        ("an agent fits", [case for case in cases if case.agent]),
        ("none fits", [case for case in cases if not case.agent]),
        ("all", list(cases)),
    ):
        result = score(chosen, dispatcher)
        three = f", top-3 {result.among_three / result.cases:6.1%}" if kind != "none fits" else ""
        print(f"{half:>9}, {kind:<13} ({result.cases:3}): top-1 {result.first / result.cases:6.1%}{three}")


def _report_times(requests: Sequence[str]) -> None:
    agents = framework.load_library().agents
    with tempfile.TemporaryDirectory() as folder:
        _write_agents(agents, Path(folder))
        imports, load, index = zip(*(_cold(folder) for _ in range(COLD_STARTS)), strict=True)
    print(
        f"load of {LOADED} agents, cold process: {statistics.median(load):.1f} ms (aim < 50 ms);"
        f" importing the framework before it: {statistics.median(imports):.1f} ms"
    )
    print(f"index, once at the first plain request: {statistics.median(index):.1f} ms")
    dispatcher = framework.Dispatcher(agents)
    dispatcher.choose("warm up")
    times = []
    for request in requests:
        began = time.process_time()
        dispatcher.choose(request)
        times.append((time.process_time() - began) * 1000)
    times.sort()
    slowest = times[int(len(times) * 0.99)]
    print(
        f"CPU of a choice: median {statistics.median(times):.2f} ms, 99% under {slowest:.2f} ms (aim < 5 ms)"
    )


def _write_agents(agents: Mapping[str, framework.Agent], folder: Path) -> None:
    """The library, and copies of some under other names, until there are enough."""
    texts = {name: agent.text for name, agent in agents.items()}
    for name in list(texts)[: LOADED - len(texts)]:
        texts[f"{name}-copy"] = texts[name].replace(f"name: {name}\n", f"name: {name}-copy\n", 1)
    for name, text in texts.items():
        (folder / f"{name}.md").write_text(text, encoding="utf-8")


def _cold(folder: str) -> tuple[float, float, float]:
    """Milliseconds in a fresh process: the import, reading the folder, the first choice."""
    program = (
        "import sys, time; from pathlib import Path; start = time.perf_counter();"
        "from coditect import framework; began = time.perf_counter();"
        "agents = framework.load_folder(Path(sys.argv[1])).agents;"
        f"loaded = time.perf_counter(); assert len(agents) == {LOADED};"
        "framework.Dispatcher(agents).choose('which file holds the settings'); chosen = time.perf_counter();"
        "print((began - start) * 1000, (loaded - began) * 1000, (chosen - loaded) * 1000)"
    )
    done = subprocess.run([sys.executable, "-c", program, folder], check=True, capture_output=True, text=True)
    imports, load, index = (float(part) for part in done.stdout.split())
    return imports, load, index


def misses(half: Half) -> None:
    """Print what goes wrong on one half, for tuning."""
    agents = framework.load_library().agents
    cases = [case for case in read_cases() if case.half == half and (not case.agent or case.agent in agents)]
    for case, choice in score(cases, framework.Dispatcher(agents)).missed:
        print(f"- {case.request}\n  wanted {case.agent}; {', '.join(choice.candidates[:3])}; {choice.why}")


if __name__ == "__main__":
    if sys.argv[1:] == ["--misses"]:
        misses("tuning")
        misses("later")
    report()
