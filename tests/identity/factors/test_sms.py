"""Codes by SMS, through Twilio's interface as another maker plays it."""

import re
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tests.identity.factors.person import EMAIL
from tests.identity.house import run_house
from tests.servers.emulate import ACCOUNT, TOKEN, Service, run_emulated
from tests.servers.emulate import NUMBER as OURS

NUMBER = "+4915112345678"


@pytest.fixture
def twilio() -> Iterator[Service]:
    with run_emulated("twilio") as running:
        yield running


async def sent(twilio: Service) -> list[dict[str, str]]:
    """The messages that it took."""
    async with httpx.AsyncClient(auth=(ACCOUNT, TOKEN)) as client:
        answer = await client.get(f"{twilio.url}/2010-04-01/Accounts/{ACCOUNT}/Messages.json")
    found: list[dict[str, str]] = answer.json()["messages"]
    return found


async def test_a_number_is_confirmed_and_messages_are_few(
    migrated_database_url: str, tmp_path: Path, twilio: Service
) -> None:
    settings = {
        "twilio_url": twilio.url,
        "twilio_account_sid": ACCOUNT,
        "twilio_auth_token": TOKEN,
        "twilio_from": OURS,
    }
    async with (
        run_house(migrated_database_url, tmp_path / "data", **settings) as house,
        house.client() as client,
    ):
        await house.signed_in(client, EMAIL)
        asked = await client.post("/api/v1/me/factors/sms", json={"number": NUMBER})
        assert asked.status_code == 202, asked.text
        await house.deliver()
        [first] = await sent(twilio)
        assert (first["to"], first["from"]) == (NUMBER, OURS)
        assert re.search(r"\b\d{6}\b", first["body"])
        for _ in range(4):
            again = await client.post("/api/v1/me/factors/sms", json={"number": NUMBER})
            assert again.status_code == 202
        over = await client.post("/api/v1/me/factors/sms", json={"number": NUMBER})
        assert over.status_code == 429
        await house.deliver()
        messages = await sent(twilio)
        assert len(messages) == 5
        # Told by the second, so several may be the newest; only the last one counts.
        codes = {re.findall(r"\b\d{6}\b", one["body"])[0] for one in messages}
        tries = [await client.post("/api/v1/me/factors/sms/confirm", json={"code": code}) for code in codes]
        assert [one.status_code for one in tries].count(200) == 1
