"""What git knows of a folder."""

from collections.abc import Sequence
from pathlib import Path

from coditect.agents.work import git


def git_state(root: Path) -> str:
    """Return the branch, the last commits and what is not committed; empty where git is not used."""
    branch = git.ask("symbolic-ref", "--short", "-q", "HEAD", where=root)
    commits = git.ask("log", "-5", "--format=%h %s (%an, %as)", "--no-show-signature", where=root)
    changes = git.ask(
        "status", "--porcelain=v1", "--untracked-files=normal", "--ignore-submodules=all", where=root
    )
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
    listed = git.ask("ls-files", "--cached", "--others", "--exclude-standard", "-z", where=root)
    return sorted(
        {name for name in (listed or "").split("\0") if name and not name.startswith(".coditect/state")}
    )
