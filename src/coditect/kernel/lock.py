"""One server process per SQLite data folder; the lock dies with the process, so no stale file ever blocks a start."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class DataFolderInUseError(RuntimeError):
    """Another server works on the folder."""


@contextmanager
def exclusive(data_dir: Path) -> Iterator[None]:
    """Hold the folder until the block ends, or raise `DataFolderInUseError` at once."""
    data_dir.mkdir(parents=True, exist_ok=True)
    with (data_dir / "server.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise DataFolderInUseError(
                f"Another CODITECT server already uses {data_dir}. SQLite allows one server process:"
                " stop the other one, choose another --data-dir, or set CODITECT_DATABASE_URL to PostgreSQL."
            ) from None
        yield
