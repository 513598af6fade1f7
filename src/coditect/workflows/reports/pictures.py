"""The drawings of a document: the process in bands that fit a page, and the roadmap as bars."""

from __future__ import annotations

from coditect.workflows.diagrams import Diagram, State, diagram_of, pictures
from coditect.workflows.reports.document import Block, Notice, Picture
from coditect.workflows.reports.material import Material, counted

_MOST_NODES = 400  # about thirty pages; a larger one is read on a screen


def process(material: Material, of: State) -> tuple[Block, ...]:
    diagram = diagram_of(material.analysis, title=material.title, of=of)
    if not diagram.nodes:
        return (Notice("No diagram", "No task was found in the description."),)
    if len(diagram.nodes) > _MOST_NODES:
        size = counted(len(diagram.nodes), "step")
        return (
            Notice("The diagram stands apart", f"It has {size}: open it as a file of its own, such as SVG."),
        )
    return tuple(_drawn(diagram))


def _drawn(diagram: Diagram) -> tuple[Picture, ...]:
    drawn = pictures(diagram)
    steps = counted(len(diagram.nodes), "step")
    parts = f", part {{}} of {len(drawn)}" if len(drawn) > 1 else ""
    return tuple(
        Picture(one.svg, one.width, one.height, f"{diagram.title}: {steps}{parts.format(number)}")
        for number, one in enumerate(drawn, 1)
    )
