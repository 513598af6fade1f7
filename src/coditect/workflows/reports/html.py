"""HTML: one self-contained page that is read on a screen and prints well; it asks nobody for anything."""

from __future__ import annotations

from collections.abc import Iterable

from coditect.workflows.diagrams import DARK, FONT_FAMILY, LIGHT, escape, variables
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

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def html(document: Document) -> str:
    return "".join(_document(document))


def _document(document: Document) -> Iterable[str]:
    title = _text(document.title)
    yield '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="color-scheme" content="light dark">'
    yield f"<title>{title} · {_text(document.kind)}</title><style>{_style()}</style></head><body><main>"
    yield f'<header><p class="kind">{_text(document.kind)}</p><h1 dir="auto">{title}</h1>'
    if facts := facts_of(document):
        told = (f"{_text(one.label)}: {_text(one.value)}" for one in facts)
        yield f'<p class="facts">{" · ".join(told)}</p>'
    yield "</header>"
    for block in document.blocks:
        yield from write(_Html(), block)
    yield "</main></body></html>\n"


class _Html:
    """Blocks as elements."""

    def section(self, block: Section, /) -> Iterable[str]:
        level = block.level + 1
        yield f'<h{level} dir="auto">{_text(block.text)}</h{level}>'

    def paragraph(self, block: Paragraph, /) -> Iterable[str]:
        muted = ' class="muted"' if block.muted else ""
        yield f'<p dir="auto"{muted}>{_text(block.text)}</p>'

    def bullets(self, block: Bullets, /) -> Iterable[str]:
        tag = "ol" if block.numbered else "ul"
        items = (f'<li dir="auto">{_text(item)}</li>' for item in block.items)
        yield f"<{tag}>{''.join(items)}</{tag}>"

    def measures(self, block: Measures, /) -> Iterable[str]:
        items = (f"<div><dt>{_text(one.label)}</dt><dd>{_text(one.value)}</dd></div>" for one in block.items)
        yield f'<dl class="measures">{"".join(items)}</dl>'

    def notice(self, block: Notice, /) -> Iterable[str]:
        yield f'<aside><strong>{_text(block.title)}</strong><p dir="auto">{_text(block.text)}</p></aside>'

    def table(self, block: Table, /) -> Iterable[str]:
        yield from _table(block)

    def picture(self, block: Picture, /) -> Iterable[str]:
        yield f'<figure><div class="scroll" tabindex="0" role="group" aria-label="{_text(block.says)}">'
        yield f"{_themed(block.svg)}</div><figcaption>{_text(block.says)}</figcaption></figure>"

    def form(self, block: Form, /) -> Iterable[str]:
        items = (f"<div><dt>{_text(one.label)}</dt><dd>{_text(one.value)}</dd></div>" for one in block.fields)
        yield f'<dl class="form">{"".join(items)}</dl>'

    def checks(self, block: Checks, /) -> Iterable[str]:
        yield '<ul class="checks">'
        for check in block.items:
            yield f"<li>{_cell(Cell(check.text, check.notes, strong=True))}</li>"
        yield "</ul>"

    def quote(self, block: Quote, /) -> Iterable[str]:
        lines = (f'<p dir="auto">{_text(line)}</p>' for line in block.lines if clean(line))
        yield f"<blockquote>{''.join(lines)}</blockquote>"


def _table(table: Table) -> Iterable[str]:
    yield '<div class="scroll"><table' + (' class="small">' if table.small else ">")
    total = sum(column.share for column in table.columns)
    widths = (f'<col style="width:{column.share / total:.1%}">' for column in table.columns)
    yield f"<colgroup>{''.join(widths)}</colgroup>"
    if any(column.title for column in table.columns):
        heads = (
            f'<th scope="col"{_class(number=column.number)}>{_text(column.title)}</th>'
            for column in table.columns
        )
        yield f"<thead><tr>{''.join(heads)}</tr></thead>"
    yield "<tbody>"
    for cells in table.rows:
        filled = (
            f"<td{_class(number=column.number)}>{_cell(cell)}</td>"
            for column, cell in zip(table.columns, cells, strict=True)
        )
        yield f"<tr>{''.join(filled)}</tr>"
    yield "</tbody></table></div>"


def _class(*, number: bool) -> str:
    return ' class="number"' if number else ""


def _cell(cell: Cell) -> str:
    text = _text(cell.text)
    said = f"<strong>{text}</strong>" if cell.strong and text else text
    notes = "".join(f'<small dir="auto">{_text(note)}</small>' for note in cell.notes)
    return f'<span dir="auto">{said}</span>{notes}' if said else notes


def _text(text: str) -> str:
    return escape(clean(text))


def _themed(svg: str) -> str:
    """A drawing made for white paper follows the theme: each of its colours becomes the variable of its meaning."""
    for name, color in variables(LIGHT).items():
        svg = svg.replace(f'"{color}"', f'"var({name},{color})"')
    return svg


def _style() -> str:
    light, dark = (
        ";".join(f"{name}:{color}" for name, color in variables(one).items()) for one in (LIGHT, DARK)
    )
    return (
        f":root{{{light}}}@media (prefers-color-scheme:dark){{:root{{{dark}}}}}@media print{{:root{{{light}}}}}"
        "*{box-sizing:border-box}body{margin:0;overflow-wrap:anywhere;background:var(--diagram-background);color:var(--diagram-text);"
        f"font:15px/1.55 {FONT_FAMILY}}}main{{max-width:1040px;margin:0 auto;padding:48px 24px 96px}}"
        ".kind{color:var(--diagram-agent-ink);font-weight:600;margin:0}"
        "h1{font-size:34px;line-height:1.15;letter-spacing:-.025em;font-weight:600;margin:4px 0 8px}"
        "h2{font-size:22px;font-weight:600;letter-spacing:-.015em;margin:56px 0 12px;break-after:avoid}"
        "h3{font-size:16px;font-weight:600;margin:32px 0 8px;break-after:avoid}"
        "p{max-width:72ch;margin:0 0 12px}li{margin:0 0 6px;max-width:72ch}"
        ".facts,.muted,figcaption,small,dt{color:var(--diagram-muted)}.facts,figcaption,.muted{font-size:13px}"
        "header{border-bottom:1px solid var(--diagram-hairline);padding-bottom:8px}"
        ".measures{display:grid;grid-template-columns:repeat(auto-fit,minmax(140px,1fr));gap:24px 20px;margin:24px 0}"
        ".measures div{display:flex;flex-direction:column-reverse;justify-content:flex-end;border-top:2px solid var(--diagram-hairline);padding-top:8px}"
        ".measures dd{margin:0;font-size:28px;line-height:1.2;font-weight:600;letter-spacing:-.02em;font-variant-numeric:tabular-nums}"
        ".measures dt{font-size:13px}aside{border-left:3px solid var(--diagram-system-stroke);"
        "background:var(--diagram-system-fill);padding:12px 16px;margin:16px 0}aside p{margin:0}"
        ".scroll{overflow-x:auto}.scroll:focus-visible{outline:2px solid var(--diagram-agent-ink)}"
        "figure{margin:24px 0}figure svg{display:block;max-width:none}figcaption{margin-top:8px}"
        "table{border-collapse:collapse;width:100%;min-width:640px;margin:8px 0 16px;font-size:14px}table.small{font-size:13px}"
        "th,td{text-align:left;vertical-align:top;padding:8px 16px 8px 0;border-bottom:1px solid var(--diagram-hairline)}"
        "th{color:var(--diagram-muted);font-weight:500;font-size:13px}strong{font-weight:600}"
        ".number{text-align:right;font-variant-numeric:tabular-nums}td small{display:block;font-size:12.5px;line-height:1.45}"
        ".form{display:grid;grid-template-columns:repeat(auto-fit,minmax(220px,1fr));gap:20px 32px;margin:20px 0}"
        ".form dd{margin:0;min-height:28px;border-bottom:1px solid var(--diagram-edge)}.form dt{font-size:13px}"
        ".checks{list-style:none;padding:0}.checks li{position:relative;padding:10px 0 10px 34px;margin:0;max-width:none;"
        "border-bottom:1px solid var(--diagram-hairline);break-inside:avoid}.checks small{display:block}"
        ".checks li::before{content:'';position:absolute;left:2px;top:13px;width:15px;height:15px;border-radius:3px;"
        "border:1.5px solid var(--diagram-muted)}blockquote{margin:8px 0;padding:16px 20px;border:1px solid var(--diagram-hairline);"
        "border-radius:8px;background:var(--diagram-surface);font-size:14px}tr{break-inside:avoid}"
        "@page{margin:18mm}@media print{main{padding:0;max-width:none}body{font-size:10pt}"
        ".scroll{overflow:visible}figure svg{max-width:100%;height:auto}figure{break-inside:avoid}table{min-width:0}}"
    )
