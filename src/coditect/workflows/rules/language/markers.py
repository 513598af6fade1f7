"""Words and phrases that say how clauses relate: conditions, alternatives, time, parallelism, repetition."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from coditect.workflows.rules.language.tokens import Token

Role = Literal[
    "main",
    "otherwise",
    "meanwhile",
    "former",
    "this_case",
    "sometimes",
    "condition",
    "unless",
    "when",
    "before",
    "until",
    "while",
    "contrast",
    "reason",
    "content",
    "relative",
    "purpose",
]

INDEPENDENT: frozenset[Role] = frozenset(
    {"main", "otherwise", "meanwhile", "former", "this_case", "sometimes", "contrast"}
)
"""Roles of clauses that state what is done, rather than when, why or under which condition."""

# Phrase and the role of the clause it opens. Longer phrases stand first; each line is one idea.
SUBORDINATORS: tuple[tuple[str, Role], ...] = (
    ("only in case of", "condition"),
    ("in case of", "condition"),  # in case of rejection, …
    ("in the case of", "condition"),
    ("in the event of", "condition"),
    ("in the event that", "condition"),
    ("in the case that", "condition"),
    ("in case that", "condition"),
    ("on condition that", "condition"),
    ("in cases where", "condition"),
    ("in cases in which", "condition"),
    ("in case", "condition"),
    ("provided that", "condition"),
    ("provided", "condition"),
    ("assuming that", "condition"),
    ("assuming", "condition"),
    ("given that", "condition"),
    ("as long as", "condition"),
    ("even if", "reason"),
    ("as if", "reason"),
    ("only if", "condition"),
    ("only when", "condition"),
    ("if", "condition"),
    ("should the", "condition"),
    ("except when", "unless"),
    ("except if", "unless"),
    ("unless", "unless"),
    ("as soon as", "when"),
    ("every time", "when"),
    ("each time", "when"),
    ("the moment", "when"),
    ("immediately after", "when"),
    ("whenever", "when"),
    ("when", "when"),
    ("once", "when"),
    ("after", "when"),
    ("upon", "when"),
    ("before", "before"),
    ("prior to", "before"),
    ("until", "until"),
    ("till", "until"),
    ("at the same time as", "while"),
    ("while", "while"),
    ("whereas", "contrast"),
    ("in order to", "purpose"),
    ("in order that", "purpose"),
    ("so as to", "purpose"),
    ("so that", "purpose"),
    ("because", "reason"),
    ("since", "reason"),
    ("although", "reason"),
    ("though", "reason"),
    ("than", "reason"),
    ("lest", "reason"),
    ("where", "relative"),
    ("wherever", "relative"),
    ("whether", "content"),
)

# These open a clause only when a verb follows before the next comma; otherwise they are prepositions.
NEED_VERB = frozenset(
    {"after", "before", "upon", "prior to", "until", "till", "since", "than", "provided", "once", "assuming"}
)

# Connectors that open an independent clause; within a line, longer phrases stand first.
CONNECTORS: tuple[tuple[Role, tuple[str, ...]], ...] = (
    (
        "otherwise",
        (
            "if that is not the case",
            "if this is not the case",
            "if not",
            "in all other cases",
            "in any other case",
            "in other cases",
            "in the other case",
            "in the latter case",
            "in the second case",
            "otherwise",
            "or else",
            "else",
            "alternatively",
        ),
    ),
    ("former", ("in the former case", "in the first case")),
    (
        "this_case",
        (
            "in that case",
            "in this case",
            "in such a case",
            "in such cases",
            "in these cases",
            "if so",
            "if yes",
        ),
    ),
    (
        "meanwhile",
        (
            "in the meantime",
            "in the mean time",
            "at the same time",
            "in parallel to this",
            "in parallel with this",
            "in parallel",
            "parallel to this",
            "meanwhile",
            "meantime",
            "simultaneously",
            "concurrently",
            "during this time",
        ),
    ),
    (
        "sometimes",
        (
            "under certain circumstances",
            "under some circumstances",
            "in some cases",
            "in certain cases",
            "in exceptional cases",
            "in rare cases",
            "sometimes",
            "occasionally",
            "optionally",
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class Marker:
    """A phrase at tokens[start:end]."""

    start: int
    end: int
    phrase: str
    role: Role


def _by_first_word() -> dict[str, list[tuple[tuple[str, ...], Role]]]:
    table: dict[str, list[tuple[tuple[str, ...], Role]]] = {}
    for phrase, role in SUBORDINATORS:
        words = tuple(phrase.split())
        table.setdefault(words[0], []).append((words, role))
    return table


_TABLE = _by_first_word()
_CONNECTORS: dict[str, list[tuple[tuple[str, ...], Role]]] = {}
for _role, _phrases in CONNECTORS:
    for _phrase in _phrases:
        _CONNECTORS.setdefault(_phrase.split()[0], []).append((tuple(_phrase.split()), _role))


def subordinator_at(words: Sequence[str], index: int) -> Marker | None:
    """The marker that opens a subordinate clause at this word, longest first."""
    return _find(_TABLE, words, index)


def connector_at(words: Sequence[str], index: int) -> Marker | None:
    """The connector that opens an independent clause at this word."""
    return _find(_CONNECTORS, words, index)


def _find(
    table: dict[str, list[tuple[tuple[str, ...], Role]]], words: Sequence[str], index: int
) -> Marker | None:
    for phrase, role in table.get(words[index], ()):
        if tuple(words[index : index + len(phrase)]) == phrase:
            return Marker(index, index + len(phrase), " ".join(phrase), role)
    return None


def words_of(tokens: Sequence[Token]) -> list[str]:
    return [token.lower for token in tokens]
