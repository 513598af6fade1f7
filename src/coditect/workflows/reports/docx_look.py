"""How a Word document looks: its styles, its pages and its tables."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from coditect.workflows.diagrams import LIGHT

if TYPE_CHECKING:
    from docx.document import Document as Word
    from docx.table import Table, _Row
    from docx.text.paragraph import Paragraph

KIND, MUTED, ITEM, NOTICE, QUOTE = "Kind", "Muted", "Item", "Notice", "Source text"
_FONT, _ACCENT = "Arial", "1F6FD1"  # a typeface that readers of Word documents have, or one as wide
_FROM_THE_RIGHT = re.compile("^[^A-Za-z]*[\u0590-\u08ff]")


def set_up(word: Word, kind: str, title: str) -> None:
    """Styles, margins and the line at the foot of each page."""
    _styles(word)
    section = word.sections[0]
    _page(section, lying=False)
    foot = section.footer.paragraphs[0]
    run(foot, f"{kind} · {title[:90]}", size=8, color=LIGHT.muted)
    run(foot, "\t\t", size=8)
    _number(foot)
    word.core_properties.title, word.core_properties.author = title[:255], "CODITECT"
    word.core_properties.comments = ""


def _styles(word: Word) -> None:
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Mm, Pt, RGBColor

    def style(
        name: str,
        size: float,
        *,
        color: str = LIGHT.text,
        bold: bool = False,
        before: float = 0.0,
        after: float = 6.0,
    ) -> None:
        one = word.styles[name] if name in _BUILT_IN else word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        one.font.name, one.font.size, one.font.bold = _FONT, Pt(size), bold
        one.font.color.rgb = RGBColor.from_string(color.removeprefix("#").upper())
        _all_scripts(one)
        form = one.paragraph_format
        form.space_before, form.space_after, form.line_spacing = Pt(before), Pt(after), 1.15

    style("Normal", 10)
    style("Title", 26, bold=True, after=4)
    style("Heading 1", 17, bold=True, before=22, after=8)
    style("Heading 2", 12, bold=True, before=14, after=5)
    style(KIND, 10, color=_ACCENT, bold=True, after=2)
    style(MUTED, 8.5, color=LIGHT.muted)
    style(ITEM, 10, after=4)
    style(NOTICE, 10, before=6, after=8)
    style(QUOTE, 8.5, after=4)
    item = word.styles[ITEM].paragraph_format
    item.left_indent, item.first_line_indent = Mm(6), Mm(-6)
    item.tab_stops.add_tab_stop(Mm(6))
    for name, color in ((NOTICE, "EFC77E"), (QUOTE, "E2E6EC")):
        word.styles[name].paragraph_format.left_indent = Mm(3)
        _bar(word.styles[name], color)
    _plain_title(word)


_BUILT_IN = {"Normal", "Title", "Heading 1", "Heading 2"}


def _all_scripts(style: object) -> None:
    """The typeface for every script; else headings keep that of Word's theme."""
    from docx.oxml.ns import qn

    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()  # type: ignore[attr-defined] # python-docx types no elements
    for name in list(fonts.attrib):
        del fonts.attrib[name]
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), _FONT)


def _bar(style: object, color: str) -> None:
    """A line along the left side."""
    borders = _made("w:pBdr", _made("w:left", val="single", sz="18", space="8", color=color))
    style.element.get_or_add_pPr().append(borders)  # type: ignore[attr-defined] # python-docx types no elements


def _plain_title(word: Word) -> None:
    from docx.oxml.ns import qn

    for border in word.styles["Title"].element.iter(qn("w:pBdr")):
        border.getparent().remove(border)
        break


def turn(word: Word, *, lying: bool) -> None:
    """Begin a page on its side, or upright again."""
    from docx.enum.section import WD_SECTION

    _page(word.add_section(WD_SECTION.NEW_PAGE), lying=lying)


def _page(section: object, *, lying: bool) -> None:
    from docx.enum.section import WD_ORIENT
    from docx.shared import Mm

    width, height = (297, 210) if lying else (210, 297)
    section.orientation = WD_ORIENT.LANDSCAPE if lying else WD_ORIENT.PORTRAIT  # type: ignore[attr-defined]
    section.page_width, section.page_height = Mm(width), Mm(height)  # type: ignore[attr-defined]
    section.left_margin = section.right_margin = Mm(22)  # type: ignore[attr-defined]
    section.top_margin, section.bottom_margin = Mm(20), Mm(22)  # type: ignore[attr-defined]


def add(word: Word, text: str, style: str) -> Paragraph:
    line = word.add_paragraph(style=style)
    if text:
        run(line, text)
    return line


def run(
    line: Paragraph,
    text: str,
    *,
    size: float | None = None,
    bold: bool | None = None,
    color: str | None = None,
) -> None:
    from docx.shared import Pt, RGBColor

    written = line.add_run(text)
    if size is not None:
        written.font.size = Pt(size)
        line.paragraph_format.space_after = Pt(1)
    if bold is not None:
        written.font.bold = bold
    if color is not None:
        written.font.color.rgb = RGBColor.from_string(color.removeprefix("#").upper())
    if _FROM_THE_RIGHT.search(text):
        line._p.get_or_add_pPr().append(_made("w:bidi"))  # noqa: SLF001 - python-docx has no other way
        written.font.rtl = True


def _number(line: Paragraph) -> None:
    """The number of the page, as a field that Word fills in."""
    from docx.shared import Pt

    for kind in ("begin", "PAGE", "end"):
        written = line.add_run()
        written.font.size = Pt(8)
        if kind == "PAGE":
            code = _made("w:instrText")
            code.text = kind
        else:
            code = _made("w:fldChar", fldCharType=kind)
        written._r.append(code)  # noqa: SLF001 - python-docx has no fields


def table(word: Word, rows: int, shares: Sequence[float], width: float, *, lines: bool = True) -> Table:
    """A table with hairlines below its rows, its columns as wide as their shares of `width` millimetres."""
    from docx.oxml.ns import qn
    from docx.shared import Mm

    grid: Table = word.add_table(rows, max(len(shares), 1))
    grid.autofit = False
    properties = grid._tbl.tblPr  # noqa: SLF001 - python-docx has no borders
    shown = {"val": "single", "sz": "4", "space": "0", "color": LIGHT.hairline.removeprefix("#")}
    names = ("w:bottom", "w:insideH") if lines else ("w:top",)
    properties.append(_made("w:tblBorders", *(_made(name, **shown) for name in names)))
    margins = (_made(f"w:{side}", w=size, type="dxa") for side, size in
               (("top", "60"), ("left", "0"), ("bottom", "60"), ("right", "110")))  # fmt: skip
    properties.append(_made("w:tblCellMar", *margins))
    total = sum(shares) or 1
    sizes = [Mm(width * share / total) for share in shares]
    for column, size in zip(grid._tbl.tblGrid.iter(qn("w:gridCol")), sizes, strict=False):  # noqa: SLF001
        column.set(qn("w:w"), str(size.twips))
    for line in grid.rows:
        for cell, size in zip(line.cells, sizes, strict=False):
            cell.width = size
    return grid


def repeat(line: _Row) -> None:
    """Show a row again at the top of each page."""
    line._tr.get_or_add_trPr().append(_made("w:tblHeader"))  # noqa: SLF001 - python-docx has no other way


def align(line: Paragraph, *, right: bool) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    if right:
        line.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def space(word: Word) -> None:
    """Some air below a table; without it, Word would join two tables that follow each other."""
    from docx.shared import Pt

    line = word.add_paragraph()
    line.paragraph_format.space_after = Pt(2)
    line.paragraph_format.line_spacing = 0.6


def _made(name: str, *children: Any, **attributes: str) -> Any:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    element = OxmlElement(name)
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), value)
    for child in children:
        element.append(child)
    return element
