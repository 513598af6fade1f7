"""A creating request that is sent again, or twice at once, makes one thing and gets one answer."""

import asyncio

from coditect.kernel.platform import Platform
from tests.fixtures.platforms import new_organization
from tests.kernel.rows import keys_of
from tests.kernel.web import app_on, client


async def test_the_same_key_gets_the_same_answer(platform: Platform) -> None:
    organization = new_organization()
    async with client(app_on(platform, organization)) as browser:
        answers = [
            await browser.post("/things", json={"name": "a"}, headers={"Idempotency-Key": "k"})
            for _ in range(3)
        ]
    assert [(one.status_code, one.json()) for one in answers] == [(201, {"name": "a"})] * 3
    assert await keys_of(platform, organization) == ["k", "thing a"]


async def test_the_same_key_with_another_body_is_refused(platform: Platform) -> None:
    organization = new_organization()
    async with client(app_on(platform, organization)) as browser:
        await browser.post("/things", json={"name": "a"}, headers={"Idempotency-Key": "k"})
        other = await browser.post("/things", json={"name": "b"}, headers={"Idempotency-Key": "k"})
    assert (other.status_code, other.json()["code"]) == (422, "idempotency_key_reused")
    assert await keys_of(platform, organization) == ["k", "thing a"]


async def test_keys_of_two_organizations_do_not_meet(platform: Platform) -> None:
    for organization in (new_organization(), new_organization()):
        async with client(app_on(platform, organization)) as browser:
            answer = await browser.post("/things", json={"name": "a"}, headers={"Idempotency-Key": "k"})
        assert answer.status_code == 201
        assert await keys_of(platform, organization) == ["k", "thing a"]


async def test_a_failed_request_keeps_no_key(platform: Platform) -> None:
    """Fails when the key is stored without its thing: the next try would be told of what does not exist."""
    organization = new_organization()
    async with client(app_on(platform, organization)) as browser:
        await browser.post("/things", json={"name": "a"})
        failed = await browser.post("/things", json={"name": "a"}, headers={"Idempotency-Key": "k"})
    assert failed.status_code == 500
    assert await keys_of(platform, organization) == ["thing a"]


async def test_twins_at_once_get_one_answer(platform: Platform, twin: Platform) -> None:
    """Fails with a 500: on PostgreSQL both would look before either has stored, and the loser break on the key."""
    organization = new_organization()
    async with client(app_on(platform, organization)) as here, client(app_on(twin, organization)) as there:
        answers = await asyncio.gather(
            *(
                browser.post("/things", json={"name": "a"}, headers={"Idempotency-Key": "k"})
                for browser in [here, there] * 4
            )
        )
    assert [(one.status_code, one.json()) for one in answers] == [(201, {"name": "a"})] * 8
    assert await keys_of(platform, organization) == ["k", "thing a"]
