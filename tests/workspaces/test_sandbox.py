"""What works in the sandbox, and when it is refused."""

import os
import platform
import shutil
import subprocess
from pathlib import Path

import pytest

from coditect.workspaces import SANDBOX_ROOT, Limits, SandboxUnavailable, readiness, run
from coditect.workspaces.sandbox import cgroups, launcher, running
from coditect.workspaces.sandbox.cgroups import parents_in
from coditect.workspaces.sandbox.gitlinks import git_folder


async def test_a_command_works_in_its_folder(work: Path) -> None:
    outcome = await run("pwd; cat a.txt; echo b > b.txt; mkdir -p c/d; echo e > c/d/e; exit 3", work)
    assert (outcome.status, outcome.ended, outcome.cut) == (3, "exit", False)
    assert outcome.output == f"{SANDBOX_ROOT}\na\n"
    assert (work / "b.txt").read_text() == "b\n"
    assert _owner(work / "b.txt") == _owner(work)
    assert (work / "c" / "d" / "e").read_text() == "e\n"


def _owner(path: Path) -> int:
    return path.stat().st_uid


async def test_a_read_only_view(work: Path) -> None:
    outcome = await run("cat a.txt; echo b > b.txt", work, writable=False)
    assert "Read-only" in outcome.output
    assert not (work / "b.txt").exists()


async def test_git_reads_a_linked_worktree_and_cannot_change_the_repository(
    work: Path, tmp_path: Path
) -> None:
    linked = _linked_worktree(work, tmp_path / "linked")
    outcome = await run("git log --format=%s; git update-ref refs/heads/x HEAD; echo x > .git", linked)
    assert outcome.output.startswith("The first\n")
    assert outcome.output.count("Read-only") == 2


def test_a_git_file_that_the_repository_does_not_know_opens_nothing(work: Path, tmp_path: Path) -> None:
    linked, forged = _linked_worktree(work, tmp_path / "linked"), tmp_path / "forged"
    forged.mkdir()
    shutil.copy(linked / ".git", forged / ".git")
    assert git_folder(linked) == work / ".git"
    assert git_folder(forged) is None
    assert git_folder(work) is None


def _linked_worktree(repository: Path, linked: Path) -> Path:
    git = ["git", "-C", str(repository), "-c", "user.name=a", "-c", "user.email=a@example.org"]
    subprocess.run([*git, "add", "a.txt"], check=True)
    subprocess.run([*git, "commit", "--quiet", "-m", "The first"], check=True)
    subprocess.run([*git, "worktree", "add", "--quiet", str(linked)], check=True)
    return linked


async def test_this_machine_is_ready() -> None:
    assert await readiness() is None


async def test_without_bubblewrap_commands_are_refused(work: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(SandboxUnavailable, match="bubblewrap is not installed"):
        await run("echo x > b.txt", work)
    assert not (work / "b.txt").exists()
    assert "bubblewrap is not installed" in (await readiness() or "")


async def test_where_the_walls_cannot_be_put_up_commands_are_refused(
    work: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "bin" / "bwrap"
    broken.parent.mkdir()
    broken.write_text("#!/bin/sh\necho 'bwrap: no user name spaces here' >&2\nexit 1\n")
    broken.chmod(0o755)
    monkeypatch.setenv("PATH", f"{broken.parent}:{os.environ['PATH']}")
    with pytest.raises(SandboxUnavailable, match="cannot be set up"):
        await run("echo x > b.txt", work)
    assert not (work / "b.txt").exists()


async def test_where_root_cannot_be_given_up_commands_are_refused(
    work: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if os.geteuid() != 0:
        pytest.skip("Whoever is not root has nothing to give up.")
    monkeypatch.setattr(running, "_FIRST_USER", -(2**33))
    with pytest.raises(SandboxUnavailable, match="cannot be set up"):
        await run("echo x > b.txt", work)
    assert not (work / "b.txt").exists()


async def test_on_a_machine_without_a_filter_commands_are_refused(
    work: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(platform, "machine", lambda: "pdp11")
    with pytest.raises(SandboxUnavailable, match="filter of system calls"):
        await run("true", work)


async def test_the_whole_machine_is_no_folder_of_work() -> None:
    with pytest.raises(SandboxUnavailable, match="whole machine"):
        await run("true", Path("/"))


async def test_its_control_groups_are_removed(work: Path) -> None:
    before = set(_groups())
    await run("true", work, Limits(seconds=60))
    assert set(_groups()) <= before


def _groups() -> list[Path]:
    return [path for parent in cgroups.usable_parents().values() for path in parent.glob("coditect-*")]


def test_the_parent_of_groups_is_one_that_passes_controllers_on(tmp_path: Path) -> None:
    service = tmp_path / "system.slice" / "coditect.service"
    service.mkdir(parents=True)
    (service / "cgroup.subtree_control").write_text("")
    (service.parent / "cgroup.subtree_control").write_text("cpu memory pids\n")
    found = parents_in([(tmp_path, "cgroup2", ["rw"])], {"": "/system.slice/coditect.service"})
    assert found == {"memory": service.parent, "pids": service.parent}
    assert parents_in([(tmp_path / "none", "cgroup2", ["rw"])], {"": "/"}) == {}


def test_groups_of_the_second_version_are_set(tmp_path: Path) -> None:
    group = cgroups.make(10 << 20, 5, {"memory": tmp_path, "pids": tmp_path})
    assert group is not None
    (folder,) = group.folders
    assert (folder / "memory.max").read_text() == str(10 << 20)
    assert (folder / "pids.max").read_text() == "5"
    (folder / "memory.events").write_text("oom 1\noom_kill 0\n")
    assert not group.ran_out_of_memory()
    (folder / "memory.events").write_text("oom 1\noom_kill 1\n")
    assert group.ran_out_of_memory()


def test_what_a_killed_server_left_is_swept(tmp_path: Path) -> None:
    left, young = tmp_path / "coditect-old", tmp_path / "coditect-new"
    left.mkdir()
    young.mkdir()
    os.utime(left, (1, 1))
    assert cgroups.make(10 << 20, 5, {"memory": tmp_path, "pids": tmp_path}) is not None
    assert (left.exists(), young.exists()) == (False, True)


def test_the_launcher_needs_nothing_of_ours() -> None:
    text = Path(launcher.__file__).read_text()
    assert "coditect" not in text.partition('"""')[2].partition('"""')[2]
