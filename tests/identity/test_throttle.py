"""Guessing slows down, without locking the owner out."""

import asyncio
from datetime import timedelta

import httpx
import pytest
from sqlalchemy import select, update

from coditect.identity import throttle
from coditect.identity.models import SignInFailures
from coditect.kernel import db
from coditect.kernel.clock import utc_now
from coditect.kernel.errors import Problem
from coditect.kernel.scope import NOBODY
from tests.identity.house import PASSWORD, House, login


async def guess(client: httpx.AsyncClient, email: str, password: str = "not the right one") -> httpx.Response:
    return await client.post("/api/v1/auth/login", json={"email": email, "password": password})


@pytest.fixture
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Delays that outlast the test, so that a slow machine cannot blur what is counted."""
    monkeypatch.setattr(
        throttle, "_delay", lambda too_many: timedelta(hours=1) if too_many >= 0 else timedelta()
    )


@pytest.mark.usefixtures("patient")
@pytest.mark.parametrize("email", ["ada@example.com", "nobody@example.com"])
async def test_the_sixth_guess_must_wait(house: House, client: httpx.AsyncClient, email: str) -> None:
    await house.registered(client, "ada@example.com")
    answers = [await guess(client, email, PASSWORD + "?") for _ in range(5)]
    assert [(answer.status_code, answer.json()["code"]) for answer in answers] == [
        (401, "invalid_credentials")
    ] * 5
    refused = await guess(client, email, PASSWORD)
    assert (refused.status_code, refused.json()["code"]) == (429, "too_many_sign_in_attempts")
    assert int(refused.headers["retry-after"]) > 3000


@pytest.mark.usefixtures("patient")
async def test_the_owner_signs_in_from_elsewhere(house: House, client: httpx.AsyncClient) -> None:
    await house.registered(client, "ada@example.com")
    async with house.client("203.0.113.7") as attacker:
        for _ in range(6):
            last = await guess(attacker, "ada@example.com")
        assert last.status_code == 429
        forged = {"X-Forwarded-For": "198.51.100.1", "Forwarded": "for=198.51.100.1"}
        attacker.headers.update(forged)
        assert (await guess(attacker, "ada@example.com")).status_code == 429
    await login(client, "ada@example.com")


async def test_patience_ends_and_success_forgives(house: House, client: httpx.AsyncClient) -> None:
    await house.registered(client, "ada@example.com")
    for _ in range(5):
        await guess(client, "ada@example.com")
    async with house.platform.database.write(NOBODY) as session:
        await session.execute(update(SignInFailures).values(blocked_until=utc_now() - timedelta(seconds=1)))
    await login(client, "ada@example.com")
    async with house.platform.database.read(NOBODY) as session:
        assert (await session.scalars(select(SignInFailures.failures))).all() == [5]  # of the address
    assert (await guess(client, "ada@example.com")).status_code == 401


def test_the_delay_doubles_up_to_a_quarter_of_an_hour() -> None:
    seconds = [throttle._delay(too_many).total_seconds() for too_many in (-1, 0, 1, 2, 9, 10, 10**9)]
    assert seconds == [0, 1, 2, 4, 512, 900, 900]


@pytest.mark.usefixtures("patient")
async def test_an_address_that_tries_many_accounts_must_wait(
    house: House, client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(throttle, "FREE_TRIES_OF_AN_ADDRESS", 8)
    await house.registered(client, "ada@example.com")
    # One person with IPv6 has many addresses: they count as one.
    for number in range(8):
        async with house.client(f"2001:db8::{number + 1:x}") as stuffing:
            assert (await guess(stuffing, f"somebody{number}@example.com")).status_code == 401
    async with house.client("2001:db8::ffff") as stuffing:
        assert (await guess(stuffing, "ada@example.com", PASSWORD)).status_code == 429
    await login(client, "ada@example.com")


@pytest.mark.usefixtures("patient")
async def test_parallel_guesses_are_no_way_around(house: House, client: httpx.AsyncClient) -> None:
    await house.registered(client, "ada@example.com")
    answers = await asyncio.gather(*(guess(client, "ada@example.com") for _ in range(40)))
    checked = [answer.status_code for answer in answers].count(401)
    assert 5 <= checked <= 8  # those that were being checked while the fifth failed
    assert {answer.status_code for answer in answers} == {401, 429}


async def test_many_may_sign_in_at_once(house: House, client: httpx.AsyncClient) -> None:
    await house.registered(client, "ada@example.com")
    answers = await asyncio.gather(*(guess(client, "ada@example.com", PASSWORD) for _ in range(20)))
    assert {answer.status_code for answer in answers} == {200}


@pytest.mark.usefixtures("patient")
async def test_without_denials_failures_would_not_count(
    house: House, client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    class NothingIsADenial(Problem):
        """No error is one of these."""

    monkeypatch.setattr(db, "Denial", NothingIsADenial)
    assert {(await guess(client, "ada@example.com")).status_code for _ in range(8)} == {401}
