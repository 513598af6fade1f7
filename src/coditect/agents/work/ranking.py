"""Which of many texts have most to do with a request: by its rarer words, without a model."""

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

T = TypeVar("T")

_WORD: Final = re.compile(r"[^\W_]{3,}")
_COMMON: Final = frozenset(
    {"the", "and", "for", "with", "that", "this", "from", "into", "when", "what", "not", "does", "are", "has", "have",
     "should", "please", "its", "but", "why", "how", "out", "was", "were", "you", "can", "all", "der", "die", "das",
     "und", "ist", "ein", "eine", "mit", "für", "nicht", "den", "dem", "von", "auf"}
)  # fmt: skip
_SATURATION, _LENGTH = 1.2, 0.75
"""The usual constants of BM25."""


@dataclass(frozen=True)
class Ranked(Generic[T]):
    """An item with its text; `words` are those of the request that it has, the rarest first."""

    item: T
    text: str
    score: float = 0
    words: tuple[str, ...] = ()


def words_of(text: str) -> list[str]:
    """Return the words that count, in lower case."""
    return [word for word in _WORD.findall(text.lower()) if word not in _COMMON]


def rank(request: str, items: Sequence[Ranked[T]]) -> list[Ranked[T]]:
    """Return the items that have words of the request, the best first; among equals the first one."""
    wanted = set(words_of(request))
    counted = [Counter(words_of(one.text)) for one in items]
    lengths = [sum(each.values()) for each in counted]
    usual = max(1.0, sum(lengths) / max(1, len(lengths)))
    spread = Counter(word for each in counted for word in wanted & each.keys())
    weight = {word: math.log(1 + (len(items) - n + 0.5) / (n + 0.5)) for word, n in spread.items()}
    found: list[Ranked[T]] = []
    for one, counts, length in zip(items, counted, lengths, strict=True):
        has = sorted((word for word in wanted if counts[word]), key=lambda word: (-weight[word], word))
        norm = _SATURATION * (1 - _LENGTH + _LENGTH * length / usual)
        score = sum(weight[word] * counts[word] * (_SATURATION + 1) / (counts[word] + norm) for word in has)
        if has:
            found.append(Ranked(one.item, one.text, score, tuple(has)))
    return sorted(found, key=lambda one: -one.score)
