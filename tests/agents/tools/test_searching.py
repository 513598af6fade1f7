"""Grep and Glob see what git would see, and nothing outside."""

from pathlib import Path

import pytest

from coditect.agents.tools import ToolContext, ToolRefused, searching
from coditect.workspaces import Limits, Outcome, SandboxUnavailable
from tests.agents.tools.conftest import CallTool


@pytest.fixture(autouse=True, params=["sandbox", "bare"])
def files(request: pytest.FixtureRequest, context: ToolContext, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, text in {
        "src/a.py": "first\nneedle = 1\nlast\n", "src/b.ts": "needle\n", ".hidden/c.py": "needle\n",
        ".gitignore": "ignored/\n", "ignored/d.py": "needle\n", ".git/config": "needle\n", "x y.py": "nothing\n",
    }.items():  # fmt: skip
        path = context.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    outside = context.root.parent / "outside"
    outside.mkdir()
    (outside / "e.py").write_text("needle\n")
    (context.root / "link").symlink_to(outside)

    async def refuse(command: str, root: Path, limits: Limits, *, writable: bool) -> Outcome:
        raise SandboxUnavailable("There is none.")

    if request.param == "bare":
        monkeypatch.setattr(searching, "run", refuse)


async def test_grep(call: CallTool) -> None:
    assert (await call("Grep", pattern="needle")).text == (
        ".hidden/c.py:1:needle\nsrc/a.py:2:needle = 1\nsrc/b.ts:1:needle"
    )
    assert (await call("Grep", pattern="needle", glob="*.py", output_mode="files_with_matches")).text == (
        ".hidden/c.py\nsrc/a.py"
    )
    assert (await call("Grep", pattern="NEEDLE", path="src/a.py", ignore_case=True, context=1)).text == (
        "src/a.py-1-first\nsrc/a.py:2:needle = 1\nsrc/a.py-3-last"
    )
    assert "1 more lines" in (await call("Grep", pattern="needle", path="src", head_limit=1)).text
    assert (
        await call("Grep", pattern="needle$(touch x)", fixed=True)
    ).text == "Nothing in the folder matches."
    broken = await call("Grep", pattern="(")
    assert broken.is_error
    assert "unclosed group" in broken.text


async def test_glob(call: CallTool) -> None:
    assert (await call("Glob", pattern="**/*.py")).text == ".hidden/c.py\nsrc/a.py\nx y.py"
    assert (await call("Glob", pattern="*.{ts,js}", path="src")).text == "src/b.ts"
    assert (await call("Glob", pattern="**/config")).text == "No file matches."
    assert "2 more lines" in (await call("Glob", pattern="**/*.py", head_limit=1)).text


async def test_what_is_left_out_cannot_be_brought_back(call: CallTool) -> None:
    for pattern in ("!.git", "x\n!ignored"):
        with pytest.raises(ToolRefused):
            await call("Glob", pattern=pattern)
    for path in (".git", "link", "..", "/etc"):
        with pytest.raises(ToolRefused):
            await call("Grep", pattern="needle", path=path)
    assert "ignored" not in (await call("Glob", pattern="ignored/**")).text
