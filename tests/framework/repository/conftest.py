"""Repositories to put the library into, and a picture of everything in one."""

import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

Picture = Mapping[str, str | bytes]


def git(folder: Path, *arguments: str) -> str:
    identity = (
        "-c",
        "user.name=Test",
        "-c",
        "user.email=test@example.org",
        "-c",
        "protocol.file.allow=always",
    )
    done = subprocess.run(
        ["git", *identity, *arguments], cwd=folder, check=True, capture_output=True, text=True
    )
    return done.stdout


def picture(root: Path) -> Picture:
    """Every file, link and folder below `root` but git's own, with what it holds."""
    found: dict[str, str | bytes] = {}
    for path in sorted(root.rglob("*")):
        name = path.relative_to(root).as_posix()
        if name.split("/")[0] == ".git" or any(part.is_symlink() for part in path.parents):
            continue
        if path.is_symlink():
            found[name] = f"-> {path.readlink()}"
        else:
            found[name] = "folder" if path.is_dir() else path.read_bytes()
    return found


@pytest.fixture
def checkout(tmp_path: Path) -> Callable[[Mapping[str, str]], Path]:
    """Make a git repository with one commit of the given files."""

    def make(files: Mapping[str, str]) -> Path:
        root = tmp_path / "repository"
        for name, text in {"README.md": "# Mine\n", **files}.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_bytes(text.encode())
        git(root, "init", "-q", "-b", "main")
        git(root, "add", "-A")
        git(root, "commit", "-qm", "first")
        return root

    return make
