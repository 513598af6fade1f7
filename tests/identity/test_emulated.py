"""Signing in by Google and by GitHub, as another maker plays them."""

import re
from collections.abc import Mapping
from html import unescape
from pathlib import Path
from typing import Literal

import httpx
import pytest
from sqlalchemy import select

from coditect.identity.federation.models import FederatedIdentity
from coditect.kernel.scope import NOBODY
from tests.fixtures.platforms import on_sqlite
from tests.identity.house import BASE_URL, run_house
from tests.servers.emulate import CLIENT, SECRET, run_emulated

AUTH = "/api/v1/auth/oauth"
Provider = Literal["google", "github"]
_FORM = re.compile(r'<form[^>]*action="([^"]+)"[^>]*>(.*?)</form>', re.DOTALL)
_FIELD = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)"')


def chosen(page: str, who: str) -> tuple[str, Mapping[str, str]]:
    """Where the form that says to be `who` goes, and what it sends."""
    for address, inside in _FORM.findall(page):
        fields = {name: unescape(value) for name, value in _FIELD.findall(inside)}
        if who in fields.values():
            return address, fields
    raise AssertionError(f"nobody is called {who}:\n{page}")


@on_sqlite
@pytest.mark.parametrize(
    ("provider", "who", "person"),
    [
        ("google", "ada@gmail.example", ("ada@gmail.example", "Ada Lovelace")),
        ("github", "grace", ("grace@github.example", "Grace Hopper")),
    ],
)
async def test_people_sign_in_by_what_they_have_elsewhere(
    migrated_database_url: str, tmp_path: Path, provider: Provider, who: str, person: tuple[str, str]
) -> None:
    with run_emulated(provider, f"{BASE_URL}{AUTH}/callback") as there:
        settings = {
            "google": {"google_issuer": there.url},
            "github": {"github_url": there.url, "github_api_url": there.url},
        }[provider]
        program = {f"{provider}_client_id": CLIENT, f"{provider}_client_secret": SECRET}
        async with (
            run_house(migrated_database_url, tmp_path / "data", **settings, **program) as house,
            house.client() as client,
            httpx.AsyncClient() as browser,
        ):
            for _ in ("the first time", "again"):
                begun = await client.get(f"{AUTH}/{provider}/start", params={"next": "/projects"})
                page = await browser.get(begun.headers["location"])
                assert page.status_code == 200, page.text
                address, fields = chosen(page.text, who)
                back = await browser.post(f"{there.url}{address}", data=fields)
                assert back.headers["location"].startswith(f"{BASE_URL}{AUTH}/callback?"), back.text
                came = await client.get(back.headers["location"])
                assert (came.status_code, came.headers["location"]) == (303, "/projects"), came.text
                account = (await client.get("/api/v1/me")).json()["account"]
                assert (account["email"], account["name"]) == person
                assert account["email_verified"]
            async with house.platform.database.read(NOBODY) as session:
                [identity] = await session.scalars(select(FederatedIdentity))
            assert identity.issuer == there.url
            # A code is of use once, and only with what the browser that began has.
            async with house.client() as other:
                stolen = await other.get(back.headers["location"])
                assert "problem=" in stolen.headers["location"]
