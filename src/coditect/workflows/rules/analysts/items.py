"""Small helpers with which the analysts build their items."""

from collections.abc import Iterable
from typing import Final

from coditect.workflows.analysis import Span, Statement

Pair = tuple[int, int]

STATED, READ, INFERRED, ASSUMED = 0.95, 0.85, 0.6, 0.4
"""How sure a rule can be: said in so many words, read from grammar, inferred, assumed."""


def spans(pairs: Iterable[Pair]) -> tuple[Span, ...]:
    """The passages in order, each once."""
    return tuple(Span(start=start, end=end) for start, end in sorted(set(pairs)) if end > start)


def joined(*evidence: Iterable[Span]) -> tuple[Span, ...]:
    return spans((span.start, span.end) for group in evidence for span in group)


def statement(identity: str, text: str, evidence: Iterable[Pair], confidence: float = READ) -> Statement:
    return Statement(id=identity, text=text, evidence=spans(evidence), confidence=confidence, origin="rule")


def sentence_case(text: str) -> str:
    text = " ".join(text.split())
    return text[:1].upper() + text[1:]


def listed(names: Iterable[str]) -> str:
    """`a, b and c`."""
    words = list(names)
    return words[0] if len(words) == 1 else ", ".join(words[:-1]) + " and " + words[-1] if words else ""


_NO_NAMES: Final = frozenset(
    {
        "the",
        "a",
        "an",
        "no",
        "this",
        "that",
        "these",
        "those",
        "every",
        "each",
        "all",
        "any",
        "some",
        "it",
        "there",
    }
)


def counted(number: int, noun: str) -> str:
    """`1 task`, `3 tasks`, `2 points of failure`."""
    head, of, rest = noun.partition(" of ")
    return f"{number} {head}{'' if number == 1 else 's'}{of}{rest}"


def inside(name: str) -> str:
    """Words within a sentence: without the capital they got for standing first.

    `HR` and `IT department` stay as they are; `The sum in EUR` begins with a word that is never a name.
    """
    plain = name[1:] == name[1:].lower() or name.partition(" ")[0].lower() in _NO_NAMES
    return name[:1].lower() + name[1:] if plain else name
