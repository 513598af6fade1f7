"""Ideas behind words: “sluggish” and “latency” are both about speed. A request and an agent meet in the idea."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Final, NamedTuple

from coditect.framework.dispatch.tables import entries
from coditect.framework.dispatch.words import Word, read

GAP: Final = "…"
EXACT: Final = "="
SILENT: Final = "other"
LONGEST_PHRASE: Final = 8
LONGEST_GAP: Final = 6
"""How many words `…` in a phrase of the table may stand for."""

_Phrase = tuple[str, ...]


class _Match(NamedTuple):
    start: int
    end: int
    concept: str
    tight: bool


def concepts_in(words: Sequence[Word]) -> Iterator[tuple[str, str]]:
    """Each idea that the words bring up, with the words as written.

    A phrase silences shorter ones inside it: “pass or fail” is about quality, not about a failure.
    """
    found = list(_matches(words))
    reach: dict[int, int] = {}
    for match in found:
        if match.tight:
            reach[match.start] = max(match.end, reach.get(match.start, 0))
    for match in found:
        if match.concept != SILENT and not _silenced(match, reach):
            yield match.concept, " ".join(word.written for word in words[match.start : match.end])


def _matches(words: Sequence[Word]) -> Iterator[_Match]:
    table = _phrases()
    forms = [(word.stem, f"{EXACT}{word.written.lower()}") for word in words]
    for at, (key, exact) in enumerate(forms):
        for phrase, concept in (*table.get(key, ()), *table.get(exact, ())):
            if (end := _match(phrase, forms, at)) is not None:
                yield _Match(at, end, concept, GAP not in phrase)


def _silenced(match: _Match, reach: Mapping[int, int]) -> bool:
    """Whether a longer phrase without gaps covers the match; `reach` tells how far phrases go from each word."""
    width = match.end - match.start
    starts = range(match.start - LONGEST_PHRASE, match.start + 1)
    return any(reach.get(at, 0) >= match.end and reach[at] - at > width for at in starts)


def _match(phrase: _Phrase, forms: Sequence[tuple[str, str]], at: int) -> int | None:
    """Where the phrase ends when it begins at `at`."""
    if len(phrase) == 1:
        return at + 1
    place = at
    gap = 0
    for part in phrase:
        if part == GAP:
            gap = LONGEST_GAP
            continue
        reach = range(place, min(place + gap + 1, len(forms)))
        if (found := next((here for here in reach if part in forms[here]), None)) is None:
            return None
        place = found + 1
        gap = 0
    return place


@cache
def _phrases() -> Mapping[str, Sequence[tuple[_Phrase, str]]]:
    """Every phrase of the table by its first stem."""
    found: dict[str, list[tuple[_Phrase, str]]] = defaultdict(list)
    for concept, texts in entries("concepts.txt"):
        for text in texts.split(","):
            phrase = tuple(_stems(text))
            if phrase:
                found[phrase[0]].append((phrase, concept))
    return found


def _stems(text: str) -> Iterator[str]:
    for part in text.split():
        if part == GAP or part.startswith(EXACT):
            yield part
        else:
            yield from (word.stem for word in read(part))
