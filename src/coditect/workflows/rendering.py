"""Rendering an analysis; imports little, since each process of the CPU pool imports it anew."""

from coditect.workflows import diagrams
from coditect.workflows.analysis import Analysis


def render_export(title: str, document: str, format_name: str) -> bytes:
    """Render an analysis, given as JSON; runs in a process of its own."""
    analysis = Analysis.model_validate_json(document)
    return diagrams.render(
        diagrams.diagram_of(analysis, title=title),
        format_name,
        page=diagrams.page_of_analysis(analysis, title=title),
    )
