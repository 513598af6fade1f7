"""A private PgBouncer in transaction mode before a test's cluster: every transaction may get another connection."""

import contextlib
import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.engine import make_url

from tests.servers import postgres, process

START_SECONDS = 60


class PgbouncerMissingError(RuntimeError):
    """PgBouncer is not on this machine; a test run says so instead of skipping."""


@dataclass(frozen=True)
class Pooler:
    """Where a running PgBouncer is."""

    port: int
    cluster: postgres.Cluster

    def url(self, direct: str) -> str:
        """The address of the database at `direct`, through the pooler."""
        return make_url(direct).set(port=self.port).render_as_string(hide_password=False)

    def show(self, what: str) -> list[dict[str, str]]:
        """The rows of PgBouncer's own console."""
        console = f"postgresql://{postgres.SUPERUSER}@127.0.0.1:{self.port}/pgbouncer"
        command = [f"{self.cluster.binaries}/psql", "-X", "-A", "-F", "\t", "-P", "footer=off", "-d", console]
        answer = subprocess.run(
            [*command, "-c", f"SHOW {what}"], check=True, capture_output=True, text=True, timeout=60
        )
        names, *rows = (line.split("\t") for line in answer.stdout.splitlines())
        return [dict(zip(names, row, strict=True)) for row in rows]


@contextlib.contextmanager
def run_pgbouncer(
    cluster: postgres.Cluster, *, server_connections: int, users: Sequence[str] = (postgres.SUPERUSER,)
) -> Iterator[Pooler]:
    """Start PgBouncer, which shares `server_connections` among everybody, and end it with the block."""
    program = shutil.which("pgbouncer") or "/usr/sbin/pgbouncer"
    if not Path(program).exists():
        raise PgbouncerMissingError("PgBouncer is not installed. Debian: apt-get install pgbouncer")
    owner = postgres.unprivileged()
    user, group = (owner.pw_uid, owner.pw_gid) if owner else (None, None)
    folder = Path(tempfile.mkdtemp(prefix="coditect-pgbouncer-"))
    pooler = Pooler(process.free_port(), cluster)
    (folder / "users.txt").write_text("".join(f'"{name}" ""\n' for name in users))
    (folder / "pgbouncer.ini").write_text(_configuration(pooler, folder, server_connections))
    if owner:
        for path in (folder, *folder.iterdir()):
            os.chown(path, owner.pw_uid, owner.pw_gid)
    log = folder / "pgbouncer.log"
    server = process.spawn(
        [program, folder / "pgbouncer.ini"], log=log, folder=folder, user=user, group=group
    )
    try:
        _wait_for(pooler, server, log)
        yield pooler
    finally:
        process.stop(server)
        shutil.rmtree(folder, ignore_errors=True)


def _configuration(pooler: Pooler, folder: Path, server_connections: int) -> str:
    return f"""
[databases]
* = host=127.0.0.1 port={pooler.cluster.port}

[pgbouncer]
listen_addr = 127.0.0.1
listen_port = {pooler.port}
unix_socket_dir =
auth_type = trust
auth_file = {folder}/users.txt
admin_users = {postgres.SUPERUSER}
pool_mode = transaction
default_pool_size = {server_connections}
max_client_conn = 500
# The connection that was used least recently comes next, so that clients change theirs as often as can be.
server_round_robin = 1
"""


def _wait_for(pooler: Pooler, server: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and server.poll() is None:
        with contextlib.suppress(subprocess.CalledProcessError):
            pooler.show("VERSION")
            return
        time.sleep(0.05)
    raise RuntimeError(f"PgBouncer did not start:\n{process.tail(log)}")
