"""People who use a running server over HTTP, as a browser's or program's calls would."""

import re
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default as modern
from itertools import count
from pathlib import Path
from typing import Any, TypeVar

import httpx

from tests.servers.coditect import Server

PASSWORD = "a long walk along the quiet river"
DEADLINE_SECONDS = 120
INVOICES = (
    "The clerk receives the invoice by e-mail. The clerk checks the amount against the order. "
    "If the amount is above 1000 euros, the manager approves the invoice. Otherwise the clerk approves it. "
    "Then the accountant enters the invoice in SAP and pays it."
)
_TOKEN = re.compile(r"\?token=([A-Za-z0-9_-]+)(?=[\s\"']|$)")
_numbers = count(1)
T = TypeVar("T")

_opened: list[httpx.Client] = []


@dataclass
class Person:
    """A signed-in person: `api` sends their bearer token to `/api/v1`."""

    email: str
    api: httpx.Client

    def project(self, name: str = "Accounting") -> str:
        """Create a project and return its id."""
        return str(self.post("/projects", 201, name=name)["id"])

    def workflow(self, project_id: str, description: str = INVOICES) -> str:
        """Hand in a description and return the workflow's id."""
        return str(self.post("/workflows", 202, project_id=project_id, description=description)["id"])

    def finished_workflow(self, project_id: str, description: str = INVOICES) -> dict[str, Any]:
        """Hand in a description and return the workflow when its analysis has ended."""
        return self.wait_for_end(self.workflow(project_id, description))

    def wait_for_end(self, workflow_id: str) -> dict[str, Any]:
        """Return the workflow when its analysis has ended."""
        ended = {"completed", "partial", "failed", "cancelled"}
        return wait_until(
            lambda: found if (found := self.get(f"/workflows/{workflow_id}"))["status"] in ended else None
        )

    def get(self, path: str, expected: int = 200) -> dict[str, Any]:
        return self._expect(self.api.get(path), expected)

    def post(self, path: str, expected: int, **body: Any) -> dict[str, Any]:
        return self._expect(self.api.post(path, json=body), expected)

    def patch(self, path: str, expected: int, **body: Any) -> dict[str, Any]:
        return self._expect(self.api.patch(path, json=body), expected)

    def _expect(self, answer: httpx.Response, expected: int) -> dict[str, Any]:
        assert answer.status_code == expected, answer.text
        found: dict[str, Any] = answer.json()
        return found


def sign_up(server: Server, email: str | None = None) -> Person:
    """Register, follow the link of the mail, sign in."""
    email = email or f"person{next(_numbers)}@example.com"
    api = httpx.Client(base_url=f"{server.url}/api/v1", timeout=60)
    _opened.append(api)
    registered = api.post("/auth/register", json={"email": email, "password": PASSWORD})
    assert registered.status_code == 201, registered.text
    token = wait_until(lambda: mailed_token(server.data_dir / "mailbox", email))
    assert api.post("/auth/verify-email", json={"token": token}).status_code == 204
    sign_in(api, email)
    return Person(email, api)


def close_all() -> None:
    """Close the connections of everybody who signed up since the last call."""
    while _opened:
        _opened.pop().close()


def sign_in(api: httpx.Client, email: str) -> None:
    """Get a new access token for `api` to send."""
    answer = api.post("/auth/login", json={"email": email, "password": PASSWORD})
    assert answer.status_code == 200, answer.text
    api.headers["authorization"] = f"Bearer {answer.json()['access_token']}"
    api.cookies.clear()


def mailed_token(mailbox: Path, email: str) -> str | None:
    """Return the token of the newest mail to `email`, if one is there."""
    for path in sorted(mailbox.glob("*.eml"), key=lambda file: file.stat().st_mtime_ns, reverse=True):
        message: EmailMessage = message_from_bytes(path.read_bytes(), policy=modern)
        body = message.get_body(preferencelist=("plain",))
        if message["To"] == email and body is not None:
            found = _TOKEN.search(body.get_content())
            if found:
                return found[1]
    return None


def wait_until(probe: Callable[[], T | None], seconds: float = DEADLINE_SECONDS) -> T:
    """Return the first truthy answer of `probe`."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        found = probe()
        if found:
            return found
        time.sleep(0.1)
    raise AssertionError(f"Nothing came of {probe} within {seconds} s.")


def events(lines: Iterator[str]) -> Iterator[dict[str, str]]:
    """Return the server-sent events of a stream, as their fields."""
    event: dict[str, str] = {}
    for line in lines:
        if not line and event:
            yield event
            event = {}
        elif line and not line.startswith(":"):
            name, _, value = line.partition(": ")
            event[name] = value
