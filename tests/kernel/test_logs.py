"""Logs tell what happened, and nothing about people."""

import json
import logging
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import httpx
import pytest

from coditect.kernel import logs
from tests.conftest import StartServer
from tests.servers.coditect import Server
from tests.story import people

MARK = "zqxmark"
DESCRIPTION = (
    f"The {MARK}clerk receives the {MARK}invoice by e-mail. The {MARK}clerk checks it against the order. "
    f"If the amount is above 1000 euros, the {MARK}manager approves it. Then the accountant pays the {MARK}invoice."
)


def lines(server: Server) -> list[dict[str, Any]]:
    return [json.loads(line) for line in server.log.read_text().splitlines() if line.startswith("{")]


def test_the_main_story_leaves_no_personal_data_in_the_logs(
    start_server: StartServer, tmp_path: Path
) -> None:
    """Fails when any line of any level repeats what somebody typed, an address, a token or a password."""
    server = start_server(log_format="json", log_level="debug", log_requests="true")
    person = people.sign_up(server, f"{MARK}@example.com")
    person.api.patch("/me", json={"name": f"{MARK} person"})
    project_id = person.project(f"{MARK} project")
    assert person.finished_workflow(project_id, DESCRIPTION)["status"] == "completed"
    person.post(f"/projects/{project_id}/tasks", 201, title=f"{MARK} title")
    _what_goes_wrong(person, server)
    token = person.api.headers["authorization"].removeprefix("Bearer ")
    people.close_all()
    server.stop()
    written = server.log.read_text()
    for private in (MARK, people.PASSWORD, token, "wrong-secret", "forged-token"):
        assert private not in written, [line for line in written.splitlines() if private in line][:3]
    _requests_are_told(lines(server))


def _what_goes_wrong(person: people.Person, server: Server) -> None:
    wrong = {"email": f"{MARK}@example.com", "password": "wrong-secret"}
    assert person.api.post("/auth/login", json=wrong).status_code == 401
    with httpx.Client(base_url=f"{server.url}/api/v1") as stranger:
        assert stranger.get("/me", headers={"authorization": "Bearer forged-token"}).status_code == 401
        stranger.post("/auth/verify-email?token=forged-token", json={"token": "forged-token"})
        stranger.post("/projects", content=f"{{ {MARK}")
        stranger.get(f"/nothing/{MARK}?email={MARK}@example.com")


def _requests_are_told(told: list[dict[str, Any]]) -> None:
    requests = [line for line in told if line["event"] == "request"]
    [submitted] = [
        line for line in requests if line["route"] == "/api/v1/workflows" and line["method"] == "POST"
    ]
    assert submitted["status"] == 202
    assert submitted["level"] == "info"
    assert submitted["request_id"]
    assert re.fullmatch("[0-9a-f-]{36}", submitted["organization_id"])
    assert {"/api/v1/projects/{project_id}/tasks", "/api/v1/auth/login", "other"} <= {
        line["route"] for line in requests
    }


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("mail to ada.lovelace+x@example.co.uk failed", "mail to [address] failed"),
        ("Authorization: Bearer abcdefgh.ijk", "Authorization: Bearer [hidden]"),
        ("GET /verify?token=abc-DEF_1&next=/", "GET /verify?token=[hidden]&next=/"),
        ("postgresql://me:my-pass@host/name", "postgresql://me:[hidden]@host/name"),
        ("got eyJhbGciOi.eyJzdWIi.c2lnbmF0dXJl in hand", "got [hidden] in hand"),
        (
            "step 3 of run 5 took 2.5 s: http://127.0.0.1:8000/x",
            "step 3 of run 5 took 2.5 s: http://127.0.0.1:8000/x",
        ),
    ],
)
def test_addresses_and_secrets_in_foreign_texts_are_hidden(text: str, hidden: str) -> None:
    assert logs.hide_personal_data(logging, "info", {"event": text}) == {"event": hidden}


def test_errors_are_one_line_of_json_and_their_texts_are_cleaned(tmp_path: Path) -> None:
    code = f"""
import logging, structlog
from coditect.kernel.config import Settings
from coditect.kernel.logs import configure_logs
configure_logs(Settings(log_format="json", data_dir={str(tmp_path)!r}))
try:
    raise ValueError("no mail for ada@example.com")
except ValueError:
    structlog.get_logger().exception("failed")
    logging.getLogger("a.library").exception("library failed for %s", "bob@example.com")
"""
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    ours, theirs = [json.loads(line) for line in done.stderr.splitlines()]
    assert "ValueError: no mail for [address]" in ours["exception"]
    assert (ours["level"], theirs["level"]) == ("error", "error")
    assert theirs["event"] == "library failed for [address]"
