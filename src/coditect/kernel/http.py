"""HTTP manners shared by all routes: problem JSON, request ids, limits, security headers, origin checks."""

import re
import time
from collections.abc import Mapping, MutableMapping
from dataclasses import asdict
from typing import Any
from urllib.parse import urlsplit

import structlog
from fastapi import FastAPI, Request
from fastapi.encoders import jsonable_encoder
from fastapi.exceptions import RequestValidationError
from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from coditect.kernel import acting, metrics
from coditect.kernel.config import Settings
from coditect.kernel.errors import FieldError, InvalidInput, NotAllowed, Problem, TooLarge
from coditect.kernel.ids import new_id

log = structlog.get_logger()

MAX_BODY_BYTES = 2 * 1024 * 1024
"""A description has up to 200 KB; escaped as JSON (six bytes a character at worst) it stays below this."""
DRAIN_BYTES = 16 * 1024 * 1024

_CONTENT_SOURCES = {
    "default-src": "'self'",
    "style-src": "'self' 'unsafe-inline'",
    "img-src": "'self' data: blob:",
    "object-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
}
CONTENT_SECURITY_POLICY = "; ".join(f"{kind} {sources}" for kind, sources in _CONTENT_SOURCES.items())
_SECURITY_HEADERS = {
    "content-security-policy": CONTENT_SECURITY_POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
}
_SAFE_METHODS = {"GET", "HEAD", "OPTIONS"}
_REQUEST_ID = re.compile(r"[A-Za-z0-9._-]{8,80}")


class CrossOriginRequest(NotAllowed):
    code = "cross_origin_request"
    title = "This request came from another site"


def install(app: FastAPI, settings: Settings) -> None:
    """Add the middlewares and error handlers to `app`."""
    app.add_exception_handler(Problem, _render_problem)
    app.add_exception_handler(RequestValidationError, _render_invalid)
    app.add_exception_handler(HTTPException, _render_http)
    app.add_middleware(BodyLimit)
    app.add_middleware(AddressCheck)
    app.add_middleware(OriginCheck, own_host=urlsplit(settings.base_url).netloc)
    app.add_middleware(Envelope)


class Envelope:
    """Outermost: gives each request an id, each answer its headers, and counts both."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        started = time.perf_counter()
        given = Headers(scope=scope)
        request_id = _request_id(given)
        acting.begin((scope.get("client") or ("",))[0], given.get("user-agent", ""))
        scope.setdefault("state", {})["request_id"] = request_id
        structlog.contextvars.clear_contextvars()
        structlog.contextvars.bind_contextvars(request_id=request_id)

        begun = False

        async def send_with_headers(message: Message) -> None:
            nonlocal begun
            if message["type"] == "http.response.start":
                begun = True
                headers = MutableHeaders(scope=message)
                headers["x-request-id"] = request_id
                for name, value in _SECURITY_HEADERS.items():
                    headers.setdefault(name, value)
                if scope["path"].startswith("/api/"):
                    headers.setdefault("cache-control", "no-store")
                _count(scope, message["status"], time.perf_counter() - started)
            await send(message)

        # Caught here, not by Starlette's outermost handler, whose answer would have neither id nor headers.
        try:
            await self.app(scope, receive, send_with_headers)
        except Exception:
            if begun:
                raise
            log.exception("unexpected_error", route=metrics.route_of(scope))
            await _problem_response(_unexpected(), scope)(scope, receive, send_with_headers)


class OriginCheck:
    """Refuses what another site makes a browser send with our cookies.

    A request with an Authorization header needs no check, and programs send neither header. See
    docs/decisions/0004-origin-check-against-csrf.md.
    """

    def __init__(self, app: ASGIApp, own_host: str) -> None:
        self.app = app
        self._own_host = own_host

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["method"] not in _SAFE_METHODS:
            headers = Headers(scope=scope)
            if "cookie" in headers and "authorization" not in headers and not self._is_own(headers):
                problem = CrossOriginRequest("Open this installation in its own tab and try again there.")
                await _problem_response(problem, scope)(scope, receive, send)
                return
        await self.app(scope, receive, send)

    def _is_own(self, headers: Headers) -> bool:
        site = headers.get("sec-fetch-site")
        if site is not None:
            return site in {"same-origin", "none"}
        origin = headers.get("origin")
        return origin is None or urlsplit(origin).netloc in {headers.get("host"), self._own_host}


class AddressCheck:
    """Refuses NUL characters in path and query: PostgreSQL stores and compares no text with them."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and ("\x00" in scope["path"] or b"%00" in scope["query_string"]):
            problem = InvalidInput("The address contains a NUL character.")
            await _problem_response(problem, scope)(scope, receive, send)
            return
        await self.app(scope, receive, send)


class BodyLimit:
    """Reads each body to a bound before its route runs; beyond it the answer is 413."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] in _SAFE_METHODS:
            await self.app(scope, receive, send)
            return
        try:
            body = await _read_body(receive)
        except TooLarge as problem:
            response = _problem_response(problem, scope)
            response.headers["connection"] = "close"
            await response(scope, receive, send)
            return
        if body is not None:
            await self.app(scope, _replay(body, receive), send)


async def _read_body(receive: Receive) -> bytes | None:
    """Return the whole body, or None when its sender went away: half a request is none."""
    parts: list[bytes] = []
    size = 0
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            return None
        part = message.get("body", b"")
        size += len(part)
        if size <= MAX_BODY_BYTES:
            parts.append(part)
        # A client that is still sending would not read an early answer; a bounded rest is read and dropped.
        if not message.get("more_body") or size > DRAIN_BYTES:
            if size > MAX_BODY_BYTES:
                raise TooLarge(f"A request may have {MAX_BODY_BYTES // 1024} KiB.")
            return b"".join(parts)


def _replay(body: bytes, receive: Receive) -> Receive:
    sent = False

    async def replay() -> Message:
        nonlocal sent
        if sent:
            return await receive()
        sent = True
        return {"type": "http.request", "body": body, "more_body": False}

    return replay


def _request_id(headers: Headers) -> str:
    given = headers.get("x-request-id", "")
    return given if _REQUEST_ID.fullmatch(given) else str(new_id())


def _count(scope: Scope, status: int, seconds: float) -> None:
    method, route = metrics.method_of(scope), metrics.route_of(scope)
    metrics.REQUESTS.labels(method, route, status).inc()
    metrics.REQUEST_SECONDS.labels(method, route).observe(seconds)


def _problem_response(problem: Problem, scope: MutableMapping[str, Any]) -> JSONResponse:
    body: dict[str, Any] = {
        **problem.members,
        "type": f"urn:coditect:problem:{problem.code}",
        "title": problem.title,
        "status": problem.status,
        "detail": problem.detail,
        "code": problem.code,
        "request_id": scope.get("state", {}).get("request_id"),
    }
    if problem.fields:
        body["errors"] = [asdict(error) for error in problem.fields]
    return JSONResponse(
        jsonable_encoder(body),
        status_code=problem.status,
        headers=problem.headers,
        media_type="application/problem+json",
    )


def _render_problem(request: Request, error: Exception) -> Response:
    assert isinstance(error, Problem)
    return _problem_response(error, request.scope)


def _render_invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    # The rejected input itself is not repeated: it may be a password.
    fields = tuple(
        FieldError(_field_name(item), str(item["msg"]).removeprefix("Value error, "))
        for item in error.errors()
    )
    detail = "; ".join(f"{field.field}: {field.message}" for field in fields[:5])
    problem = _Named(422, "invalid_input", "The request is not valid", detail, fields)
    return _problem_response(problem, request.scope)


def _render_http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    status = 422 if error.status_code == 400 else error.status_code
    code = {404: "not_found", 405: "method_not_allowed", 422: "invalid_input"}.get(status, "http_error")
    response = _problem_response(_Named(status, code, str(error.detail), str(error.detail)), request.scope)
    response.headers.update(error.headers or {})
    return response


def _unexpected() -> Problem:
    return Problem(
        "The server met an error that it did not expect; its log has the cause under this request id."
    )


class _Named(Problem):
    """A problem whose facts are known only when it is raised."""

    def __init__(
        self, status: int, code: str, title: str, detail: str, fields: tuple[FieldError, ...] = ()
    ) -> None:
        super().__init__(detail, fields=fields)
        self.status = status  # type: ignore[misc] # an instance may be more exact than its class
        self.code = code  # type: ignore[misc]
        self.title = title  # type: ignore[misc]


def _field_name(error: Mapping[str, Any]) -> str:
    """Return the place of a fault; JSON that cannot be read has none but the body."""
    location = () if error["type"] == "json_invalid" else error["loc"]
    # The first part says where the value came from (body, query, path, header, cookie).
    name = ".".join(str(part) for part in location[1:]) or "body"
    # A name that the client made up may be no text that an answer can hold.
    return name.encode("utf-8", "replace").decode()
