"""Nothing gets out of the sandbox, whatever it tries; without the sandbox, the same attempts succeed."""

import re
import subprocess

import pytest

from coditect.workspaces import Limits, run
from tests.workspaces.conftest import Outside
from tests.workspaces.escapes import ESCAPES, Escape

_PATIENT = Limits(seconds=100, memory_bytes=256 << 20, processes=64, disk_bytes=64 << 20)


@pytest.mark.parametrize("escape", ESCAPES, ids=lambda one: one.name.replace(" ", "_"))
async def test_an_escape_fails_and_is_told_why(escape: Escape, outside: Outside) -> None:
    outcome = await run(outside.told_in(escape.script), outside.work, _PATIENT)
    assert "ESCAPED" not in outcome.output
    assert re.search(escape.told, outcome.output), outcome.output
    assert outcome.ended == "exit"
    assert outside.helper.poll() is None
    assert outside.secret.read_text() == "s3cret\n"
    assert sorted(path.name for path in outside.folder.iterdir()) == ["s", "secret.txt"]


@pytest.mark.parametrize(
    "escape", [one for one in ESCAPES if one.bare], ids=lambda one: one.name.replace(" ", "_")
)
def test_without_walls_it_would_succeed(escape: Escape, outside: Outside) -> None:
    script = outside.told_in(escape.script)
    if escape.name == "mounting":
        script = f"unshare --mount bash -c {script!r}"
    bare = subprocess.run(
        ["bash", "-c", script],
        cwd=outside.work,
        capture_output=True,
        text=True,
        check=False,
        close_fds=False,
        timeout=100,
    )
    assert "ESCAPED" in bare.stdout, bare.stderr


async def test_killing_everybody_kills_only_those_inside(outside: Outside) -> None:
    await run("kill -9 -1; echo still here", outside.work, _PATIENT)
    assert outside.helper.poll() is None
