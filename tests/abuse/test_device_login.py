"""Login by a device code: let in once, as fresh as its approval, ended at once; guesses and replays get nothing."""

from datetime import timedelta

import httpx
import pytest
from sqlalchemy import update

from coditect.identity.models import SignInSession
from coditect.identity.provider import devices
from coditect.kernel.clock import utc_now
from coditect.kernel.scope import NOBODY
from tests.identity.conftest import client, house
from tests.identity.house import House

__all__ = ["client", "house"]

CLI = {"client_id": "coditect-cli"}
PAGE = "/api/v1/oauth/devices"


async def poll(device: httpx.AsyncClient, code: str) -> httpx.Response:
    return await device.post(
        "/oauth/token", data={**CLI, "grant_type": devices.GRANT_TYPE, "device_code": code}
    )


async def test_a_device_is_let_in_once_and_ends_with_its_session(
    house: House, client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(devices, "INTERVAL_SECONDS", 0)
    await house.signed_in(client, "ada@example.com")
    async with house.platform.database.write(NOBODY) as session:
        old = utc_now() - timedelta(hours=1)
        await session.execute(update(SignInSession).values(authenticated_at=old))
    async with house.client("10.0.0.7") as device:
        begun = (await device.post("/oauth/device_authorization", data={**CLI, "device_name": "x"})).json()
        assert (await poll(device, begun["device_code"])).json()["error"] == "authorization_pending"
        shown = await client.post(PAGE, json={"code": begun["user_code"].lower()})
        assert (shown.json()["device"], shown.json()["address"]) == ("x", "10.0.0.7")
        wrong = await client.post(PAGE, json={"code": "BBBB-BBBB", "decision": "allow"})
        assert wrong.status_code == 404
        allowed = await client.post(PAGE, json={"code": begun["user_code"], "decision": "allow"})
        assert allowed.status_code == 200
        tokens = (await poll(device, begun["device_code"])).json()
        assert (await poll(device, begun["device_code"])).json()["error"] == "invalid_grant"
        header = {"Authorization": f"Bearer {tokens['access_token']}"}
        assert (await device.get("/api/v1/me", headers=header)).status_code == 200
        # It is no fresher than its approval: what needs a recent proof is refused.
        stale = await device.post("/api/v1/auth/oauth/oidc/connect", json={}, headers=header)
        assert stale.json()["code"] != "provider_unknown"
        again = await device.post(
            "/oauth/token",
            data={**CLI, "grant_type": "refresh_token", "refresh_token": tokens["refresh_token"]},
        )
        assert again.status_code == 200
        await device.post("/oauth/revoke", data={**CLI, "token": again.json()["refresh_token"]})
        assert (await device.get("/api/v1/me", headers=header)).status_code == 401


async def test_who_asks_too_often_is_slowed_and_who_was_denied_stays_out(
    house: House, client: httpx.AsyncClient
) -> None:
    await house.signed_in(client, "ada@example.com")
    async with house.client() as device:
        begun = (await device.post("/oauth/device_authorization", data=CLI)).json()
        await poll(device, begun["device_code"])
        assert (await poll(device, begun["device_code"])).json()["error"] == "slow_down"
        await client.post(PAGE, json={"code": begun["user_code"], "decision": "deny"})
        assert (await poll(device, begun["device_code"])).json()["error"] == "access_denied"
