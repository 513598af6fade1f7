"""Diagrams of a process: one model, one lane layout, and the formats that both are written to.

`render` gives the bytes of one format; `diagram_of` makes the diagram of an analysis; `inline_svg` is the
drawing for a page of ours, which sets its colours.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from coditect.workflows.diagrams.bpmn import bpmn
from coditect.workflows.diagrams.dot import dot
from coditect.workflows.diagrams.drawio import drawio
from coditect.workflows.diagrams.fold import sheet, sheets_for_paper
from coditect.workflows.diagrams.from_analysis import State, diagram_of
from coditect.workflows.diagrams.geometry import Layout
from coditect.workflows.diagrams.html import Page, Table, html, page_of
from coditect.workflows.diagrams.layout import layout
from coditect.workflows.diagrams.markup import escape
from coditect.workflows.diagrams.mermaid import mermaid
from coditect.workflows.diagrams.model import (
    Change,
    Diagram,
    Direction,
    Edge,
    EventKind,
    Family,
    GatewayKind,
    InvalidDiagram,
    Lane,
    Node,
    NodeKind,
    TaskType,
    clean_label,
)
from coditect.workflows.diagrams.page_of_analysis import page_of_analysis
from coditect.workflows.diagrams.palette import DARK, FOLLOWS_PAGE, LIGHT, PRINT, Palette, variables
from coditect.workflows.diagrams.pdf import pdf
from coditect.workflows.diagrams.plantuml import plantuml
from coditect.workflows.diagrams.png import picture_png, png
from coditect.workflows.diagrams.svg import drawing_size, svg
from coditect.workflows.diagrams.typography import FONT_FAMILY, wrap
from coditect.workflows.diagrams.vsdx import vsdx

__all__ = [
    "DARK",
    "FONT_FAMILY",
    "FORMATS",
    "LIGHT",
    "LOOKS",
    "PRINT",
    "REVISION",
    "Change",
    "Diagram",
    "Direction",
    "Drawing",
    "Edge",
    "EventKind",
    "Family",
    "Format",
    "GatewayKind",
    "InvalidDiagram",
    "Lane",
    "Layout",
    "Look",
    "Node",
    "NodeKind",
    "Page",
    "Palette",
    "State",
    "Table",
    "TaskType",
    "UnknownFormat",
    "clean_label",
    "diagram_of",
    "escape",
    "inline_svg",
    "layout",
    "page_of_analysis",
    "picture_png",
    "pictures",
    "render",
    "variables",
    "wrap",
]


REVISION = 2
"""Raised when the same diagram is written differently, so that what was stored before is written anew."""


@dataclass(frozen=True, slots=True)
class Format:
    name: str
    media_type: str
    extension: str


FORMATS: dict[str, Format] = {
    one.name: one
    for one in (
        Format("svg", "image/svg+xml", ".svg"),
        Format("png", "image/png", ".png"),
        Format("pdf", "application/pdf", ".pdf"),
        Format("mermaid", "text/vnd.mermaid; charset=utf-8", ".mmd"),
        Format("plantuml", "text/vnd.plantuml; charset=utf-8", ".puml"),
        Format("bpmn", "application/bpmn+xml", ".bpmn"),
        Format("vsdx", "application/vnd.ms-visio.drawing", ".vsdx"),
        Format("drawio", "application/vnd.jgraph.mxfile", ".drawio"),
        Format("dot", "text/vnd.graphviz; charset=utf-8", ".dot"),
        Format("html", "text/html; charset=utf-8", ".html"),
    )
}

Look = Literal["light", "print", "dark"]
LOOKS: dict[Look, Palette] = {"light": LIGHT, "print": PRINT, "dark": DARK}

_WRITERS: dict[str, Callable[[Diagram, Palette], str | bytes]] = {
    "svg": lambda diagram, palette: svg(sheet(diagram), palette),
    "png": lambda diagram, palette: png(sheet(diagram), palette),
    "pdf": lambda diagram, palette: pdf(sheet(diagram), palette),
    "mermaid": mermaid,
    # Its readers write in black, whatever the colours of the shapes.
    "bpmn": lambda diagram, palette: bpmn(diagram, LIGHT if palette is DARK else palette),
    "plantuml": plantuml,
    "vsdx": vsdx,
    "drawio": drawio,
    "dot": dot,
}


class UnknownFormat(ValueError):  # noqa: N818 - a fact, named as one
    """There is no such export format."""

    def __init__(self, name: str) -> None:
        super().__init__(f"unknown export format {name!r}; there are {', '.join(FORMATS)}")
        self.name = name


def render(diagram: Diagram, format_name: str, *, look: Look = "light", page: Page | None = None) -> bytes:
    """The diagram in one of `FORMATS`; `page` is what the html export says beside the diagram.

    An html page without a look of its own follows the reader's light or dark setting.
    """
    if format_name not in FORMATS:
        raise UnknownFormat(format_name)
    if format_name == "html":
        fixed = None if look == "light" else LOOKS[look]
        return html(sheet(diagram), page or page_of(diagram), fixed).encode()
    written = _WRITERS[format_name](diagram, LOOKS[look])
    return written.encode() if isinstance(written, str) else written


def inline_svg(diagram: Diagram) -> str:
    """The drawing for a page that defines the custom properties of `variables`, so that it follows its theme."""
    return svg(sheet(diagram), FOLLOWS_PAGE, titled=False)


@dataclass(frozen=True, slots=True)
class Drawing:
    """A part of a picture as SVG, with its size in units of 1/96 inch."""

    svg: str
    width: float
    height: float


def pictures(diagram: Diagram) -> tuple[Drawing, ...]:
    """The drawing in parts that a sheet of paper has room for, without its title."""
    parts = sheets_for_paper(diagram)
    return tuple(Drawing(svg(part, titled=False), *drawing_size(part, titled=False)) for part in parts)
