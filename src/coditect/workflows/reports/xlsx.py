"""A workbook with one sheet for each table of a document; every cell is text or a number, never a formula."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

from coditect.workflows.archive import undated
from coditect.workflows.diagrams import LIGHT
from coditect.workflows.reports.document import Cell, Document, Paragraph, Table, clean

if TYPE_CHECKING:
    from openpyxl.cell import Cell as SheetCell
    from openpyxl.worksheet.worksheet import Worksheet

_MOST_CHARACTERS = 32_767  # that a cell can hold
_TOP = 4
_FONT = "Arial"
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def xlsx(document: Document) -> bytes:
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    tables = [block for block in document.blocks if isinstance(block, Table)]
    said = " ".join(block.text for block in document.blocks if isinstance(block, Paragraph))
    for number, table in enumerate(tables or [Table((), ())], 1):
        name = document.kind if len(tables) < 2 else f"{document.kind} {number}"
        sheet = book.create_sheet(re.sub(r"[\\/*?:\[\]]", " ", clean(name))[:31])
        _fill(sheet, document, said, table)
    book.properties.title, book.properties.creator = clean(document.title)[:255], "CODITECT"
    written = io.BytesIO()
    book.save(written)
    return undated(written.getvalue())


def _fill(sheet: Worksheet, document: Document, said: str, table: Table) -> None:
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
    from openpyxl.utils import get_column_letter

    _write(sheet, 1, 1, document.title).font = Font(name=_FONT, size=16, bold=True)
    _write(sheet, 2, 1, said).font = Font(name=_FONT, size=10, color=LIGHT.muted[1:])
    hairline = Border(bottom=Side(style="thin", color=LIGHT.hairline[1:]))
    for place, column in enumerate(table.columns, 1):
        head = _write(sheet, _TOP, place, column.title)
        head.font, head.border = Font(name=_FONT, size=10, bold=True), hairline
        head.fill = PatternFill("solid", fgColor=LIGHT.surface[1:])
        head.alignment = Alignment(
            wrap_text=True, vertical="bottom", horizontal="left" if place == 1 else "center"
        )
        sheet.column_dimensions[get_column_letter(place)].width = 14 * column.share
    for line, cells in enumerate(table.rows, _TOP + 1):
        for place, cell in enumerate(cells, 1):
            written = _write(sheet, line, place, _said(cell))
            written.font, written.border = Font(name=_FONT, size=11, bold=cell.strong), hairline
            written.alignment = Alignment(
                wrap_text=True, vertical="top", horizontal="left" if place == 1 else "center"
            )
    if table.columns:
        sheet.freeze_panes = f"B{_TOP + 1}"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = f"{_TOP}:{_TOP}"


def _said(cell: Cell) -> str:
    return "\n".join(part for part in (cell.text, *cell.notes) if part)


def _write(sheet: Worksheet, line: int, place: int, text: str) -> SheetCell:
    """Write text as text: what begins with `=` or `+` must not become a formula."""
    cell = sheet.cell(line, place)
    lines = (_NOT_IN_XML.sub("", clean(one)) for one in text.split("\n"))
    cell.value = "\n".join(lines)[:_MOST_CHARACTERS]
    cell.data_type = "s"
    return cell
