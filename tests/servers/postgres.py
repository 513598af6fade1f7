"""A private PostgreSQL cluster for one test run: temporary folder, free port, no durability, gone afterwards."""

import contextlib
import fcntl
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
import uuid
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.servers import process

OLDEST = 15
SUPERUSER = "coditect"
MIGRATED = "migrated"


class PostgresMissingError(RuntimeError):
    """PostgreSQL is not on this machine; a test run says so instead of skipping."""


@dataclass(frozen=True)
class Cluster:
    """Where a running cluster is; small enough to be handed to every test worker."""

    port: int
    folder: str
    binaries: str

    def url(self, database: str) -> str:
        return f"postgresql://{SUPERUSER}@127.0.0.1:{self.port}/{database}"

    def execute(self, *statements: str, database: str = "postgres") -> str:
        """Run statements, each in its own transaction, and answer the last one's rows as text."""
        command = [
            f"{self.binaries}/psql",
            "-X",
            "-q",
            "-A",
            "-t",
            "-v",
            "ON_ERROR_STOP=1",
            "-d",
            self.url(database),
        ]
        for statement in statements:
            command += ["-c", statement]
        result = subprocess.run(command, check=False, capture_output=True, text=True, timeout=60)
        if result.returncode:
            raise RuntimeError(f"psql: {result.stderr.strip()}")
        return result.stdout.strip()

    @contextlib.contextmanager
    def database(self, template: str = "template0") -> Iterator[str]:
        """A database of its own for one test; yields its URL."""
        name = f"test_{uuid.uuid4().hex}"
        self.execute(f'CREATE DATABASE {name} TEMPLATE "{template}"')
        try:
            yield self.url(name)
        finally:
            self.execute(f"DROP DATABASE {name} WITH (FORCE)")

    def migrated_template(self, migrate: Callable[[str], None]) -> str:
        """The name of a database that `migrate` has prepared, made once per run by whoever asks first."""
        with (Path(self.folder) / "template.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not self.execute(f"SELECT 1 FROM pg_database WHERE datname = '{MIGRATED}'"):
                # Renamed when done: a half-migrated one is never taken for a template.
                draft = f"draft_{uuid.uuid4().hex}"
                self.execute(f"CREATE DATABASE {draft} TEMPLATE template0")
                migrate(self.url(draft))
                self.execute(f"ALTER DATABASE {draft} RENAME TO {MIGRATED}")
        return MIGRATED


def find_binaries() -> Path:
    """The folder of the newest PostgreSQL here that is not too old."""
    folders = [
        folder for folder in Path("/usr/lib/postgresql").glob("*/bin") if folder.parent.name.isdecimal()
    ]
    folders.sort(key=lambda folder: int(folder.parent.name), reverse=True)
    if found := shutil.which("postgres"):
        folders.append(Path(found).resolve().parent)
    for folder in folders:
        if (
            all((folder / name).exists() for name in ("initdb", "postgres", "psql"))
            and _version(folder) >= OLDEST
        ):
            return folder
    raise PostgresMissingError(
        f"PostgreSQL {OLDEST} or newer is not installed. Debian: apt-get install postgresql"
    )


def _version(folder: Path) -> int:
    answer = subprocess.run(
        [folder / "postgres", "--version"], check=True, capture_output=True, text=True
    ).stdout
    return int(answer.split()[2].partition(".")[0].rstrip("abcdefghijklmnopqrstuvwxyz"))


def unprivileged() -> pwd.struct_passwd | None:
    """Whom to run as: PostgreSQL refuses to be root."""
    if os.geteuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        with contextlib.suppress(KeyError):
            return pwd.getpwnam(name)
    raise PostgresMissingError(
        "PostgreSQL will not run as root, and there is no user 'postgres' or 'nobody' here."
    )


@contextlib.contextmanager
def run_cluster(*, durable: bool = False) -> Iterator[Cluster]:
    """Start a cluster and end it, however the block is left; `durable` ones commit as an installation's do."""
    binaries = find_binaries()
    owner = unprivileged()
    user, group = (owner.pw_uid, owner.pw_gid) if owner else (None, None)
    folder = Path(tempfile.mkdtemp(prefix="coditect-postgres-"))
    try:
        if owner:
            os.chown(folder, owner.pw_uid, owner.pw_gid)
        _initdb(binaries, folder, user, group)
        settings = SETTINGS | DURABLE if durable else SETTINGS
        server, cluster = _start(binaries, folder, user, group, settings)
        try:
            yield cluster
        finally:
            process.stop(server, polite=signal.SIGINT)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _initdb(binaries: Path, folder: Path, user: int | None, group: int | None) -> None:
    result = subprocess.run(
        [
            binaries / "initdb",
            *("--pgdata", folder / "data", "--username", SUPERUSER, "--auth", "trust"),
            *("--encoding", "UTF8", "--locale", "C.UTF-8", "--no-sync", "--no-instructions"),
        ],
        check=False,
        capture_output=True,
        text=True,
        cwd=folder,
        user=user,
        group=group,
        extra_groups=None if user is None else [],
    )
    if result.returncode:
        raise RuntimeError(f"initdb failed:\n{result.stderr}")


# What a power cut would lose is of no worth here; many workers connect at once.
SETTINGS = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "autovacuum_naptime": "1d",
    "max_connections": "200",
    "shared_buffers": "128MB",
    "listen_addresses": "127.0.0.1",
}
TRIES = 5
DURABLE = {"fsync": "on", "synchronous_commit": "on", "full_page_writes": "on"}


def _start(
    binaries: Path,
    folder: Path,
    user: int | None,
    group: int | None,
    given: Mapping[str, str],
) -> tuple[subprocess.Popen[bytes], Cluster]:
    log = folder / "server.log"
    settings = [part for name, value in given.items() for part in ("-c", f"{name}={value}")]
    for _ in range(TRIES):
        port = process.free_port()
        command = [binaries / "postgres", "-D", folder / "data", "-k", folder, "-p", str(port), *settings]
        server = process.spawn(command, log=log, folder=folder, user=user, group=group)
        cluster = Cluster(port, str(folder), str(binaries))
        if _answers(cluster, server):
            return server, cluster
        process.kill(server)
    raise RuntimeError(f"PostgreSQL did not start:\n{process.tail(log)}")


def _answers(cluster: Cluster, server: subprocess.Popen[bytes], seconds: float = 60) -> bool:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline and server.poll() is None:
        with contextlib.suppress(RuntimeError):
            return cluster.execute("SELECT 1") == "1"
        time.sleep(0.05)
    return False
