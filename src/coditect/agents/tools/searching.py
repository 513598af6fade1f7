"""Grep and Glob, by ripgrep: what `.gitignore` names is left out, links are not followed.

Ripgrep runs in the sandbox, over a read-only view of the folder, so that nobody who swaps a folder for a link while it
walks can lead it elsewhere. On a machine without a sandbox no command of an agent can run beside it either; then it
runs as it is.
"""

import asyncio
import os
import shlex
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Final, Literal

from pydantic import BaseModel, ConfigDict, Field

from coditect.agents.tools.contract import Tool, ToolContext, ToolRefused, ToolResult
from coditect.agents.tools.shell import limits_for
from coditect.agents.tools.tree import Tree
from coditect.workspaces import SandboxUnavailable, run

_RG: Final = (
    "rg",
    "--no-config",
    "--no-follow",
    "--hidden",
    "--no-require-git",
    "--no-messages",
    "--color=never",
)
_PRIVATE: Final = ("--glob=!**/.git", "--glob=!/.coditect")
_NOTHING_FOUND: Final = 1
_MOST_OUTPUT: Final = 2_000_000


class GrepInput(BaseModel):
    """What to look for, and where."""

    model_config = ConfigDict(extra="forbid")

    pattern: str = Field(
        min_length=1, max_length=2_000, description="A regular expression, as ripgrep takes it."
    )
    path: str | None = Field(
        default=None, description="A file or folder to look in; the whole folder otherwise."
    )
    glob: str | None = Field(
        default=None, max_length=500, description="Only files such as `*.py` or `src/**/*.ts`."
    )
    output_mode: Literal["content", "files_with_matches", "count"] = "content"
    ignore_case: bool = False
    fixed: bool = Field(default=False, description="The pattern is plain text.")
    multiline: bool = Field(default=False, description="The pattern may run over several lines.")
    context: int = Field(default=0, ge=0, le=20, description="Lines shown around each match.")
    head_limit: int = Field(default=250, ge=1, le=2_000, description="The most lines of output.")


class GlobInput(BaseModel):
    """Which files to list."""

    model_config = ConfigDict(extra="forbid")

    pattern: str = Field(min_length=1, max_length=500, description="Such as `**/*.py`, `src/**/test_*`.")
    path: str | None = Field(default=None, description="A folder to look in; the whole folder otherwise.")
    head_limit: int = Field(default=500, ge=1, le=5_000, description="The most files listed.")


async def _grep(context: ToolContext, given: GrepInput) -> ToolResult:
    modes = {"content": "--line-number", "files_with_matches": "--files-with-matches", "count": "--count"}
    words = [
        *_RG, *_PRIVATE, "--sort=path", "--max-columns=500", "--max-columns-preview", "--with-filename",
        modes[given.output_mode], f"--context={given.context}", f"--max-count={given.head_limit}",
        *(["--no-heading"] if given.output_mode == "content" else []),
        *(["--ignore-case"] if given.ignore_case else []),
        *(["--fixed-strings"] if given.fixed else []),
        *(["--multiline", "--multiline-dotall"] if given.multiline else []),
        f"--regexp={given.pattern}", "--", _where(context, given.path),
    ]  # fmt: skip
    return await _search(context, words, given.glob, given.head_limit, "Nothing in the folder matches.")


async def _glob(context: ToolContext, given: GlobInput) -> ToolResult:
    where = _where(context, given.path)
    pattern = given.pattern if where == "." else f"{where.removeprefix('./')}/{given.pattern}"
    words = [*_RG, *_PRIVATE, "--files", "--sort=path", "--", where]
    return await _search(context, words, pattern, given.head_limit, "No file matches.")


def _only(pattern: str | None) -> str:
    """Return the option that narrows a search to files that match.

    An ignore file that names all others: ripgrep's own `--glob` would bring back what `.gitignore` leaves out.
    """
    if pattern is None:
        return ""
    if pattern.startswith("!") or "\n" in pattern:
        raise ToolRefused(
            "Say which files to look at: a pattern with `!`, or of several lines, is not taken."
        )
    rules = f"*\n!*/\n!{pattern.removeprefix('./')}\n"
    return f" --ignore-file=<(printf %s {shlex.quote(rules)})"


def _where(context: ToolContext, path: str | None) -> str:
    if path in {None, "", ".", "/"}:
        return "."
    return f"./{Tree(context.root).existing(path or '.')}"


async def _search(
    context: ToolContext, words: list[str], pattern: str | None, most: int, nothing: str
) -> ToolResult:
    command = f"{shlex.join(words[:1])}{_only(pattern)} {shlex.join(words[1:])}"
    status, text = await _ripgrep(context, command)
    lines = [line.removeprefix("./") for line in text.splitlines()]
    if status not in {0, _NOTHING_FOUND} and not lines:
        return ToolResult(f"The search failed with exit code {status}.", is_error=True)
    if status not in {0, _NOTHING_FOUND} and lines[0].startswith(("regex parse error", "error:", "rg:")):
        return ToolResult("\n".join(lines[:20]), is_error=True)
    if not lines:
        return ToolResult(nothing)
    shown, room = [], context.limits.output_characters
    for line in lines[:most]:
        room -= len(line) + 1
        if room < 0:
            break
        shown.append(line)
    more = len(lines) - len(shown)
    return ToolResult("\n".join(shown) + (f"\n[{more} more lines; narrow the search]" if more else ""))


async def _ripgrep(context: ToolContext, command: str) -> tuple[int | None, str]:
    """Run ripgrep, in the sandbox where there is one; return its status and what it printed."""
    program = shutil.which("rg")
    if program is None:
        raise ToolRefused("Searching needs ripgrep, which is not installed (on Debian: apt install ripgrep).")
    if Path(program).is_relative_to("/usr"):
        limits = replace(limits_for(context.limits, None), output_bytes=_MOST_OUTPUT)
        try:
            outcome = await run(command, context.root, limits, writable=False)
        except SandboxUnavailable:
            pass
        else:
            return outcome.status, outcome.output
    return await _unwalled(context, command)


async def _unwalled(context: ToolContext, command: str) -> tuple[int | None, str]:
    process = await asyncio.create_subprocess_exec(
        "bash", "-c", command, cwd=context.root, env={"PATH": os.environ.get("PATH", os.defpath)},
        stdin=asyncio.subprocess.DEVNULL, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT,
    )  # fmt: skip
    assert process.stdout is not None
    try:
        async with asyncio.timeout(context.limits.seconds):
            text = await _bounded(process.stdout)
    except TimeoutError:
        return None, ""
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()
    return (process.returncode if process.returncode in {0, 1, 2} else 0), text


async def _bounded(stream: asyncio.StreamReader) -> str:
    read = bytearray()
    while len(read) < _MOST_OUTPUT and (chunk := await stream.read(65_536)):
        read += chunk
    return bytes(read[:_MOST_OUTPUT]).decode("utf-8", "replace")


GREP: Final = Tool(
    "Grep", "Search the contents of files with a regular expression. What .gitignore names is left out.", GrepInput,
    "read", _grep,
)  # fmt: skip
GLOB: Final = Tool(
    "Glob",
    "List files whose path matches a pattern. What .gitignore names is left out.",
    GlobInput,
    "read",
    _glob,
)
