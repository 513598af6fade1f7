"""A person with second factors, as a test drives them over HTTP."""

from typing import Any

import httpx
import pyotp
from sqlalchemy import update

from coditect.identity.factors.models import SecondFactor
from coditect.identity.models import SignInFailures, SignInSession
from coditect.kernel.clock import utc_now
from coditect.kernel.scope import NOBODY
from tests.identity.house import PASSWORD, House

EMAIL = "ada@example.com"


async def add_totp(client: httpx.AsyncClient) -> tuple[str, list[str]]:
    """Set an authenticator app up; return its key and the recovery codes."""
    begun = await client.post("/api/v1/me/factors/totp")
    assert begun.status_code == 200, begun.text
    secret: str = begun.json()["secret"]
    answer = await client.post("/api/v1/me/factors/totp/confirm", json={"code": pyotp.TOTP(secret).now()})
    assert answer.status_code == 200, answer.text
    return secret, answer.json()["recovery_codes"]


async def begin_login(
    client: httpx.AsyncClient, email: str = EMAIL, password: str = PASSWORD
) -> dict[str, Any]:
    """Give the password and return what is asked for next."""
    answer = await client.post("/api/v1/auth/login", json={"email": email, "password": password})
    assert answer.status_code == 200, answer.text
    body: dict[str, Any] = answer.json()
    assert body["mfa_required"] is True
    return body


async def verify(client: httpx.AsyncClient, token: str, code: str, **more: Any) -> httpx.Response:
    """Show a second factor."""
    return await client.post("/api/v1/auth/mfa/verify", json={"mfa_token": token, "code": code, **more})


async def pass_steps(house: House) -> None:
    """Make the code of this moment one that was not used yet, as if half a minute had gone by."""
    async with house.platform.database.write(NOBODY) as session:
        await session.execute(update(SecondFactor).values(last_step=0))


async def forget_delays(house: House) -> None:
    """Let the delays that failures earned be over; the failures stay."""
    async with house.platform.database.write(NOBODY) as session:
        await session.execute(update(SignInFailures).values(blocked_until=None))


async def grow_old(house: House) -> None:
    """Make every session one whose person proved themselves long ago."""
    async with house.platform.database.write(NOBODY) as session:
        long_ago = utc_now().replace(year=2020)
        await session.execute(update(SignInSession).values(authenticated_at=long_ago))
