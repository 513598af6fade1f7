"""Commands and git, in the sandbox of `workspaces`."""

import shlex
from typing import Final, Literal

from anyio import to_thread
from pydantic import BaseModel, ConfigDict, Field

from coditect.agents.tools import comparing
from coditect.agents.tools.contract import Tool, ToolContext, ToolLimits, ToolRefused, ToolResult
from coditect.workspaces import Limits, Outcome, SandboxUnavailable, run


class BashInput(BaseModel):
    """A command for bash."""

    model_config = ConfigDict(extra="forbid")

    command: str = Field(min_length=1, max_length=20_000)
    timeout_seconds: float = Field(default=60, gt=0, le=600)


Subcommand = Literal[
    "status", "log", "diff", "show", "blame", "ls-files", "ls-tree", "grep", "branch", "tag", "describe", "shortlog",
    "rev-parse", "rev-list", "merge-base", "cat-file", "for-each-ref", "name-rev",
]  # fmt: skip


class GitInput(BaseModel):
    """A look at the history."""

    model_config = ConfigDict(extra="forbid")

    subcommand: Subcommand
    arguments: list[str] = Field(
        default_factory=list, max_length=100, description="One word each, as git takes them."
    )


_GIT: Final = (
    "git", "--no-pager", "--no-optional-locks", "-c", "core.hooksPath=/dev/null", "-c", "core.fsmonitor=false",
    "-c", "safe.directory=*", "-c", "core.quotePath=false", "-c", "color.ui=false",
)  # fmt: skip
_TOLD: Final = {
    "time": "The command took longer than {seconds:g} s and was ended.",
    "memory": "The command used more than {memory} MiB of memory; the process was ended.",
    "disk": "The command wrote more than {disk} MiB into the folder and was ended.",
    "output": "The command wrote far too much output and was ended.",
}


async def in_sandbox(
    context: ToolContext, command: str, *, writable: bool, seconds: float | None = None
) -> Outcome:
    """Run a command in the folder of the work; raise `ToolRefused` where there is no sandbox."""
    if "\0" in command:
        raise ToolRefused("A command holds no NUL characters.")
    limits = limits_for(context.limits, seconds)
    try:
        return await run(command, context.root, limits, writable=writable)
    except SandboxUnavailable as problem:
        raise ToolRefused(problem.detail) from None


def limits_for(limits: ToolLimits, seconds: float | None) -> Limits:
    """Return the sandbox's limits for one call."""
    return Limits(
        seconds=min(limits.seconds, seconds or limits.seconds),
        output_bytes=limits.output_characters,
        memory_bytes=limits.memory_bytes,
        processes=limits.processes,
        disk_bytes=limits.disk_bytes,
    )


async def _bash(context: ToolContext, given: BashInput) -> ToolResult:
    before = await to_thread.run_sync(comparing.remember, context)
    outcome = await in_sandbox(context, given.command, writable=True, seconds=given.timeout_seconds)
    found = await to_thread.run_sync(comparing.compare, context, before)
    told = _told(outcome, limits_for(context.limits, given.timeout_seconds)) + _changed(found)
    return ToolResult(told, found.changes, is_error=outcome.status != 0)


def _told(outcome: Outcome, limits: Limits) -> str:
    why = _TOLD.get(outcome.ended, "").format(
        seconds=limits.seconds, memory=limits.memory_bytes >> 20, disk=limits.disk_bytes >> 20
    )
    status = "" if outcome.status is None else f"[exit code {outcome.status}]"
    return "\n".join(part for part in (outcome.output.rstrip("\n"), why, status) if part)


def _changed(found: comparing.Changes) -> str:
    if not found.changes and not found.more:
        return ""
    names = [change.path for change in found.changes[:20]]
    more = len(found.changes) - len(names) + found.more
    return f"\n[changed: {', '.join(names)}{f' and {more} more' if more else ''}]"


async def _git(context: ToolContext, given: GitInput) -> ToolResult:
    command = shlex.join((*_GIT, given.subcommand, *given.arguments))
    outcome = await in_sandbox(context, command, writable=False)
    return ToolResult(_told(outcome, limits_for(context.limits, None)), is_error=outcome.status != 0)


BASH: Final = Tool(
    "Bash",
    "Run a command with bash, in the folder of the work. It runs in a sandbox: no network, an empty home and /tmp each"
    " time, nothing of the machine but its programs, limits on time, memory and disk. The repository (.git) is"
    " read-only; CODITECT commits for you.",
    BashInput,
    "execute",
    _bash,
)
GIT: Final = Tool(
    "Git",
    "Look at the history and at what has changed: status, log, diff, show, blame, grep and the like. It changes nothing.",
    GitInput,
    "read",
    _git,
)
