"""Judges the text of an organization's own agent: what the framework says, and whether the name is free."""

import re
from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Final

from coditect import framework
from coditect.framework import Agent, Fault

_PATH: Final = Path("agent.md")


@lru_cache(maxsize=512)
def read(text: str) -> Agent | tuple[Fault, ...]:
    """Read a text, with the loader of the built-in library."""
    loaded = framework.parse_agent(_PATH, text)
    return tuple(loaded) if isinstance(loaded, list) else loaded


def check(
    text: str, *, name: str | None, taken: Collection[str], known: Mapping[str, Agent]
) -> tuple[Fault, ...]:
    """Return what is wrong with a text.

    A new agent (`name` is None) may have no name of `taken`; a changed one keeps its `name`. `known` are the agents
    that it may hand work to.
    """
    loaded = read(text)
    if not isinstance(loaded, Agent):
        return loaded
    return (*_name_faults(loaded, name, taken), *framework.check_agent(loaded, known))


def _name_faults(agent: Agent, name: str | None, taken: Collection[str]) -> Iterator[Fault]:
    found = re.search(r"^name\s*:", agent.text, re.MULTILINE)
    line = agent.text.count("\n", 0, found.start()) + 1 if found else None
    if name is not None and agent.name != name:
        mend = f"Write `name: {name}`, or create another agent."
        yield Fault(_PATH, line, f"This agent is called `{name}`; a name never changes.", mend)
    elif name is None and agent.name in taken:
        yield Fault(_PATH, line, f"The name `{agent.name}` is taken.", "Choose another name.")
