"""A real S3-compatible server (rclone's) on loopback, that checks signatures; its objects are files in a folder."""

import contextlib
import os
import shutil
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from sys import executable

from tests.servers import process

ACCESS_KEY, SECRET_KEY = "coditect-tests", "a-secret-of-the-tests"
BUCKET = "files"


class RcloneMissingError(RuntimeError):
    """rclone is not in the environment; a test run says so instead of skipping."""


@dataclass(frozen=True)
class S3Server:
    """A running server with one bucket."""

    port: int

    def url(self, prefix: str = "") -> str:
        """An address for CODITECT_STORAGE_URL."""
        return f"s3://{BUCKET}/{prefix}?endpoint=http://127.0.0.1:{self.port}"

    @property
    def environment(self) -> dict[str, str]:
        """What a program needs in its environment to be let in."""
        return {"AWS_ACCESS_KEY_ID": ACCESS_KEY, "AWS_SECRET_ACCESS_KEY": SECRET_KEY}


@contextlib.contextmanager
def run_s3() -> Iterator[S3Server]:
    """Serve until the block is left."""
    binary = shutil.which("rclone", path=str(Path(executable).parent))
    if binary is None:
        raise RcloneMissingError("rclone is not installed beside Python: run `make setup`")
    with tempfile.TemporaryDirectory(prefix="coditect-s3-") as name:
        folder = Path(name)
        (folder / "data" / BUCKET).mkdir(parents=True)
        server = S3Server(process.free_port())
        log = folder / "s3.log"
        child = process.spawn(
            [
                *(binary, "serve", "s3", folder / "data", "--addr", f"127.0.0.1:{server.port}"),
                *("--auth-key", f"{ACCESS_KEY},{SECRET_KEY}", "--config", "/dev/null"),
                *("--cache-dir", folder / "cache"),
            ],
            log=log,
            folder=folder,
            environment={"PATH": os.environ["PATH"], "HOME": str(folder)},
        )
        try:
            deadline = time.monotonic() + 30
            while not _answers(server.port):
                if child.poll() is not None or time.monotonic() > deadline:
                    raise RuntimeError(f"The S3 server did not start:\n{process.tail(log)}")
                time.sleep(0.02)
            yield server
        finally:
            process.kill(child)


def _answers(port: int) -> bool:
    try:
        urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=5).close()
    except urllib.error.HTTPError:
        return True
    except OSError:
        return False
    return True
