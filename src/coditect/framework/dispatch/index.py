"""BM25 over the fields of agents: what one says of itself, its examples, what others send to it, what people ask."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from coditect.framework.definition import Agent
from coditect.framework.dispatch.concepts import concepts_in
from coditect.framework.dispatch.tables import sections
from coditect.framework.dispatch.words import is_stop, parts, read

SATURATION: Final = 1.5
LENGTH: Final = 0.5
WEIGHTS: Final[Mapping[str, float]] = {
    "name": 4.0,
    "summary": 1.5,
    "examples": 2.0,
    "referrals": 0.6,
    "asked": 1.5,
}
FLOOR: Final = 3.0
"""How much an agent must speak of an idea to be all about it."""
ALL: Final = 20.0
"""How much it may speak of it before more adds nothing."""
EVERYDAY: Final = "#everyday"
CONCEPT: Final = 3.0
"""What a shared idea counts beside a shared word."""

LONGEST_FIELD: Final = 8_000
LONGEST_CLAUSE: Final = 400
"""More text than this is padding: a hostile definition must not slow the others down."""

_NAME: Final = re.compile(r"`([a-z0-9]+(?:-[a-z0-9]+)+|[a-z]+)`")
_CLAUSE: Final = re.compile(r"[,;:()]?\s+(?=[Nn]or? |[Nn]ot |[Uu]se )|[.;]\s+|\n\s*\n|\n(?=- |\d+\. )|,\s+")
_DISCLAIMER: Final = re.compile(r"\b[Nn]ot (?:for|to)\b[^.]*\.?")
_USER: Final = re.compile(r"^\s*user:\s*(.*)$", re.MULTILINE | re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Term:
    """A stem or an idea (`#automation`) found in a request, and the words that brought it up."""

    key: str
    written: str


def terms(text: str) -> list[Term]:
    """Stems and ideas of a text, stop words left out; ideas may rest on stop words (“where is”)."""
    words = read(text)
    spoken = [part for word in words for part in (word, *parts(word)) if not is_stop(part)]
    found = [Term(word.stem, word.written) for word in spoken]
    return found + [Term(f"#{name}", written) for name, written in concepts_in(words)]


def fields(agent: Agent, referrals: Iterable[str]) -> Mapping[str, str]:
    """The searchable text of an agent, by field; what it says it is not for is left out."""
    own = _NAME.sub(" ", _DISCLAIMER.sub(" ", agent.summary))
    asked = [match for example in agent.examples for match in _USER.findall(example)]
    texts = {
        "name": agent.name.replace("-", " "),
        "summary": own,
        "examples": "\n".join(asked or agent.examples),
        "referrals": "\n".join(referrals),
        "asked": "\n".join(_asked().get(agent.name, ())),
    }
    return {field: text[:LONGEST_FIELD] for field, text in texts.items()}


@cache
def _asked() -> Mapping[str, list[str]]:
    """What people ask of the built-in agents, by agent."""
    found: dict[str, list[str]] = defaultdict(list)
    for name, request in sections("requests.txt"):
        found[name].append(request)
    return found


def referrals_in(agents: Mapping[str, Agent]) -> Mapping[str, list[str]]:
    """What agents say others are for: the clause around each name in backquotes, filed under that name."""
    found: dict[str, list[str]] = defaultdict(list)
    for agent in agents.values():
        for clause in _CLAUSE.split(f"{agent.summary}\n\n{agent.body}"):
            for name in dict.fromkeys(_NAME.findall(clause[:LONGEST_CLAUSE])):
                if name in agents and name != agent.name:
                    found[name].append(_NAME.sub(" ", clause[:LONGEST_CLAUSE]))
    return found


class Index:
    """What every agent is about, word by word and idea by idea, ready to be asked."""

    def __init__(self, agents: Mapping[str, Agent]) -> None:
        self.names = tuple(agents)
        counts = dict(_counts(agents))
        self._weights = {
            key: _evidence(key, found, len(agents)) for key, found in _frequencies(counts).items()
        }

    def known(self, term: Term) -> bool:
        """Whether any agent has the term."""
        return term.key in self._weights

    def parts(self, request: Iterable[Term]) -> Mapping[str, Mapping[Term, float]]:
        """For every agent with anything in common, what each term adds to its score."""
        found: dict[str, dict[Term, float]] = defaultdict(dict)
        for term in {term.key: term for term in request}.values():
            for name, weight in self._weights.get(term.key, {}).items():
                found[name][term] = weight
        return found


def _counts(agents: Mapping[str, Agent]) -> Iterator[tuple[str, Mapping[str, Counter[str]]]]:
    referrals = referrals_in(agents)
    for agent in agents.values():
        texts = fields(agent, referrals.get(agent.name, ()))
        yield (
            agent.name,
            {field: Counter(term.key for term in terms(text)) for field, text in texts.items()},
        )


def _frequencies(counts: Mapping[str, Mapping[str, Counter[str]]]) -> Mapping[str, Mapping[str, float]]:
    """Term to agent to frequency, weighted by field and by how long the field is beside that of the others."""
    sizes = {
        field: sum(each[field].total() for each in counts.values()) / max(len(counts), 1) for field in WEIGHTS
    }
    found: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for name, by_field in counts.items():
        for field, counter in by_field.items():
            share = counter.total() / sizes[field] if sizes[field] else 1.0
            scale = WEIGHTS[field] / (1 - LENGTH + LENGTH * share)
            for key, count in counter.items():
                found[key][name] += scale * count
    return found


def _evidence(key: str, frequencies: Mapping[str, float], agents: int) -> Mapping[str, float]:
    """What the term says for each agent: an idea by its share of the strongest, a word by BM25."""
    if key.startswith("#"):
        floor = ALL if key.startswith(EVERYDAY) else FLOOR
        most = min(ALL, max(floor, *frequencies.values()))
        shares = {name: min(1.0, frequency / most) for name, frequency in frequencies.items()}
        rarity = math.log(1 + agents / sum(shares.values()))
        return {name: CONCEPT * rarity * share for name, share in shares.items()}
    rarity = math.log(1 + (agents - len(frequencies) + 0.5) / (len(frequencies) + 0.5))
    return {
        name: rarity * frequency * (SATURATION + 1) / (frequency + SATURATION)
        for name, frequency in frequencies.items()
    }
