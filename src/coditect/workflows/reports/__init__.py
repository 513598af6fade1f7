"""Documents made from an analysis, to be handed on: a report, a specification, a roadmap and templates."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from coditect.workflows.reports.document import Document
from coditect.workflows.reports.docx import docx
from coditect.workflows.reports.html import html
from coditect.workflows.reports.markdown import markdown
from coditect.workflows.reports.material import Material
from coditect.workflows.reports.pdf import pdf
from coditect.workflows.reports.raci import raci_document
from coditect.workflows.reports.report import report
from coditect.workflows.reports.requirements import requirements_document
from coditect.workflows.reports.roadmap import roadmap_document
from coditect.workflows.reports.templates import checklist_document, procedure_document
from coditect.workflows.reports.xlsx import xlsx

__all__ = [
    "ARTIFACTS",
    "FORMATS",
    "REVISION",
    "Artifact",
    "FileFormat",
    "Material",
    "artifact",
    "document_of",
]

REVISION = 1
"""Raised when the same analysis is written differently, so that what was stored before is written anew."""


@dataclass(frozen=True, slots=True)
class FileFormat:
    name: str
    media_type: str
    extension: str


FORMATS: dict[str, FileFormat] = {
    one.name: one
    for one in (
        FileFormat("pdf", "application/pdf", ".pdf"),
        FileFormat("html", "text/html; charset=utf-8", ".html"),
        FileFormat(
            "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx"
        ),
        FileFormat("md", "text/markdown; charset=utf-8", ".md"),
        FileFormat("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx"),
    )
}

_WRITERS: dict[str, Callable[[Document], str | bytes]] = {
    "pdf": pdf,
    "html": html,
    "docx": docx,
    "md": markdown,
    "xlsx": xlsx,
}


@dataclass(frozen=True, slots=True)
class Artifact:
    name: str
    title: str
    make: Callable[[Material], Document]
    formats: tuple[str, ...] = ("pdf", "html", "docx", "md")


ARTIFACTS: dict[str, Artifact] = {
    one.name: one
    for one in (
        Artifact("report", "Report", report),
        Artifact("requirements", "Requirements specification", requirements_document),
        Artifact("roadmap", "Roadmap", roadmap_document),
        Artifact("procedure", "Procedure", procedure_document),
        Artifact("checklist", "Checklist", checklist_document),
        Artifact("raci", "RACI sheet", raci_document, ("xlsx", "pdf", "html", "docx", "md")),
    )
}


def document_of(material: Material, name: str) -> Document:
    return ARTIFACTS[name].make(material)


def artifact(material: Material, name: str, format_name: str) -> bytes:
    """One of `ARTIFACTS` in one of its formats."""
    written = _WRITERS[format_name](document_of(material, name))
    return written.encode() if isinstance(written, str) else written
