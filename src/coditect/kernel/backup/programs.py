"""PostgreSQL's own programs: found, and told the address without showing its password to everybody."""

import os
import re
import shutil
import subprocess
from pathlib import Path

from sqlalchemy.engine import URL

from coditect.kernel.backup.manifest import BackupImpossible

_BINARIES = Path("/usr/lib/postgresql")


def run(program: str, server: int, address: URL, options: list[str]) -> None:
    """Run `program`, of the server's version or newer, against `address`. Raises `BackupImpossible`."""
    finished = subprocess.run(  # noqa: S603 - a program of PostgreSQL, options of ours
        [find(program, server), *options],
        env=_environment(address),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    if finished.returncode:
        reason = finished.stderr.strip().splitlines() or ["no reason given"]
        raise BackupImpossible(f"{program} failed: {reason[-1]}")


def find(name: str, server: int) -> str:
    """Return the path of PostgreSQL's program `name`, of version `server` or newer."""
    folders = sorted(_BINARIES.glob(f"*/bin/{name}"), key=lambda path: path.parts[-3].zfill(4), reverse=True)
    found = [str(path) for path in folders]
    if on_path := shutil.which(name):
        found.append(on_path)
    for path in found:
        if _version(path) >= server:
            return path
    raise BackupImpossible(
        f"{name} of PostgreSQL {server} or newer is not here; install postgresql-client-{server}."
    )


def _version(path: str) -> int:
    answer = subprocess.run([path, "--version"], capture_output=True, text=True, check=False).stdout  # noqa: S603 - asks only its version
    number = re.search(r"\) (\d+)", answer)
    return int(number[1]) if number else 0


def _environment(address: URL) -> dict[str, str]:
    query = {name: value if isinstance(value, str) else value[0] for name, value in address.query.items()}
    parts = {
        "PGHOST": address.host or query.get("host"),
        "PGPORT": address.port or query.get("port"),
        "PGUSER": address.username,
        "PGPASSWORD": address.password,
        "PGDATABASE": address.database,
        "PGSSLMODE": query.get("sslmode") or query.get("ssl"),
    }
    kept = ("PATH", "HOME", "PGPASSFILE", "PGSSLROOTCERT")
    own = {name: os.environ[name] for name in kept if name in os.environ}
    return own | {name: str(value) for name, value in parts.items() if value}
