"""A document as its writers see it: blocks in order, text without any markup.

Every string is plain text that somebody may have written; writers escape it for their own format.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from coditect.workflows.diagrams import clean_label


@dataclass(frozen=True, slots=True)
class Section:
    """A heading; level 1 opens a part, level 2 a part of it."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: str
    muted: bool = False


@dataclass(frozen=True, slots=True)
class Bullets:
    items: tuple[str, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Measure:
    """A number that tells something at a glance."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Measures:
    items: tuple[Measure, ...]


@dataclass(frozen=True, slots=True)
class Notice:
    """What a reader must not overlook."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Cell:
    """`notes` stand smaller below the text: what it rests on, what limits it."""

    text: str
    notes: tuple[str, ...] = ()
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """`share` is its part of the width, in relation to the others."""

    title: str
    share: float = 1.0
    number: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    small: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing as SVG, in units of 1/96 inch; it is shown as large as its page allows."""

    svg: str
    width: float
    height: float
    says: str

    @property
    def wide(self) -> bool:
        """Whether it is better shown on a page of its own, lying on its side."""
        return self.width > 1.7 * self.height or self.width > 1400


@dataclass(frozen=True, slots=True)
class Field:
    """Something to be filled in by hand."""

    label: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class Form:
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Check:
    text: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Checks:
    items: tuple[Check, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """A text as somebody wrote it, line by line."""

    lines: tuple[str, ...]


Block = Section | Paragraph | Bullets | Measures | Notice | Table | Picture | Form | Checks | Quote


@dataclass(frozen=True, slots=True)
class Document:
    kind: str
    """What it is, in two or three words: it stands above the title."""
    title: str
    facts: tuple[Field, ...] = ()
    blocks: tuple[Block, ...] = field(default=())


def clean(text: str) -> str:
    """One line of printable text, whatever was pasted."""
    return clean_label(text)
