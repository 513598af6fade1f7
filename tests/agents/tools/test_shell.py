"""Bash and Git: what they tell, what they changed, and what they cannot."""

import subprocess

import pytest

from coditect.agents.tools import ToolContext, ToolLimits, ToolRefused, undo
from tests.agents.tools.conftest import CallTool


@pytest.fixture(autouse=True)
def repository(context: ToolContext) -> None:
    git = ["git", "-C", str(context.root), "-c", "user.name=a", "-c", "user.email=a@example.org"]
    (context.root / "a.txt").write_text("one\n")
    (context.root / "b.txt").write_text("two\n")
    subprocess.run([*git[:3], "init", "--quiet"], check=True)
    subprocess.run([*git, "add", "."], check=True)
    subprocess.run([*git, "commit", "--quiet", "-m", "The first"], check=True)


async def test_what_a_command_changed_is_told_and_can_be_undone(call: CallTool, context: ToolContext) -> None:
    done = await call("Bash", command="echo more >> a.txt; rm b.txt; mkdir c; echo new > c/d; echo said")
    assert done.text == "said\n[exit code 0]\n[changed: a.txt, b.txt, c/d]"
    changed, removed, made = done.changes
    assert "+more\n" in changed.diff
    assert (removed.after, made.before) == (None, None)
    for change in done.changes:
        undo(context, change)
    assert (context.root / "a.txt").read_text() == "one\n"
    assert (context.root / "b.txt").read_text() == "two\n"
    assert not (context.root / "c" / "d").exists()
    failed = await call("Bash", command="echo oh >&2; exit 3")
    assert (failed.text, failed.changes, failed.is_error) == ("oh\n[exit code 3]", (), True)


async def test_limits_are_told(call: CallTool, context: ToolContext) -> None:
    context.limits = ToolLimits(seconds=3, memory_bytes=100 << 20)
    assert "longer than 3 s" in (await call("Bash", command="sleep 60")).text
    context.limits = ToolLimits(memory_bytes=100 << 20)
    hungry = await call("Bash", command="python3 -c 'kept = bytearray(300 << 20)'")
    assert "more than 100 MiB of memory" in hungry.text
    assert hungry.is_error


async def test_git_looks_and_changes_nothing(call: CallTool, context: ToolContext) -> None:
    (context.root / "a.txt").write_text("changed\n")
    assert "-one\n+changed" in (await call("Git", subcommand="diff")).text
    assert (await call("Git", subcommand="log", arguments=["--format=%s"])).text == "The first\n[exit code 0]"
    assert (await call("Git", subcommand="branch", arguments=["-m", "other"])).is_error
    escaped = await call("Git", subcommand="diff", arguments=["--no-index", "/dev/null", "/etc/shadow"])
    assert "Could not access" in escaped.text


async def test_what_a_repository_wants_run_does_not_reach_the_machine(
    call: CallTool, context: ToolContext
) -> None:
    sign = context.root.parent / "ran"
    script = context.root / "evil.sh"
    script.write_text(f"#!/bin/sh\ntouch {sign}; touch /workspace/ran; cat\n")
    script.chmod(0o755)
    (context.root / ".gitattributes").write_text("* diff=evil filter=evil\n")
    for name, value in {
        "core.fsmonitor": str(script), "core.pager": str(script), "diff.evil.textconv": str(script),
        "diff.evil.command": str(script), "diff.external": str(script), "filter.evil.clean": str(script),
    }.items():  # fmt: skip
        subprocess.run(["git", "-C", str(context.root), "config", name, value], check=True)  # noqa: ASYNC221 - a moment
    (context.root / "a.txt").write_text("changed\n")
    for subcommand in ("status", "diff", "log", "show"):
        await call("Git", subcommand=subcommand, arguments=["-p"] if subcommand == "log" else [])
    assert not sign.exists()
    assert not (context.root / "ran").exists()
    subprocess.run(["git", "-C", str(context.root), "diff"], check=False, capture_output=True)  # noqa: ASYNC221 - a moment
    assert sign.exists()  # on the machine itself, git does run it


async def test_without_a_sandbox_there_is_no_shell(call: CallTool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(ToolRefused, match="bubblewrap is not installed"):
        await call("Bash", command="true")
    with pytest.raises(ToolRefused, match="bubblewrap is not installed"):
        await call("Git", subcommand="status")
    with pytest.raises(ToolRefused, match="needs ripgrep"):
        await call("Grep", pattern="x")
