"""The databases of one test run, shared by all its workers."""

import contextlib
import fcntl
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Self, TypedDict

from tests.servers import postgres


class Handover(TypedDict):
    """What a worker process is told, in types that travel."""

    folder: str
    cluster: dict[str, str | int] | None


class TestRun:
    """A folder and a PostgreSQL cluster, from the start of `pytest` to its end."""

    __test__ = False

    def __init__(self, folder: Path, cluster: postgres.Cluster | None = None) -> None:
        self.folder = folder
        self._cluster = cluster
        self._ends = contextlib.ExitStack()

    def start_postgres_early(self) -> None:
        """Start the cluster that the workers to come will share."""
        # Where it is missing, the tests that need it fail and say so; the others still run.
        with contextlib.suppress(postgres.PostgresMissingError):
            self._cluster = self._ends.enter_context(postgres.run_cluster())

    def handed_over(self) -> Handover:
        return {"folder": str(self.folder), "cluster": asdict(self._cluster) if self._cluster else None}

    @classmethod
    def received(cls, given: Handover) -> Self:
        cluster = given["cluster"]
        port_and_places = (
            (int(cluster["port"]), str(cluster["folder"]), str(cluster["binaries"])) if cluster else None
        )
        return cls(Path(given["folder"]), postgres.Cluster(*port_and_places) if port_and_places else None)

    @contextlib.contextmanager
    def shared_or_own_postgres(self) -> Iterator[postgres.Cluster]:
        """The shared cluster, or one of our own when nobody shares."""
        if self._cluster is not None:
            yield self._cluster
        else:
            with postgres.run_cluster() as cluster:
                yield cluster

    def migrated_template(self, cluster: postgres.Cluster) -> str:
        """The PostgreSQL database to copy from."""
        return cluster.migrated_template(lambda url: migrate(url, self.folder))

    def copy_of_migrated_sqlite(self, target: Path) -> Path:
        """Copy a migrated SQLite file, made once per run by whoever asks first."""
        original = self.folder / "migrated.db"
        with (self.folder / "sqlite.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not original.exists():
                draft = self.folder / "draft.db"
                migrate(sqlite_url(draft), self.folder)
                fold_log_into_file(draft)
                draft.rename(original)
        shutil.copyfile(original, target)
        return target

    def close(self) -> None:
        self._ends.close()
        shutil.rmtree(self.folder, ignore_errors=True)


def sqlite_url(path: Path) -> str:
    return f"sqlite:///{path}"


def fold_log_into_file(path: Path) -> None:
    """Make the one file hold everything, so that it can be copied."""
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


MIGRATE = (
    "import asyncio, sys; from coditect.kernel.migrate import migrate; asyncio.run(migrate(sys.argv[1]))"
)


def migrate(url: str, home: Path) -> None:
    """Bring the database up to date, in a process of its own that sees nothing of ours."""
    result = subprocess.run(
        [sys.executable, "-c", MIGRATE, url],
        env={"PATH": os.environ["PATH"], "HOME": str(home)},
        cwd=home,
        check=False,
        capture_output=True,
        text=True,
    )
    if result.returncode:
        raise RuntimeError(f"the migration failed:\n{result.stdout}{result.stderr}")
