"""The lock of the data folder and the pool for CPU-heavy work, with real processes that are really killed."""

import asyncio
import os
import subprocess
import sys
import time
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import psutil
import pytest

from coditect.kernel.cpu import CpuPool
from coditect.kernel.lock import DataFolderInUseError, exclusive
from tests.fixtures.platforms import until

HOLD = """
import sys, time
from pathlib import Path
from coditect.kernel.lock import exclusive
with exclusive(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(600)
"""
POOL = """
import asyncio, os, time
from coditect.kernel.cpu import CpuPool

async def main():
    pool = CpuPool(2)
    children = {await pool.run(os.getpid) for _ in range(4)}
    busy = asyncio.ensure_future(pool.run(time.sleep, 600))
    await asyncio.sleep(0)
    print(*children, flush=True)
    await busy

if __name__ == "__main__":
    asyncio.run(main())
"""


def start(*arguments: object) -> subprocess.Popen[str]:
    return subprocess.Popen([sys.executable, *map(str, arguments)], stdout=subprocess.PIPE, text=True)


def said(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


async def test_a_second_process_is_refused_until_the_first_is_killed(tmp_path: Path) -> None:
    """Fails without the lock, or with a pid file that a `kill -9` leaves behind."""
    first = start("-c", HOLD, tmp_path)
    try:
        assert said(first) == "held"
        with pytest.raises(DataFolderInUseError, match=r"stop the other one.*CODITECT_DATABASE_URL"):  # noqa: SIM117
            with exclusive(tmp_path):
                pass
    finally:
        first.kill()
        first.communicate()
    with exclusive(tmp_path):
        pass
    with exclusive(tmp_path):
        pass


async def test_the_children_of_a_killed_process_die_with_it(tmp_path: Path) -> None:
    """Fails when the pool's children only notice at their next task: they would stay as orphans."""
    script = tmp_path / "pool.py"
    script.write_text(POOL)
    parent = start(script)
    try:
        children = [int(pid) for pid in said(parent).split()]
        assert children
        assert all(psutil.pid_exists(pid) for pid in children)
    finally:
        parent.kill()
        parent.communicate()
    await until(lambda: not any(_lives(pid) for pid in children), what="the end of the children")


def _lives(pid: int) -> bool:
    try:
        return psutil.Process(pid).status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


async def test_the_loop_goes_on_while_others_compute() -> None:
    """Fails when the work runs in the event loop: nothing else would have had a turn before its end."""
    pool, turns, done = CpuPool(1), 0, False

    async def count() -> None:
        nonlocal turns
        while not done:
            turns += 1
            await asyncio.sleep(0)

    counting = asyncio.create_task(count())
    assert await pool.run(pow, 3, 5) == 243
    before = turns
    await pool.run(time.sleep, 0.1)
    done = True
    await counting
    pool.close()
    assert turns > before + 1


async def test_slow_work_aside_leaves_a_process_to_the_rest(tmp_path: Path) -> None:
    """Fails when pictures of long processes may take every process: analyses would wait for them."""
    pool, gate = CpuPool(2), tmp_path / "gate"
    slow = [asyncio.create_task(pool.run_aside(_wait_for, str(gate))) for _ in range(3)]
    assert await pool.run(abs, -7) == 7
    # Who gives up waiting gives no place away while the work goes on.
    slow[0].cancel()
    await asyncio.wait(slow[:1])
    assert await pool.run(abs, -8) == 8
    gate.touch()
    assert await asyncio.gather(*slow[1:]) == [True, True]
    assert await pool.run_aside(abs, -9) == 9
    with pytest.raises(ZeroDivisionError):
        await pool.run_aside(divmod, 1, 0)
    assert await pool.run_aside(abs, -10) == 10
    pool.close()


def _wait_for(gate: str) -> bool:
    while not Path(gate).exists():
        time.sleep(0.02)
    return True


async def test_a_broken_pool_is_replaced() -> None:
    """Fails when one killed child ends CPU work for the life of the server."""
    pool = CpuPool(1)
    with pytest.raises(BrokenProcessPool):
        await pool.run(os._exit, 3)
    assert await pool.run(abs, -7) == 7
    pool.close()


async def test_an_error_in_the_child_reaches_the_caller() -> None:
    pool = CpuPool(1)
    with pytest.raises(ZeroDivisionError):
        await pool.run(divmod, 1, 0)
    pool.close()
