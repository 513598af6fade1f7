"""Mails: readable anywhere, loading nothing, and sent once however often an event is delivered."""

import re
from uuid import UUID

import httpx
import pytest

from coditect.identity import addresses, handlers, mails
from coditect.identity.events import EmailVerificationRequested
from coditect.identity.mails import To
from coditect.kernel.config import Settings
from coditect.kernel.ids import AccountId
from coditect.kernel.mail import Mail
from tests.identity.house import BASE_URL, PASSWORD, House

ID = UUID("01890000-0000-7000-8000-000000000001")
SETTINGS = Settings(
    public_url=BASE_URL, instance_name="Acme & Söhne <Works>", support_email="help@acme.example"
)
ALL = [
    mails.verify_email(SETTINGS, To("ada@example.com"), ID, "to_ken-1"),
    mails.already_registered(SETTINGS, To("ada@example.com"), ID),
    mails.session_revoked(SETTINGS, To("ada@example.com"), ID),
    mails.reset_password(SETTINGS, To("ada@example.com", "de"), ID, "to_ken-1"),
    mails.confirm_new_email(SETTINGS, To("ada@example.com"), ID, "to_ken-1"),
    mails.email_changed(SETTINGS, To("ada@example.com", "de"), ID, "to_ken-1"),
    mails.security_changed(SETTINGS, To("ada@example.com"), ID, "totp_added"),
]


@pytest.mark.parametrize("mail", ALL, ids=lambda mail: mail.key)
def test_html_loads_nothing_and_follows_the_reader(mail: Mail) -> None:
    addresses_in_html = set(re.findall(r'(?:href|src|action|url)\s*[=(]\s*["\']?([^"\')\s>]+)', mail.html))
    assert addresses_in_html
    assert all(address.startswith(f"{BASE_URL}/") for address in addresses_in_html)
    assert not re.search(r"<(?:img|link|script|iframe)|@import|url\(", mail.html)
    assert '<meta name="viewport" content="width=device-width' in mail.html
    assert '<meta name="color-scheme" content="light dark">' in mail.html
    assert "@media (prefers-color-scheme: dark)" in mail.html
    assert "Acme &amp; Söhne &lt;Works&gt;" in mail.html
    assert "<Works>" not in mail.html
    assert max(map(len, mail.html.splitlines())) < 900
    assert re.search(r"https?://\S+\n", mail.text)


def test_the_link_is_ended_by_a_quote_or_white_space() -> None:
    mail = ALL[0]
    for part in (mail.text, mail.html):
        (link,) = set(re.findall(r"http://[^\s\"'<>]+", part))
        assert link == f"{BASE_URL}/verify-email?token=to_ken-1"


async def test_a_repeated_delivery_is_the_same_mail(house: House, client: httpx.AsyncClient) -> None:
    await client.post("/api/v1/auth/register", json={"email": "ada@example.com", "password": PASSWORD})
    (mail,) = await house.mails("ada@example.com")
    verification_id = UUID(mail.id.removeprefix("verify-email-"))
    (consumer,) = [
        consumer
        for consumer in handlers.consumers(house.platform)
        if consumer.event_type is EmailVerificationRequested
    ]
    event = EmailVerificationRequested(account_id=AccountId(ID), verification_id=verification_id)
    await consumer.handle(event)
    (again,) = await house.mails("ada@example.com")
    assert (again.id, again.links, again.text, again.html) == (mail.id, mail.links, mail.text, mail.html)
    await client.post("/api/v1/auth/verify-email", json={"token": mail.links[0].partition("token=")[2]})
    house.mailbox.folder.joinpath(f"{mail.id}.eml").unlink()
    await consumer.handle(event)
    assert await house.mails("ada@example.com") == []  # the link is spent: nothing left to say


async def test_nobody_has_us_send_their_words(house: House, client: httpx.AsyncClient) -> None:
    name = "Claim your prize at https://evil.example/win"
    body = {"email": "ada@example.com", "password": PASSWORD, "name": name}
    assert (await client.post("/api/v1/auth/register", json=body)).status_code == 201
    (mail,) = await house.mails("ada@example.com")
    assert "prize" not in mail.subject + mail.text + mail.html
    assert len(mail.links) == 1


def test_an_international_domain_is_mailed_in_ascii() -> None:
    assert addresses.for_delivery("ada@bücher.example") == "ada@xn--bcher-kva.example"
    assert addresses.for_delivery("ada@example.com") == "ada@example.com"


@pytest.mark.parametrize(
    ("email", "name"),
    [
        ("ada.lovelace@example.com", "Ada Lovelace"),
        ("grace_hopper+news@example.com", "Grace Hopper"),
        ("...@example.com", "..."),
    ],
)
def test_somebody_who_gave_no_name_gets_one(email: str, name: str) -> None:
    assert addresses.name_from(email) == name
