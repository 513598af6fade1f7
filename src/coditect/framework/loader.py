"""Turns markdown files into agents. Whatever is wrong with a file is reported; the others load all the same."""

import difflib
import hashlib
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from coditect.framework.definition import Agent, AgentFrontmatter
from coditect.framework.errors import Fault
from coditect.framework.frontmatter import Document, parse, read_text

_FIELDS = {field.alias or name: field for name, field in AgentFrontmatter.model_fields.items()}


def parse_agent(path: Path, text: str) -> Agent | list[Fault]:
    """Read one definition from its text; `path` only names it in faults."""
    document = parse(path, text)
    if isinstance(document, list):
        return document
    if not document.body.strip():
        return [
            Fault(
                path, None, "There is no text below the frontmatter.", "Write the agent's instructions there."
            )
        ]
    try:
        frontmatter = AgentFrontmatter.model_validate(document.fields)
    except ValidationError as error:
        return [_fault(document, detail) for detail in _without_echoes(error.errors(include_url=False))]
    return Agent(
        name=frontmatter.name,
        description=frontmatter.description,
        tools=frontmatter.tools,
        model=frontmatter.model,
        body=document.body,
        path=path,
        text=text,
        digest=hashlib.sha256(text.encode()).hexdigest(),
        frontmatter=frontmatter,
    )


def load_agent(path: Path) -> Agent | list[Fault]:
    """Read one definition from a file."""
    text = read_text(path)
    return [text] if isinstance(text, Fault) else parse_agent(path, text)


def load_agents(folder: Path) -> tuple[dict[str, Agent], list[Fault]]:
    """Read every `*.md` below `folder`; return the good agents by name, and all faults."""
    if not folder.is_dir():
        return {}, [Fault(folder, None, "There is no such folder.", "Create it or give another.")]
    agents: list[Agent] = []
    faults: list[Fault] = []
    for path in _markdown_files(folder):
        loaded = load_agent(path)
        if isinstance(loaded, list):
            faults += loaded
        else:
            agents.append(loaded)
    chosen, clashes = _settle_names(agents)
    return chosen, faults + clashes


def _markdown_files(folder: Path) -> Iterator[Path]:
    # os.walk follows no links to folders, so a loop of links ends and nothing outside is read.
    for root, folders, files in os.walk(folder):
        folders.sort()
        yield from (Path(root, name) for name in sorted(files) if name.endswith(".md"))


def _settle_names(agents: Iterable[Agent]) -> tuple[dict[str, Agent], list[Fault]]:
    """Let the file named like its agent win a clash, so that a stray copy cannot displace the original."""
    chosen: dict[str, Agent] = {}
    clashes: list[Fault] = []
    for agent in sorted(agents, key=lambda each: (each.path.stem != each.name, each.path)):
        if (holder := chosen.get(agent.name)) is None:
            chosen[agent.name] = agent
        else:
            message = f"The name `{agent.name}` is taken by {holder.path}."
            clashes.append(Fault(agent.path, None, message, "Give one of the two another name."))
    return dict(sorted(chosen.items())), clashes


def _without_echoes(details: list[ErrorDetails]) -> Iterator[ErrorDetails]:
    """Keep one error per key: a union reports each of its branches."""
    seen: set[object] = set()
    for detail in details:
        if detail["loc"][0] not in seen:
            seen.add(detail["loc"][0])
            yield detail


def _fault(document: Document, detail: ErrorDetails) -> Fault:
    key = str(detail["loc"][0])
    line = document.lines.get(key)
    if detail["type"] == "extra_forbidden":
        return Fault(document.path, line, f"The key `{key}` is unknown.", _nearest_key(key))
    advice = _FIELDS[key].description or ""
    if detail["type"] == "missing":
        return Fault(document.path, 1, f"The key `{key}` is missing.", advice)
    reason = detail["msg"].removeprefix("Value error, ").rstrip(".")
    return Fault(document.path, line, f"The value of `{key}` is wrong: {reason}.", advice)


def _nearest_key(key: str) -> str:
    near = difflib.get_close_matches(key.replace("-", "").replace("_", ""), _FIELDS, n=1)
    hint = f"Did you mean `{near[0]}`? " if near else ""
    return f"{hint}Known keys: {', '.join(_FIELDS)}."
