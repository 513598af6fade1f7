"""DOCX, written with python-docx: real headings, tables and pictures, that people go on to edit."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from itertools import groupby
from typing import TYPE_CHECKING

from coditect.workflows.archive import undated
from coditect.workflows.diagrams import LIGHT, picture_png
from coditect.workflows.reports import docx_look as look
from coditect.workflows.reports.document import (
    Bullets,
    Cell,
    Checks,
    Document,
    Form,
    Measures,
    Notice,
    Paragraph,
    Picture,
    Quote,
    Section,
    Table,
    clean,
)
from coditect.workflows.reports.walking import facts_of, write

if TYPE_CHECKING:
    from docx.document import Document as Word
    from docx.table import _Cell
    from docx.text.paragraph import Paragraph as Line

_WIDTH, _LYING_WIDTH, _LYING_HEIGHT = 166.0, 253.0, 146.0  # millimetres inside the margins of A4


def docx(document: Document) -> bytes:
    import docx as python_docx

    word = python_docx.Document()
    look.set_up(word, _text(document.kind), _text(document.title))
    _head(word, document)
    writer = _Docx(word)
    for wide, group in groupby(document.blocks, lambda one: isinstance(one, Picture) and one.wide):
        if wide:
            look.turn(word, lying=True)
        writer.lying = wide
        for block in group:
            write(writer, block)
        if wide:
            look.turn(word, lying=False)
    written = io.BytesIO()
    word.save(written)
    return undated(written.getvalue())


def _head(word: Word, document: Document) -> None:
    look.add(word, _text(document.kind), look.KIND)
    look.add(word, _text(document.title), "Title")
    facts = (f"{_text(one.label)}: {_text(one.value)}" for one in facts_of(document))
    if said := " · ".join(facts):
        look.add(word, said, look.MUTED)


class _Docx:
    """Blocks as parts of a Word document; `lying` pages are turned."""

    def __init__(self, word: Word) -> None:
        self.word = word
        self.lying = False

    def section(self, block: Section, /) -> None:
        look.add(self.word, _text(block.text), f"Heading {block.level}")

    def paragraph(self, block: Paragraph, /) -> None:
        look.add(self.word, _text(block.text), look.MUTED if block.muted else "Normal")

    def bullets(self, block: Bullets, /) -> None:
        # Typed numbers: those of Word's list style would go on from one list to the next.
        for number, item in enumerate(block.items, 1):
            look.add(
                self.word, f"{number}.\t{_text(item)}" if block.numbered else f"•\t{_text(item)}", look.ITEM
            )

    def measures(self, block: Measures, /) -> None:
        _measures(self.word, block)

    def notice(self, block: Notice, /) -> None:
        line = look.add(self.word, "", look.NOTICE)
        look.run(line, f"{_text(block.title)}. ", bold=True)
        look.run(line, _text(block.text))

    def table(self, block: Table, /) -> None:
        _table(self.word, block)

    def picture(self, block: Picture, /) -> None:
        _picture(self.word, block, lying=self.lying)

    def form(self, block: Form, /) -> None:
        _form(self.word, block)

    def checks(self, block: Checks, /) -> None:
        _checks(self.word, block)

    def quote(self, block: Quote, /) -> None:
        for text in block.lines:
            if _text(text):
                look.add(self.word, _text(text), look.QUOTE)


def _measures(word: Word, block: Measures) -> None:
    grid = look.table(word, 1, [1.0] * len(block.items), _WIDTH, lines=False)
    for cell, one in zip(grid.rows[0].cells, block.items, strict=True):
        line = cell.paragraphs[0]
        look.run(line, _text(one.value), size=16 if len(block.items) > 5 else 20, bold=True)
        look.run(cell.add_paragraph(), _text(one.label), size=8, color=LIGHT.muted)
    look.space(word)


def _table(word: Word, block: Table) -> None:
    named = any(column.title for column in block.columns)
    shares = [column.share for column in block.columns]
    grid = look.table(word, len(block.rows) + named, shares, _WIDTH)
    if named:
        for cell, column in zip(grid.rows[0].cells, block.columns, strict=True):
            look.run(cell.paragraphs[0], _text(column.title), size=8, color=LIGHT.muted)
            look.align(cell.paragraphs[0], right=column.number)
        look.repeat(grid.rows[0])
    size = 8.0 if block.small else 9.0
    # One pass over the cells of each row: asking for a cell by its place walks the whole table.
    for line, cells in zip(grid.rows[named:], block.rows, strict=True):
        for cell, column, told in zip(line.cells, block.columns, cells, strict=True):
            _fill(cell, told, size)
            look.align(cell.paragraphs[0], right=column.number)
    look.space(word)


def _fill(cell: _Cell, told: Cell, size: float) -> None:
    lines = iter(_paragraphs(cell))
    if _text(told.text):
        look.run(next(lines), _text(told.text), size=size, bold=told.strong)
    for note in told.notes:
        look.run(next(lines), _text(note), size=8, color=LIGHT.muted)


def _paragraphs(cell: _Cell) -> Iterable[Line]:
    yield cell.paragraphs[0]
    while True:
        yield cell.add_paragraph()


def _picture(word: Word, block: Picture, *, lying: bool) -> None:
    from docx.shared import Mm

    most_wide, most_high = (_LYING_WIDTH, _LYING_HEIGHT) if lying else (_WIDTH, 230.0)
    width = min(most_wide, most_high * block.width / block.height, block.width * 25.4 / 96)
    drawn = io.BytesIO(picture_png(block.svg, block.width, block.height))
    shape = word.add_picture(drawn, width=Mm(width))
    shape._inline.docPr.set("descr", _text(block.says))  # noqa: SLF001 - python-docx has no other way to alt text
    look.add(word, _text(block.says), look.MUTED)


def _form(word: Word, block: Form) -> None:
    lines = -(-len(block.fields) // 2)
    grid = look.table(word, lines, [1.0, 1.0], _WIDTH)
    cells = [cell for line in grid.rows for cell in line.cells]
    for cell, one in zip(cells, block.fields, strict=False):
        look.run(cell.paragraphs[0], _text(one.label), size=8, color=LIGHT.muted)
        look.run(cell.add_paragraph(), _text(one.value))
    look.space(word)


def _checks(word: Word, block: Checks) -> None:
    grid = look.table(word, len(block.items) + 1, [0.3, 4.0, 1.0, 1.0], _WIDTH)
    for cell, title in zip(grid.rows[0].cells, ("", "Step", "Initials", "Time"), strict=True):
        look.run(cell.paragraphs[0], title, size=8, color=LIGHT.muted)
    look.repeat(grid.rows[0])
    for line, check in zip(grid.rows[1:], block.items, strict=True):
        box, step, *_ = line.cells
        look.run(box.paragraphs[0], "\u2610", size=12)
        _fill(step, Cell(check.text, check.notes, strong=True), 10.0)
    look.space(word)


_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def _text(text: str) -> str:
    return _NOT_IN_XML.sub("", clean(text))
