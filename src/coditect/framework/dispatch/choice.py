"""Which agent a request is for, which came close, and why, in words."""

import difflib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Final

from coditect.framework.catalogue import load_library
from coditect.framework.definition import Agent
from coditect.framework.dispatch.index import EVERYDAY, Index, Term, referrals_in, terms
from coditect.framework.dispatch.phrases import Assignment, parse
from coditect.framework.dispatch.words import quoted

CANDIDATES: Final = 5
ENOUGH: Final = 6.0
"""The score from which an agent fits."""
FOREIGN: Final = 10.0
"""What it costs an agent that a request is about everyday things of which the agent knows nothing."""
FOREIGN_MORE: Final = 4.0
"""And what each further mention of them costs."""
LONGEST: Final = 20_000
"""How many characters of a request are read; what it wants stands in its first pages."""
OWN: Final = 4.0
"""The evidence from which an everyday thing is an agent's own field."""
_REASONS: Final = 4


@dataclass(frozen=True, slots=True)
class Choice:
    """The agent for a request, or None; the nearest agents, best first; the reason. `chain` holds named agents."""

    agent: str | None
    candidates: tuple[str, ...]
    why: str
    chain: tuple[Assignment, ...] = field(default=())


class Dispatcher:
    """Chooses among the given agents; the index is built at the first plain request."""

    def __init__(self, agents: Mapping[str, Agent]) -> None:
        self._agents = agents

    def choose(self, request: str) -> Choice:
        """Choose by name where the request names agents, else by what it asks."""
        text = request[:LONGEST]
        chain = parse(text, self._agents)
        if chain:
            return self._named(text, chain)
        return self._ranked(text)

    def rank(self, need: str) -> tuple[str, ...]:
        """Every agent that has anything to do with the need, best first."""
        scores = _totals(self._index.parts(terms(need[:LONGEST])))
        return tuple(sorted(scores, key=lambda name: (-scores[name], name)))

    @cached_property
    def _index(self) -> Index:
        return Index(self._agents)

    @cached_property
    def _hubs(self) -> Sequence[str]:
        """Agents by how many others hand work to them: the best guess where a request says nothing."""
        handed = Counter({name: len(found) for name, found in referrals_in(self._agents).items()})
        return sorted(self._agents, key=lambda name: (-handed[name], name))

    def _named(self, request: str, chain: tuple[Assignment, ...]) -> Choice:
        missing = [assignment.agent for assignment in chain if assignment.agent not in self._agents]
        others = self._ranked(" ".join(assignment.task for assignment in chain) or request).candidates
        if missing:
            near = difflib.get_close_matches(missing[0], self._agents, n=3, cutoff=0.5)
            hint = f" Did you mean {' or '.join(near)}?" if near else ""
            return Choice(None, _first([*near, *others]), f"There is no agent {missing[0]}.{hint}", chain)
        named = [assignment.agent for assignment in chain]
        why = f"The request names {named[0]}"
        why += f", then {', '.join(named[1:])}." if named[1:] else "."
        return Choice(named[0], _first([*named, *others]), why, chain)

    def _ranked(self, request: str) -> Choice:
        asked = terms(request)
        parts = self._index.parts(asked)
        scores = _totals(parts)
        ranked = sorted(scores, key=lambda name: (-scores[name], name))
        candidates = _first([*ranked, *self._hubs])
        if not ranked:
            return Choice(None, candidates, _nothing(request, asked))
        best = ranked[0]
        foreign = [
            term for term in asked if term.key.startswith(EVERYDAY) and parts[best].get(term, 0.0) < OWN
        ]
        cost = FOREIGN + FOREIGN_MORE * (len(foreign) - 1) if foreign else 0.0
        if scores[best] - cost < ENOUGH:
            return Choice(None, candidates, _misfit(candidates, foreign))
        return Choice(best, candidates, _fit(best, parts[best], ranked[1:3]))


@cache
def builtin() -> Dispatcher:
    """The dispatcher over the built-in library."""
    return Dispatcher(load_library().agents)


def choose(request: str, agents: Mapping[str, Agent] | None = None) -> Choice:
    """Choose an agent of the built-in library for a request, or among `agents` where they are given."""
    return (builtin() if agents is None else Dispatcher(agents)).choose(request)


def _totals(parts: Mapping[str, Mapping[Term, float]]) -> Mapping[str, float]:
    return {name: sum(found.values()) for name, found in parts.items()}


def _first(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))[:CANDIDATES]


def _fit(name: str, parts: Mapping[Term, float], runners_up: Sequence[str]) -> str:
    reasons = _reasons(parts)
    near = f" Near it: {', '.join(runners_up)}." if runners_up else ""
    return f"{name} is the agent for {quoted(reasons)}.{near}"


def _reasons(parts: Mapping[Term, float]) -> list[str]:
    """The words that spoke most for an agent, each once, the longer one where two overlap."""
    found: list[str] = []
    for term in sorted(parts, key=lambda term: -parts[term]):
        words = set(term.written.lower().split())
        if not any(words & set(other.lower().split()) for other in found):
            found.append(term.written)
    return found[:_REASONS]


def _nothing(request: str, asked: Sequence[Term]) -> str:
    if not request.strip():
        return "The request is empty."
    if not asked:
        return "The request does not say what to do."
    return f"No agent fits: none knows of {quoted(_reasons(dict.fromkeys(asked, 0.0)))}."


def _misfit(nearest: Sequence[str], foreign: Sequence[Term]) -> str:
    if foreign:
        about = quoted(_reasons(dict.fromkeys(foreign, 0.0)))
        return f"No agent fits: the request is about {about}. Nearest: {', '.join(nearest[:3])}."
    return f"No agent fits: too little of the request is anyone's field. Nearest: {', '.join(nearest[:3])}."
