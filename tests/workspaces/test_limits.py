"""Each limit binds; with a wider one, the same command succeeds."""

import asyncio
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import psutil
import pytest

from coditect.workspaces import Ended, Limits, run
from coditect.workspaces.sandbox import cgroups

_MIB = 1 << 20
_NARROW = Limits(seconds=120, memory_bytes=96 * _MIB, processes=40, disk_bytes=16 * _MIB)
_WIDE = Limits(seconds=120, memory_bytes=700 * _MIB, processes=300, disk_bytes=300 * _MIB)
_FORKS = """python3 - <<'END'
import os, time
for number in range(120):
    if os.fork() == 0:
        time.sleep(100)
print("ALL")
END"""
_MEMORY = "python3 -c \"kept = [bytearray(10 << 20) for _ in range(20)]; print('ALL')\""
_SHARED_BY_MANY = """python3 - <<'END'
import os, select, signal, sys, time
ready, tell = os.pipe()
for _ in range(5):
    if os.fork() == 0:
        kept = bytearray(40 << 20)
        os.write(tell, b"x")
        signal.pause()
told = 0
while told < 5:
    if select.select([ready], [], [], 0.2)[0]:
        told += len(os.read(ready, 5))
    if os.waitpid(-1, os.WNOHANG)[0]:
        sys.exit("one of them was ended")
time.sleep(30)
print("ALL")
END"""
_HIDDEN = """python3 - <<'END'
import os
hidden = os.memfd_create("hidden")
for _ in range(200):
    os.write(hidden, bytes(1 << 20))
print("ALL")
END"""


@pytest.mark.parametrize(
    ("command", "ended", "told"),
    [
        pytest.param(_FORKS, "exit", "Resource temporarily unavailable", id="processes"),
        pytest.param(_MEMORY, "memory", "", id="memory"),
        pytest.param(_HIDDEN, None, "", id="memory-of-no-process"),
        pytest.param("head -c 200M /dev/zero > /tmp/x && echo ALL", None, "", id="memory-as-files"),
        pytest.param("head -c 40M /dev/zero > x && echo ALL", "exit", "File too large", id="disk"),
    ],
)
async def test_a_limit_binds(command: str, ended: Ended | None, told: str, tmp_path: Path) -> None:
    narrow = await run(command, tmp_path, _NARROW)
    assert "ALL" not in narrow.output
    assert told in narrow.output
    assert ended is None or narrow.ended == ended
    wide = await run(command, tmp_path, _WIDE)
    assert "ALL" in wide.output, wide


async def test_memory_of_all_processes_together(tmp_path: Path) -> None:
    narrow = await run(_SHARED_BY_MANY, tmp_path, _NARROW)
    assert narrow.ended == "memory"


async def test_many_small_files_are_counted_together(tmp_path: Path) -> None:
    command = "for i in $(seq 300); do head -c 1M /dev/zero > f$i; sleep 0.05; done; echo ALL"
    outcome = await run(command, tmp_path, _NARROW)
    assert (outcome.ended, outcome.status) == ("disk", None)


async def test_time_and_output_end_a_command(tmp_path: Path) -> None:
    assert (await run("sleep 100", tmp_path, replace(_NARROW, seconds=3))).ended == "time"
    flood = await run("yes", tmp_path, replace(_NARROW, output_bytes=1_000))
    assert (flood.ended, flood.cut) == ("output", True)
    assert len(flood.output) < 1_200


async def test_the_beginning_and_the_end_of_long_output_are_kept(tmp_path: Path) -> None:
    outcome = await run("seq 10000", tmp_path, replace(_NARROW, output_bytes=1_000))
    assert outcome.output.startswith("1\n2\n")
    assert outcome.output.endswith("9999\n10000\n")
    assert "bytes left out" in outcome.output
    assert (outcome.status, outcome.cut) == (0, True)


@pytest.mark.parametrize("command", [_MEMORY, _HIDDEN, _SHARED_BY_MANY, _FORKS])
async def test_without_control_groups_the_limits_bind_too(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none(*_: object) -> None:
        return None

    monkeypatch.setattr(cgroups, "make", none)
    assert "ALL" not in (await run(command, tmp_path, _NARROW)).output


async def test_nothing_runs_on_afterwards(tmp_path: Path) -> None:
    mark = f"{uuid4().int % 10**9 + 10**9}"
    outcome = await run(f"setsid sleep {mark} & disown; sleep 0.3; echo bye", tmp_path, _NARROW)
    assert outcome.output == "bye\n"
    await _until(lambda: not _running(mark))
    _leave_behind(mark)
    await _until(lambda: bool(_running(mark)))  # without a sandbox it does
    for pid in _running(mark):
        os.kill(pid, signal.SIGKILL)


async def test_it_ends_with_whoever_started_it(tmp_path: Path) -> None:
    mark = f"{uuid4().int % 10**9 + 10**9}"
    code = (
        "import asyncio, pathlib; from coditect.workspaces import run;"
        f"asyncio.run(run('sleep {mark}', pathlib.Path({str(tmp_path)!r})))"
    )
    starter = _start(code)
    try:
        await _until(lambda: any(psutil.Process(pid).name() == "sleep" for pid in _running(mark)))
    finally:
        starter.kill()
        starter.wait()
    await _until(lambda: not _running(mark))


async def test_a_cancelled_command_ends(tmp_path: Path) -> None:
    mark = f"{uuid4().int % 10**9 + 10**9}"
    running = asyncio.create_task(run(f"sleep {mark}", tmp_path, _NARROW))
    await _until(lambda: bool(_running(mark)))
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running
    await _until(lambda: not _running(mark))


def _leave_behind(mark: str) -> None:
    subprocess.run(["bash", "-c", f"setsid sleep {mark} & disown"], check=True)


def _start(code: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", code])


def _running(mark: str) -> list[int]:
    """Return the sleeping processes that carry a mark, each in whichever name space."""
    found = []
    for process in psutil.process_iter(["cmdline"]):
        line = process.info["cmdline"] or []
        if mark in line and "sleep" in line[0]:
            found.append(process.pid)
    return found


async def _until(is_so: Callable[[], bool]) -> None:
    until = time.monotonic() + 120
    while time.monotonic() < until:
        try:
            if is_so():
                return
        except psutil.NoSuchProcess:
            pass
        await asyncio.sleep(0.05)
    raise AssertionError("It did not happen within two minutes.")
