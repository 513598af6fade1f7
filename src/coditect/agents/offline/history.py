"""What git can say of a folder, asked without running anything that the repository configures."""

import os
import subprocess
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Final

SECONDS: Final = 60
MOST_COMMITS: Final = 5_000
_SAFE: Final = (
    *("-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "-c", "log.showSignature=false"),
    *("-c", "core.quotePath=false", "--no-pager", "--no-optional-locks"),
)
_MARK: Final = "\x01"


@dataclass(frozen=True)
class History:
    """How often and when files changed, over the last commits; empty without a repository."""

    commits: int
    changes: dict[str, int]
    newest: dict[str, str]
    """ISO date of each file's last commit."""
    oldest: dict[str, str]
    """ISO date of the first commit seen for each file."""


def read_history(root: Path) -> History:
    """Read the last commits that touch `root`, merges left out."""
    text = _git(
        root,
        "log",
        "--no-merges",
        "--no-renames",
        "--no-ext-diff",
        "--no-textconv",
        "--relative",
        f"--max-count={MOST_COMMITS}",
        f"--format={_MARK}%as",
        "--name-only",
        "--",
        ".",
    )
    changes: Counter[str] = Counter()
    newest: dict[str, str] = {}
    oldest: dict[str, str] = {}
    commits, day = 0, ""
    for line in (text or "").splitlines():
        if line.startswith(_MARK):
            commits, day = commits + 1, line[1:]
        elif line:
            changes[line] += 1
            newest.setdefault(line, day)
            oldest[line] = day
    return History(commits, dict(changes), newest, oldest)


def listed_by_git(root: Path) -> list[str] | None:
    """Paths below `root` that are tracked, or new and not ignored; None where there is no repository."""
    text = _git(root, "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--deduplicate")
    return None if text is None else [path for path in text.split("\0") if path]


def _git(root: Path, *words: str) -> str | None:
    environment = {
        "PATH": os.environ.get("PATH", "/usr/bin:/bin"),
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_TERMINAL_PROMPT": "0",
        # Not even to fetch an object that is missing: the address may name a program.
        "GIT_ALLOW_PROTOCOL": "none",
        "LC_ALL": "C.UTF-8",
    }
    # The owner of a folder that is read need not be the one who reads it.
    trusted = ("-c", f"safe.directory={root.resolve()}")
    try:
        done = subprocess.run(  # noqa: S603 - the words are ours
            ["git", *_SAFE, *trusted, *words],  # noqa: S607 - git is where PATH says
            cwd=root,
            env=environment,
            capture_output=True,
            timeout=SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else None
