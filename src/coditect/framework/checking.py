"""What is wrong with definitions beyond their form: names that lead nowhere, circles of delegation, parts not yet written."""

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from coditect.framework.catalogue import LIBRARY, load_library
from coditect.framework.definition import Agent
from coditect.framework.errors import Fault
from coditect.framework.loader import load_agent, load_agents

_DELEGATES: Final = re.compile(r"(?:Agent|Task)\(([^()]+)\)")
_HAND_OFF: Final = re.compile(r"`([a-z0-9]+(?:-[a-z0-9]+)+)`")
_SCHEMA: Final = re.compile(r"`schemas/([^`]*)`")
_SCHEMAS: Final = LIBRARY / "schemas"
_FILL_IN: Final = "FILL IN:"


def check(path: Path) -> tuple[Mapping[str, Agent], list[Fault]]:
    """Read one definition or a folder of them; return the agents that could be read, and every fault."""
    if path.is_dir():
        agents, faults = load_agents(path)
    else:
        loaded = load_agent(path)
        agents, faults = ({}, loaded) if isinstance(loaded, list) else ({loaded.name: loaded}, [])
    known = {**load_library().agents, **_beside(path), **agents}
    for agent in agents.values():
        faults += _unwritten(agent)
        faults += _misnamed(agent)
        faults += _dead_ends(agent, known, (_SCHEMAS, _schemas_of(agent)))
    faults += _circles(agents, known)
    return agents, sorted(faults, key=lambda fault: (str(fault.path), fault.line or 0))


def check_agent(agent: Agent, known: Mapping[str, Agent]) -> list[Fault]:
    """Return what is wrong with one agent that lives in no folder; `known` are those that it may hand work to."""
    everyone = {**known, agent.name: agent}
    faults = [*_unwritten(agent), *_dead_ends(agent, everyone, (_SCHEMAS,))]
    faults += _circles({agent.name: agent}, everyone)
    return sorted(faults, key=lambda fault: fault.line or 0)


def _beside(path: Path) -> Mapping[str, Agent]:
    """The neighbours of a single file: it may hand work to them."""
    return {} if path.is_dir() else load_agents(path.parent)[0]


def _unwritten(agent: Agent) -> Iterator[Fault]:
    for number, line in enumerate(agent.text.splitlines(), 1):
        if _FILL_IN in line:
            yield Fault(agent.path, number, "This part is not written yet.", f"Replace `{_FILL_IN} …`.")


def _misnamed(agent: Agent) -> Iterator[Fault]:
    if agent.path.stem != agent.name:
        message = f"The file is named {agent.path.name}, its agent `{agent.name}`."
        yield Fault(agent.path, _line(agent, f"name: {agent.name}"), message, "Give both the same name.")


def _dead_ends(agent: Agent, known: Mapping[str, Agent], schemas: Iterable[Path]) -> Iterator[Fault]:
    for name in delegates(agent):
        if name not in known:
            message = f"It may delegate to `{name}`, which does not exist."
            yield Fault(agent.path, _delegation_line(agent, name), message, _nearest(name, known))
    for file in _SCHEMA.findall(agent.body):
        # A name with a slash could ask for any file of the machine.
        if "/" in file or not any((folder / file).is_file() for folder in schemas):
            mend = (
                "`.coditect/schemas` and the built-in library hold schemas; name one of theirs, or add yours."
            )
            yield Fault(agent.path, _line(agent, f"schemas/{file}"), f"There is no schema {file}.", mend)
    # A hyphenated word in backquotes may be anything; only a near miss of an agent's name is surely one.
    for name in dict.fromkeys(_HAND_OFF.findall(agent.text)):
        near = _near(name, known)
        if name not in known and near:
            message = f"`{name}` is no agent."
            yield Fault(agent.path, _line(agent, f"`{name}`"), message, f"Did you mean `{near}`?")


def delegates(agent: Agent) -> list[str]:
    """The agents that its tool list lets it call by name."""
    groups = [found[1] for tool in agent.tools or () if (found := _DELEGATES.fullmatch(tool))]
    return [name.strip() for group in groups for name in group.split(",") if name.strip()]


def _circles(agents: Mapping[str, Agent], known: Mapping[str, Agent]) -> Iterator[Fault]:
    for agent in agents.values():
        if (circle := _way_back(agent.name, known)) is not None:
            message = f"Delegation goes in a circle: {' → '.join(circle)}."
            line = _delegation_line(agent, circle[1])
            yield Fault(agent.path, line, message, "Let one of them hand back instead of delegating.")


def _way_back(start: str, known: Mapping[str, Agent]) -> list[str] | None:
    """The shortest chain of delegations from an agent to itself."""
    chains = [[start]]
    seen = {start}
    for chain in chains:
        agent = known.get(chain[-1])
        for name in delegates(agent) if agent else ():
            if name == start:
                return [*chain, start]
            if name not in seen:
                seen.add(name)
                chains.append([*chain, name])
    return None


def _schemas_of(agent: Agent) -> Path:
    return agent.path.parent.parent / "schemas"


def _line(agent: Agent, part: str) -> int | None:
    return next((number for number, line in enumerate(agent.text.splitlines(), 1) if part in line), None)


def _delegation_line(agent: Agent, name: str) -> int | None:
    lines = enumerate(agent.text.splitlines(), 1)
    found = (number for number, line in lines if name in line and re.search(r"\b(Agent|Task)\(", line))
    return next(found, _line(agent, name))


def _near(name: str, known: Mapping[str, Agent]) -> str | None:
    found = difflib.get_close_matches(name, known, n=1, cutoff=0.85)
    return found[0] if found else None


def _nearest(name: str, known: Mapping[str, Agent]) -> str:
    near = _near(name, known)
    return f"Did you mean `{near}`?" if near else "`coditect agents list` shows all."
