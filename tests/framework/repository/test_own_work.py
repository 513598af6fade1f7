"""Whatever a person changed, added or deleted outlives init, update and remove."""

import json
from pathlib import Path

import pytest

from coditect.framework.repository import (
    RepositoryRefused,
    apply,
    changes,
    install,
    new_agent,
    remove,
    update,
)
from coditect.framework.repository.content import digest, offered
from tests.framework.repository.conftest import picture

DEBUGGER = ".coditect/agents/debugger.md"
REVIEWER = ".coditect/agents/code-reviewer.md"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    install(tmp_path, ["debugger", "code-reviewer"])
    return tmp_path


def newer_library(monkeypatch: pytest.MonkeyPatch, **texts: bytes | None) -> None:
    """Let the library have other texts for these agents, or None for those that it has no more."""

    def with_texts(agents: object) -> dict[str, bytes]:
        files = dict(offered(agents))  # type: ignore[arg-type] # handed through
        for name, text in texts.items():
            place = f".coditect/agents/{name.replace('_', '-')}.md"
            if text is None:
                files.pop(place, None)
            elif place in files:
                files[place] = text
        return files

    monkeypatch.setattr(update, "offered", with_texts)


def test_init_overwrites_no_changed_file(root: Path) -> None:
    (root / DEBUGGER).write_text("mine")
    done = install(root, None, all_agents=True)
    assert done.kept == (DEBUGGER,)
    assert (root / DEBUGGER).read_text() == "mine"


def test_a_file_of_the_same_name_that_was_there_before_stays(tmp_path: Path) -> None:
    (tmp_path / DEBUGGER).parent.mkdir(parents=True)
    (tmp_path / DEBUGGER).write_text("mine")
    assert install(tmp_path, ["debugger"]).kept == (DEBUGGER,)
    assert remove(tmp_path).removed
    assert (tmp_path / DEBUGGER).read_text() == "mine"


def test_choices_add_up_and_are_remembered(root: Path) -> None:
    install(root, ["orchestrator"])
    (root / REVIEWER).unlink()
    assert install(root, None).added == (REVIEWER,), "init restores what is missing, and only that"
    assert {path.stem for path in (root / ".coditect/agents").iterdir()} == {
        "orchestrator",
        "debugger",
        "code-reviewer",
    }
    with pytest.raises(RepositoryRefused, match="no agent nobody"):
        install(root, ["nobody"])


def test_an_update_shows_the_difference_and_makes_only_what_is_agreed(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    newer_library(monkeypatch, debugger=b"newer\n", code_reviewer=b"newer too\n")
    before = picture(root)
    found = {change.name: change for change in changes(root)}
    assert picture(root) == before
    assert {name: change.kind for name, change in found.items()} == {DEBUGGER: "replace", REVIEWER: "replace"}
    assert "+newer" in found[DEBUGGER].diff().splitlines()
    apply(root, [found[DEBUGGER]])
    assert (root / DEBUGGER).read_bytes() == b"newer\n"
    assert [change.name for change in changes(root)] == [REVIEWER]


def test_an_update_knows_conflicts_deletions_and_what_is_only_mine(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (root / DEBUGGER).write_text("mine")
    (root / REVIEWER).unlink()
    assert changes(root) == [], "what only a person changed or deleted is no news"
    newer_library(monkeypatch, debugger=b"newer\n", code_reviewer=b"newer\n")
    assert [(change.name, change.kind) for change in changes(root)] == [(DEBUGGER, "conflict")]


def test_an_agent_that_the_library_dropped_goes_unless_it_was_changed(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (root / DEBUGGER).write_text("mine")
    newer_library(monkeypatch, debugger=None, code_reviewer=None)
    found = changes(root)
    agents = [change for change in found if "/agents/" in change.name]
    assert [(change.name, change.kind) for change in agents] == [(REVIEWER, "delete")]
    apply(root, found)
    assert not (root / REVIEWER).exists()
    assert (root / DEBUGGER).read_text() == "mine"


def test_a_change_between_showing_and_agreeing_is_not_lost(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    newer_library(monkeypatch, debugger=b"newer\n", code_reviewer=b"newer\n")
    found = changes(root)
    (root / DEBUGGER).write_text("written meanwhile")
    before = picture(root)
    with pytest.raises(RepositoryRefused, match="changed meanwhile"):
        apply(root, found)
    assert picture(root) == before


def test_an_update_keeps_windows_line_ends(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (root / DEBUGGER).write_bytes((root / DEBUGGER).read_bytes().replace(b"\n", b"\r\n"))
    newer_library(monkeypatch, debugger=b"one\ntwo\n")
    apply(root, changes(root))
    assert (root / DEBUGGER).read_bytes() == b"one\r\ntwo\r\n"
    assert changes(root) == []


def test_remove_takes_only_what_is_unchanged(root: Path) -> None:
    (root / DEBUGGER).write_text("mine")
    (root / ".coditect/agents/own.md").write_text("own")
    (root / ".coditect/state.db").write_text("runs")
    done = remove(root)
    assert done.kept == (DEBUGGER,)
    assert set(picture(root)) == {
        ".coditect",
        ".coditect/agents",
        DEBUGGER,
        ".coditect/agents/own.md",
        ".coditect/state.db",
    }
    with pytest.raises(RepositoryRefused, match="no library"):
        remove(root)


@pytest.mark.parametrize("name", ["../outside.txt", ".coditect/../outside.txt", "/etc/passwd", "src/main.py"])
def test_a_forged_manifest_deletes_nothing(root: Path, name: str) -> None:
    outside = root.parent / "outside.txt"
    outside.write_text("precious")
    (root / "src").mkdir()
    (root / "src/main.py").write_text("precious")
    manifest = json.loads((root / ".coditect/manifest.json").read_text())
    manifest["files"][name] = digest(b"precious")
    (root / ".coditect/manifest.json").write_text(json.dumps(manifest))
    before = picture(root)
    for act in (remove, changes, lambda folder: install(folder, None)):
        with pytest.raises(RepositoryRefused, match="not a place of the library"):
            act(root)
    assert picture(root) == before
    assert outside.read_text() == "precious"


@pytest.mark.parametrize("text", ["", "{", "[]", '{"format": 2}', "\x00"])
def test_a_broken_manifest_is_refused_with_a_reason(root: Path, text: str) -> None:
    (root / ".coditect/manifest.json").write_text(text)
    before = picture(root)
    with pytest.raises(RepositoryRefused, match="cannot be read"):
        install(root, None)
    assert picture(root) == before


def test_a_new_agent_never_replaces_one(root: Path) -> None:
    path = new_agent(root, "my-helper")
    path.write_text("mine")
    with pytest.raises(RepositoryRefused, match="exists already"):
        new_agent(root, "my-helper")
    for wrong in ("My Helper", "../escape", "a--b", ""):
        with pytest.raises(RepositoryRefused, match="is not a name"):
            new_agent(root, wrong)
    assert path.read_text() == "mine"


def test_no_half_written_file_stays_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="No space left"):
        install(tmp_path, ["debugger"])
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
    monkeypatch.undo()
    assert DEBUGGER in install(tmp_path, ["debugger"]).added
