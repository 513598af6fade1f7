"""Fifty refreshes of one token at once: one successor, and nobody is signed out for having two tabs."""

import asyncio

import httpx
import pytest
from sqlalchemy import func, select

from coditect.identity import sessions
from coditect.identity.models import RefreshToken
from coditect.kernel.scope import NOBODY
from tests.identity.conftest import client, house
from tests.identity.house import House

__all__ = ["client", "house"]

PATH = "/api/v1/auth/refresh"


async def race(house: House, token: str) -> list[httpx.Response]:
    async def once() -> httpx.Response:
        async with house.client() as tab:
            return await tab.post(PATH, headers={"cookie": f"coditect_refresh={token}"})

    return await asyncio.gather(*(once() for _ in range(50)))


async def living(house: House) -> int:
    async with house.platform.database.read(NOBODY) as session:
        found = await session.scalar(
            select(func.count()).select_from(RefreshToken).where(RefreshToken.rotated_at.is_(None))
        )
    assert found is not None
    return found


async def test_fifty_refreshes_at_once_have_one_successor(
    house: House, client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    await house.signed_in(client, "ada@example.com")
    answers = await race(house, client.cookies["coditect_refresh"])
    assert {answer.status_code for answer in answers} == {200}
    successors = [
        answer.cookies["coditect_refresh"] for answer in answers if "coditect_refresh" in answer.cookies
    ]
    assert len(successors) == 1
    assert await living(house) == 1
    # Counter-test: whoever does not compare before setting makes a successor for each.

    async def careless(session: object, used_id: object, family: object) -> str | None:
        token, successor = sessions._new_refresh_token(family)  # type: ignore[arg-type]
        session.add(successor)  # type: ignore[attr-defined]
        del used_id
        return token

    monkeypatch.setattr(sessions, "_rotate", careless)
    again = await race(house, successors[0])
    assert len([one for one in again if "coditect_refresh" in one.cookies]) == 50
