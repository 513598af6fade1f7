"""Sentences with their place, out of the blocks of a description."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from coditect.workflows.rules.language.layout import Block, blocks
from coditect.workflows.rules.language.wordlist import wordset

_ABBREVIATIONS = wordset(
    "e.g i.e etc mr mrs ms dr no nr vs approx dept inc ltd co resp incl max min st fig sec"
)
_END = re.compile(r"[.!?;]+[)\"'”’]*(?=\s|$)|[。！？]|\n\s*\n")
# Enumerations inside a paragraph: `a ) The clerk …`, `2. The manager …`.
_INLINE_MARKER = re.compile(r"\s*(?:\(?(?:\d{1,2}|[a-hA-H])\s?[.)]\s+)?")
_INLINE_ITEM = re.compile(r"\(?[a-h]\s?\)\s")
# A chain of steps: `check the stock -> pick the goods -> print the label`.
_ARROW = re.compile(r"\s(?:->|=>|→)(?=\s)")
_LONGEST = 1_000


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the description, and the block it stands in."""

    start: int
    end: int
    block: Block
    first: bool
    """Whether it opens its block."""


def sentences(text: str) -> list[Sentence]:
    """All sentences in reading order, headings and asides included."""
    return [sentence for block in blocks(text) for sentence in _of_block(text, block)]


def _of_block(text: str, block: Block) -> Iterator[Sentence]:
    if block.kind in {"heading", "aside"}:
        yield Sentence(block.start, block.end, block, first=True)
        return
    start, first = block.start, True
    for end in (*_ends(text, block), block.end):
        marker = _INLINE_MARKER.match(text, start, end)
        begin = marker.end() if marker and marker.end() < end else start
        if text[begin:end].strip():
            yield Sentence(begin, end, block, first)
            first = False
        start = end


def _ends(text: str, block: Block) -> Iterator[int]:
    last = block.start
    arrows = [*_ARROW.finditer(text, block.start, block.end)]
    chain = arrows if len(arrows) > 1 else []
    stops = [*_END.finditer(text, block.start, block.end), *chain]
    for match in sorted(stops, key=lambda one: one.start()):
        if _is_end(text, match, block):
            yield from _cuts(text, last, match.end())
            last = match.end()
            yield last
    yield from _cuts(text, last, block.end)


def _cuts(text: str, start: int, end: int) -> Iterator[int]:
    """Places to cut what nobody would call a sentence, so that work per sentence stays bounded."""
    while end - start > _LONGEST:
        space = text.rfind(" ", start + _LONGEST // 2, start + _LONGEST)
        start = space + 1 if space > 0 else start + _LONGEST
        yield start


def _is_end(text: str, match: re.Match[str], block: Block) -> bool:
    if match.group()[0] != ".":
        return True
    before = text[max(block.start, match.start() - 12) : match.start()].rstrip().split()
    word = before[-1].lower().lstrip("(\"'") if before else ""
    following = text[match.end() : match.end() + 40].lstrip()
    if word in _ABBREVIATIONS or (len(word) == 1 and word.isalpha() and word != "i"):
        return False
    if re.fullmatch(r"\(?(?:\d{1,2}|[a-h])", word) and _opens_item(text, match.start(), block):
        return False
    return not following or not following[0].islower() or bool(_INLINE_ITEM.match(following))


def _opens_item(text: str, position: int, block: Block) -> bool:
    """Whether the number before the full stop stands at the start of a sentence: `2. The manager …`."""
    before = text[max(block.start, position - 12) : position].rstrip()
    before = before.rstrip("0123456789abcdefgh(").rstrip()
    return not before or before[-1] in ".!?:;"
