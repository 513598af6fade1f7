"""Exports of an analysis, rendered outside the event loop and kept until the analysis or the renderer changes."""

import hashlib
import re
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version

from coditect.kernel.platform import Platform
from coditect.workflows import diagrams
from coditect.workflows.errors import UnknownExportFormat
from coditect.workflows.models import Workflow
from coditect.workflows.rendering import render_export


@dataclass(frozen=True)
class Export:
    """A file for people or programs outside."""

    content: bytes
    media_type: str
    file_name: str


def check_format(name: str) -> None:
    """Raise `UnknownExportFormat` for what is no format."""
    if name not in diagrams.FORMATS:
        raise UnknownExportFormat(f"format: choose one of {', '.join(diagrams.FORMATS)}.")


def media_types() -> list[str]:
    """Return what an export may be answered as."""
    return sorted({chosen.media_type.partition(";")[0] for chosen in diagrams.FORMATS.values()})


async def export(platform: Platform, workflow: Workflow, document: str, format_name: str) -> Export:
    """Return the analysis of `workflow`, given as JSON, in one of the formats of `diagrams.FORMATS`."""
    check_format(format_name)
    chosen = diagrams.FORMATS[format_name]
    # One file for each workflow and format, which says what it was made of: nothing outdated stays behind.
    key = f"exports/{workflow.organization_id}/{workflow.id}/{format_name}"
    made_of = hashlib.sha256(f"{_renderer()}\n{workflow.title}\n{document}".encode()).digest()
    storage = platform.place_of(workflow.organization_id).storage
    kept = await storage.get(key)
    if kept is not None and kept.startswith(made_of):
        content = kept[len(made_of) :]
    else:
        content = await platform.cpu.run(render_export, workflow.title, document, format_name)
        await storage.put(key, made_of + content)
    return Export(content, chosen.media_type, f"{_file_stem(workflow.title)}{chosen.extension}")


@cache
def _renderer() -> str:
    return f"{version('coditect')} {diagrams.REVISION}"


def _file_stem(title: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")[:60] or "workflow"
