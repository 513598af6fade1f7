"""Definitions that are wrong in one way each, and what the reader is told about them."""

import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coditect.framework import Agent, Fault, load_agent, load_folder, parse_agent
from coditect.framework.frontmatter import MAX_BYTES

GOOD = "---\nname: {name}\ndescription: Does one thing well.\n---\nYou do one thing well.\n"


def write(folder: Path, name: str, text: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def faults_of(text: str) -> list[Fault]:
    parsed = parse_agent(Path("agents/sample.md"), text)
    assert isinstance(parsed, list), "the definition should be refused"
    return parsed


def only_fault(text: str) -> Fault:
    faults = faults_of(text)
    assert len(faults) == 1, [str(fault) for fault in faults]
    return faults[0]


def frontmatter(extra: str) -> str:
    return f"---\nname: sample\ndescription: Does one thing.\n{extra}\n---\nYou do one thing.\n"


def test_a_good_file_becomes_a_typed_agent(tmp_path: Path) -> None:
    text = (
        "---\nname: sample\ndescription: |\n  Use it: here.\n\n  <example>\n  user: hi\n  </example>\n"
        "tools: Read, Agent(one, two), mcp__files__list\nmodel: inherit\nmaxTurns: 3\npermissionMode: plan\n"
        "skills: [one, two]\nhooks:\n  PreToolUse:\n    - matcher: Bash\n---\n\nYou answer by `schemas/sample.json`.\n"
    )
    agent = load_agent(write(tmp_path, "sample.md", text))
    assert isinstance(agent, Agent)
    assert agent.tools == ("Read", "Agent(one, two)", "mcp__files__list")
    assert (agent.summary, agent.examples) == ("Use it: here.", ("user: hi",))
    assert agent.output_schema == "sample"
    assert agent.body == "You answer by `schemas/sample.json`."
    assert (agent.frontmatter.max_turns, agent.frontmatter.skills) == (3, ("one", "two"))


def test_the_digest_is_that_of_the_file(tmp_path: Path) -> None:
    import hashlib

    path = write(tmp_path, "sample.md", "\ufeff" + GOOD.format(name="sample").replace("\n", "\r\n"))
    agent = load_agent(path)
    assert isinstance(agent, Agent)
    assert agent.digest == hashlib.sha256(path.read_bytes()).hexdigest()
    assert agent.body == "You do one thing well."


@pytest.mark.parametrize(
    ("extra", "line", "message", "mend"),
    [
        ("Tools: Read", 4, "unknown", "Did you mean `tools`?"),
        ("max_turns: 3", 4, "unknown", "Did you mean `maxTurns`?"),
        ("maxTurns: many", 4, "`maxTurns` is wrong", "whole number"),
        ("maxTurns: true", 4, "`maxTurns` is wrong", "whole number"),
        ("maxTurns: 0", 4, "`maxTurns` is wrong", "whole number"),
        ("background: 1", 4, "`background` is wrong", "true or false"),
        ("color: mauve", 4, "`color` is wrong", "red, blue"),
        ("tools: Read, Shovel", 4, "`Shovel` is not a tool", "Bash"),
        ("tools: 7", 4, "`tools` is wrong", "tool names"),
        ("tools: [Read, 7]", 4, "`tools` is wrong", "tool names"),
        ("model: on", 4, "`model` is wrong", "inherit"),
        ("initialPrompt: ''", 4, "`initialPrompt` is wrong", "text"),
        ("hooks: [a]", 4, "`hooks` is wrong", "PreToolUse"),
        ("memory: all", 4, "`memory` is wrong", "user, project or local"),
        ("name: again", 4, "given twice; first on line 2", "Keep one"),
        ("on: Read", 4, "not plain text", "Quote it"),
        ("model: &a inherit\nskills: [*a]", 5, "aliases", "Write the value out"),
        ("model: note: colon", 4, "not valid YAML", "block scalar"),
        ("tools: [Read", 5, "not valid YAML", "brackets"),
        ("model: !!python/name:os.system x", 4, "not valid YAML", "near this line"),
    ],
)
def test_a_fault_names_line_and_mend(extra: str, line: int, message: str, mend: str) -> None:
    fault = only_fault(frontmatter(extra))
    assert (fault.line, str(fault.path)) == (line, "agents/sample.md")
    assert message in fault.message
    assert mend in fault.mend
    assert str(fault).startswith(f"agents/sample.md:{line}: ")


@pytest.mark.parametrize(
    "name", ["Sample", "two words", "-edge", "edge-", "dou--ble", "x" * 65, "../up", "näme", "''"]
)
def test_names_are_lower_case_words_with_hyphens(name: str) -> None:
    fault = only_fault(f"---\nname: {name}\ndescription: Does one thing.\n---\nYou do.\n")
    assert "`name` is wrong" in fault.message


def test_every_fault_of_a_file_is_told_at_once() -> None:
    faults = faults_of("---\ncolour: red\nmaxTurns: x\n---\nYou do.\n")
    assert {fault.message.split("`")[1] for fault in faults} == {"name", "description", "colour", "maxTurns"}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "does not open with frontmatter"),
        ("You are an agent.\n", "does not open with frontmatter"),
        ("---\nname: sample\n", "never closed"),
        ("---\n---\nYou do.\n", "holds no keys"),
        ("---\njust words\n---\nYou do.\n", "holds no keys"),
        ("---\n- a\n---\nYou do.\n", "holds no keys"),
        (GOOD.format(name="sample").split("You")[0], "no text below"),
        ("---\n" + "a: " + "[" * 100_000 + "\n---\nYou do.\n", "frontmatter"),
        ("---\n" + "{" * 5_000 + "}" * 5_000 + "\n---\nYou do.\n", "frontmatter"),
    ],
)
def test_files_of_another_shape_are_refused(text: str, message: str) -> None:
    assert message in faults_of(text)[0].message


def test_text_that_is_too_large_or_not_utf8_is_refused_unread(tmp_path: Path) -> None:
    write(tmp_path, "good.md", GOOD.format(name="good"))
    write(tmp_path, "large.md", GOOD.format(name="large") + "x" * 5_000_000)
    write(tmp_path, "latin.md", GOOD.format(name="latin").encode() + "café".encode("latin-1"))
    write(tmp_path, "zero.md", GOOD.format(name="zero") + "\0")
    write(tmp_path, "notes.txt", "not a definition")
    library = load_folder(tmp_path)
    assert list(library.agents) == ["good"]
    told = {fault.path.name: fault for fault in library.faults}
    assert f"{MAX_BYTES:,}" in told["large.md"].message
    assert ("not UTF-8" in told["latin.md"].message, told["latin.md"].line) == (True, 6)
    assert "NUL" in told["zero.md"].message
    assert len(told) == 3


def test_pipes_and_loops_of_links_do_not_stop_the_loader(tmp_path: Path) -> None:
    write(tmp_path, "good.md", GOOD.format(name="good"))
    os.mkfifo(tmp_path / "pipe.md")
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "gone.md").symlink_to(tmp_path / "nowhere")
    library = load_folder(tmp_path)
    assert list(library.agents) == ["good"]
    assert [fault.path.name for fault in library.faults] == ["gone.md", "pipe.md"]


def test_a_name_taken_twice_stays_with_the_file_that_bears_it(tmp_path: Path) -> None:
    write(tmp_path, "a-copy.md", GOOD.format(name="writer"))
    write(tmp_path, "writer.md", GOOD.format(name="writer"))
    library = load_folder(tmp_path)
    assert library.agents["writer"].path.name == "writer.md"
    assert [fault.path.name for fault in library.faults] == ["a-copy.md"]
    assert "taken by" in library.faults[0].message


def test_a_missing_folder_is_a_fault(tmp_path: Path) -> None:
    library = load_folder(tmp_path / "nowhere")
    assert not library.agents
    assert "no such folder" in library.faults[0].message


@given(st.binary(max_size=400))
def test_no_bytes_make_the_loader_fail(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = write(Path(folder), "sample.md", data)
        loaded = load_agent(path)
    assert isinstance(loaded, Agent) or (loaded and all(fault.mend for fault in loaded))


@given(st.text(alphabet="abn: -&*!|>[]{}'\"\\\n\t0123#%@,?<~", max_size=120))
def test_no_frontmatter_makes_the_parser_fail(source: str) -> None:
    parsed = parse_agent(Path("sample.md"), f"---\n{source}\n---\nYou do one thing.\n")
    assert isinstance(parsed, Agent) or (parsed and all(fault.mend for fault in parsed))


@pytest.mark.parametrize(
    "value", ["1" * 5_000, "!!timestamp 2001-99-99", "!!float abc", "2001-13-45", "0x" + "f" * 5000]
)
def test_values_that_python_cannot_hold_are_faults(value: str) -> None:
    assert only_fault(frontmatter(f"maxTurns: {value}")).mend
