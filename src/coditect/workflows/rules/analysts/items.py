"""Small helpers with which the analysts build their items."""

from collections.abc import Iterable

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


def counted(number: int, noun: str) -> str:
    """`1 task`, `3 tasks`, `2 points of failure`."""
    head, of, rest = noun.partition(" of ")
    return f"{number} {head}{'' if number == 1 else 's'}{of}{rest}"


def inside(name: str) -> str:
    """A name within a sentence: without the capital it got for standing first, but `HR` and `IT department` as they are."""
    return name[:1].lower() + name[1:] if name[1:] == name[1:].lower() else name
