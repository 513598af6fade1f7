"""A streaming replica of a cluster, made by pg_basebackup; replaying can be paused, and the server ended."""

import contextlib
import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.servers import postgres, process

_SECONDS = 60


@dataclass
class RunningReplica:
    """A replica and the process that it is."""

    cluster: postgres.Cluster
    server: subprocess.Popen[bytes]

    def pause(self) -> None:
        self.cluster.execute("SELECT pg_wal_replay_pause()")
        _until(lambda: self.cluster.execute("SELECT pg_get_wal_replay_pause_state()") == "paused")

    def resume(self) -> None:
        self.cluster.execute("SELECT pg_wal_replay_resume()")

    def end(self) -> None:
        process.stop(self.server, polite=signal.SIGINT)


@contextlib.contextmanager
def run_replica(primary: postgres.Cluster) -> Iterator[RunningReplica]:
    """Copy `primary`, follow it, and end with the block."""
    owner = postgres.unprivileged()
    user, group = (owner.pw_uid, owner.pw_gid) if owner else (None, None)
    folder = Path(tempfile.mkdtemp(prefix="coditect-replica-"))
    if owner:
        os.chown(folder, owner.pw_uid, owner.pw_gid)
    log, port = folder / "server.log", process.free_port()
    try:
        subprocess.run(
            [
                f"{primary.binaries}/pg_basebackup",
                *("--pgdata", folder / "data", "--write-recovery-conf", "--wal-method=stream"),
                *("--checkpoint=fast", "--no-sync", "--dbname", primary.url("postgres")),
            ],
            check=True,
            capture_output=True,
            cwd=folder,
            user=user,
            group=group,
            extra_groups=None if user is None else [],
        )
        settings = [part for name, value in postgres.SETTINGS.items() for part in ("-c", f"{name}={value}")]
        command = [f"{primary.binaries}/postgres", "-D", folder / "data", "-k", folder, "-p", port, *settings]
        server = process.spawn(command, log=log, folder=folder, user=user, group=group)
        replica = RunningReplica(postgres.Cluster(port, str(folder), primary.binaries), server)
        try:
            _until(lambda: replica.cluster.execute("SELECT 1") == "1")
            yield replica
        finally:
            replica.end()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _until(condition: object) -> None:
    assert callable(condition)
    deadline = time.monotonic() + _SECONDS
    while time.monotonic() < deadline:
        with contextlib.suppress(RuntimeError):
            if condition():
                return
        time.sleep(0.05)
    raise RuntimeError("the replica did not get there")
