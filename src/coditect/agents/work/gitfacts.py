"""What git knows of a folder, asked without its hooks, filters and configuration: a repository may be hostile."""

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path

_SECONDS = 10


def git_state(root: Path) -> str:
    """Return the branch, the last commits and what is not committed; empty where git is not used."""
    branch = _git(root, "symbolic-ref", "--short", "-q", "HEAD")
    commits = _git(root, "log", "-5", "--format=%h %s (%an, %as)", "--no-show-signature")
    changes = _git(root, "status", "--porcelain=v1", "--untracked-files=normal", "--ignore-submodules=all")
    if branch is None and commits is None:
        return ""
    lines = (changes or "").splitlines()
    more = [f"… and {len(lines) - 40} more"] if len(lines) > 40 else []
    return "\n".join(
        [
            f"branch: {(branch or 'none').strip()}",
            "last commits:",
            *(f"  {line}" for line in (commits or "none yet").splitlines()),
            "not committed:" if lines else "everything is committed",
            *(f"  {line}" for line in lines[:40]),
            *more,
        ]
    )


def tracked_files(root: Path) -> Sequence[str]:
    """Return the files that git tracks or would track, by path; none where git is not used."""
    listed = _git(root, "ls-files", "--cached", "--others", "--exclude-standard", "-z")
    return sorted(
        {name for name in (listed or "").split("\0") if name and not name.startswith(".coditect/state")}
    )


def _git(root: Path, *arguments: str) -> str | None:
    # What a repository's own configuration could start: hooks, a file monitor, filters, a pager, helpers.
    safe = (
        "core.fsmonitor=false",
        "core.hooksPath=/dev/null",
        "core.attributesFile=/dev/null",
        "core.pager=cat",
    )
    given = [part for setting in safe for part in ("-c", setting)]
    try:
        done = subprocess.run(  # noqa: S603 - arguments are ours
            ["git", "--no-optional-locks", *given, "-C", str(root), *arguments],  # noqa: S607 - found on the PATH by design
            capture_output=True,
            check=False,
            timeout=_SECONDS,
            stdin=subprocess.DEVNULL,
            env={
                "PATH": os.environ.get("PATH", os.defpath),
                "HOME": os.devnull,
                "LC_ALL": "C",
                "GIT_CONFIG_NOSYSTEM": "1",
                "GIT_CONFIG_GLOBAL": os.devnull,
                "GIT_TERMINAL_PROMPT": "0",
                "GIT_OPTIONAL_LOCKS": "0",
            },
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else None
