"""Behind a proxy the client's address is the one that the proxy says; nobody else may say one."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any, cast

import httpx
import pytest
from fastapi import FastAPI
from pydantic import ValidationError

from coditect.cli import serve
from coditect.identity import throttle
from coditect.kernel.config import Settings
from tests.fixtures.platforms import on_sqlite
from tests.identity.house import BASE_URL, run_house

PROXY, STRANGER = "10.1.2.3", "203.0.113.50"


@asynccontextmanager
async def asking(app: FastAPI, peer: str, trusted: str | None) -> AsyncIterator[httpx.AsyncClient]:
    """A client that is seen to come from `peer` by the server that `coditect serve` would run."""
    config = serve._uvicorn(app, Settings(trusted_proxies=trusted))
    config.load()
    served = cast("Any", config.loaded_app)
    transport = httpx.ASGITransport(served, client=(peer, 40000))
    async with httpx.AsyncClient(transport=transport, base_url=BASE_URL) as client:
        yield client


async def guess(client: httpx.AsyncClient, said: str) -> int:
    answer = await client.post(
        "/api/v1/auth/login",
        json={"email": "ada@example.com", "password": "not the right one"},
        headers={"X-Forwarded-For": said},
    )
    return answer.status_code


@on_sqlite
@pytest.mark.parametrize(
    ("peer", "trusted", "believed"),
    [
        (PROXY, "10.0.0.0/8", True),
        (PROXY, "192.0.2.1, 10.1.2.3", True),
        (PROXY, None, False),
        (STRANGER, "10.0.0.0/8", False),
    ],
)
async def test_only_a_trusted_proxy_says_who_the_client_is(
    *,
    migrated_database_url: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    peer: str,
    trusted: str | None,
    believed: bool,
) -> None:
    """Fails when a forged header gives each guess a fresh address, or a proxy's clients are throttled as one."""
    monkeypatch.setattr(throttle, "_delay", lambda many: timedelta(hours=many >= 0))
    async with (
        run_house(migrated_database_url, tmp_path / "data") as house,
        asking(house.app, peer, trusted) as client,
    ):
        tried = [await guess(client, f"198.51.100.{number}") for number in range(6)]
        assert tried == [401] * 5 + [401 if believed else 429]
        # What a client writes in front of what the proxy adds is not believed either.
        many = [await guess(client, f"192.0.2.{number}, 198.51.100.77") for number in range(6)]
        assert many == ([401] * 5 + [429] if believed else [429] * 6)


@pytest.mark.parametrize("wrong", ["*", "proxy.example", "10.0.0.1/8", "10.0.0.1,", "::1/129"])
def test_what_is_no_address_is_refused(wrong: str) -> None:
    with pytest.raises(ValidationError, match="trusted_proxies"):
        Settings(trusted_proxies=wrong)
