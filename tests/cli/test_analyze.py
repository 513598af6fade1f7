"""`coditect analyze` with the files that people really have; nothing but the folder asked for is written."""

import os
import sys
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from coditect import workflows
from coditect.cli import app
from coditect.workflows.analysis import Analysis

CLAIMS = (
    "The clerk checks the claim. If it is wrong, the manager rejects it. Then the accountant pays the claim."
)
GERMAN = "Der Sachbearbeiter prüft die Rechnung und leitet sie danach an die Buchhaltung weiter."


@pytest.fixture(autouse=True)
def _own_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith("CODITECT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)


def analyze(*arguments: str | Path, stdin: bytes = b"") -> Result:
    return CliRunner().invoke(app, ["analyze", *map(str, arguments)], input=stdin)


def document(folder: Path) -> Analysis:
    return Analysis.model_validate_json((folder / "analysis.json").read_bytes())


def spans(value: Any) -> list[tuple[int, int]]:
    if isinstance(value, list):
        return [span for item in value for span in spans(item)]
    if not isinstance(value, dict):
        return []
    found = [span for item in value.values() for span in spans(item)]
    return [*found, (value["start"], value["end"])] if {"start", "end"} <= value.keys() else found


def test_it_writes_the_documented_files_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "claims.txt").write_text(CLAIMS)
    result = analyze("claims.txt", "--out", "out/deep")
    assert result.exit_code == 0, result.stderr
    names = {"analysis.json", *(f"diagram{one.extension}" for one in workflows.FORMATS.values())}
    assert {path.name for path in (tmp_path / "out/deep").iterdir()} == names
    assert {path.name for path in tmp_path.iterdir()} == {"claims.txt", "out"}
    assert "out/deep/analysis.json" in result.stdout.splitlines()


def test_the_same_text_gives_the_same_document(tmp_path: Path) -> None:
    (tmp_path / "claims.txt").write_text(CLAIMS)
    for folder in ("first", "second"):
        assert analyze("claims.txt", "--out", folder, "--format", "bpmn").exit_code == 0
    for name in ("analysis.json", "diagram.bpmn"):
        assert (tmp_path / "first" / name).read_bytes() == (tmp_path / "second" / name).read_bytes()


def test_standard_input_is_a_file_too(tmp_path: Path) -> None:
    result = analyze("-", "--out", "out", "--format", "svg", stdin=CLAIMS.encode())
    assert result.exit_code == 0, result.stderr
    assert {"Clerk", "Manager", "Accountant"} <= {actor.name for actor in document(tmp_path / "out").actors}


@pytest.mark.parametrize(
    "text",
    [
        f"\ufeff{CLAIMS}",
        CLAIMS.replace(". ", ".\r\n"),
        CLAIMS.replace("clerk", "clerk 🙂"),
        f"\r\n\r\n  {CLAIMS}\n",
    ],
    ids=["byte-order-mark", "windows-lines", "astral", "indented"],
)
def test_evidence_points_into_the_text_as_it_was_read(tmp_path: Path, text: str) -> None:
    (tmp_path / "text.txt").write_bytes(text.encode())
    result = analyze("text.txt", "--out", "out", "--format", "svg")
    assert result.exit_code == 0, result.stderr
    read = text.removeprefix("\ufeff")
    analysis = document(tmp_path / "out")
    places = spans(analysis.model_dump(mode="json"))
    assert places
    assert all(0 <= start < end <= len(read) for start, end in places)
    assert analysis.mentions
    assert all(read[mention.start : mention.end] == mention.text for mention in analysis.mentions)


@pytest.mark.parametrize(
    ("content", "code", "why"),
    [
        (b"", 3, "empty"),
        (b" \n\t\n", 3, "empty"),
        (GERMAN.encode(), 3, "English"),
        (b"The clerk \x01\x02 checks.", 3, "control characters"),
        (b"The clerk checks the form. " * 12_000, 3, "200 KB"),
        (CLAIMS.encode("utf-16"), 2, "UTF-8"),
        (b"\xff\xfe\x00\x80", 2, "UTF-8"),
    ],
    ids=["empty", "blank", "german", "binary", "too-long", "utf-16", "no-text"],
)
def test_unusable_texts_are_refused_in_one_line(tmp_path: Path, content: bytes, code: int, why: str) -> None:
    (tmp_path / "text").write_bytes(content)
    for result in (analyze("text", "--out", "out"), analyze("-", "--out", "out", stdin=content)):
        assert result.exit_code == code, result.output
        assert why in result.stderr
        assert len(result.stderr.splitlines()) == 1
        assert result.stdout == ""
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (["missing.txt", "--out", "out"], "missing.txt cannot be read"),
        ([".", "--out", "out"], "Is a directory"),
        (["claims.txt", "--out", "claims.txt"], "is a file"),
        (["claims.txt", "--out", "claims.txt/deeper"], "is a file"),
        (["claims.txt", "--out", "out", "--format", "gif"], "no format gif"),
        (["claims.txt", "--out", "out", "--domain", "magic"], "no domain magic"),
    ],
)
def test_wrong_calls_are_told_before_any_work(tmp_path: Path, arguments: list[str], why: str) -> None:
    (tmp_path / "claims.txt").write_text(CLAIMS)
    result = analyze(*arguments)
    assert result.exit_code == 2, result.output
    assert why in result.stderr
    assert len(result.stderr.splitlines()) == 1, "an analyst has worked for nothing"
    assert {path.name for path in tmp_path.iterdir()} == {"claims.txt"}


def test_a_format_given_twice_is_written_once(tmp_path: Path) -> None:
    result = analyze(
        "-", "--out", "out", "--format", "svg", "--format", "dot", "--format", "svg", stdin=CLAIMS.encode()
    )
    written = [line for line in result.stdout.splitlines() if line.startswith("out/")]
    assert written == ["out/analysis.json", "out/diagram.svg", "out/diagram.dot"]


def test_documents_come_with_the_diagrams_when_asked_for(tmp_path: Path) -> None:
    result = analyze(
        "-", "--out", "out", "--format", "svg", "--report", "--of", "to_be", "--variant", "print",
        stdin=CLAIMS.encode(),
    )  # fmt: skip
    assert result.exit_code == 0, result.output
    names = {path.name for path in (tmp_path / "out").iterdir()}
    assert {"report.pdf", "report.docx", "report.html", "report.md", "requirements.pdf"} <= names
    assert {"roadmap.pdf", "procedure.docx", "checklist.html", "raci.xlsx"} <= names
    drawing = (tmp_path / "out/diagram.svg").read_text()
    assert "as it could be" in drawing
    assert "#effcf9" not in drawing, "to print, without colours"
    assert "“" in (tmp_path / "out/report.md").read_text(), "what is found is quoted"


def test_square_brackets_are_no_markup(tmp_path: Path) -> None:
    """Fails when what somebody wrote reaches the terminal's markup: `[/b]` would end the command with a trace."""
    text = f"Title: [/b] [red]Claims[/red]\n\n{CLAIMS}"
    result = analyze("-", "--out", "out[1]/[b]", "--format", "svg", stdin=text.encode())
    assert result.exit_code == 0, result.output
    assert "[/b] [red]Claims[/red]" in result.stdout
    assert "out[1]/[b]/diagram.svg" in result.stdout.splitlines()


def test_pipes_get_no_control_codes_and_whole_paths(tmp_path: Path) -> None:
    folder = "a-long-name/" * 12
    result = analyze("-", "--out", folder, "--format", "svg", stdin=CLAIMS.encode())
    assert "\x1b" not in result.output
    assert f"{folder}diagram.svg" in result.stdout.splitlines()


def test_a_model_that_cannot_be_built_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CODITECT_MODEL", "magic")
    result = analyze("-", "--out", "out", stdin=CLAIMS.encode())
    assert result.exit_code == 1
    assert "anthropic:NAME" in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_an_empty_variable_is_no_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fails when `CODITECT_MODEL=`, as compose files pass on what nobody set, counts as a model."""
    monkeypatch.setenv("CODITECT_MODEL", "")
    result = analyze("-", "--out", "out", stdin=GERMAN.encode())
    assert result.exit_code == 3, f"the rules were given German: {result.output} {sys.version}"
