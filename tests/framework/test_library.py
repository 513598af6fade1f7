"""The library that ships: every file valid, every name resolved, every text its own."""

import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from pathlib import Path

import pytest
import yaml

from coditect import framework
from coditect.framework import Agent
from coditect.framework.catalogue import LIBRARY

ROOT = Path(__file__).parents[2]
AGENTS = framework.load_library().agents
ANALYSTS = (
    "workflow-analyzer",
    "task-decomposer",
    "actor-identifier",
    "automation-assessor",
    "requirements-extractor",
    "process-designer",
    "quality-analyzer",
    "technical-analyzer",
)
SHARED_WORDS = 7
"""A run of this many words in two agents counts as a copied passage."""
ALIKE = 0.15
"""Paragraphs that share this part of their word triples (Jaccard) count as near-duplicates."""

OTHER_NAMES = {
    *("user-account", "rust-version", "actix-test", "actix-ws", "cosmic-ray", "continue-on-error"),
    *("a-z", "0-9", "wasm-unsafe-eval", "wasm-opt", "opt-level", "allowed-tools"),
}
"""What stands in backquotes, looks like an agent's name and is none."""

every_agent = pytest.mark.parametrize("agent", AGENTS.values(), ids=lambda agent: agent.name)


def words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9']+", text.lower())


def headings(agent: Agent) -> tuple[str, ...]:
    return tuple(re.findall(r"^## (.+)$", agent.body, re.MULTILINE))


def prose(agent: Agent) -> str:
    """The agent's words without the names in backquotes, which must recur."""
    return re.sub(r"`[a-z-]+`", "", f"{agent.description}\n{agent.body}")


def runs(text: str, length: int) -> set[tuple[str, ...]]:
    found = words(text)
    return {tuple(found[at : at + length]) for at in range(len(found) - length + 1)}


def vocabulary(schema: object) -> set[str]:
    """The names of all fields and the values of all lists of choices."""
    if isinstance(schema, list):
        return set().union(*map(vocabulary, schema))
    if not isinstance(schema, dict):
        return set()
    own = set(schema.get("properties", ())) | {str(value) for value in schema.get("enum", ())}
    return own | vocabulary(list(schema.values()))


def paragraphs(agent: Agent) -> Iterator[set[tuple[str, ...]]]:
    for paragraph in re.split(r"\n\s*\n|\n(?=\d+\. |- )", agent.body):
        if len(words(paragraph)) >= 10:
            yield runs(paragraph, 3)


def copied_passages(agents: Iterable[Agent]) -> list[str]:
    return [
        f"{one.name}, {other.name}: {' '.join(passage)}"
        for one, other in combinations(agents, 2)
        for passage in sorted(runs(prose(one), SHARED_WORDS) & runs(prose(other), SHARED_WORDS))
    ]


def alike_paragraphs(agents: Iterable[Agent]) -> list[tuple[str, str]]:
    return [
        (one.name, other.name)
        for one, other in combinations(agents, 2)
        for left in paragraphs(one)
        for right in paragraphs(other)
        if len(left & right) / len(left | right) >= ALIKE
    ]


def test_no_file_of_the_library_has_a_fault() -> None:
    assert [str(fault) for fault in framework.load_library().faults] == []


def test_the_eight_analysts_are_there() -> None:
    assert set(ANALYSTS) <= set(AGENTS)
    assert framework.agent("quality-analyzer").name == "quality-analyzer"
    for wrong in ("nobody", "acme/quality-analyzer", "quality-analyzer@1.0.0"):
        with pytest.raises(LookupError):
            framework.agent(wrong)


def test_the_library_is_read_once() -> None:
    assert framework.load_library() is framework.load_library()


@every_agent
def test_an_agent_meets_the_bar(agent: Agent) -> None:
    assert agent.path.stem == agent.name
    assert len(agent.body.split()) >= 400
    assert len(agent.text.split()) <= 700
    assert 2 <= len(agent.examples) <= 4
    assert all("user:" in example and agent.name in example for example in agent.examples)
    assert re.search(r"\bUse\s+it\b", agent.summary)
    assert re.search(r"\bNot\s+(for|to)\b", agent.summary)
    assert agent.tools is not None, "an agent of the library names its tools"
    assert re.search(r"\b[Yy]our?\b", agent.body.split("\n\n")[0]), "the text speaks to the agent"
    assert 5 <= len(headings(agent)) == len(set(headings(agent))) <= 8
    assert all(part.strip() for part in re.split(r"^## .+$", agent.body, flags=re.MULTILINE)), (
        "no empty section"
    )
    assert len(re.findall(r"^\d+\. ", agent.body, re.MULTILINE)) >= 4


def test_texts_are_not_filled_in_forms() -> None:
    layouts = Counter(headings(agent) for agent in AGENTS.values())
    openings = Counter(tuple(words(agent.body)[:4]) for agent in AGENTS.values())
    titles = Counter(title for agent in AGENTS.values() for title in headings(agent))
    assert max(layouts.values()) == max(openings.values()) == 1
    assert titles.most_common(1)[0][1] <= len(AGENTS) / 4


@every_agent
def test_every_name_in_a_text_leads_somewhere(agent: Agent) -> None:
    named = set(re.findall(r"`([a-z0-9]+(?:-[a-z0-9]+)+)`", agent.text)) - OTHER_NAMES
    assert named <= set(AGENTS)
    delegates = re.findall(r"Agent\(([^)]*)\)", ",".join(agent.tools or ()))
    assert {name.strip() for group in delegates for name in group.split(",")} <= set(AGENTS)
    in_body = set(re.findall(r"`([a-z0-9-]+)`", agent.body)) & set(AGENTS)
    assert in_body - {agent.name}, "work is handed to somebody"
    assert agent.output_schema is not None
    assert framework.output_schema(agent.output_schema)["type"] == "object"


def test_no_schema_is_left_over_and_none_is_found_outside() -> None:
    schemas = {path.stem for path in (LIBRARY / "schemas").iterdir()}
    assert schemas == {agent.output_schema for agent in AGENTS.values()}
    with pytest.raises(LookupError):
        framework.output_schema("../../../../../web/package")


def test_the_schemas_are_those_of_the_types(tmp_path: Path) -> None:
    subprocess.run([sys.executable, ROOT / "scripts/schemas", tmp_path], check=True, cwd=ROOT, timeout=60)
    generated = {path.name: path.read_text() for path in tmp_path.iterdir()}
    assert {path.name for path in (LIBRARY / "schemas").iterdir()} == set(generated)
    for name, text in generated.items():
        assert (LIBRARY / "schemas" / name).read_text() == text, "run scripts/schemas"


def test_what_a_text_says_of_its_form_is_in_the_form() -> None:
    for agent in AGENTS.values():
        assert agent.output_schema is not None
        section = next(
            part for part in agent.body.split("\n## ") if f"`schemas/{agent.output_schema}.json`" in part
        )
        words_of_form = vocabulary(dict(framework.output_schema(agent.output_schema)))
        assert set(re.findall(r"`([a-z_]+)`", section)) - set(AGENTS) <= words_of_form, agent.name


def test_no_passage_is_copied_between_agents() -> None:
    assert copied_passages(AGENTS.values()) == []
    assert alike_paragraphs(AGENTS.values()) == []


def test_a_copied_passage_would_be_found() -> None:
    one, other = AGENTS["task-decomposer"], AGENTS["quality-analyzer"]
    source = one.body.split("\n\n")[4].splitlines()[2]
    thief_text = other.text + "\n" + source.replace("loop", "cycle")
    thief = framework.parse_agent(other.path, thief_text)
    assert isinstance(thief, Agent)
    assert copied_passages([one, thief])
    assert alike_paragraphs([one, thief])


def frontmatter_sources() -> Mapping[str, str]:
    return {agent.name: agent.text.split("---\n")[1] for agent in AGENTS.values()}


def test_three_yaml_readers_agree() -> None:
    """libyaml, which the loader uses; PyYAML's own parser; js-yaml, which reads YAML 1.2."""
    sources = frontmatter_sources()
    script = (
        "const yaml = require('./web/node_modules/js-yaml');"
        "const sources = JSON.parse(require('fs').readFileSync(0, 'utf8'));"
        "const load = ([name, source]) => [name, yaml.load(source)];"
        "console.log(JSON.stringify(Object.fromEntries(Object.entries(sources).map(load))));"
    )
    done = subprocess.run(
        ["node", "-e", script],
        input=json.dumps(sources),
        text=True,
        capture_output=True,
        check=True,
        cwd=ROOT,
        timeout=60,
    )
    by_javascript = json.loads(done.stdout)
    for name, source in sources.items():
        by_python = yaml.load(source, yaml.SafeLoader)
        assert by_python == yaml.load(source, yaml.CSafeLoader) == by_javascript[name]
        assert by_python["description"].strip() == AGENTS[name].description
