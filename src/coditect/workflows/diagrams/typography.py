"""How wide text is and where it wraps, measured for Geist with slack for the fonts that may stand in for it."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

FONT_FAMILY = "Geist, 'Geist Variable', -apple-system, 'Segoe UI', 'Liberation Sans', Arial, sans-serif"

# Advance widths of Geist Medium for U+0020 to U+007E, in thousandths of the font size.
_ASCII_WIDTHS = (
    243, 228, 361, 515, 643, 810, 649, 186, 290, 290, 427, 562, 213, 418, 213, 494,
    673, 406, 630, 625, 629, 641, 604, 531, 624, 606, 302, 302, 546, 544, 546, 570,
    925, 689, 688, 713, 701, 609, 595, 713, 716, 280, 607, 656, 583, 890, 745, 751,
    657, 745, 680, 654, 568, 694, 688, 968, 633, 594, 561, 361, 470, 361, 438, 558,
    258, 565, 608, 563, 608, 576, 412, 607, 591, 256, 284, 609, 282, 885, 591, 588,
    608, 608, 394, 537, 410, 586, 560, 829, 607, 553, 552, 395, 274, 395, 523,
)  # fmt: skip
_OTHER = 640
_WIDE = 1030
_SLACK = 1.04  # a system font that stands in for Geist is about this much wider


def text_width(text: str, size: float) -> float:
    return _units(text) * size * _SLACK / 1000


@lru_cache(maxsize=8192)
def _units(text: str) -> int:
    return sum(_character_units(character) for character in text)


def _character_units(character: str) -> int:
    index = ord(character) - 32
    if 0 <= index < len(_ASCII_WIDTHS):
        return _ASCII_WIDTHS[index]
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return _WIDE if unicodedata.east_asian_width(character) in {"W", "F"} else _OTHER


@lru_cache(maxsize=8192)
def wrap(text: str, size: float, width: float, max_lines: int) -> tuple[str, ...]:
    """Break `text` into at most `max_lines` lines of `width`; what does not fit ends in an ellipsis."""
    if not text:
        return ()
    lines = _break(text, size, width)
    if len(lines) <= max_lines:
        return tuple(_balanced(text, lines, size, width))
    kept = lines[:max_lines]
    kept[-1] = _shortened(kept[-1], size, width)
    return tuple(kept)


def _break(text: str, size: float, width: float) -> list[str]:
    lines: list[str] = []
    line = ""
    for word in text.split(" "):
        candidate = f"{line} {word}" if line else word
        if text_width(candidate, size) <= width:
            line = candidate
            continue
        if line:
            lines.append(line)
        *full, line = _pieces(word, size, width)
        lines.extend(full)
    return [*lines, line]


def _pieces(word: str, size: float, width: float) -> list[str]:
    """A word too long for a line, cut where it must be; combining marks and joiners stay with their letter."""
    if text_width(word, size) <= width:
        return [word]
    pieces: list[str] = []
    piece = ""
    for cluster in _clusters(word):
        if piece and text_width(piece + cluster, size) > width:
            pieces.append(piece)
            piece = ""
        piece += cluster
    return [*pieces, piece]


def _clusters(word: str) -> list[str]:
    clusters: list[str] = []
    for character in word:
        joined = bool(clusters) and clusters[-1].endswith("\u200d")
        if clusters and (joined or _attaches(character)):
            clusters[-1] += character
        else:
            clusters.append(character)
    return clusters


def _attaches(character: str) -> bool:
    return (
        unicodedata.category(character) in {"Mn", "Me", "Mc", "Cf"}
        or "\U0001f3fb" <= character <= "\U0001f3ff"
    )


def _balanced(text: str, lines: list[str], size: float, width: float) -> list[str]:
    """The same number of lines at the smallest width that keeps it, so that no last line is a lone word."""
    if len(lines) < 2:
        return lines
    total = text_width(text, size)
    longest = max(text_width(word, size) for word in text.split(" "))
    for share in (1.0, 1.12, 1.25):
        tried = _break(text, size, min(width, max(longest, total / len(lines) * share)))
        if len(tried) == len(lines):
            return tried
    return lines


def _shortened(line: str, size: float, width: float) -> str:
    clusters = _clusters(line)
    while clusters and text_width("".join(clusters).rstrip() + "…", size) > width:
        clusters.pop()
    return "".join(clusters).rstrip() + "…"
