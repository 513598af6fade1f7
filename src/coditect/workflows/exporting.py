"""Exports of an analysis, rendered outside the event loop and kept under a name made from their content."""

import re
from dataclasses import dataclass
from importlib.metadata import version

from coditect.kernel.platform import Platform
from coditect.workflows import diagrams
from coditect.workflows.analysing import digest
from coditect.workflows.analysis import Analysis
from coditect.workflows.errors import UnknownExportFormat
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


async def export(platform: Platform, title: str, analysis: Analysis, format_name: str) -> Export:
    """Return the analysis in one of the formats of `diagrams.FORMATS`."""
    check_format(format_name)
    chosen = diagrams.FORMATS[format_name]
    document = analysis.model_dump_json()
    made_by = f"{version('coditect')} {diagrams.REVISION}"
    key = f"exports/{digest(f'{made_by} {title} {document}')}{chosen.extension}"
    content = await platform.storage.get(key)
    if content is None:
        content = await platform.cpu.run(render_export, title, document, format_name)
        await platform.storage.put(key, content)
    return Export(content, chosen.media_type, f"{_file_stem(title)}{chosen.extension}")


def _file_stem(title: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")[:60] or "workflow"
