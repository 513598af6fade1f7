"""What a hostile repository configures is not run when we ask git about it."""

import subprocess
from pathlib import Path

import pytest

from coditect.agents.work.facts import gather
from tests.agents.work.shop import make_repository


@pytest.fixture
def sign(tmp_path: Path) -> Path:
    return tmp_path / "ran"


@pytest.fixture
def hostile(tmp_path: Path, sign: Path) -> Path:
    """A repository whose settings name a program wherever git allows one, and one of whose objects is missing."""
    folder = make_repository(
        tmp_path / "hostile", {"a.txt": "one\n", ".gitattributes": "* filter=evil diff=evil\n"}
    )
    evil = tmp_path / "evil"
    evil.write_text(f"#!/bin/sh\ntouch {sign}\n")
    evil.chmod(0o755)
    for name, value in {
        "filter.evil.clean": str(evil), "filter.evil.process": str(evil), "core.fsmonitor": str(evil),
        "diff.evil.textconv": str(evil), "diff.external": str(evil), "core.pager": str(evil),
        "core.sshCommand": str(evil), "log.showSignature": "true", "gpg.program": str(evil),
        "remote.origin.url": "ssh://nowhere.invalid/x", "remote.origin.promisor": "true",
        "core.repositoryFormatVersion": "1", "extensions.partialClone": "origin",
    }.items():  # fmt: skip
        subprocess.run(["git", "-C", str(folder), "config", name, value], check=True)
    (folder / "a.txt").write_text("two\n")
    return folder


def test_the_facts_of_a_hostile_folder_run_nothing(hostile: Path, sign: Path) -> None:
    facts = {fact.what: fact.text for fact in gather(hostile, "What is in a.txt?")}
    assert "a.txt" in facts["git state"]
    assert not sign.exists()
    subprocess.run(["git", "-C", str(hostile), "status"], check=False, capture_output=True)
    assert sign.exists()  # git by itself does run it


def test_a_missing_object_is_not_fetched(hostile: Path, sign: Path) -> None:
    commit = subprocess.check_output(["git", "-C", str(hostile), "rev-parse", "HEAD"], text=True).strip()
    (hostile / ".git" / "objects" / commit[:2] / commit[2:]).unlink()
    gather(hostile, "What is in a.txt?")
    assert not sign.exists()
    subprocess.run(
        ["git", "-C", str(hostile), "-c", "core.fsmonitor=false", "log"],
        check=False,
        capture_output=True,
        stdin=subprocess.DEVNULL,
        timeout=100,
    )
    assert sign.exists()
