"""Rendering an analysis; imports little, since each process of the CPU pool imports it anew."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from coditect.workflows import diagrams, reports
from coditect.workflows.analysis import Analysis
from coditect.workflows.archive import packed
from coditect.workflows.diagrams import Look, State

_FOLDERS: dict[State, str] = {"as_is": "as-is", "to_be": "to-be"}
_MANY_NODES = 400  # from where pictures take so long that an archive has each only once

_README = """What is in this archive

analysis.json    everything that the analysts found, for programs
description.txt  the text that was analysed
report/          the report and what goes with it: requirements, roadmap, and templates to fill in
as-is/           the diagram of the process as it is, in ten formats; to print, and for dark backgrounds
to-be/           the same of the process as it could be, its changes marked
"""


@dataclass(frozen=True)
class Source:
    """What files are made of; `document` is the analysis as JSON."""

    title: str
    document: str
    description: str = ""
    analysed_on: date | None = None


def render_export(source: Source, format_name: str, *, of: State = "as_is", look: Look = "light") -> bytes:
    """Draw an analysis in one of `diagrams.FORMATS`; runs in a process of its own."""
    return _export(_material(source), format_name, of=of, look=look)


def render_artifact(source: Source, name: str, format_name: str) -> bytes:
    """Write one of `reports.ARTIFACTS` in one of its formats; runs in a process of its own."""
    return reports.artifact(_material(source), name, format_name)


def render_all(source: Source) -> bytes:
    """Pack every file that can be made of an analysis; runs in a process of its own."""
    return packed(dict(_files(source)))


def _material(source: Source) -> reports.Material:
    analysis = Analysis.model_validate_json(source.document)
    return reports.Material(source.title, analysis, source.description, source.analysed_on)


def _export(material: reports.Material, format_name: str, *, of: State, look: Look) -> bytes:
    analysis, title = material.analysis, material.title
    page = diagrams.page_of_analysis(analysis, title=title) if format_name == "html" else None
    diagram = diagrams.diagram_of(analysis, title=title, of=of)
    return diagrams.render(diagram, format_name, look=look, page=page)


def _files(source: Source) -> Iterator[tuple[str, bytes]]:
    material = _material(source)
    yield "README.txt", _README.encode()
    yield "analysis.json", material.analysis.model_dump_json(indent=2).encode()
    if source.description:
        yield "description.txt", source.description.encode()
    for artifact in reports.ARTIFACTS.values():
        for name in artifact.formats:
            path = f"report/{artifact.name}{reports.FORMATS[name].extension}"
            yield path, reports.artifact(material, artifact.name, name)
    for of, folder in _FOLDERS.items():
        for chosen in diagrams.FORMATS.values():
            path = f"{folder}/diagram{chosen.extension}"
            yield path, _export(material, chosen.name, of=of, look="light")
        if len(material.analysis.tasks) < _MANY_NODES:
            yield f"{folder}/diagram-print.pdf", _export(material, "pdf", of=of, look="print")
            yield f"{folder}/diagram-dark.svg", _export(material, "svg", of=of, look="dark")
            yield f"{folder}/diagram-dark.png", _export(material, "png", of=of, look="dark")
