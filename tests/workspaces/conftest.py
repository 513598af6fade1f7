"""A folder of work, and a machine around it that has something to lose."""

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from uuid import uuid4

import pytest

_HELPER: Final = """
import os, socket, sys, threading
mark, path = sys.argv[1:]
def serve(s):
    s.listen()
    while True:
        s.accept()[0].sendall(b"hello")
tcp, named, nameless = socket.socket(), socket.socket(socket.AF_UNIX), socket.socket(socket.AF_UNIX)
tcp.bind(("127.0.0.1", 0)); named.bind(path); nameless.bind("\\0" + mark)
for s in (tcp, named, nameless):
    s.listen()
    threading.Thread(target=serve, args=(s,)).start()
print(tcp.getsockname()[1], flush=True)
"""


@dataclass(frozen=True)
class Outside:
    """What stands outside the folder of work: a secret, and a process that has one and listens."""

    work: Path
    folder: Path
    helper: subprocess.Popen[str]
    port: int
    mark: str
    descriptor: int

    @property
    def secret(self) -> Path:
        return self.folder / "secret.txt"

    def told_in(self, script: str) -> str:
        """Return a script with the names of what is outside."""
        names = {
            "dots": "../outside/secret.txt", "secret": self.secret, "folder": self.folder, "mark": self.mark,
            "pid": self.helper.pid, "port": self.port, "socket": self.folder / "s", "descriptor": self.descriptor,
        }  # fmt: skip
        for name, value in names.items():
            script = script.replace(f"<{name}>", str(value))
        return script


@pytest.fixture
def work(tmp_path: Path) -> Path:
    """A repository with a folder of ours in it."""
    folder = tmp_path / "work"
    (folder / ".coditect").mkdir(parents=True)
    (folder / ".coditect" / "keys").write_text("s3cret")
    (folder / "a.txt").write_text("a\n")
    subprocess.run(["git", "init", "--quiet", str(folder)], check=True)
    return folder


@pytest.fixture
def outside(work: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Outside]:
    monkeypatch.setenv("PLATFORM_SECRET", "s3cret")
    folder = tmp_path / "outside"
    folder.mkdir()
    (folder / "secret.txt").write_text("s3cret\n")
    mark = f"coditect-test-{uuid4().hex[:12]}"
    helper = subprocess.Popen(
        [sys.executable, "-c", _HELPER, mark, "s"],
        cwd=folder,
        stdout=subprocess.PIPE,
        text=True,
    )
    descriptor = os.open(folder, os.O_RDONLY)
    os.set_inheritable(descriptor, True)
    try:
        assert helper.stdout is not None
        port = int(helper.stdout.readline())
        yield Outside(work, folder, helper, port, mark, descriptor)
    finally:
        os.close(descriptor)
        helper.kill()
        helper.communicate()
