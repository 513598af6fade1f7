"""The real nginx with the configuration that `deploy/nginx` ships, its addresses exchanged for the test's."""

import contextlib
import shutil
import socket
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.servers import process

SHIPPED = Path(__file__).parents[2] / "deploy" / "nginx" / "coditect.conf"
READY_SECONDS = 30
_MAIN = """
daemon off;
{user}
pid {folder}/nginx.pid;
error_log {folder}/error.log info;
worker_processes 2;
events {{ worker_connections 1024; }}
http {{
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/coditect.conf;
}}
"""


@dataclass(frozen=True)
class Nginx:
    """A running nginx."""

    port: int
    folder: Path

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def access_log(self) -> str:
        return (self.folder / "access.log").read_text()

    @property
    def error_log(self) -> str:
        return (self.folder / "error.log").read_text()


def program() -> str:
    """The path of nginx; a machine without one fails the test."""
    found = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
    if not found:
        raise RuntimeError("nginx is not installed. Debian: apt-get install nginx-light")
    return found


def configuration(folder: Path, port: int, upstreams: Sequence[int]) -> str:
    """The shipped file with `port` to listen on and `upstreams` to ask, and nothing else changed."""
    text = SHIPPED.read_text()
    changes = {
        "listen 80;": f"listen 127.0.0.1:{port};",
        "/var/log/nginx/coditect.log": f"{folder}/access.log",
    }
    changes |= {f"127.0.0.1:{8001 + n} ": f"127.0.0.1:{upstream} " for n, upstream in enumerate(upstreams)}
    for shipped, ours in changes.items():
        assert text.count(shipped) == 1, shipped
        text = text.replace(shipped, ours)
    return text


@contextlib.contextmanager
def run_nginx(*upstreams: int) -> Iterator[Nginx]:
    """Serve in front of `upstreams` until the block is left."""
    folder = Path(tempfile.mkdtemp(prefix="coditect-nginx-"))
    server = Nginx(process.free_port(), folder)
    (folder / "coditect.conf").write_text(configuration(folder, server.port, upstreams))
    # Workers of a root's nginx would else become somebody who cannot read the folder.
    user = "user root;" if Path(folder).owner() == "root" else ""
    (folder / "nginx.conf").write_text(_MAIN.format(folder=folder, user=user))
    command = [program(), "-p", folder, "-c", folder / "nginx.conf", "-e", folder / "error.log"]
    running = process.spawn(command, log=folder / "output.log")
    try:
        _wait_for(server)
        yield server
    finally:
        process.stop(running)
        shutil.rmtree(folder, ignore_errors=True)


def _wait_for(server: Nginx) -> None:
    deadline = time.monotonic() + READY_SECONDS
    while time.monotonic() < deadline:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", server.port), timeout=1):
            return
        time.sleep(0.05)
    raise RuntimeError(f"nginx was not ready:\n{process.tail(server.folder / 'output.log')}")
