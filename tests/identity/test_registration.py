"""Registration tells nobody who has an account, and gives nobody the account of another."""

import asyncio
from collections import Counter
from datetime import timedelta

import httpx
import pytest
from pwdlib.hashers.argon2 import Argon2Hasher
from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from coditect.identity import passwords, registration
from coditect.identity.models import Account, EmailVerification
from coditect.kernel.clock import utc_now
from coditect.kernel.db import Database
from coditect.kernel.errors import Conflict
from coditect.kernel.ids import AccountId, OrganizationId
from coditect.kernel.scope import NOBODY
from tests.identity.house import PASSWORD, House, login

REGISTER = "/api/v1/auth/register"
OTHER_PASSWORD = "nine loud geese at dusk"


async def register(client: httpx.AsyncClient, email: str, password: str = PASSWORD) -> httpx.Response:
    return await client.post(REGISTER, json={"email": email, "password": password})


async def pass_double_click(house: House) -> None:
    async with house.platform.database.write(NOBODY) as session:
        await session.execute(update(Account).values(created_at=utc_now() - timedelta(seconds=11)))


async def count_accounts(house: House) -> int:
    async with house.platform.database.read(NOBODY) as session:
        return await session.scalar(select(func.count()).select_from(Account)) or 0


class CountingHasher(Argon2Hasher):
    """Notes what it is asked to do."""

    def __init__(self) -> None:
        super().__init__(time_cost=1, memory_cost=64, parallelism=1)
        self.calls: list[str] = []

    def hash(self, password: str | bytes, *, salt: bytes | None = None) -> str:
        self.calls.append("hash")
        return super().hash(password, salt=salt)

    def verify(self, password: str | bytes, hash: str | bytes) -> bool:  # noqa: A002 - the library's name
        self.calls.append("verify")
        return super().verify(password, hash)


async def test_known_and_unknown_addresses_get_one_answer_at_one_price(
    house: House, client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    await house.registered(client, "active@example.com")
    await register(client, "pending@example.com")
    await pass_double_click(house)
    hasher = CountingHasher()
    monkeypatch.setattr(passwords, "_HASHER", hasher)
    passwords._nobodys_hash.cache_clear()
    passwords._nobodys_hash()

    def seen(answer: httpx.Response, email: str) -> object:
        calls, hasher.calls = hasher.calls, []
        headers = [name for name in answer.headers if name != "x-request-id"]
        body = answer.text.replace(email, "EMAIL").replace(answer.headers["x-request-id"], "ID")
        return answer.status_code, body, headers, calls

    emails = ("active@example.com", "pending@example.com", "unknown@example.com")
    for path, password in (
        ("/api/v1/auth/login", "certainly not this"),
        ("/api/v1/auth/resend-verification", None),
        (REGISTER, PASSWORD),
    ):
        body = {"password": password} if password else {}
        hasher.calls = []
        answers = [seen(await client.post(path, json={"email": email, **body}), email) for email in emails]
        assert answers[0] == answers[1] == answers[2], path

    # Counter-test: a registration that says what it met would be seen through.
    async def candid(*_: object) -> None:
        raise Conflict("This address has an account.")

    monkeypatch.setattr(registration, "_register_again", candid)
    emails = ("active@example.com", "pending@example.com", "another@example.com")
    body = {"password": PASSWORD}
    told = [seen(await client.post(REGISTER, json={"email": email, **body}), email) for email in emails]
    assert told[0] == told[1] != told[2]
    passwords._nobodys_hash.cache_clear()


async def test_the_owner_of_a_known_address_is_told_by_mail(house: House, client: httpx.AsyncClient) -> None:
    await house.registered(client, "ada@example.com")
    await pass_double_click(house)
    await register(client, "Ada@EXAMPLE.com", OTHER_PASSWORD)
    newest = (await house.mails("ada@example.com"))[0]
    assert newest.subject == "You already have an account at CODITECT"
    assert newest.links == ["http://127.0.0.1:8000/login"]
    await login(client, "ada@example.com", PASSWORD)
    assert await count_accounts(house) == 1
    await register(client, "ada@example.com", OTHER_PASSWORD)
    assert len(await house.mails("ada@example.com")) == 2  # once an hour is enough


async def test_a_double_click_makes_one_account_and_one_mail(house: House, client: httpx.AsyncClient) -> None:
    answers = await asyncio.gather(*(register(client, "ada@example.com") for _ in range(6)))
    assert {answer.status_code for answer in answers} == {201}
    assert await count_accounts(house) == 1
    assert len(await house.mails("ada@example.com")) == 1
    await house.registered(client, "grace@example.com")
    await login(client, "grace@example.com")
    assert len((await client.get("/api/v1/me")).json()["organizations"]) == 1


async def test_who_registers_first_does_not_own_the_address(house: House, client: httpx.AsyncClient) -> None:
    async with house.client() as attacker:
        await register(attacker, "victim@example.com", OTHER_PASSWORD)
        planted = await house.mailed_token("victim@example.com")
        await pass_double_click(house)
        await house.registered(client, "victim@example.com", PASSWORD)
        await login(client, "victim@example.com", PASSWORD)
        answer = await attacker.post(
            "/api/v1/auth/login", json={"email": "victim@example.com", "password": OTHER_PASSWORD}
        )
        assert answer.status_code == 401
        answer = await attacker.post("/api/v1/auth/verify-email", json={"token": planted})
        assert answer.status_code == 410


async def test_a_later_registration_does_not_change_what_an_older_link_brings(
    house: House, client: httpx.AsyncClient
) -> None:
    await register(client, "victim@example.com", PASSWORD)
    own = await house.mailed_token("victim@example.com")
    await pass_double_click(house)
    async with house.client() as attacker:
        await register(attacker, "victim@example.com", OTHER_PASSWORD)
    await client.post("/api/v1/auth/verify-email", json={"token": own})
    await login(client, "victim@example.com", PASSWORD)


async def test_no_account_without_its_organization(house: House, client: httpx.AsyncClient) -> None:
    async def fail(_session: AsyncSession, _account_id: AccountId, _name: str, /) -> OrganizationId:
        raise RuntimeError("no organization today")

    house.app.state.on_registered, supplied = fail, house.app.state.on_registered
    assert (await register(client, "ada@example.com")).status_code == 500
    assert await count_accounts(house) == 0
    house.app.state.on_registered = supplied
    assert (await register(client, "ada@example.com")).status_code == 201


async def test_nothing_is_promised_that_was_not_stored(
    house: House, client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fail(_database: Database, _session: AsyncSession) -> None:
        raise RuntimeError("the disk is full")

    with monkeypatch.context() as broken:
        broken.setattr(Database, "_commit", fail)
        assert (await register(client, "ada@example.com")).status_code == 500
    assert await house.mails("ada@example.com") == []
    assert await count_accounts(house) == 0


async def test_nobody_is_flooded_with_mail(house: House, client: httpx.AsyncClient) -> None:
    await register(client, "ada@example.com")
    for _ in range(7):
        await pass_double_click(house)
        await register(client, "ada@example.com")
        answer = await client.post("/api/v1/auth/resend-verification", json={"email": "ada@example.com"})
        assert answer.status_code == 202
    # Registrations compete, so who asks again gets a link to choose a password; five of each kind within the hour.
    kinds = Counter(mail.id.rsplit("-", 5)[0] for mail in await house.mails("ada@example.com"))
    assert sorted(kinds.values()) == [5, 5], kinds


async def test_a_new_link_is_mailed_on_demand_to_those_who_wait_for_one(
    house: House, client: httpx.AsyncClient
) -> None:
    await register(client, "ada@example.com")
    first = await house.mailed_token("ada@example.com")
    for email in ("ada@example.com", "unknown@example.com"):
        answer = await client.post("/api/v1/auth/resend-verification", json={"email": email})
        assert answer.status_code == 202
    second = await house.mailed_token("ada@example.com")
    assert second != first
    assert await house.mails("unknown@example.com") == []
    assert (await client.post("/api/v1/auth/verify-email", json={"token": second})).status_code == 204
    await login(client, "ada@example.com")
    await client.post("/api/v1/auth/resend-verification", json={"email": "ada@example.com"})
    assert len(await house.mails("ada@example.com")) == 2


async def test_a_link_works_once(house: House, client: httpx.AsyncClient) -> None:
    await register(client, "ada@example.com")
    token = await house.mailed_token("ada@example.com")
    answers = await asyncio.gather(
        *(client.post("/api/v1/auth/verify-email", json={"token": token}) for _ in range(10))
    )
    assert sorted(answer.status_code for answer in answers) == [204] + [410] * 9
    assert {a.json()["code"] for a in answers if a.status_code == 410} == {"verification_link_used"}


async def test_a_link_expires(house: House, client: httpx.AsyncClient) -> None:
    await register(client, "ada@example.com")
    token = await house.mailed_token("ada@example.com")
    async with house.platform.database.write(NOBODY) as session:
        await session.execute(update(EmailVerification).values(expires_at=utc_now() - timedelta(seconds=1)))
    answer = await client.post("/api/v1/auth/verify-email", json={"token": token})
    assert (answer.status_code, answer.json()["code"]) == (410, "verification_link_expired")


async def test_an_invented_link_is_refused_by_name(client: httpx.AsyncClient) -> None:
    answer = await client.post("/api/v1/auth/verify-email", json={"token": "A" * 43})
    assert (answer.status_code, answer.json()["code"]) == (422, "verification_link_invalid")
    assert [error["field"] for error in answer.json()["errors"]] == ["token"]


async def test_the_database_holds_no_secret_in_the_clear(house: House, client: httpx.AsyncClient) -> None:
    await register(client, "ada@example.com")
    token = await house.mailed_token("ada@example.com")
    async with house.platform.database.read(NOBODY) as session:
        rows = [*(await session.execute(select(Account, EmailVerification).join(EmailVerification))).one()]
    text = " ".join(repr(vars(row)) for row in rows)
    assert token not in text
    assert PASSWORD not in text
    assert "$argon2id$v=19$m=19456,t=2,p=1$" in text
