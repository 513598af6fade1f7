"""Nobody makes the installation mail all the time, and an absent Redis is nobody's error."""

from pathlib import Path

import httpx
import pytest

from coditect.identity import throttle
from coditect.kernel.config import Settings
from coditect.kernel.rates import Rate
from coditect.main import create_app
from tests.fixtures.platforms import on_sqlite
from tests.identity.house import PASSWORD, House
from tests.servers.process import free_port


@on_sqlite
async def test_a_network_that_registers_all_the_time_must_wait(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(throttle, "MAILS_OF_AN_ADDRESS", Rate(3, 10_000_000))
    async with house.client("2001:db8::1") as one, house.client("2001:db8::2") as twin:
        for number, client in enumerate((one, twin, one)):
            email = f"person{number}@example.com"
            answer = await client.post("/api/v1/auth/register", json={"email": email, "password": PASSWORD})
            assert answer.status_code == 201, answer.text
        refused = await twin.post("/api/v1/auth/resend-verification", json={"email": "person0@example.com"})
        assert (refused.status_code, refused.json()["code"]) == (429, "rate_exceeded")
        assert int(refused.headers["retry-after"]) > 0
    async with house.client("2001:db8:1::1") as another:
        answer = await another.post("/api/v1/auth/resend-verification", json={"email": "person0@example.com"})
        assert answer.status_code == 202


@on_sqlite
async def test_without_its_redis_a_server_registers_people(
    migrated_database_url: str, tmp_path: Path
) -> None:
    url = f"redis://127.0.0.1:{free_port()}/0"
    settings = Settings(data_dir=tmp_path, database_url=migrated_database_url, redis_url=url)
    app = create_app(settings)
    async with (
        app.router.lifespan_context(app),
        httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://127.0.0.1:8000") as client,
    ):
        answer = await client.post(
            "/api/v1/auth/register", json={"email": "ada@example.com", "password": PASSWORD}
        )
        assert answer.status_code == 201, answer.text
