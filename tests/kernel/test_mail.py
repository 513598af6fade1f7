"""Mails: readable files in development, real SMTP elsewhere; links arrive whole."""

import email
from email.policy import default as modern
from pathlib import Path

import pytest
from aiosmtplib import SMTPException
from pydantic import SecretStr

from coditect.kernel.errors import NotFound
from coditect.kernel.mail import DevMailbox, Mail, SmtpMailer
from tests.servers.smtp import SmtpServer

SENDER = "CODITECT <no-reply@localhost>"
LINK = "http://127.0.0.1:8000/verify?token=" + "aB3_-" * 40


def mail(key: str = "verify-1", text: str = f"Grüße!\n\nOpen {LINK}\n", to: str = "jö@example.org") -> Mail:
    return Mail(key, to, "Bestätigen 名", text, f'<p><a href="{LINK}">Open</a></p>')


@pytest.fixture
def mailbox(tmp_path: Path) -> DevMailbox:
    return DevMailbox(tmp_path / "mailbox", SENDER)


@pytest.mark.parametrize("text", [f"Open {LINK}\n", f"Grüße! {LINK}\n", "x" * 3000 + f" {LINK}\n"])
async def test_a_file_is_a_mail_that_other_programs_read(mailbox: DevMailbox, text: str) -> None:
    """Fails when an encoding breaks the link into lines, or the file is no mail."""
    await mailbox.send(mail(text=text))
    [path] = mailbox.folder.iterdir()
    assert path.name == "verify-1.eml"
    message = email.message_from_bytes(path.read_bytes(), policy=modern)
    assert (message["To"], message["Subject"]) == ("jö@example.org", "Bestätigen 名")
    body = message.get_body(("plain",))
    assert body is not None
    assert body.get_content().replace("\r\n", "\n") == text
    if text.isascii():
        assert LINK.encode() in path.read_bytes(), "whoever greps the file finds the link whole"


async def test_the_page_shows_what_was_sent(mailbox: DevMailbox) -> None:
    await mailbox.send(mail())
    shown = await mailbox.read("verify-1")
    assert (shown.id, shown.to, shown.subject, shown.links) == (
        "verify-1",
        "jö@example.org",
        "Bestätigen 名",
        [LINK],
    )
    assert LINK in shown.html


async def test_the_same_key_overwrites(mailbox: DevMailbox) -> None:
    """Fails when a mail that is sent again after a crash is there twice."""
    await mailbox.send(mail(text="first\n"))
    await mailbox.send(mail(text="second\n"))
    await mailbox.send(mail("verify-2"))
    assert [one.id for one in await mailbox.newest_first(10)] == ["verify-2", "verify-1"]
    assert (await mailbox.read("verify-1")).text == "second\n"


@pytest.mark.parametrize("key", ["../out", "a/b", "", ".", "a" * 81, "a.b", "a\x00"])
async def test_a_key_cannot_leave_the_mailbox(mailbox: DevMailbox, key: str) -> None:
    with pytest.raises(NotFound):
        await mailbox.read(key)
    with pytest.raises(ValueError, match="Not a mail key"):
        await mailbox.send(mail(key))
    assert not mailbox.folder.exists()


async def test_a_subject_cannot_add_headers(mailbox: DevMailbox) -> None:
    with pytest.raises(ValueError, match=r"newline|linefeed"):
        await mailbox.send(Mail("k", "a@example.org", "Hi\r\nBcc: b@example.org", "t", "t"))


async def test_smtp_takes_the_same_mail(smtp_server: SmtpServer) -> None:
    mailer = SmtpMailer(SecretStr(smtp_server.url), SENDER)
    await mailer.send(mail(to="jo@example.org", text=f"Open {LINK}\n"))
    [message] = smtp_server.messages
    assert (message["To"], message["Subject"], message["From"]) == ("jo@example.org", "Bestätigen 名", SENDER)
    body = message.get_body(("plain",))
    assert body is not None
    assert LINK in body.get_content()


async def test_a_mail_that_cannot_be_handed_over_is_an_error(free_port: int) -> None:
    """Fails when the mailer swallows it: the relay would not try again."""
    with pytest.raises((SMTPException, OSError)):
        await SmtpMailer(SecretStr(f"smtp://127.0.0.1:{free_port}"), SENDER).send(mail(to="jo@example.org"))
