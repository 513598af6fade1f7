"""A repository comes into being once and whole, whoever dies in between, and without anybody's git configuration."""

import asyncio
import subprocess
from pathlib import Path

import pytest

from coditect import projects
from coditect.kernel.db import Database
from coditect.kernel.ids import ProjectId, new_id
from coditect.kernel.platform import Platform
from coditect.kernel.scope import tenant
from coditect.projects import git, repositories, service
from coditect.projects.feed import list_activity
from coditect.projects.schemas import Project
from tests.projects import make
from tests.projects.conftest import OURS, THEIRS


async def shown(database: Database, project_id: ProjectId) -> Project:
    async with database.read(tenant(OURS)) as session:
        return await service.read_project(session, project_id, make.no_workflows)


async def verbs(database: Database, project_id: ProjectId) -> list[str]:
    async with database.read(tenant(OURS)) as session:
        page = await list_activity(session, project_id, limit=50, cursor=None)
    return [item.verb for item in page.items]


def ask_git(path: Path, *arguments: str) -> str:
    result = subprocess.run(
        ["git", f"--git-dir={path}", *arguments], check=True, capture_output=True, text=True
    )
    return result.stdout.strip()


async def test_a_clone_holds_a_readme_on_main(platform: Platform, tmp_path: Path) -> None:
    project = await make.project(platform.database, OURS, "Invoices 🧾 <b>")
    assert (await shown(platform.database, project.id)).repository.state == "provisioning"
    path = await projects.ensure_repository(platform, OURS, project.id)
    repository = (await shown(platform.database, project.id)).repository
    assert (repository.state, repository.default_branch) == ("ready", "main")
    assert repository.head == ask_git(path, "rev-parse", "main")
    ask_git(path, "clone", "--quiet", str(path), str(tmp_path / "clone"))
    assert (tmp_path / "clone/README.md").read_text() == "# Invoices 🧾 <b>\n"
    assert ask_git(path, "fsck", "--strict") == ""
    assert ask_git(path, "rev-parse", "--is-bare-repository") == "true"
    assert path == platform.settings.data_dir / "repositories" / str(OURS) / f"{project.id}.git"


async def test_making_it_again_changes_nothing(platform: Platform) -> None:
    project = await make.project(platform.database, OURS)
    path = await projects.ensure_repository(platform, OURS, project.id)
    before = await shown(platform.database, project.id)
    assert await projects.ensure_repository(platform, OURS, project.id) == path
    assert await shown(platform.database, project.id) == before
    assert await verbs(platform.database, project.id) == ["repository.created", "project.created"]


async def test_many_makers_at_once_make_one(platform: Platform) -> None:
    project = await make.project(platform.database, OURS)
    paths = await asyncio.gather(*(projects.ensure_repository(platform, OURS, project.id) for _ in range(6)))
    assert len(set(paths)) == 1
    assert ask_git(paths[0], "rev-list", "--count", "--all") == "1"
    assert await verbs(platform.database, project.id) == ["repository.created", "project.created"]
    assert [path.name for path in paths[0].parent.iterdir()] == [paths[0].name]


async def test_a_maker_that_died_before_the_rename_is_made_good(platform: Platform) -> None:
    project = await make.project(platform.database, OURS)
    path = projects.repository_path(platform.settings.data_dir, OURS, project.id)
    half = path.with_name(f".{project.id}.{new_id()}.draft")
    (half / "objects").mkdir(parents=True)
    await projects.ensure_repository(platform, OURS, project.id)
    assert (await shown(platform.database, project.id)).repository.state == "ready"
    assert not half.exists()


async def test_a_maker_that_died_after_the_rename_is_made_good(
    platform: Platform, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = await make.project(platform.database, OURS)
    with monkeypatch.context() as patch:

        async def die(*_: object) -> None:
            raise asyncio.CancelledError

        patch.setattr(repositories, "_mark_ready", die)
        with pytest.raises(asyncio.CancelledError):
            await projects.ensure_repository(platform, OURS, project.id)
    assert (await shown(platform.database, project.id)).repository.state == "provisioning"
    path = await projects.ensure_repository(platform, OURS, project.id)
    assert (await shown(platform.database, project.id)).repository.head == ask_git(path, "rev-parse", "main")


async def test_a_machine_without_git_says_so_and_is_mended_later(
    platform: Platform, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    project = await make.project(platform.database, OURS)
    with monkeypatch.context() as patch:
        patch.setenv("PATH", str(tmp_path))
        with pytest.raises(projects.GitFailed, match="installed"):
            await projects.ensure_repository(platform, OURS, project.id)
    assert (await shown(platform.database, project.id)).repository.state == "provisioning"
    await projects.ensure_repository(platform, OURS, project.id)
    assert (await shown(platform.database, project.id)).repository.state == "ready"


async def test_a_foreign_repository_is_not_there(platform: Platform) -> None:
    theirs = await make.project(platform.database, THEIRS)
    with pytest.raises(projects.ProjectNotFound):
        await projects.ensure_repository(platform, OURS, theirs.id)


async def test_git_never_holds_the_writer(platform: Platform) -> None:
    async with platform.database.write(tenant(OURS)):
        with pytest.raises(RuntimeError, match="Running git"):
            await git.run("version")


async def test_git_is_deaf_to_configuration_and_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "home"
    home.mkdir()
    (home / ".gitconfig").write_text("[user]\n\tname = Mallory\n[init]\n\tdefaultBranch = evil\n")
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "elsewhere"))
    monkeypatch.setenv("GIT_AUTHOR_NAME", "Mallory")
    listed = await git.run("config", "--list")
    assert "allory" not in listed.decode()
    assert not (tmp_path / "elsewhere").exists()
    assert (home / ".gitconfig").read_text().startswith("[user]")


async def test_git_that_fails_says_why() -> None:
    with pytest.raises(projects.GitFailed, match="not a git command"):
        await git.run("no-such-command")


async def test_git_that_hangs_is_ended(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "git").write_text("#!/bin/sh\nexec sleep 60\n")
    (tmp_path / "git").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    monkeypatch.setattr(git, "LONGEST_RUN_SECONDS", 0.2)
    with pytest.raises(projects.GitFailed, match="longer"):
        await git.run("version")
