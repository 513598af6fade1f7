"""Markdown, as GitHub and its like read it; drawings are embedded, all other text is escaped."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable

from coditect.workflows.reports.document import (
    Block,
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

_BLANK = r"\_" * 20
_SIGNS = re.compile(r"([\\`*_{}\[\]<>()#+\-.!|~&$:@^=])")


def markdown(document: Document) -> str:
    return "\n".join(_lines(document)).rstrip() + "\n"


def _lines(document: Document) -> Iterable[str]:
    yield from (f"# {_text(document.title)}", "")
    facts = (
        f"{_text(fact.label)}: {_text(fact.value)}" for fact in document.facts if fact.value != document.title
    )
    yield from (" · ".join((f"**{_text(document.kind)}**", *facts)), "")
    for block in document.blocks:
        yield from _block(block)
        yield ""


def _block(block: Block) -> Iterable[str]:  # noqa: C901 - one case for each kind of block
    match block:
        case Section():
            yield f"{'#' * (block.level + 1)} {_text(block.text)}"
        case Paragraph():
            yield _text(block.text)
        case Bullets():
            for number, item in enumerate(block.items, 1):
                yield (f"{number}. " if block.numbered else "- ") + _text(item)
        case Measures():
            yield from (f"- **{_text(one.value)}** {_text(one.label)}" for one in block.items)
        case Notice():
            yield f"> **{_text(block.title)}.** {_text(block.text)}"
        case Table():
            yield from _table(block)
        case Picture():
            # Where pictures are data, readers ask nobody for them.
            encoded = base64.b64encode(block.svg.encode()).decode()
            yield f"![{_text(block.says)}](data:image/svg+xml;base64,{encoded})"
        case Form():
            yield from (f"- **{_text(one.label)}:** {_text(one.value) or _BLANK}" for one in block.fields)
        case Checks():
            for check in block.items:
                yield "- [ ] " + ", ".join(map(_text, (check.text, *check.notes)))
        case Quote():
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
