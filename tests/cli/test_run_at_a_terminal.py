"""`coditect run` at a real terminal: leave is asked for and given or refused, questions are answered, Ctrl-C lets it rest."""

import json
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.agents.mcp_client.conftest import SERVERS
from tests.agents.work.conftest import BUGGY
from tests.agents.work.shop import make_repository
from tests.agents.work.test_dying import COMMAND, environment
from tests.cli.terminal import Terminal
from tests.model_server.script import Call, Reply, Request, Text, in_turn
from tests.model_server.server import ModelServer

DONE, RESTS, INTERRUPTED = 0, 3, 130
CTRL_C = "\x03"
OWN = """---
name: mender
description: |
  Mends things. Use it in tests. Not anywhere else.
tools: Read, Write, AskUserQuestion
---

You mend things.
"""
ASK = Call({"question": "Which currency?", "options": ["EUR", "USD"]}, tool="AskUserQuestion")


def write(name: str) -> Call:
    return Call({"file_path": name, "content": f"{name}\n"}, tool="Write")


class AtTerminal:
    """Opens terminals in a folder; all are closed at the end."""

    def __init__(self, folder: Path, env: dict[str, str]) -> None:
        self.folder = folder
        self.opened: list[Terminal] = []
        self._env = env

    def run(self, *arguments: str) -> Terminal:
        self.opened.append(Terminal([COMMAND, "run", *arguments], self.folder, self._env))
        return self.opened[-1]


@pytest.fixture
def here(tmp_path: Path, model_server: ModelServer) -> Iterator[AtTerminal]:
    folder = make_repository(tmp_path / "prices", {**BUGGY, ".coditect/agents/mender.md": OWN})
    here = AtTerminal(folder, environment(model_server, tmp_path))
    yield here
    for terminal in here.opened:
        terminal.close()


@pytest.mark.timeout(400)
def test_a_person_is_asked_and_their_word_counts(here: AtTerminal, model_server: ModelServer) -> None:
    model_server.script = in_turn(
        write("no.txt"), ASK, write("yes.txt"), write("always.txt"), Text("Done it.")
    )
    terminal = here.run("Mend it.", "--agent", "mender")
    terminal.wait_for("mender wants to use Write")
    terminal.wait_for("+no.txt")
    terminal.wait_for("Allow it?")
    assert not (here.folder / "no.txt").exists()
    terminal.type("no\n")
    terminal.wait_for("Why not")
    terminal.type("Not this one.\n")
    terminal.wait_for("Which currency?")
    terminal.wait_for("Your answer")
    terminal.type("2\n")
    terminal.wait_for("Allow it?")
    terminal.type("always\n")
    terminal.wait_for("Done it.")
    assert terminal.ended() == DONE
    assert not (here.folder / "no.txt").exists()
    assert (here.folder / "yes.txt").exists()
    assert (here.folder / "always.txt").exists()
    told = model_server.requests[-1].text
    assert "Not this one." in told
    assert "USD" in told


@pytest.mark.timeout(400)
def test_ctrl_c_lets_it_rest_wherever_it_is(here: AtTerminal, model_server: ModelServer) -> None:
    asked, let_go = threading.Event(), threading.Event()

    def script(request: Request) -> Reply:
        if request.number == 1:
            asked.set()
            let_go.wait(300)
        return write("yes.txt") if "yes.txt is written" not in request.text else Text("Done it.")

    model_server.script = script
    try:
        terminal = here.run("Mend it.", "--agent", "mender")
        assert asked.wait(120)
        terminal.type(CTRL_C)
        terminal.wait_for("It stops as soon as")
        terminal.wait_for("Go on with: coditect run --resume")
        assert terminal.ended() == RESTS
        # Before a question, too.
        terminal = here.run("--resume")
        terminal.wait_for("Allow it?")
        terminal.type(CTRL_C)
        terminal.wait_for("Go on with: coditect run --resume")
        assert terminal.ended() == RESTS
        terminal = here.run("--resume")
        terminal.wait_for("Allow it?")
        terminal.type("yes\n")
        terminal.wait_for("Done it.")
        assert terminal.ended() == DONE
        assert (here.folder / "yes.txt").exists()
    finally:
        let_go.set()


@pytest.mark.timeout(400)
def test_a_server_of_tools_is_used_only_after_a_yes_and_ctrl_c_decides_nothing(
    here: AtTerminal, model_server: ModelServer
) -> None:
    """Fails when the question holds the event loop, which then never sees the signal."""
    model_server.script = in_turn(Text("Done it."))
    shutil.copy(SERVERS / "hostile.py", here.folder)
    named = {"odd": {"command": "python3", "args": ["hostile.py", "answers"]}}
    (here.folder / ".mcp.json").write_text(json.dumps({"mcpServers": named}))
    left = here.run("Mend it.", "--agent", "mender")
    left.wait_for("Look at its tools, to decide?")
    left.type(CTRL_C)
    assert left.ended() == INTERRUPTED
    assert model_server.requests == []
    asked = here.run("Mend it.", "--agent", "mender")
    asked.wait_for("Look at its tools, to decide?")
    asked.type("yes\n")
    asked.wait_for("May agents use it here?")
    asked.type("yes\n")
    assert asked.ended() == DONE
    # The mender's list of tools does not name it; whoever approves here lets every agent use it.
    assert "mcp__odd__ask" in {tool.name for tool in model_server.requests[-1].tools}
