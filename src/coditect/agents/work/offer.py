"""The tools that an agent is offered: those of its own list, as far as they exist here, and no others."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from pydantic import BaseModel, ConfigDict, Field

from coditect.agents.tools import Tool
from coditect.framework import Agent

ANSWER: Final = "answer"
ASK: Final = "AskUserQuestion"
DELEGATE: Final = ("Agent", "Task")
_LISTED: Final = re.compile(r"(?P<name>[A-Za-z0-9_-]+)(?:\((?P<scope>[^()]+)\))?")
_SHELL_SIGNS: Final = re.compile(r"[;&|<>`$\n\\(){}]")


class Question(BaseModel):
    """A question to a person."""

    model_config = ConfigDict(extra="forbid")

    question: str = Field(
        min_length=1, max_length=4_000, description="One question, with what it depends on."
    )
    options: list[str] = Field(
        default_factory=list, max_length=8, description="Answers to choose from, if any."
    )


class Delegation(BaseModel):
    """Work for another agent."""

    model_config = ConfigDict(extra="forbid")

    agent: str = Field(description="The name of the agent.")
    task: str = Field(
        min_length=1,
        max_length=50_000,
        description="What to do, with all that it must know: it sees nothing of this conversation.",
    )


@dataclass(frozen=True)
class Offer:
    """What one agent can call. `agents` are those that it may hand work to; None means any."""

    tools: Mapping[str, Tool]
    asks: bool
    delegates_as: tuple[str, ...]
    agents: frozenset[str] | None
    commands: tuple[str, ...] = ()
    """The beginnings of the commands that it may run; empty means any."""
    missing: tuple[str, ...] = field(default=())
    """What its list names and this installation does not have."""

    def names(self) -> Iterator[str]:
        """Yield the name of everything that is offered."""
        yield from self.tools
        yield from self.delegates_as
        if self.asks:
            yield ASK

    def forbids(self, command: str) -> bool:
        """Tell whether the agent's list excludes a command."""
        if not self.commands:
            return False
        return bool(_SHELL_SIGNS.search(command)) or not any(
            command == begin or command.startswith(f"{begin} ") for begin in self.commands
        )


def offer(
    agent: Agent,
    tools: Mapping[str, Tool],
    *,
    may_ask: bool,
    may_delegate: bool,
    granted: frozenset[str] = frozenset(),
) -> Offer:
    """Return what `agent` is offered of `tools`. Without a list of its own it gets all of them.

    What a person `granted` beside the list it gets too, unless its own text excludes it; a name without a tool excludes
    or lists all tools of an MCP server.

    Asking is no tool that changes anything, so whoever works for a person directly may always do it, unless its text
    says otherwise.
    """
    barred = {_parsed(one)[0] for one in agent.frontmatter.disallowed_tools or ()}
    listed = (
        [_parsed(one) for one in agent.tools] if agent.tools is not None else [(name, None) for name in tools]
    )
    if agent.tools is None:
        listed += [(DELEGATE[0], None)]
    listed += [(name, None) for name in sorted(granted)]
    given = {name: scope for name, scope in listed if name not in barred and server_of(name) not in barred}
    usable = {
        name: tools[name]
        for name, scope in given.items()
        if name in tools and (scope is None or name == "Bash")
    }
    delegates = tuple(name for name in DELEGATE if name in given) if may_delegate else ()
    scopes = [given[name] for name in delegates]
    known = usable.keys() | set(DELEGATE) | {ASK} | {server_of(name) for name in usable}
    return Offer(
        tools=usable,
        asks=may_ask and ASK not in barred,
        delegates_as=delegates,
        agents=None if None in scopes or not scopes else frozenset(_names(scopes)),
        commands=tuple(_begins(scope for name, scope in listed if name == "Bash" and name not in barred)),
        missing=tuple(name for name in given if name not in known),
    )


def server_of(tool: str) -> str:
    """Return the part of an MCP tool's name that stands for its server; of other names, the name itself."""
    parts = tool.split("__", 2)
    return "__".join(parts[:2]) if len(parts) > 2 else tool


def _parsed(listed: str) -> tuple[str, str | None]:
    found = _LISTED.fullmatch(listed)
    return (found["name"], found["scope"]) if found else (listed, None)


def _names(scopes: list[str | None]) -> Iterator[str]:
    for scope in scopes:
        yield from (name.strip() for name in (scope or "").split(","))


def _begins(scopes: Iterator[str | None]) -> list[str]:
    """`git log:*` and `git log *` both allow what begins with `git log`; one scope without any allows all."""
    found = list(scopes)
    if None in found:
        return []
    return [re.sub(r"[:\s]*\*$", "", scope).strip() for scope in found if scope]
