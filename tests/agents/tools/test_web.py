"""Pages come from allowed hosts only, whatever redirects and name servers say."""

import asyncio
import socket
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import Any

import pytest

from coditect.agents.tools import ToolContext, ToolRefused
from coditect.agents.tools.html import text_of
from coditect.agents.tools.web import checked
from tests.agents.tools.conftest import CallTool


@asynccontextmanager
async def _site(answers: dict[str, bytes]) -> AsyncIterator[tuple[int, list[str]]]:
    """Serve fixed answers; yield the port, and a list that grows by the head of each request."""
    heads: list[str] = []

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = (await reader.readuntil(b"\r\n\r\n")).decode()
        heads.append(head)
        writer.write(answers[head.split()[1]])
        await writer.drain()
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    async with server:
        yield server.sockets[0].getsockname()[1], heads


def _page(body: str, kind: str = "text/html", status: str = "200 OK", more: str = "") -> bytes:
    data = body.encode()
    return (
        f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(data)}\r\n{more}\r\n".encode()
        + data
    )


async def test_a_page_is_fetched_as_text(call: CallTool, context: ToolContext) -> None:
    page = (
        "<head><title>T</title></head><body><h1>Hello</h1><script>evil()</script><p>a &amp; b<ul><li>c</ul>"
    )
    async with _site({"/": _page(page)}) as (port, heads):
        context.allowed_hosts = frozenset({f"127.0.0.1:{port}"})
        got = await call("WebFetch", url=f"http://127.0.0.1:{port}/")
    assert got.text.endswith("# Hello\n\na & b\n\n- c")
    assert "evil" not in got.text
    assert f"Host: 127.0.0.1:{port}".lower() in heads[0].lower()
    assert "cookie" not in heads[0].lower()


async def test_a_redirect_is_checked_like_a_first_address(call: CallTool, context: ToolContext) -> None:
    there = _page("", status="302 Found", more="Location: http://127.0.0.2:9/secret\r\n")
    loop = _page("", status="302 Found", more="Location: /loop\r\n")
    async with _site({"/": there, "/loop": loop}) as (port, heads):
        context.allowed_hosts = frozenset({f"127.0.0.1:{port}"})
        with pytest.raises(ToolRefused, match=r"127\.0\.0\.2:9 is not among the hosts"):
            await call("WebFetch", url=f"http://127.0.0.1:{port}/")
        with pytest.raises(ToolRefused, match="More than 5 redirects"):
            await call("WebFetch", url=f"http://127.0.0.1:{port}/loop")
    assert len(heads) == 7


async def test_what_is_large_or_no_text_is_not_shown(call: CallTool, context: ToolContext) -> None:
    answers = {"/big": _page("x" * 5_000_001, "text/plain"), "/png": _page("x", "image/png")}
    async with _site(answers) as (port, _):
        context.allowed_hosts = frozenset({f"127.0.0.1:{port}"})
        assert "more than 5000000 bytes" in (await call("WebFetch", url=f"http://127.0.0.1:{port}/big")).text
        assert "image/png" in (await call("WebFetch", url=f"http://127.0.0.1:{port}/png")).text


@pytest.mark.parametrize(
    ("url", "allowed"),
    [
        ("http://example.org/", set()),
        ("http://example.org.evil.test/", {"example.org"}),
        ("http://evilexample.org/", {"*.example.org"}),
        ("http://example.org:8080/", {"example.org"}),
        ("http://user@example.org/", {"example.org"}),
        ("http://example.org@evil.test/", {"example.org"}),
        ("ftp://example.org/", {"example.org"}),
        ("file:///etc/passwd", {"example.org"}),
        ("http://[::1/", {"example.org"}),
        ("http://2130706433/", {"127.0.0.1"}),
        ("http://169.254.169.254/", {"*"}),
    ],
)
async def test_other_addresses_are_refused(url: str, allowed: set[str]) -> None:
    with pytest.raises(ToolRefused):
        await checked(url, frozenset(allowed))


@pytest.mark.parametrize(
    "answers", [["127.0.0.1"], ["10.0.0.1"], ["169.254.169.254"], ["::1"], ["fd00::1"], ["::ffff:127.0.0.1"], ["93.184.215.14", "127.0.0.1"]]
)  # fmt: skip
async def test_a_name_that_leads_inside_is_refused(
    answers: Sequence[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    async def found(*_: object, **__: object) -> list[Any]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, 80)) for address in answers]

    monkeypatch.setattr(asyncio.get_running_loop(), "getaddrinfo", found)
    with pytest.raises(ToolRefused, match="no public address"):
        await checked("http://rebound.example/", frozenset({"rebound.example"}))


async def test_the_connection_goes_to_the_address_that_was_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter(["93.184.215.14", "127.0.0.1"])

    async def found(*_: object, **__: object) -> list[Any]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (next(answers), 443))]

    monkeypatch.setattr(asyncio.get_running_loop(), "getaddrinfo", found)
    target = await checked("https://docs.example/x?y=1", frozenset({"*.example"}))
    assert (target.address, target.host, target.port) == ("93.184.215.14", "docs.example", 443)


def test_no_page_breaks_the_reader() -> None:
    for page in (
        "<",
        "</script>",
        "<script>",
        "<a href>x</a>",
        "<pre>a\n  b</pre>",
        "<head>x<body>y",
        "</pre>z",
    ):
        text_of(page)
    assert text_of("<pre>a\n  b</pre>") == "a\n  b"
    assert text_of('<a href="https://x.test">x</a>') == "x (https://x.test)"
