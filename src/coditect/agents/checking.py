"""Judges the text of an organization's own agent: what the loader says, and what only the organization can know."""

import re
from collections.abc import Collection, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Final

from coditect import framework
from coditect.framework import Agent, Fault

_PATH: Final = Path("agent.md")
_DELEGATES: Final = re.compile(r"Agent\(([^()]+)\)")


@lru_cache(maxsize=512)
def read(text: str) -> Agent | tuple[Fault, ...]:
    """Read a text, with the loader of the built-in library."""
    loaded = framework.parse_agent(_PATH, text)
    return tuple(loaded) if isinstance(loaded, list) else loaded


def check(
    text: str, *, name: str | None, taken: Collection[str], known: Collection[str]
) -> tuple[Fault, ...]:
    """Return what is wrong with a text.

    A new agent (`name` is None) may have no name of `taken`; a changed one keeps its `name`. `known` are the agents
    that it may hand work to.
    """
    loaded = read(text)
    if not isinstance(loaded, Agent):
        return loaded
    return (*_name_faults(loaded, name, taken), *_delegation_faults(loaded, known), *_contract_faults(loaded))


def _name_faults(agent: Agent, name: str | None, taken: Collection[str]) -> Iterator[Fault]:
    line = _line(agent.text, r"name\s*:")
    if name is not None and agent.name != name:
        mend = f"Write `name: {name}`, or create another agent."
        yield Fault(_PATH, line, f"This agent is called `{name}`; a name never changes.", mend)
    elif name is None and agent.name in taken:
        yield Fault(_PATH, line, f"The name `{agent.name}` is taken.", "Choose another name.")


def _delegation_faults(agent: Agent, known: Collection[str]) -> Iterator[Fault]:
    line = _line(agent.text, r"tools\s*:")
    for tool in agent.tools or ():
        found = _DELEGATES.fullmatch(tool)
        for delegate in (part.strip() for part in found[1].split(",")) if found else ():
            if delegate == agent.name:
                yield Fault(_PATH, line, "The agent delegates to itself.", "Name other agents.")
            elif delegate not in known:
                mend = "Name an agent of the library or of your organization."
                yield Fault(_PATH, line, f"There is no agent `{delegate}` to delegate to.", mend)


def _contract_faults(agent: Agent) -> Iterator[Fault]:
    schema = agent.output_schema
    if schema is None:
        return
    try:
        framework.output_schema(schema)
    except LookupError:
        line = _line(agent.text, rf".*`schemas/{schema}\.json`")
        mend = "Name a form that an agent of the library answers in, or describe the answer in words."
        yield Fault(_PATH, line, f"The library has no form `schemas/{schema}.json`.", mend)


def _line(text: str, pattern: str) -> int | None:
    found = re.search(rf"^{pattern}", text, re.MULTILINE)
    return text.count("\n", 0, found.start()) + 1 if found else None
