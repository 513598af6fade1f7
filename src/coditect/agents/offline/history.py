"""What git can say of a folder, asked without running anything that the repository configures."""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from coditect.agents.work import git

MOST_COMMITS: Final = 5_000
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
    text = git.ask(
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
        where=root,
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
    text = git.ask(
        "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--deduplicate", where=root
    )
    return None if text is None else [path for path in text.split("\0") if path]
