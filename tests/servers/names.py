"""A private DNS server for a test: dnsmasq on a free port, which knows the records it was given and nothing else."""

import contextlib
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import dns.exception
import dns.message
import dns.query

from tests.servers import process


class DnsmasqMissingError(RuntimeError):
    """dnsmasq is not on this machine; a test run says so instead of skipping."""


@dataclass
class NameServer:
    """A DNS server that a test may start anew with other texts."""

    folder: Path
    port: int = field(default_factory=process.free_port)
    _child: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        return f"127.0.0.1:{self.port}"

    def serve(self, texts: Mapping[str, str]) -> None:
        """Answer with these TXT records from now on; other names do not exist."""
        self.stop()
        binary = shutil.which("dnsmasq") or shutil.which("dnsmasq", path="/usr/sbin")
        if binary is None:
            raise DnsmasqMissingError("dnsmasq is not installed. Debian: apt-get install dnsmasq-base")
        settings = [
            "--keep-in-foreground",
            "--conf-file=/dev/null",
            "--no-resolv",
            "--no-hosts",
            "--local=/#/",
        ]
        settings += ["--listen-address=127.0.0.1", "--bind-interfaces", f"--port={self.port}", "--pid-file="]
        settings += ["--user=", "--group="]
        settings += [f"--txt-record={name},{value}" for name, value in texts.items()]
        log = self.folder / "dnsmasq.log"
        self._child = process.spawn([binary, *settings], log=log, folder=self.folder)
        deadline = time.monotonic() + 30
        while not self._answers():
            if self._child.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(f"dnsmasq did not start:\n{process.tail(log)}")
            time.sleep(0.02)

    def stop(self) -> None:
        if self._child is not None:
            process.kill(self._child)
            self._child = None

    def _answers(self) -> bool:
        with contextlib.suppress(OSError, dns.exception.Timeout):
            dns.query.tcp(dns.message.make_query("started.example", "TXT"), "127.0.0.1", 5, self.port)
            return True
        return False


@contextlib.contextmanager
def run_name_server() -> Iterator[NameServer]:
    """Serve until the block is left."""
    with tempfile.TemporaryDirectory(prefix="coditect-dns-") as folder:
        server = NameServer(Path(folder))
        server.serve({})
        try:
            yield server
        finally:
            server.stop()
