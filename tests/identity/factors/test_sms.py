"""Codes by SMS, against a small server of our own that is shaped on Twilio's public interface."""

import base64
import re
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs

import pytest

from tests.identity.factors.person import EMAIL
from tests.identity.house import run_house

NUMBER = "+4915112345678"


class Messages(BaseHTTPRequestHandler):
    """Takes messages as Twilio does, and keeps them."""

    taken: list[dict[str, str]]

    def do_POST(self) -> None:
        body = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        expected = "Basic " + base64.b64encode(b"AC1:secret").decode()
        right = self.path == "/2010-04-01/Accounts/AC1/Messages.json"
        allowed = right and self.headers["Authorization"] == expected
        if allowed:
            self.taken.append({name: values[0] for name, values in body.items()})
        self.send_response(201 if allowed else 401)
        self.end_headers()
        self.wfile.write(b"{}")

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def twilio() -> Iterator[tuple[str, list[dict[str, str]]]]:
    """The address of the double, and what it took."""
    taken: list[dict[str, str]] = []
    handler = type("Handler", (Messages,), {"taken": taken})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}", taken
        server.shutdown()
        thread.join()


async def test_a_number_is_confirmed_and_messages_are_few(
    migrated_database_url: str, tmp_path: Path, twilio: tuple[str, list[dict[str, str]]]
) -> None:
    url, taken = twilio
    settings = {
        "twilio_url": url,
        "twilio_account_sid": "AC1",
        "twilio_auth_token": "secret",
        "twilio_from": "+15005550006",
    }
    async with (
        run_house(migrated_database_url, tmp_path / "data", **settings) as house,
        house.client() as client,
    ):
        await house.signed_in(client, EMAIL)
        asked = await client.post("/api/v1/me/factors/sms", json={"number": NUMBER})
        assert asked.status_code == 202, asked.text
        await house.deliver()
        assert [(one["To"], one["From"]) for one in taken] == [(NUMBER, "+15005550006")]
        found = re.search(r"\b\d{6}\b", taken[0]["Body"])
        assert found
        for _ in range(4):
            again = await client.post("/api/v1/me/factors/sms", json={"number": NUMBER})
            assert again.status_code == 202
        over = await client.post("/api/v1/me/factors/sms", json={"number": NUMBER})
        assert over.status_code == 429
        await house.deliver()
        assert len(taken) == 5
        newest = re.search(r"\b\d{6}\b", taken[-1]["Body"])
        assert newest
        body = {"code": newest.group(0)}
        assert (await client.post("/api/v1/me/factors/sms/confirm", json=body)).status_code == 200
