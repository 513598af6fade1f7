"""Inviting people and bringing them in, by the routes."""

from typing import Any

import httpx

from tests.identity.house import House

API = "/api/v1"
INVITED = "grace@example.com"


async def invite(
    house: House, by: httpx.AsyncClient, email: str = INVITED, role: str = "developer"
) -> tuple[dict[str, Any], str]:
    answer = await by.post(f"{API}/invitations", json={"email": email, "role": role})
    assert answer.status_code == 201, answer.text
    made: dict[str, Any] = answer.json()
    return made, await house.mailed_token(email)


async def accept(client: httpx.AsyncClient, token: str) -> httpx.Response:
    return await client.post(f"{API}/invitations/accept", json={"token": token})


async def join(house: House, host: httpx.AsyncClient, guest: httpx.AsyncClient, role: str) -> str:
    """Bring the guest in as `role`, working there; return their account's id."""
    me = (await guest.get(f"{API}/me")).json()["account"]
    _, token = await invite(house, host, me["email"], role)
    answer = await accept(guest, token)
    assert answer.status_code == 200, answer.text
    body = {"organization_id": answer.json()["organization_id"]}
    moved = await guest.post(f"{API}/me/organization", json=body)
    guest.headers["authorization"] = f"Bearer {moved.json()['access_token']}"
    return str(me["id"])


def refusal(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]


async def roles(client: httpx.AsyncClient) -> dict[str, str]:
    return {one["email"]: one["role"] for one in (await client.get(f"{API}/members")).json()["items"]}
