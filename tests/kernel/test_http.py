"""Manners of every route: problems, request ids, limits, headers, refusals of other sites' requests."""

import json
from collections.abc import AsyncIterator
from typing import Any

import pytest
from fastapi import FastAPI
from starlette.exceptions import HTTPException

from coditect.kernel import errors, http
from coditect.kernel.api import Limit
from tests.kernel.web import HOST, Thing, bare_app, client

PROBLEMS = [
    errors.Denial,
    errors.InvalidInput,
    errors.NotAuthenticated,
    errors.NotAllowed,
    errors.NotFound,
    errors.Conflict,
    errors.TooLarge,
    errors.TooManyRequests,
    errors.Unavailable,
]
MEMBERS = {"type", "title", "status", "detail", "code", "request_id"}
SECRET = "hunter2-hunter2"


@pytest.fixture
def app() -> FastAPI:
    app = bare_app()

    @app.get("/raise/{n}")
    async def refuse(n: int) -> None:
        raise PROBLEMS[n]("because")

    @app.get("/crash")
    async def crash() -> None:
        raise ZeroDivisionError(SECRET)

    @app.get("/teapot")
    async def teapot() -> None:
        raise HTTPException(418, "short and stout")

    @app.post("/things")
    async def make(thing: Thing) -> dict[str, str]:
        return {"name": thing.name}

    @app.get("/api/list")
    async def listed(limit: Limit = 50, word: str = "") -> dict[str, Any]:
        return {"limit": limit, "word": word}

    return app


def problem(answer: Any, status: int) -> dict[str, Any]:
    """The body of an answer that must be a whole problem."""
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    body: dict[str, Any] = answer.json()
    assert body.keys() - {"errors"} == MEMBERS
    assert body["status"] == status
    assert body["request_id"] == answer.headers["x-request-id"]
    return body


async def test_every_kind_of_error_is_a_problem(app: FastAPI) -> None:
    async with client(app) as browser:
        for n, kind in enumerate(PROBLEMS):
            body = problem(await browser.get(f"/raise/{n}"), kind.status)
            assert (body["code"], body["title"], body["detail"]) == (kind.code, kind.title, "because")
            assert body["type"] == f"urn:coditect:problem:{kind.code}"
        assert problem(await browser.get("/nowhere"), 404)["code"] == "not_found"
        assert problem(await browser.put("/things"), 405)["code"] == "method_not_allowed"
        assert problem(await browser.get("/teapot"), 418)["detail"] == "short and stout"
        assert (await browser.get("/raise/2")).headers["www-authenticate"] == "Bearer"


async def test_an_unexpected_error_tells_nothing_and_has_all_headers(app: FastAPI) -> None:
    """Fails when the answer is made outside our envelope, or shows the error."""
    async with client(app) as browser:
        answer = await browser.get("/crash")
    assert problem(answer, 500)["code"] == "internal_error"
    assert SECRET not in answer.text
    assert "ZeroDivision" not in answer.text
    assert "Traceback" not in answer.text
    assert answer.headers["content-security-policy"] == http.CONTENT_SECURITY_POLICY


async def test_request_ids_are_taken_over_when_they_are_harmless(app: FastAPI) -> None:
    async with client(app) as browser:
        kept = await browser.get("/api/list", headers={"x-request-id": "abc-123_x.Y"})
        assert kept.headers["x-request-id"] == "abc-123_x.Y"
        for bad in ("short", "a" * 81, "with space", 'quote"quote'):
            assert (await browser.get("/api/list", headers={"x-request-id": bad})).headers[
                "x-request-id"
            ] != bad


async def test_answers_have_the_headers_that_protect(app: FastAPI) -> None:
    async with client(app) as browser:
        answer = await browser.get("/api/list")
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["referrer-policy"] == "same-origin"
    assert answer.headers["cache-control"] == "no-store"
    assert "default-src 'self'" in answer.headers["content-security-policy"]
    assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]
    assert "script-src" not in answer.headers["content-security-policy"], "scripts come from us alone"


async def chunks(size: int, *, tail: bytes = b"") -> AsyncIterator[bytes]:
    sent = 0
    while sent < size:
        part = b"x" * min(65536, size - sent)
        sent += len(part)
        yield part
    yield tail


@pytest.mark.parametrize("announced", [True, False])
async def test_a_body_over_the_limit_is_refused(app: FastAPI, announced: bool) -> None:
    async with client(app) as browser:
        size = http.MAX_BODY_BYTES + 1
        content: Any = b"x" * size if announced else chunks(size)
        answer = await browser.post("/things", content=content)
    assert problem(answer, 413)["code"] == "too_large"
    assert answer.headers["connection"] == "close"


async def test_a_body_at_the_limit_is_read(app: FastAPI) -> None:
    body = json.dumps({"name": ""}).encode()
    filled = body.replace(b'""', b'"' + b"a" * (http.MAX_BODY_BYTES - len(body)) + b'"')
    assert len(filled) == http.MAX_BODY_BYTES
    async with client(app) as browser:
        answer = await browser.post("/things", content=filled, headers={"content-type": "application/json"})
    assert answer.status_code == 200


async def test_an_endless_body_is_read_to_a_bound_only(app: FastAPI) -> None:
    """Fails when the rest is read without end; or not at all, so that a sending client sees a broken pipe."""
    taken = 0

    async def endless() -> AsyncIterator[bytes]:
        nonlocal taken
        while True:
            taken += 65536
            yield b"x" * 65536

    sent: list[Any] = []
    body = endless()

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": await anext(body), "more_body": True}

    async def send(message: Any) -> None:
        sent.append(message)

    await app(scope("POST", "/things"), receive, send)
    assert sent[0]["status"] == 413
    assert http.MAX_BODY_BYTES < taken <= http.DRAIN_BYTES + 2 * 65536


async def test_half_a_request_is_not_carried_out(app: FastAPI) -> None:
    """Fails when a client that went away in the middle of its body is served what it had not said."""
    messages = [
        {"type": "http.request", "body": b'{"name": "a"}', "more_body": True},
        {"type": "http.disconnect"},
    ]
    sent: list[Any] = []

    async def receive() -> Any:
        return messages.pop(0) if messages else {"type": "http.disconnect"}

    async def send(message: Any) -> None:
        sent.append(message)

    await app(scope("POST", "/things"), receive, send)
    assert sent == []


def scope(method: str, path: str) -> dict[str, Any]:
    return {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": method,
        "path": path,
        "raw_path": path.encode(),
        "query_string": b"",
        "root_path": "",
        "scheme": "http",
        "headers": [(b"content-type", b"application/json")],
        "client": ("127.0.0.1", 1),
        "server": ("own", 80),
    }


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ('{"name": 7}', "name"),
        ('{"name": "a", "tags": ["b", 7]}', "tags.1"),
        ("{}", "name"),
        ('{"name": "a", "more": "hunter2-hunter2"}', "more"),
        ('["hunter2-hunter2"]', "body"),
        ('{"name": "hunter2-hunter2', "body"),
        ("", "body"),
        ('{"name": "hunter2-hunter2\\u0000"}', "name"),
        ('{"name": "\\ud800"}', "name"),
        ('{"name": "a", "tags": ["b", "\\udfff"]}', "tags.1"),
        ('{"name": "a", "facts": {"b": {"c": "\\u0000"}}}', "facts.b.c"),
        ('{"name": "a", "facts": {"\\u0000": 1}}', "facts"),
        ('{"name": "a", "\\ud800": 1}', ""),
        ('{"name": "a", "facts": ' + '{"a":' * 900 + "{}" + "}" * 901, "body"),
    ],
)
async def test_bad_input_is_a_422_that_names_the_field_and_repeats_nothing(
    app: FastAPI, body: str, field: str
) -> None:
    """Fails with a 500, without the field, or with the rejected value in it: that may be a password."""
    async with client(app) as browser:
        answer = await browser.post("/things", content=body, headers={"content-type": "application/json"})
    if answer.status_code == 200:
        assert body.count("{") > 900, "only what is deep, but sound, may pass"
        return
    told = problem(answer, 422)
    assert SECRET not in answer.text
    if field:
        assert field in [one["field"] for one in told.get("errors", [{"field": "body"}])]


async def test_bytes_that_are_no_text_are_a_422(app: FastAPI) -> None:
    async with client(app) as browser:
        for content in (b"\xff\xfe\x00", b'{"name": "\xff"}', bytes(range(256))):
            problem(
                await browser.post("/things", content=content, headers={"content-type": "application/json"}),
                422,
            )


async def test_bad_parameters_are_named(app: FastAPI) -> None:
    async with client(app) as browser:
        for query, field in (("limit=0", "limit"), ("limit=501", "limit"), ("limit=x", "limit")):
            told = problem(await browser.get(f"/api/list?{query}"), 422)
            assert told["errors"][0]["field"] == field
        for address in ("/api/list?word=a%00b", "/nowhere/%00"):
            problem(await browser.get(address), 422)


COOKIE = {"cookie": "coditect_session=x"}


@pytest.mark.parametrize(
    ("headers", "passes"),
    [
        (COOKIE | {"sec-fetch-site": "same-origin", "origin": HOST}, True),
        (COOKIE | {"sec-fetch-site": "none"}, True),
        (COOKIE | {"sec-fetch-site": "cross-site", "origin": "https://evil.example"}, False),
        (COOKIE | {"sec-fetch-site": "same-site", "origin": "http://other.own.example"}, False),
        (COOKIE | {"sec-fetch-site": "cross-site", "origin": HOST}, False),
        (COOKIE | {"origin": HOST}, True),
        (COOKIE | {"origin": "https://evil.example"}, False),
        (COOKIE | {"origin": "http://own.example.evil.example"}, False),
        (COOKIE | {"origin": "null"}, False),
        (COOKIE, True),
        (COOKIE | {"authorization": "Bearer t", "origin": "https://evil.example"}, True),
        ({"origin": "https://evil.example", "sec-fetch-site": "cross-site"}, True),
    ],
)
async def test_what_another_site_sends_with_our_cookie_is_refused(
    app: FastAPI, headers: dict[str, str], passes: bool
) -> None:
    """Fails when a page elsewhere can act in the name of whoever is signed in here."""
    async with client(app) as browser:
        for method in ("POST", "PUT", "PATCH", "DELETE"):
            answer = await browser.request(method, "/things", json={"name": "a"}, headers=headers)
            refused = answer.status_code == 403 and answer.json()["code"] == "cross_origin_request"
            assert refused != passes, method
        assert (await browser.get("/api/list", headers=headers)).status_code == 200
