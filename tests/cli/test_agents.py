"""`coditect agents …`, `init`, `update` and `remove` as commands of their own process."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from coditect.framework import load_library, parse_agent

COMMAND = Path(sys.executable).parent / "coditect"


def coditect(*arguments: str, cwd: Path, given: str | bytes = "") -> subprocess.CompletedProcess[str]:
    data = given.encode() if isinstance(given, str) else given
    done = subprocess.run(
        [COMMAND, *arguments], input=data, cwd=cwd, check=False, capture_output=True, timeout=60
    )
    return subprocess.CompletedProcess(
        done.args, done.returncode, done.stdout.decode(), " ".join(done.stderr.decode().split())
    )


def test_a_choice_as_json_has_the_three_keys_of_the_contract(tmp_path: Path) -> None:
    done = coditect("agents", "choose", "port this parser to rust", "--json", cwd=tmp_path)
    answer = json.loads(done.stdout)
    assert done.stdout.count("\n") == 1
    assert list(answer) == ["agent", "candidates", "why"]
    assert answer["agent"] == answer["candidates"][0] == "rust-expert-developer"
    assert answer["why"]
    none = json.loads(coditect("agents", "choose", "a recipe for lasagna", "--json", cwd=tmp_path).stdout)
    assert none["agent"] is None
    assert none["candidates"]


def test_requests_on_standard_input_get_one_line_each_and_nothing_else(tmp_path: Path) -> None:
    given = b"where is the login code\n\nhi \xff\xfe\r\nUse the debugger subagent to help"
    done = coditect("agents", "choose", cwd=tmp_path, given=given)
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [answer["agent"] for answer in answers] == ["codebase-locator", None, None, "debugger"]
    assert (done.stderr, done.returncode) == ("", 0)
    assert coditect("agents", "choose", cwd=tmp_path).stdout == ""


def test_a_choice_for_people_names_the_chain(tmp_path: Path) -> None:
    request = "Use the debugger subagent to find it while having the code-reviewer subagent check the fix"
    done = coditect("agents", "choose", request, cwd=tmp_path)
    assert done.stdout.splitlines()[0] == "debugger"
    assert "code-reviewer: check the fix" in done.stdout


def test_list_by_word_and_by_need(tmp_path: Path) -> None:
    everything = coditect("agents", "list", cwd=tmp_path)
    assert f"{len(load_library().agents)} agents" in everything.stderr
    assert coditect("agents", "list", "--need", "slow sql query", cwd=tmp_path).stdout.startswith(
        "database-architect"
    )
    by_word = coditect("agents", "list", "statefulset", cwd=tmp_path)
    assert "k8s-statefulset-specialist" in by_word.stdout
    assert "web-search-researcher" not in by_word.stdout
    assert coditect("agents", "list", "no such word anywhere", cwd=tmp_path).returncode == 1


def test_show(tmp_path: Path) -> None:
    file = coditect("agents", "show", "debugger", "--file", cwd=tmp_path)
    assert file.stdout == load_library().agents["debugger"].text
    shown = coditect("agents", "show", "debugger", cwd=tmp_path)
    assert "schemas/diagnosis.json" in shown.stdout
    missing = coditect("agents", "show", "debuger", cwd=tmp_path)
    assert missing.returncode == 1
    assert "Did you mean debugger" in missing.stderr


def test_a_new_agent_validates_but_for_the_marked_parts(tmp_path: Path) -> None:
    made = coditect("agents", "new", "my-helper", cwd=tmp_path)
    path = Path(made.stdout.strip())
    assert path == tmp_path / ".coditect/agents/my-helper.md"
    unwritten = coditect("agents", "validate", str(path), cwd=tmp_path)
    lines = unwritten.stdout.splitlines()
    assert unwritten.returncode == 1
    assert lines
    assert all("This part is not written yet." in line for line in lines)
    path.write_text(path.read_text().replace("FILL IN: ", ""))
    assert coditect("agents", "validate", str(path), cwd=tmp_path).returncode == 0
    assert coditect("agents", "validate", cwd=tmp_path).returncode == 0
    again = coditect("agents", "new", "my-helper", cwd=tmp_path)
    assert again.returncode == 1
    assert "exists already" in again.stderr


def test_validate_reports_every_fault_of_every_file_with_its_line(tmp_path: Path) -> None:
    good = "---\nname: {}\ndescription: Does it.\ntools: {}\n---\nYou do it. {}\n"
    (tmp_path / "one.md").write_text(
        good.format("one", "Agent(two)", "See `schemas/nothing.json` and `code-reviewr`.")
    )
    (tmp_path / "two.md").write_text(good.format("two", "Agent(one), Agent(nobody)", ""))
    (tmp_path / "three.md").write_text(good.format("other-name", "Read", ""))
    (tmp_path / "four.md").write_text("---\nname: four\ndescription: a: b\n---\ntext\n")
    (tmp_path / "five.md").write_text("---\nname: five\ncolour: red\n---\ntext\n")
    done = coditect("agents", "validate", str(tmp_path), cwd=tmp_path)
    assert done.returncode == 1
    for expected in (
        f"{tmp_path}/one.md:4: Delegation goes in a circle: one → two → one.",
        f"{tmp_path}/one.md:6: There is no schema nothing.json.",
        f"{tmp_path}/one.md:6: `code-reviewr` is no agent. Did you mean `code-reviewer`?",
        f"{tmp_path}/two.md:4: It may delegate to `nobody`, which does not exist.",
        f"{tmp_path}/three.md:2: The file is named three.md, its agent `other-name`.",
        f"{tmp_path}/four.md:3: The frontmatter is not valid YAML",
        f"{tmp_path}/five.md:3: The key `colour` is unknown. Did you mean `color`?",
        f"{tmp_path}/five.md:1: The key `description` is missing.",
    ):
        assert expected in done.stdout
    assert "3 agents, 9 faults" in done.stderr
    assert coditect("agents", "validate", str(tmp_path / "missing"), cwd=tmp_path).returncode == 1


def test_the_built_in_library_validates(tmp_path: Path) -> None:
    done = coditect("agents", "validate", cwd=tmp_path)
    assert (done.stdout, done.returncode) == ("", 0)


def test_agents_of_the_repository_are_listed_and_chosen(tmp_path: Path) -> None:
    text = "---\nname: bread-baker\ndescription: Bakes sourdough bread by schedule. Use it for sourdough.\n---\nYou bake.\n"
    assert not isinstance(parse_agent(Path("x"), text), list)
    folder = tmp_path / ".coditect/agents"
    folder.mkdir(parents=True)
    (folder / "bread-baker.md").write_text(text)
    (folder / "broken.md").write_text("no frontmatter")
    below = tmp_path / "src/deep"
    below.mkdir(parents=True)
    assert "bread-baker" in coditect("agents", "list", "sourdough", cwd=below).stdout
    asked = coditect("agents", "choose", "Use the bread-baker subagent to bake", "--json", cwd=below)
    assert json.loads(asked.stdout)["agent"] == "bread-baker"


def test_init_update_and_remove(tmp_path: Path) -> None:
    first = coditect("init", "--agents", "debugger,code-reviewer", cwd=tmp_path)
    assert first.returncode == 0
    assert {path.stem for path in (tmp_path / ".claude/agents").iterdir()} == {"debugger", "code-reviewer"}
    second = coditect("init", cwd=tmp_path)
    assert "nothing to do" in second.stderr
    assert "Everything is as in the library." in coditect("update", cwd=tmp_path).stderr
    agent = tmp_path / ".coditect/agents/debugger.md"
    agent.write_text("mine")
    assert "changed by you, kept" in coditect("init", "--yes", cwd=tmp_path).stderr
    refused = coditect("remove", cwd=tmp_path, given="n\n")
    assert refused.returncode == 1
    assert (tmp_path / ".claude").is_symlink()
    assert coditect("remove", "--yes", cwd=tmp_path).returncode == 0
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [agent]


def test_an_older_file_is_updated_only_after_it_was_shown_and_agreed_to(tmp_path: Path) -> None:
    import hashlib

    coditect("init", "--agents", "debugger", cwd=tmp_path)
    agent = tmp_path / ".coditect/agents/debugger.md"
    newest = agent.read_text()
    older = newest.replace("You do not guess", "You seldom guess")
    agent.write_text(older)
    manifest = tmp_path / ".coditect/manifest.json"
    stored = json.loads(manifest.read_text())
    stored["files"][".coditect/agents/debugger.md"] = f"sha256:{hashlib.sha256(older.encode()).hexdigest()}"
    manifest.write_text(json.dumps(stored))
    assert "older than the library" in coditect("init", cwd=tmp_path).stderr
    refused = coditect("update", cwd=tmp_path, given="n\n")
    assert "-You seldom guess" in refused.stdout
    assert agent.read_text() == older
    assert coditect("update", cwd=tmp_path, given="y\n").returncode == 0
    assert agent.read_text() == newest


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (("init", "--agents", "nobody"), "The library has no agent nobody"),
        (("init", "--agents", "debugger", "--all"), "either --agents or --all"),
        (("init", "--agents", " , "), "No agent is named"),
        (("init", "missing"), "There is no folder missing"),
        (("update",), "Run `coditect init`"),
        (("remove", "--yes"), "no library"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(
    tmp_path: Path, arguments: tuple[str, ...], reason: str
) -> None:
    done = coditect(*arguments, cwd=tmp_path)
    assert done.returncode in {1, 2}
    assert reason in done.stderr
    assert "Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) == []
