"""Exports of an analysis, rendered outside the event loop and kept until the analysis or the renderer changes."""

import hashlib
import re
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from uuid import UUID

from coditect.kernel.entitlements import QuotaExceeded, Use
from coditect.kernel.ids import OrganizationId
from coditect.kernel.platform import Platform
from coditect.kernel.scope import tenant
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
    key = _key(workflow.organization_id, workflow.id, format_name)
    made_of = hashlib.sha256(f"{_renderer()}\n{workflow.title}\n{document}".encode()).digest()
    storage = platform.place_of(workflow.organization_id).storage
    kept = await storage.get(key)
    if kept is not None and kept.startswith(made_of):
        content = kept[len(made_of) :]
    else:
        content = await platform.cpu.run(render_export, workflow.title, document, format_name)
        if await _takes_space(platform, workflow, format_name, len(made_of) + len(content)):
            await storage.put(key, made_of + content)
    return Export(content, chosen.media_type, f"{_file_stem(workflow.title)}{chosen.extension}")


async def forget_exports(platform: Platform, organization_id: OrganizationId, workflow_id: UUID) -> None:
    """Remove all files that were made of a workflow."""
    storage = platform.place_of(organization_id).storage
    for format_name in diagrams.FORMATS:
        await storage.delete(_key(organization_id, workflow_id, format_name))


async def _takes_space(platform: Platform, workflow: Workflow, format_name: str, size: int) -> bool:
    """Count the file against the organization's storage; where it would be too much, it is answered and not kept."""
    organization_id, use = workflow.organization_id, Use("exports", f"{workflow.id}/{format_name}")
    async with platform.database.write(tenant(organization_id)) as session:
        await platform.entitlements.release(session, organization_id, use)
        try:
            await platform.entitlements.reserve(session, organization_id, "storage_bytes", use, size)
        except QuotaExceeded:
            return False
        await platform.entitlements.settle(session, organization_id, use)
    return True


def _key(organization_id: OrganizationId, workflow_id: UUID, format_name: str) -> str:
    return f"exports/{organization_id}/{workflow_id}/{format_name}"


@cache
def _renderer() -> str:
    return f"{version('coditect')} {diagrams.REVISION}"


def _file_stem(title: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")[:60] or "workflow"
