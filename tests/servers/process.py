"""Child processes of the tests: free ports, and no child that outlives the test run."""

import contextlib
import os
import random
import shutil
import signal
import socket
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

# Below the range from which the kernel takes the ports of outgoing connections, so that none of them is lost to one.
PORTS = range(20_000, 32_000)


def free_port() -> int:
    """A port on which nothing listens on loopback."""
    while True:
        port = random.choice(PORTS)
        with socket.socket() as probe, contextlib.suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port


def spawn(
    command: Sequence[object],
    *,
    log: Path,
    environment: Mapping[str, str] | None = None,
    folder: Path | None = None,
    user: int | None = None,
    group: int | None = None,
) -> subprocess.Popen[bytes]:
    """Start `command` away from the terminal, its output added to `log`.

    Where the system can, the kernel ends it with us even when we are killed.
    """
    setpriv = shutil.which("setpriv")
    bound = [setpriv, "--pdeathsig", "KILL", "--"] if setpriv else []
    with log.open("ab") as output:
        return subprocess.Popen(
            [*bound, *map(str, command)],
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            env=None if environment is None else dict(environment),
            cwd=folder,
            user=user,
            group=group,
            extra_groups=None if user is None else [],
            start_new_session=True,
        )


def stop(
    process: subprocess.Popen[bytes], *, polite: signal.Signals = signal.SIGTERM, seconds: float = 20
) -> int:
    """Ask the process to end, insist after `seconds`, and answer its exit code."""
    if process.poll() is None:
        process.send_signal(polite)
        try:
            return process.wait(seconds)
        except subprocess.TimeoutExpired:
            kill(process)
    return process.wait()


def kill(process: subprocess.Popen[bytes]) -> None:
    """End the process and whatever it started, at once."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def tail(log: Path, lines: int = 60) -> str:
    """The end of a log, for a failure message."""
    if not log.exists():
        return "(no log)"
    return "\n".join(log.read_text(errors="replace").splitlines()[-lines:])
