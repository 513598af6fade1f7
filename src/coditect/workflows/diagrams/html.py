"""HTML: one self-contained page with the diagram, its tables and its data; it asks nobody for anything."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from coditect.workflows.diagrams.fold import Sheet
from coditect.workflows.diagrams.markup import escape
from coditect.workflows.diagrams.model import Diagram, Family, NodeKind, TaskType, clean_label
from coditect.workflows.diagrams.palette import DARK, FOLLOWS_PAGE, LIGHT, Palette, variables
from coditect.workflows.diagrams.svg import svg
from coditect.workflows.diagrams.typography import FONT_FAMILY


@dataclass(frozen=True, slots=True)
class Table:
    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Page:
    """What stands round the diagram; `data` is embedded as JSON for programs."""

    title: str
    summary: str
    tables: tuple[Table, ...]
    data: Mapping[str, Any] | None = None


def page_of(diagram: Diagram) -> Page:
    """The page of a diagram that comes alone: its steps and its lanes."""
    return Page(
        diagram.title or "Process", diagram.description, (_steps(diagram), _actors(diagram)), _data(diagram)
    )


def html(drawn: Sheet, page: Page, palette: Palette | None = None) -> str:
    """The page in the colours of `palette`, or else in those that the reader's system asks for."""
    return "".join(_document(drawn, page, palette))


_FAMILY_WORDS = {
    Family.PEOPLE: "People",
    Family.AGENT: "Agent",
    Family.SYSTEM: "System",
    Family.COORDINATION: "Coordination",
    Family.DONE: "Done",
    Family.NEUTRAL: "Not stated",
}


def _steps(diagram: Diagram) -> Table:
    lanes = {lane.id: lane.label for lane in diagram.lanes}
    tasks = [node for node in diagram.nodes if node.kind is NodeKind.TASK]
    rows = tuple(
        (str(number), node.label, lanes[node.lane], "" if node.task is TaskType.NONE else node.task.value)
        for number, node in enumerate(tasks, 1)
    )
    return Table("Tasks", ("No.", "Task", "Who", "Type"), rows)


def _actors(diagram: Diagram) -> Table:
    def tasks(lane: str) -> int:
        return sum(node.kind is NodeKind.TASK and node.lane == lane for node in diagram.nodes)

    rows = tuple((lane.label, _FAMILY_WORDS[lane.family], str(tasks(lane.id))) for lane in diagram.lanes)
    return Table("Actors", ("Name", "Kind", "Tasks"), rows)


def _data(diagram: Diagram) -> dict[str, Any]:
    nodes = [
        {"id": node.id, "kind": node.kind, "label": node.label, "lane": node.lane} for node in diagram.nodes
    ]
    edges = [
        {"from": edge.source, "to": edge.target, "condition": edge.label or None} for edge in diagram.edges
    ]
    lanes = [{"id": lane.id, "label": lane.label} for lane in diagram.lanes]
    return {"title": diagram.title, "lanes": lanes, "nodes": nodes, "edges": edges}


def _document(drawn: Sheet, page: Page, palette: Palette | None) -> Iterable[str]:
    title = escape(clean_label(page.title))
    yield '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    scheme = "light dark" if palette is None else "dark" if palette is DARK else "light"
    yield f'<meta name="color-scheme" content="{scheme}">'
    yield f"<title>{title}</title><style>{_style(palette)}</style></head><body><main><h1>{title}</h1>"
    yield from (
        f"<p>{escape(clean_label(paragraph))}</p>"
        for paragraph in page.summary.splitlines()
        if paragraph.strip()
    )
    yield f'<figure tabindex="0" aria-label="Diagram">{svg(drawn, FOLLOWS_PAGE, titled=False)}</figure>'
    yield from (_table(table) for table in page.tables)
    yield "</main>"
    if page.data is not None:
        yield f'<script type="application/json" id="data">{_json(page.data)}</script>'
    yield "</body></html>\n"


_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def _table(table: Table) -> str:
    head = "".join(f'<th scope="col">{escape(clean_label(column))}</th>' for column in table.columns)
    rows = "".join(
        "<tr>" + "".join(f"<td>{escape(clean_label(cell))}</td>" for cell in row) + "</tr>"
        for row in table.rows
    )
    return (
        f'<section><h2>{escape(clean_label(table.title))}</h2><div class="scroll"><table>'
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div></section>"
    )


def _json(data: Mapping[str, Any]) -> str:
    """JSON that cannot end the element it stands in."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _style(palette: Palette | None) -> str:
    return (
        f"{_colors(palette)}"
        f"*{{box-sizing:border-box}}body{{margin:0;background:var(--diagram-background);color:var(--diagram-text);"
        f"font:14px/1.5 {FONT_FAMILY}}}main{{max-width:1440px;margin:0 auto;padding:40px 24px 64px}}"
        "h1{font-size:28px;line-height:1.2;letter-spacing:-.02em;font-weight:600;margin:0 0 12px}"
        "h2{font-size:16px;font-weight:600;letter-spacing:-.01em;margin:40px 0 8px}"
        "p{max-width:68ch;color:var(--diagram-muted);margin:0 0 8px}"
        "figure{margin:24px -24px 0;overflow-x:auto}figure:focus-visible{outline:2px solid var(--diagram-agent-ink)}"
        "svg{display:block}.scroll{overflow-x:auto}"
        "table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}"
        "th,td{text-align:left;vertical-align:top;padding:8px 16px 8px 0;border-bottom:1px solid var(--diagram-hairline);"
        "overflow-wrap:anywhere}th{color:var(--diagram-muted);font-weight:500;font-size:13px;white-space:nowrap}"
        "@media print{main{padding:0;max-width:none}figure svg{max-width:100%;height:auto}}"
    )


def _colors(palette: Palette | None) -> str:
    if palette is not None:
        return f":root{{{_declarations(palette)}}}"
    light, dark = _declarations(LIGHT), _declarations(DARK)
    return f":root{{{light}}}@media (prefers-color-scheme:dark){{:root{{{dark}}}}}@media print{{:root{{{light}}}}}"


def _declarations(palette: Palette) -> str:
    return ";".join(f"{name}:{value}" for name, value in variables(palette).items())
