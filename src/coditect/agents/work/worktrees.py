"""Each agent run of a project works in a worktree of its own; what it did is merged when it is done.

Whoever is handed work begins with what the one who handed it on has done so far, and is merged into that. Git is always
told where the repository is: what an agent does to `.git` in its folder means nothing to us.
"""

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final
from uuid import UUID

from anyio import to_thread

from coditect import projects
from coditect.agents.work import git
from coditect.agents.work.given import AgentTask
from coditect.agents.work.journal import Work
from coditect.agents.work.places import Place, PlaceRecord
from coditect.kernel.ids import OrganizationId
from coditect.kernel.platform import Platform

TARGET: Final = "main"
WHO: Final = {
    f"GIT_{role}_{part}": value
    for role in ("AUTHOR", "COMMITTER")
    for part, value in (("NAME", "CODITECT"), ("EMAIL", "coditect@localhost"))
}


class WorktreePlaces:
    """Worktrees of the repositories of projects, below the data folder."""

    def __init__(self, platform: Platform) -> None:
        self._platform = platform

    async def open(self, work: Work, given: AgentTask) -> Place:
        """Return the worktree of an agent run, made at its first attempt."""
        assert given.project_id is not None
        repository = await projects.ensure_repository(self._platform, work.organization_id, given.project_id)
        home = home_of(self._platform, work.organization_id, work.id)
        parent = f"agent/{given.parent_id}" if given.parent_id else TARGET
        return await to_thread.run_sync(_open, repository, home, work, parent)

    async def hand_on(self, place: Place) -> None:
        """Commit what is there, so that others can begin with it."""
        await to_thread.run_sync(_commit, place, "Hand work on")

    async def close(self, place: Place, summary: str) -> PlaceRecord:
        """Merge the work to where it came from; on conflicts, leave its branch for a person to look at."""
        return await to_thread.run_sync(_close, place, summary)


def home_of(platform: Platform, organization_id: OrganizationId, agent_run_id: UUID) -> Path:
    """Return the folder of an agent run: `tree` is its worktree, `scratch` is for what is no part of it."""
    return platform.settings.data_dir / "worktrees" / str(organization_id) / str(agent_run_id)


def _open(repository: Path, home: Path, work: Work, parent: str) -> Place:
    root, scratch, branch = home / "tree", home / "scratch", f"agent/{work.id}"
    scratch.mkdir(parents=True, exist_ok=True)
    base_ref = f"refs/agent-bases/{work.id}"
    with locked(repository):
        where = f"--git-dir={repository}"
        if not known(repository, base_ref):
            git.do(where, "update-ref", base_ref, f"refs/heads/{parent}")
        if not known(repository, f"refs/heads/{branch}"):
            git.do(where, "update-ref", f"refs/heads/{branch}", base_ref)
        if not root.exists():
            git.do(where, "worktree", "prune")
            git.do(where, "worktree", "add", "--quiet", str(root), branch)
        base = git.do(where, "rev-parse", base_ref).strip()
    record = PlaceRecord(kind="worktree", path=str(root), branch=branch, base=base, target=parent)
    return Place(root, scratch, record, repository)


def known(repository: Path, ref: str) -> bool:
    """Tell whether the repository has this ref."""
    return git.do(f"--git-dir={repository}", "rev-parse", "--verify", "-q", ref, also_fine=1) != ""


def _commit(place: Place, message: str) -> str:
    """Commit all that is there; return the newest commit."""
    assert place.repository is not None
    tree = (f"--git-dir={_own_dir(place)}", f"--work-tree={place.root}")
    git.do(*tree, "add", "--all")
    if git.do(*tree, "diff", "--cached", "--name-only", "-z", "--ignore-submodules=all"):
        git.do(*tree, "commit", "--quiet", "--no-verify", "-m", message, environment=WHO)
    return git.do(*tree, "rev-parse", "HEAD").strip()


def _own_dir(place: Place) -> Path:
    """Return git's own folder of the worktree, found from the side of the repository."""
    assert place.repository is not None
    for folder in (place.repository / "worktrees").iterdir():
        if (folder / "gitdir").read_text().strip() == str(place.root / ".git"):
            return folder
    raise git.GitRefused(f"{place.root} is no worktree of the project any more.")


def _close(place: Place, summary: str) -> PlaceRecord:
    record, repository = place.record, place.repository
    assert repository is not None
    where = f"--git-dir={repository}"
    with locked(repository):
        head = _commit(place, summary)
        closed = record if head == record.base else _merge(repository, record, head, summary)
        target_tree = place.root.parent.parent / record.target.removeprefix("agent/") / "tree"
        if closed.merged and record.target != TARGET and target_tree.exists():
            # Whoever handed the work on committed all of theirs before, so nothing of it is lost.
            waiting = Place(target_tree, place.scratch, record, repository)
            git.do(
                f"--git-dir={_own_dir(waiting)}", f"--work-tree={target_tree}", "reset", "--hard", "--quiet"
            )
        git.do(where, "worktree", "remove", "--force", str(place.root))
        if not closed.conflicts:
            forget(repository, record)
    shutil.rmtree(place.root.parent, ignore_errors=True)
    return closed


def _merge(repository: Path, record: PlaceRecord, head: str, summary: str) -> PlaceRecord:
    where, target = f"--git-dir={repository}", f"refs/heads/{record.target}"
    onto = git.do(where, "rev-parse", target).strip()
    if onto == record.base:
        git.do(where, "update-ref", target, head, onto)
        return record.model_copy(update={"head": head, "merged": head})
    found = git.do(
        where, "merge-tree", "--write-tree", "--name-only", "--no-messages", "-z", onto, head, also_fine=1
    )
    tree, *conflicts = [part for part in found.split("\0") if part]
    if conflicts:
        return record.model_copy(update={"head": head, "conflicts": conflicts})
    merged = git.do(
        where, "commit-tree", tree, "-p", onto, "-p", head, "-m", f"Merge: {summary}", environment=WHO
    ).strip()
    git.do(where, "update-ref", target, merged, onto)
    return record.model_copy(update={"head": head, "merged": merged})


def forget(repository: Path, record: PlaceRecord) -> None:
    """Remove the branch of an agent run, whose work is where it belongs."""
    branch = record.branch or ""
    for ref in (f"refs/heads/{branch}", f"refs/agent-bases/{branch.removeprefix('agent/')}"):
        git.do(f"--git-dir={repository}", "update-ref", "-d", ref)


@contextmanager
def locked(repository: Path) -> Iterator[None]:
    """Let one at a time change the branches of a repository, in whichever process."""
    lock = os.open(repository / "coditect.lock", os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
    finally:
        os.close(lock)
