"""A process that is killed while an agent works, and the one that goes on after it."""

import asyncio
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.agents.work.conftest import BUGGY
from tests.agents.work.shop import make_repository
from tests.model_server.script import Call, Reply, Request, Text
from tests.model_server.server import ModelServer

COMMAND = str(Path(sys.executable).with_name("coditect"))
PATIENCE_SECONDS = 250

# Each starts the command anew, which a machine under load may take its time for.
pytestmark = pytest.mark.timeout(600)

OWN = """---
name: mender
description: |
  Mends things. Use it in tests. Not anywhere else.
tools: Read, Write, Bash
---

You mend things.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make_repository(tmp_path / "prices", {**BUGGY, ".coditect/agents/mender.md": OWN})


def environment(server: ModelServer, tmp_path: Path) -> dict[str, str]:
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(tmp_path),
        "CODITECT_MODEL": "anthropic:claude-sonnet-5-5",
        "CODITECT_ANTHROPIC_API_KEY": server.api_key,
        "CODITECT_ANTHROPIC_BASE_URL": server.anthropic_url,
    }


def start(folder: Path, env: dict[str, str], *arguments: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [COMMAND, "run", *arguments, "--json"],
        cwd=folder,
        env=env,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def run(folder: Path, env: dict[str, str], *arguments: str) -> tuple[int, list[dict[str, object]], str]:
    """Run to the end; return the exit code, the objects of standard output, and standard error."""
    process = start(folder, env, *arguments)
    out, err = process.communicate(timeout=PATIENCE_SECONDS)
    return process.returncode, [json.loads(line) for line in out.splitlines()], err


def test_after_kill_9_no_side_effect_is_repeated(
    folder: Path, model_server: ModelServer, tmp_path: Path
) -> None:
    """Killed in the middle of a command: what was done before stays done, what was under way is never repeated."""
    (folder / "log.txt").write_text("")
    append = "echo begun >> log.txt; sleep 300"

    def script(request: Request) -> Reply:
        match request.turns:
            case 1:
                return Call({"file_path": "note.txt", "content": "written once\n"}, tool="Write")
            case 3:
                return Call({"command": append, "timeout_seconds": 400}, tool="Bash")
            case _:
                return Text("I looked and it is fine.")

    model_server.script = script
    env = environment(model_server, tmp_path)
    first = start(folder, env, "Mend it.", "--agent", "mender", "--mode", "autonomous")

    async def begun() -> None:
        async with asyncio.timeout(PATIENCE_SECONDS):
            while (folder / "log.txt").read_text() != "begun\n":
                assert first.poll() is None, first.communicate()
                await asyncio.sleep(0.05)

    asyncio.run(begun())
    first.send_signal(signal.SIGKILL)
    first.wait()
    assert first.stdout is not None
    assert first.stderr is not None
    first.stdout.close()
    first.stderr.close()
    asked = len(model_server.requests)
    (folder / "note.txt").write_text("changed by a person\n")

    code, lines, err = run(folder, env, "--resume")
    assert code == 0, err
    result = lines[-1]
    calls = result["calls"]
    assert isinstance(calls, list)
    assert [(call["tool"], call["state"]) for call in calls] == [("Write", "done"), ("Bash", "unknown")]
    assert result["answer"] == "I looked and it is fine."
    assert (folder / "log.txt").read_text() == "begun\n", "the command did not run again"
    assert (folder / "note.txt").read_text() == "changed by a person\n", "nor was the file written again"
    # One more answer, and what the model had said before was not asked again.
    assert len(model_server.requests) == asked + 1
    assert "outcome of this call is unknown" in model_server.requests[-1].text


@pytest.mark.slow
def test_leave_is_asked_and_without_a_terminal_the_run_rests(
    folder: Path, model_server: ModelServer, tmp_path: Path
) -> None:
    model_server.script = lambda request: (
        Call({"file_path": "note.txt", "content": "x\n"}, tool="Write")
        if request.turns == 1
        else Text("Done.")
    )
    env = environment(model_server, tmp_path)
    code, lines, _ = run(folder, env, "Mend it.", "--agent", "mender")
    assert (code, lines[-1]["state"]) == (3, "asking")
    assert not (folder / "note.txt").exists()
    listed = subprocess.run(
        [COMMAND, "runs"], cwd=folder, env=env, capture_output=True, text=True, check=True
    )
    assert "asking" in listed.stdout
    # The folder's own state is none of git's business.
    status = subprocess.run(
        ["git", "status", "--porcelain"], cwd=folder, capture_output=True, text=True, check=True
    )
    assert status.stdout == ""


@pytest.mark.slow
def test_a_folder_cannot_say_where_the_key_is_sent(
    folder: Path, model_server: ModelServer, tmp_path: Path
) -> None:
    (folder / "coditect.toml").write_text(
        'anthropic_base_url = "http://127.0.0.1:9"\nmodel = "openai:evil"\n'
    )
    model_server.script = lambda _: Text("Done.")
    code, lines, err = run(
        folder, environment(model_server, tmp_path), "Look.", "--agent", "mender", "--mode", "plan"
    )
    assert code == 0, err
    assert lines[-1]["model"] == "anthropic:claude-sonnet-5-5"
    assert len(model_server.requests) == 1
