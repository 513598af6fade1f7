"""A model provider on loopback whose every answer is scripted by the test."""

import contextlib
import json
import socket
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import ModuleType
from typing import Any

from pydantic import ValidationError

from tests.model_server import anthropic_wire, openai_wire
from tests.model_server.script import (
    BrokenOff,
    Call,
    Calls,
    Cut,
    Failure,
    Garbage,
    Reply,
    Request,
    Script,
    Slow,
    Text,
    Trickle,
)

WIRES: dict[str, ModuleType] = {"/v1/messages": anthropic_wire, "/v1/chat/completions": openai_wire}
API_KEY = "sk-scripted-4f1c7d2e9b"


class ModelServer:
    """Speaks both APIs under one address. `script` decides each reply; `requests` keeps what was asked."""

    def __init__(self) -> None:
        self.api_key = API_KEY
        self.script: Script = _no_script
        self.requests: list[Request] = []
        self.mistakes: list[str] = []
        """What no client library and no script should do; a test that leaves one here fails."""
        self.closing = threading.Event()
        self._lock = threading.Lock()
        self._http = _HttpServer(("127.0.0.1", 0), _Handler)
        self._http.owner = self
        self._thread = threading.Thread(target=self._http.serve_forever, kwargs={"poll_interval": 0.02})

    @property
    def anthropic_url(self) -> str:
        return f"http://127.0.0.1:{self._http.server_address[1]}"

    @property
    def openai_url(self) -> str:
        return f"{self.anthropic_url}/v1"

    def take(self, wire: ModuleType, headers: dict[str, str], body: dict[str, Any]) -> Request:
        with self._lock:
            request: Request = wire.read(len(self.requests) + 1, headers, body)
            self.requests.append(request)
        return request

    def start(self) -> None:
        self._thread.start()

    def close(self) -> None:
        self.closing.set()
        self._http.shutdown()
        self._thread.join()
        self._http.server_close()


class _HttpServer(ThreadingHTTPServer):
    daemon_threads = False
    owner: ModelServer

    def handle_error(self, request: object, client_address: object) -> None:
        """Stay silent when a client hangs up; anything else is the test's business."""
        error = sys.exc_info()[1]
        if not isinstance(error, ConnectionError | TimeoutError):
            self.owner.mistakes.append(repr(error))


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _HttpServer
    # Kept-alive connections end soon after the test, so that closing the server does not wait for clients.
    timeout = 5

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002 - the base names it so
        """Say nothing on standard error."""

    def do_POST(self) -> None:
        raw = self.rfile.read(int(self.headers.get("content-length", 0)))
        wire = WIRES.get(self.path.partition("?")[0])
        if wire is None:
            self._send(404, json.dumps({"error": {"message": f"no such path: {self.path}"}}))
            return
        headers = {name.lower(): value for name, value in self.headers.items()}
        key = wire.key_of(headers)
        if key != self.server.owner.api_key:
            # Real providers quote the key, which is how it gets into logs.
            self._fail(wire, Failure(401, f"Incorrect API key provided: {key}"))
            return
        try:
            request = self.server.owner.take(wire, headers, json.loads(raw))
        except (ValueError, ValidationError, LookupError) as error:
            self.server.owner.mistakes.append(f"{self.path}: {error}")
            self._fail(wire, Failure(400, f"{error}"[:500]))
            return
        self._play(wire, request, self._decide(request))

    def _decide(self, request: Request) -> Reply:
        try:
            return self.server.owner.script(request)
        except Exception as error:  # noqa: BLE001 - a script may fail in any way; the test must hear of it
            self.server.owner.mistakes.append(f"script: {error!r}")
            return Failure(500, "the script failed")

    def _play(self, wire: ModuleType, request: Request, reply: Reply) -> None:
        if isinstance(reply, Slow) or (isinstance(reply, Trickle) and not request.stream):
            self.server.owner.closing.wait(reply.seconds)
            self._play(wire, request, reply.reply)
        elif isinstance(reply, Failure):
            self._fail(wire, reply)
        elif isinstance(reply, Garbage):
            self._send(200, reply.body, reply.content_type)
        elif isinstance(reply, Trickle):
            self._stream(wire, request, reply.reply, pause=reply.seconds)
        elif request.stream:
            self._stream(wire, request, reply)
        else:
            self._answer(wire, request, reply)

    def _answer(
        self, wire: ModuleType, request: Request, reply: Text | Call | Calls | Cut | BrokenOff
    ) -> None:
        if not isinstance(reply, Cut):
            self._send(200, wire.whole(request, reply))
            return
        body = wire.whole(request, reply.reply).encode()
        self._open(200, "application/json", length=len(body))
        self.wfile.write(body[: int(len(body) * reply.share)])
        self._hang_up()

    def _stream(
        self,
        wire: ModuleType,
        request: Request,
        reply: Text | Call | Calls | Cut | BrokenOff,
        pause: float = 0,
    ) -> None:
        events = list(wire.events(request, reply.reply if isinstance(reply, Cut) else reply))
        if isinstance(reply, Cut):
            events = events[: int(len(events) * reply.share)]
        self._open(200, "text/event-stream", length=None)
        for event in events:
            self.server.owner.closing.wait(pause)
            data = event.encode()
            self.wfile.write(f"{len(data):x}\r\n".encode() + data + b"\r\n")
            self.wfile.flush()
        if isinstance(reply, Cut):
            self._hang_up()
        else:
            self.wfile.write(b"0\r\n\r\n")

    def _fail(self, wire: ModuleType, reply: Failure) -> None:
        headers = {} if reply.retry_after is None else {"retry-after": f"{reply.retry_after:g}"}
        self._send(reply.status, json.dumps(wire.failure(reply)), headers=headers)

    def _send(
        self,
        status: int,
        body: str,
        content_type: str = "application/json",
        headers: dict[str, str] | None = None,
    ) -> None:
        data = body.encode()
        self._open(status, content_type, length=len(data), headers=headers)
        self.wfile.write(data)

    def _open(
        self, status: int, content_type: str, *, length: int | None, headers: dict[str, str] | None = None
    ) -> None:
        self.send_response(status)
        self.send_header("content-type", content_type)
        if length is None:
            self.send_header("transfer-encoding", "chunked")
        else:
            self.send_header("content-length", str(length))
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.end_headers()

    def _hang_up(self) -> None:
        self.wfile.flush()
        self.close_connection = True
        with contextlib.suppress(OSError):
            self.connection.shutdown(socket.SHUT_RDWR)


def _no_script(request: Request) -> Reply:
    raise AssertionError(f"the test scripted no reply to {request.model}")


@contextlib.contextmanager
def run_model_server() -> Iterator[ModelServer]:
    """Serve until the block is left; then complain about requests or scripts that were wrong."""
    server = ModelServer()
    server.start()
    try:
        yield server
    finally:
        server.close()
    assert not server.mistakes, server.mistakes
