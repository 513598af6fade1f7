"""Pages for people, 404 for files and routes that do not exist."""

from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI

from coditect.kernel import http, web
from coditect.kernel.config import Settings


@pytest.fixture
async def client(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[httpx.AsyncClient]:
    """An application whose built pages stand in a folder of the test."""
    pages = tmp_path / "web"
    (pages / "assets").mkdir(parents=True)
    (pages / "api-docs").mkdir()
    (pages / "index.html").write_text("<title>the page</title>")
    (pages / "favicon.svg").write_text("<svg/>")
    (pages / "assets" / "index-1a2b.js").write_text("1;")
    (pages / "api-docs" / "index.html").write_text("<title>the interface</title>")
    monkeypatch.setattr(web, "files", lambda _: tmp_path)
    app = FastAPI()
    http.install(app, Settings(data_dir=tmp_path))
    app.mount("/", web.web_app())
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://test") as client:
        yield client


@pytest.mark.parametrize(
    "path", ["/", "/login", "/projects/01a2/board", "/projects/01a2/analyses?tab=quality"]
)
async def test_every_address_is_the_application(client: httpx.AsyncClient, path: str) -> None:
    answer = await client.get(path)
    assert (answer.status_code, answer.text) == (200, "<title>the page</title>")
    assert answer.headers["cache-control"] == "no-cache"


@pytest.mark.parametrize(
    "path", ["/assets/gone-3c4d.js", "/color-scheme.js", "/fonts/a.woff2", "/../secrets.txt"]
)
async def test_a_missing_file_is_not_a_page(client: httpx.AsyncClient, path: str) -> None:
    assert (await client.get(path)).status_code == 404


@pytest.mark.parametrize("path", ["/api/v1/nothing", "/api/v2", "/health/else"])
async def test_a_missing_route_is_a_problem(client: httpx.AsyncClient, path: str) -> None:
    answer = await client.get(path)
    assert answer.status_code == 404
    assert answer.json()["code"] == "not_found"


async def test_files_with_lasting_names_are_cached_for_good(client: httpx.AsyncClient) -> None:
    assert "immutable" in (await client.get("/assets/index-1a2b.js")).headers["cache-control"]
    assert (await client.get("/favicon.svg")).headers["cache-control"] == "no-cache"


async def test_the_documentation_is_our_own_page(client: httpx.AsyncClient) -> None:
    assert (await client.get("/api/docs")).text == "<title>the interface</title>"
