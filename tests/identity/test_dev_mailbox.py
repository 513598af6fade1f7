"""The development mailbox is for the person at this machine only."""

from dataclasses import replace

import httpx
import pytest
from pydantic import SecretStr

from coditect.kernel.mail import SmtpMailer
from tests.identity.house import PASSWORD, House

MAILBOX = "/api/v1/dev/mailbox"


@pytest.fixture
async def mail_id(house: House, client: httpx.AsyncClient) -> str:
    await client.post("/api/v1/auth/register", json={"email": "ada@example.com", "password": PASSWORD})
    return (await house.mails("ada@example.com"))[0].id


async def test_mails_are_listed_and_read(house: House, client: httpx.AsyncClient, mail_id: str) -> None:
    page = (await client.get(MAILBOX)).json()
    (listed,) = page["items"]
    assert listed.keys() == {"id", "to", "subject", "sent_at"}
    assert (listed["id"], listed["to"], page["next_cursor"]) == (mail_id, "ada@example.com", None)
    mail = (await client.get(f"{MAILBOX}/{mail_id}")).json()
    assert mail.keys() == {"id", "to", "subject", "sent_at", "text", "html", "links"}
    (link,) = mail["links"]
    token = link.partition("/verify-email?token=")[2]
    assert (await client.post("/api/v1/auth/verify-email", json={"token": token})).status_code == 204


async def test_by_any_local_name(house: House, mail_id: str) -> None:
    for host in ("localhost", "localhost:8000", "127.0.0.1:1", "[::1]:8000"):
        async with house.client("::1" if "[" in host else "127.0.0.1", host=host) as client:
            assert (await client.get(f"{MAILBOX}/{mail_id}")).status_code == 200, host


async def test_for_nobody_else(house: House, mail_id: str) -> None:
    elsewhere: list[tuple[str, dict[str, str]]] = [
        ("192.0.2.1", {}),
        ("::ffff:192.0.2.1", {}),
        ("127.0.0.1", {"host": "evil.example"}),
        ("127.0.0.1", {"host": "localhost.evil.example:8000"}),
        ("127.0.0.1", {"host": "127.0.0.1.evil.example"}),
        ("127.0.0.1", {"host": "localhost@evil.example"}),
        ("127.0.0.1", {"host": "[oops"}),
        ("127.0.0.1", {"x-forwarded-for": "127.0.0.1"}),
        ("127.0.0.1", {"forwarded": "for=127.0.0.1"}),
    ]
    for address, headers in elsewhere:
        async with house.client(address, **headers) as client:
            for path in (MAILBOX, f"{MAILBOX}/{mail_id}"):
                assert (await client.get(path)).status_code == 404, (address, headers)


async def test_not_where_mail_is_really_sent(house: House, client: httpx.AsyncClient, mail_id: str) -> None:
    mailer = SmtpMailer(SecretStr("smtp://127.0.0.1:1"), "CODITECT <no-reply@localhost>")
    house.app.state.platform = replace(house.platform, mailer=mailer)
    for path in (MAILBOX, f"{MAILBOX}/{mail_id}"):
        assert (await client.get(path)).status_code == 404


async def test_no_other_file_is_read(client: httpx.AsyncClient) -> None:
    for strange in ("..%2f..%2fetc%2fpasswd", "%2e%2e", "none", "a" * 5000):
        assert (await client.get(f"{MAILBOX}/{strange}")).status_code == 404, strange
