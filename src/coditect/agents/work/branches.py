"""Commits on a branch of a project's repository without a worktree: what files held, and what they shall hold."""

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from coditect.agents.work import git
from coditect.agents.work.worktrees import WHO

_NEW_FILE = "100644"


@dataclass(frozen=True)
class Entry:
    """A file in a commit, as git writes it down."""

    mode: str
    blob: str


def entry(repository: Path, commit: str, path: str) -> Entry | None:
    """Return the file of that path in a commit; None where it has none."""
    told = git.do(f"--git-dir={repository}", "ls-tree", "-z", commit, "--", f":(top,literal){path}")
    if not told:
        return None
    mode, kind, blob = told.partition("\t")[0].split()
    return Entry(mode, blob) if kind == "blob" else None


def content(repository: Path, commit: str, path: str) -> bytes | None:
    """Return what a file holds in a commit; None where it does not exist."""
    found = entry(repository, commit, path)
    return None if found is None else git.read(f"--git-dir={repository}", "cat-file", "blob", found.blob)


def stored(repository: Path, data: bytes, like: Entry | None) -> Entry:
    """Store a content; it is as executable as the file that it takes the place of."""
    with tempfile.NamedTemporaryFile() as draft:
        draft.write(data)
        draft.flush()
        blob = git.do(f"--git-dir={repository}", "hash-object", "-w", "--no-filters", draft.name).strip()
    return Entry(like.mode if like else _NEW_FILE, blob)


def tree_with(repository: Path, tree: str, files: Mapping[str, Entry | None]) -> str:
    """Return `tree` with these files in it; None takes a file away."""
    where = f"--git-dir={repository}"
    with tempfile.TemporaryDirectory() as folder:
        index = {"GIT_INDEX_FILE": str(Path(folder) / "index")}
        git.do(where, "read-tree", tree, environment=index)
        for path, one in files.items():
            if one is None:
                # It asks for a worktree, which it does not look into.
                nowhere = f"--work-tree={folder}"
                git.do(where, nowhere, "update-index", "--force-remove", "--", path, environment=index)
            else:
                info = f"{one.mode},{one.blob},{path}"
                git.do(where, "update-index", "--add", "--cacheinfo", info, environment=index)
        return git.do(where, "write-tree", environment=index).strip()


def commit_onto(repository: Path, branch: str, tree: str, message: str, *parents: str) -> str:
    """Commit a tree and let `branch` point to it, if it still points to the first of the parents."""
    where = f"--git-dir={repository}"
    of = [part for parent in parents for part in ("-p", parent)]
    made = git.do(where, "commit-tree", tree, *of, "-m", message, environment=WHO).strip()
    git.do(where, "update-ref", f"refs/heads/{branch}", made, parents[0])
    return made


def head_of(repository: Path, branch: str) -> str:
    """Return the newest commit of a branch."""
    return git.do(f"--git-dir={repository}", "rev-parse", f"refs/heads/{branch}").strip()
