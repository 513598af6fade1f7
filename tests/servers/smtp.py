"""A real SMTP server on loopback that keeps what it is sent."""

import contextlib
import email
import email.policy
from collections.abc import Iterator
from dataclasses import dataclass, field
from email.message import EmailMessage

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from tests.servers.process import free_port


@dataclass
class SmtpServer:
    """Its address and the messages it has taken, oldest first."""

    port: int
    messages: list[EmailMessage] = field(default_factory=list)

    @property
    def url(self) -> str:
        return f"smtp://127.0.0.1:{self.port}"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802 (aiosmtpd calls it so)
        content = envelope.content
        if not isinstance(content, bytes):
            return "500 no content"
        self.messages.append(email.message_from_bytes(content, policy=email.policy.default))
        return "250 OK"


@contextlib.contextmanager
def run_smtp() -> Iterator[SmtpServer]:
    """Serve until the block is left."""
    server = SmtpServer(free_port())
    controller = Controller(server, hostname="127.0.0.1", port=server.port)
    controller.start()
    try:
        yield server
    finally:
        controller.stop()
