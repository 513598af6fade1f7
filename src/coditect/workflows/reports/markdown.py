"""Markdown, as GitHub and its like read it; drawings are embedded, all other text is escaped."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable

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

_BLANK = r"\_" * 20
_SIGNS = re.compile(r"([\\`*_{}\[\]<>()#+\-.!|~&$:@^=])")


def markdown(document: Document) -> str:
    return "\n".join(_lines(document)).rstrip() + "\n"


def _lines(document: Document) -> Iterable[str]:
    yield from (f"# {_text(document.title)}", "")
    facts = (f"{_text(fact.label)}: {_text(fact.value)}" for fact in facts_of(document))
    yield from (" · ".join((f"**{_text(document.kind)}**", *facts)), "")
    for block in document.blocks:
        yield from write(_Markdown(), block)
        yield ""


class _Markdown:
    """Blocks as lines."""

    def section(self, block: Section, /) -> Iterable[str]:
        yield f"{'#' * (block.level + 1)} {_text(block.text)}"

    def paragraph(self, block: Paragraph, /) -> Iterable[str]:
        yield _text(block.text)

    def bullets(self, block: Bullets, /) -> Iterable[str]:
        for number, item in enumerate(block.items, 1):
            yield (f"{number}. " if block.numbered else "- ") + _text(item)

    def measures(self, block: Measures, /) -> Iterable[str]:
        yield from (f"- **{_text(one.value)}** {_text(one.label)}" for one in block.items)

    def notice(self, block: Notice, /) -> Iterable[str]:
        yield f"> **{_text(block.title)}.** {_text(block.text)}"

    def table(self, block: Table, /) -> Iterable[str]:
        yield from _table(block)

    def picture(self, block: Picture, /) -> Iterable[str]:
        # Where pictures are data, readers ask nobody for them.
        encoded = base64.b64encode(block.svg.encode()).decode()
        yield f"![{_text(block.says)}](data:image/svg+xml;base64,{encoded})"

    def form(self, block: Form, /) -> Iterable[str]:
        yield from (f"- **{_text(one.label)}:** {_text(one.value) or _BLANK}" for one in block.fields)

    def checks(self, block: Checks, /) -> Iterable[str]:
        for check in block.items:
            yield "- [ ] " + ", ".join(map(_text, (check.text, *check.notes)))

    def quote(self, block: Quote, /) -> Iterable[str]:
        yield from (f"> {_text(line)}  " if clean(line) else ">" for line in block.lines)


def _table(table: Table) -> Iterable[str]:
    yield _row(_text(column.title) for column in table.columns)
    yield _row("--:" if column.number else "---" for column in table.columns)
    for cells in table.rows:
        yield _row(_cell(cell) for cell in cells)


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def _cell(cell: Cell) -> str:
    text = f"**{_text(cell.text)}**" if cell.strong and clean(cell.text) else _text(cell.text)
    return "<br>".join(part for part in (text, *map(_text, cell.notes)) if part)


def _text(text: str) -> str:
    """Text in which nothing means anything: every sign that could is escaped."""
    return _SIGNS.sub(r"\\\1", clean(text))
