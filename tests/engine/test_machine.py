"""Random lives of runs on both databases: nothing lost, nothing doubled, nothing out of order."""

import asyncio
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coditect.engine import Need, StepDraft
from tests.engine.harness import step
from tests.engine.machine import Machine, Operation
from tests.fixtures.platforms import open_platform

# Those that move work on are drawn more often, so that the rare ones find something to disturb.
OPERATIONS = (
    *("claim",) * 4,
    *("complete",) * 4,
    *("fail", "die", "pause", "resume", "cancel", "requeue", "requeue", "retry", "relay"),
)
scripts = st.lists(st.tuples(st.sampled_from(OPERATIONS), st.integers(0, 255)), max_size=30)


@st.composite
def plans(draw: st.DrawFn) -> Sequence[StepDraft]:
    """Up to six steps, each needing some of those before it, with few tries."""
    steps: list[StepDraft] = []
    for n in range(draw(st.integers(1, 6))):
        needed = draw(st.sets(st.integers(0, n - 1), max_size=3)) if n else set()
        needs = (Need(f"s{one}", required=draw(st.booleans())) for one in sorted(needed))
        steps.append(step(f"s{n}", *needs, max_tries=draw(st.integers(1, 3))))
    return steps


def live(url: str, folder: Path, examples: int) -> None:
    """Play random scripts on one database, each from an empty one."""
    with asyncio.Runner() as runner:
        context = open_platform(url, folder)
        platform = runner.run(context.__aenter__())

        @settings(
            max_examples=examples,
            deadline=None,
            database=None,
            suppress_health_check=list(HealthCheck),
        )
        @given(st.lists(plans(), min_size=1, max_size=3), scripts)
        def play(shapes: Sequence[Sequence[StepDraft]], script: Sequence[Operation]) -> None:
            runner.run(Machine(platform).play(shapes, script))

        try:
            play()
        finally:
            runner.run(context.__aexit__(None, None, None))


def test_random_lives(migrated_database_url: str, tmp_path: Path) -> None:
    """Fails when any order of operations loses, doubles or misorders a step; the script is then shown."""
    live(migrated_database_url, tmp_path, examples=25)


@pytest.mark.slow
@pytest.mark.timeout(1500)
def test_many_random_lives(migrated_database_url: str, tmp_path: Path) -> None:
    live(migrated_database_url, tmp_path, examples=600)
