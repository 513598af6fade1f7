"""`coditect init` on repositories of every shape: right, or refused with a reason; nothing lost."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from itertools import takewhile
from pathlib import Path

import pytest

from coditect.framework import load_folder, load_library
from coditect.framework.repository import RepositoryRefused, changes, install, own_agents, remove
from tests.framework.repository.conftest import git, picture

Checkout = Callable[[Mapping[str, str]], Path]
EVERY = len(load_library().agents)


def put_and_take(root: Path) -> None:
    """The whole life: in place, nothing to do the second time, nothing to update, gone without a trace."""
    before = picture(root)
    first = install(root, None)
    assert first.added
    assert len(load_folder(root / ".coditect/agents").agents) == EVERY
    assert (root / ".claude/agents/debugger.md").read_bytes() == (
        root / ".coditect/agents/debugger.md"
    ).read_bytes()
    placed = picture(root)
    assert install(root, None).added == ()
    assert picture(root) == placed
    assert changes(root) == []
    assert before.items() <= placed.items(), "nothing that was there has changed"
    remove(root)
    assert picture(root) == before


def test_an_empty_repository(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    put_and_take(tmp_path)


def test_a_huge_repository(checkout: Checkout) -> None:
    put_and_take(checkout({f"src/part{n % 50}/module{n}.py": f"x = {n}\n" for n in range(3000)}))


def test_a_repository_with_an_own_claude_folder(checkout: Checkout) -> None:
    root = checkout(
        {
            ".claude/settings.json": "{}",
            ".claude/agents/debugger.md": "mine",
            ".claude/agents/own.md": "mine too",
        }
    )
    before = picture(root)
    done = install(root, None)
    assert (root / ".claude/agents/debugger.md").read_text() == "mine"
    assert (root / ".claude/agents/code-reviewer.md").samefile(root / ".coditect/agents/code-reviewer.md")
    assert [note for note in done.notes if ".claude/agents/debugger.md is your own and stays" in note]
    assert before.items() <= picture(root).items()
    assert install(root, None).added == ()
    remove(root)
    assert picture(root) == before


def test_an_own_claude_folder_without_agents_gets_one_link(checkout: Checkout) -> None:
    root = checkout({".claude/settings.json": "{}"})
    put_and_take(root)
    install(root, None)
    assert (root / ".claude/agents").readlink() == Path("../.coditect/agents")


def test_an_own_link_named_claude_stays(checkout: Checkout) -> None:
    root = checkout({"dotfiles/settings.json": "{}"})
    (root / ".claude").symlink_to("dotfiles")
    done = install(root, None)
    assert (root / ".claude").readlink() == Path("dotfiles")
    assert any("your own link to dotfiles" in note for note in done.notes)
    remove(root)
    assert (root / ".claude").readlink() == Path("dotfiles")


def test_a_read_only_folder_is_refused_before_anything_is_written(checkout: Checkout) -> None:
    """In a process of an unprivileged user, since root may write anywhere."""
    root = checkout({})
    before = picture(root)
    root.chmod(0o555)
    for folder in takewhile(lambda parent: parent != Path(tempfile.gettempdir()), root.parents):
        folder.chmod(0o755)
    program = (
        "import os, sys\n"
        "from pathlib import Path\n"
        "from coditect.framework.repository import RepositoryRefused, install\n"
        "from coditect.framework import load_library\n"
        "load_library()\n"
        "if os.getuid() == 0:\n    os.setgroups([]); os.setgid(65534); os.setuid(65534)\n"
        "try:\n    install(Path(sys.argv[1]), ['debugger'])\n"
        "except RepositoryRefused as refused:\n    print(refused)\n"
    )
    done = subprocess.run(
        [sys.executable, "-B", "-c", program, root], check=False, capture_output=True, text=True, timeout=60
    )
    root.chmod(0o755)
    assert done.stdout == f"{root} cannot be written. Ask for the right to write there.\n", done.stderr
    assert picture(root) == before


def test_a_folder_without_git(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    put_and_take(tmp_path)
    assert any("not a git repository" in note for note in install(tmp_path, None).notes)


def test_a_submodule_of_another_repository(tmp_path: Path, checkout: Checkout) -> None:
    inner = checkout({})
    outer = tmp_path / "outer"
    outer.mkdir()
    git(outer, "init", "-q")
    git(outer, "submodule", "add", "-q", str(inner), "part")
    put_and_take(outer / "part")


def test_the_library_as_a_submodule_is_only_linked(tmp_path: Path, checkout: Checkout) -> None:
    library = checkout({"agents/debugger.md": "from git"})
    outer = tmp_path / "outer"
    outer.mkdir()
    git(outer, "init", "-q")
    git(outer, "submodule", "add", "-q", str(library), ".coditect")
    done = install(outer, None)
    assert done.added == (".claude",)
    assert (outer / ".claude/agents/debugger.md").read_text() == "from git"
    assert git(outer / ".coditect", "status", "--porcelain") == ""
    with pytest.raises(RepositoryRefused, match="git submodule update"):
        changes(outer)


def test_a_part_of_a_monorepo(checkout: Checkout) -> None:
    root = checkout({"services/shop/main.py": "", "services/mail/main.py": ""})
    outside = picture(root)
    install(root / "services/shop", ["debugger"])
    assert {
        name for name in picture(root).keys() - outside.keys() if not name.startswith("services/shop/.c")
    } == set()
    assert own_agents(root / "services/shop") == root / "services/shop/.coditect/agents"
    assert own_agents(root / "services/mail") is None
    remove(root / "services/shop")
    assert picture(root) == outside


def test_windows_line_ends_are_no_changes(checkout: Checkout) -> None:
    root = checkout({"README.md": "# Mine\r\n", ".gitattributes": "* text=auto eol=crlf\n"})
    before = picture(root)
    install(root, None)
    for path in (root / ".coditect").rglob("*.md"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert changes(root) == []
    assert install(root, None).kept == ()
    assert load_folder(root / ".coditect/agents").faults == ()
    assert remove(root).kept == ()
    assert picture(root) == before


def test_a_root_behind_a_link(tmp_path: Path, checkout: Checkout) -> None:
    root = checkout({})
    door = tmp_path / "door"
    door.symlink_to(root)
    put_and_take(door)
    assert install(door, ["debugger"]).root == root


def test_uncommitted_work_is_left_alone(checkout: Checkout) -> None:
    root = checkout({"a.txt": "a\n", "b.txt": "b\n"})
    (root / "a.txt").write_text("changed\n")
    (root / "b.txt").unlink()
    (root / "c.txt").write_text("new\n")
    git(root, "add", "c.txt")
    status = git(root, "status", "--porcelain")
    put_and_take(root)
    assert git(root, "status", "--porcelain") == status
    install(root, None)
    assert set(git(root, "status", "--porcelain").splitlines()) - set(status.splitlines()) == {
        "?? .claude",
        "?? .coditect/",
    }


@pytest.mark.parametrize(
    ("place", "reason"),
    [
        ("missing", "There is no folder"),
        ("README.md", "is a file"),
        (".git/hooks", "belongs to git"),
        ("bare", "bare"),
    ],
)
def test_what_is_no_repository_is_refused(checkout: Checkout, place: str, reason: str) -> None:
    root = checkout({})
    git(root, "init", "-q", "--bare", "bare")
    before = picture(root)
    with pytest.raises(RepositoryRefused, match=reason):
        install(root / place, None)
    assert picture(root) == before


def test_nothing_is_written_through_links(tmp_path: Path, checkout: Checkout) -> None:
    root = checkout({})
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (root / ".coditect").symlink_to(elsewhere)
    with pytest.raises(RepositoryRefused, match="is a link to"):
        install(root, None)
    (root / ".coditect").unlink()
    (root / ".coditect").mkdir()
    (root / ".coditect/agents").symlink_to(elsewhere)
    with pytest.raises(RepositoryRefused, match="is a link to"):
        install(root, None)
    assert list(elsewhere.iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="POSIX links are taken away here")
def test_where_links_fail_copies_take_their_place(
    checkout: Checkout, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(*_: object, **__: object) -> None:
        raise OSError("links are not supported")

    monkeypatch.setattr(Path, "symlink_to", no_links)
    root = checkout({})
    before = picture(root)
    done = install(root, ["debugger"])
    assert any("holds copies" in note for note in done.notes)
    assert (root / ".claude/agents/debugger.md").read_bytes() == (
        root / ".coditect/agents/debugger.md"
    ).read_bytes()
    assert not (root / ".claude").is_symlink()
    again = install(root, ["debugger"])
    assert (again.added, again.kept) == ((), ())
    assert changes(root) == []
    remove(root)
    assert picture(root) == before
