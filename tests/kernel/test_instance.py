"""How an installation presents itself: by its settings, with a logo from the server's own disk."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest

from coditect.kernel.config import Settings
from coditect.main import create_app


@asynccontextmanager
async def asked(folder: Path, **settings: Any) -> AsyncIterator[httpx.AsyncClient]:
    app = create_app(Settings(data_dir=folder, **settings))
    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(app), base_url="http://127.0.0.1:8000/api/v1"
    ) as client:
        yield client


async def test_an_installation_without_settings_is_ours(tmp_path: Path) -> None:
    async with asked(tmp_path) as client:
        told = (await client.get("/instance")).json()
        assert (told["name"], told["logo_url"], told["accent"]) == ("CODITECT", None, None)
        assert (await client.get("/instance/logo")).json()["code"] == "logo_not_found"


async def test_a_white_label(tmp_path: Path) -> None:
    logo = tmp_path / "logo.svg"
    logo.write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    async with asked(
        tmp_path / "data",
        instance_name="Acme Works",
        accent="#aa3311",
        support_email="help@acme.example",
        mail_from="Acme <no-reply@acme.example>",
        logo_file=logo,
    ) as client:
        told = (await client.get("/instance")).json()
        assert told["name"] == "Acme Works"
        assert told["accent"] == "#aa3311"
        assert told["sender"] == "Acme <no-reply@acme.example>"
        assert told["support_email"] == "help@acme.example"
        answer = await client.get(told["logo_url"].removeprefix("/api/v1"))
        assert (answer.content, answer.headers["content-type"]) == (logo.read_bytes(), "image/svg+xml")
        assert "sandbox" in answer.headers["content-security-policy"], "a script in it must not run"
        logo.unlink()
        assert (await client.get("/instance/logo")).status_code == 404


@pytest.mark.parametrize("name", ["secrets.key", "logo", "page.html"])
async def test_only_images_are_served(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("not for everybody")
    async with asked(tmp_path / "data", logo_file=tmp_path / name) as client:
        assert (await client.get("/instance/logo")).status_code == 404
