"""The organization that everybody gets."""

import re

import httpx
import pytest

from coditect.organizations import service
from tests.identity.house import PASSWORD, House, login


@pytest.mark.parametrize(
    ("name", "beginning"),
    [
        ("Ada Lovelace", "ada-lovelace-"),
        ("Zoë d'Ângelo", "zoe-d-angelo-"),
        ("Ада", ""),
        ("///", ""),
        ("x" * 200, "x" * 40 + "-"),
    ],
)
def test_an_address_of_plain_letters(name: str, beginning: str) -> None:
    slug = service.slug_of(name)
    assert re.fullmatch(re.escape(beginning) + r"[a-z0-9]{8}", slug)
    assert slug != service.slug_of(name)


async def test_people_of_one_name_have_organizations_of_their_own(
    house: House, client: httpx.AsyncClient
) -> None:
    seen = set()
    for email in ("ada@one.example", "ada@two.example"):
        body = {"email": email, "password": PASSWORD, "name": "Ada"}
        assert (await client.post("/api/v1/auth/register", json=body)).status_code == 201
        token = await house.mailed_token(email)
        await client.post("/api/v1/auth/verify-email", json={"token": token})
        await login(client, email)
        (organization,) = (await client.get("/api/v1/me")).json()["organizations"]
        assert organization["name"] == "Ada's organization"
        seen.add((organization["id"], organization["slug"]))
    assert len(seen) == 2
