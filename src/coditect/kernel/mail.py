"""Mail: SMTP where it is set, else a development mailbox of `.eml` files under the data folder."""

import email
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import EmailMessage
from email.policy import default as modern
from email.utils import format_datetime, parsedate_to_datetime
from pathlib import Path
from typing import Protocol
from urllib.parse import unquote, urlsplit

import anyio.to_thread
from pydantic import SecretStr

from coditect.kernel.clock import utc_now
from coditect.kernel.errors import NotFound
from coditect.kernel.ids import new_id
from coditect.kernel.writing import forbid_in_write

_LINK = re.compile(r"https?://[^\s\"'<>]+")
_MAIL_ID = re.compile(r"[0-9A-Za-z_-]{1,80}")


@dataclass(frozen=True)
class Mail:
    """One mail; `key` names it, so that sending it again after a crash does not double it."""

    key: str
    to: str
    subject: str
    text: str
    html: str


@dataclass(frozen=True)
class StoredMail:
    """A mail of the development mailbox, as a page shows it."""

    id: str
    to: str
    subject: str
    sent_at: datetime
    text: str
    html: str
    links: list[str]


class Mailer(Protocol):
    """Sends mails."""

    async def send(self, mail: Mail) -> None:
        """Hand `mail` over, or raise; the caller tries again."""


class DevMailbox:
    """Writes each mail as `<folder>/<key>.eml`; the same key overwrites its file."""

    def __init__(self, folder: Path, sender: str) -> None:
        self.folder = folder
        self._sender = sender

    async def send(self, mail: Mail) -> None:
        forbid_in_write("Sending mail")
        if not _MAIL_ID.fullmatch(mail.key):
            raise ValueError(f"Not a mail key: {mail.key!r}")
        await anyio.to_thread.run_sync(self._write, mail)

    async def newest_first(self, limit: int) -> list[StoredMail]:
        """Return the latest mails."""
        return await anyio.to_thread.run_sync(self._list, limit)

    async def read(self, mail_id: str) -> StoredMail:
        """Return one mail or raise `NotFound`."""
        path = self.folder / f"{mail_id}.eml"
        if not _MAIL_ID.fullmatch(mail_id) or not path.is_file():
            raise NotFound("There is no such mail.")
        return await anyio.to_thread.run_sync(_read, path)

    async def forget(self, address: str) -> None:
        """Remove all mails to `address`."""
        await anyio.to_thread.run_sync(self._forget, address)

    def _forget(self, address: str) -> None:
        for path in self.folder.glob("*.eml"):
            if _read(path).to == address:
                path.unlink(missing_ok=True)

    def _write(self, mail: Mail) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        path = self.folder / f"{mail.key}.eml"
        draft = self.folder / f".{new_id()}.tmp"
        draft.write_bytes(_message(mail, self._sender).as_bytes())
        draft.replace(path)

    def _list(self, limit: int) -> list[StoredMail]:
        files = sorted(self.folder.glob("*.eml"), key=lambda path: path.stat().st_mtime_ns, reverse=True)
        return [_read(path) for path in files[:limit]]


class SmtpMailer:
    """Sends over SMTP; `smtps://` is TLS from the start, `smtp://` upgrades when the server offers it."""

    def __init__(self, url: SecretStr, sender: str) -> None:
        self._url = urlsplit(url.get_secret_value())
        self._sender = sender

    async def send(self, mail: Mail) -> None:
        # Loaded on first use: an installation with the development mailbox never needs it.
        import aiosmtplib

        forbid_in_write("Sending mail")
        tls = self._url.scheme == "smtps"
        await aiosmtplib.send(
            _message(mail, self._sender),
            hostname=self._url.hostname,
            port=self._url.port or (465 if tls else 587),
            username=unquote(self._url.username) if self._url.username else None,
            password=unquote(self._url.password) if self._url.password else None,
            use_tls=tls,
            timeout=20,
        )


def _message(mail: Mail, sender: str) -> EmailMessage:
    message = EmailMessage()
    message["From"] = sender
    message["To"] = mail.to
    message["Subject"] = mail.subject
    message["Date"] = format_datetime(utc_now())
    message["Message-ID"] = f"<{mail.key}@coditect>"
    # 8bit or base64, never quoted-printable, whose soft line breaks would cut links in the .eml file.
    message.set_content(mail.text, cte="8bit" if mail.text.isascii() else "base64")
    message.add_alternative(mail.html, subtype="html", cte="8bit" if mail.html.isascii() else "base64")
    return message


def _read(path: Path) -> StoredMail:
    message = email.message_from_bytes(path.read_bytes(), policy=modern)
    text, html = _body(message, "plain"), _body(message, "html")
    return StoredMail(
        id=path.stem,
        to=str(message["To"]),
        subject=str(message["Subject"]),
        sent_at=parsedate_to_datetime(str(message["Date"])).astimezone(UTC),
        text=text,
        html=html,
        links=list(dict.fromkeys(_LINK.findall(text))),
    )


def _body(message: EmailMessage, kind: str) -> str:
    part = message.get_body(preferencelist=(kind,))
    return str(part.get_content()) if part is not None else ""
