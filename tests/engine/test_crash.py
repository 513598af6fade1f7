"""`kill -9` of a working process at random moments, on both databases: nothing lost, nothing doubled."""

import asyncio
import random
import subprocess
import sys
from pathlib import Path

import pytest

from coditect.kernel.platform import Platform
from tests.engine.harness import column, effects, make_effects, step, submit
from tests.fixtures.platforms import new_organization, until
from tests.servers import process

RUNS, KILLS = 100, 12
ROOT = Path(__file__).parents[2]


def start(url: str, folder: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "tests.engine.crash_app", url, folder]
    return process.spawn(command, log=folder / "app.log", folder=ROOT)


@pytest.mark.slow
async def test_killed_at_random_moments_everything_happens_once(
    platform: Platform, migrated_database_url: str, tmp_path: Path
) -> None:
    """Fails when an effect is lost or doubled, or a step stays behind, wherever the process was cut off."""
    chance = random.Random(11)
    await make_effects(platform)
    shape = (step("a"), step("b", "a"), step("c", "a"), step("d", "b", "c"))
    runs = [await submit(platform, new_organization(), *shape) for _ in range(RUNS)]
    interrupted = 0
    for _ in range(KILLS):
        before = len(await effects(platform))
        app = start(migrated_database_url, tmp_path)
        await until(lambda seen=before: _more_than(platform, seen), what="any progress")  # type: ignore[misc] # a lambda with a default
        await asyncio.sleep(chance.uniform(0, 0.3))
        process.kill(app)
        interrupted += bool(await column(platform, "SELECT 1 FROM steps WHERE status = 'running'"))
    app = start(migrated_database_url, tmp_path)
    try:
        await until(lambda: _all_ended(platform), what="the end of all runs")
    finally:
        process.kill(app)
    assert interrupted > 0, "no kill met a running step: the test showed nothing"
    assert await effects(platform) == sorted(f"{run_id}/{key}" for run_id in runs for key in "abcd")
    assert await column(platform, "SELECT DISTINCT status FROM runs") == ["completed"]


async def _more_than(platform: Platform, seen: int) -> bool:
    return len(await effects(platform)) > seen or await _all_ended(platform)


async def _all_ended(platform: Platform) -> bool:
    return await column(platform, "SELECT count(*) FROM runs WHERE finished_at IS NULL") == [0]
