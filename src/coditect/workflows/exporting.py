"""Files made of an analysis, rendered outside the event loop and kept until the analysis or the renderer changes."""

import hashlib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, partial
from importlib.metadata import version
from typing import get_args
from uuid import UUID

from coditect.kernel.entitlements import QuotaExceeded, Use
from coditect.kernel.ids import OrganizationId
from coditect.kernel.platform import Platform
from coditect.kernel.scope import tenant
from coditect.workflows import diagrams, reports
from coditect.workflows.diagrams import Look, State
from coditect.workflows.errors import UnknownArtifact, UnknownExportFormat
from coditect.workflows.models import Workflow
from coditect.workflows.rendering import Source, render_all, render_artifact, render_export

ARCHIVE = "zip"


@dataclass(frozen=True)
class Wanted:
    """A file that can be made of an analysis: its name in the storage, and how it is made."""

    key: str
    media_type: str
    ending: str
    """What follows the title in the file's name."""
    make: Callable[[Source], bytes]


@dataclass(frozen=True)
class Export:
    """A file for people or programs outside."""

    content: bytes
    media_type: str
    file_name: str


def drawing(format_name: str, of: State = "as_is", look: Look = "light") -> Wanted:
    """Choose the diagram in a format, or the archive of everything; raise `UnknownExportFormat` for what is neither."""
    if format_name == ARCHIVE:
        return Wanted(ARCHIVE, "application/zip", ".zip", render_all)
    if format_name not in diagrams.FORMATS:
        raise UnknownExportFormat(f"format: choose one of {', '.join((*diagrams.FORMATS, ARCHIVE))}.")
    chosen = diagrams.FORMATS[format_name]
    states: dict[State, str] = {"as_is": "", "to_be": "to-be"}
    said = [states[of], "" if look == "light" else look]
    key = ".".join(part for part in (format_name, *said) if part)
    ending = "-".join(["", *(part for part in said if part)]) + chosen.extension
    return Wanted(
        key, chosen.media_type, ending, partial(render_export, format_name=format_name, of=of, look=look)
    )


def artifact(name: str, format_name: str) -> Wanted:
    """Choose a document to hand on; raise `UnknownArtifact` for what is none."""
    if name not in reports.ARTIFACTS:
        raise UnknownArtifact(f"artifact: choose one of {', '.join(reports.ARTIFACTS)}.")
    chosen = reports.ARTIFACTS[name]
    if format_name not in chosen.formats:
        raise UnknownExportFormat(f"format: choose one of {', '.join(chosen.formats)} for {chosen.name}.")
    written = reports.FORMATS[format_name]
    make = partial(render_artifact, name=name, format_name=format_name)
    return Wanted(f"{name}.{format_name}", written.media_type, f"-{name}{written.extension}", make)


def media_types() -> list[str]:
    """Return what an export may be answered as."""
    formats = (chosen.media_type.partition(";")[0] for chosen in diagrams.FORMATS.values())
    return sorted({*formats, "application/zip"})


def artifact_media_types() -> list[str]:
    """Return what an artifact may be answered as."""
    return sorted({chosen.media_type.partition(";")[0] for chosen in reports.FORMATS.values()})


async def export(platform: Platform, workflow: Workflow, source: Source, wanted: Wanted) -> Export:
    """Return a file of the analysis of `workflow`."""
    # One file for each workflow and kind, which says what it was made of: nothing outdated stays behind.
    key = _key(workflow.organization_id, workflow.id, wanted.key)
    made_of = _made_of(source)
    storage = platform.place_of(workflow.organization_id).storage
    kept = await storage.get(key)
    if kept is not None and kept.startswith(made_of):
        content = kept[len(made_of) :]
    else:
        content = await platform.cpu.run_aside(wanted.make, source)
        if await _takes_space(platform, workflow, wanted.key, len(made_of) + len(content)):
            await storage.put(key, made_of + content)
    return Export(content, wanted.media_type, f"{_file_stem(source.title)}{wanted.ending}")


async def forget_exports(platform: Platform, organization_id: OrganizationId, workflow_id: UUID) -> None:
    """Remove all files that were made of a workflow."""
    storage = platform.place_of(organization_id).storage
    for wanted in _all_wanted():
        await storage.delete(_key(organization_id, workflow_id, wanted.key))


def _all_wanted() -> Iterator[Wanted]:
    yield drawing(ARCHIVE)
    for format_name in diagrams.FORMATS:
        for of in get_args(State):
            yield from (drawing(format_name, of, look) for look in diagrams.LOOKS)
    for chosen in reports.ARTIFACTS.values():
        yield from (artifact(chosen.name, format_name) for format_name in chosen.formats)


async def _takes_space(platform: Platform, workflow: Workflow, key: str, size: int) -> bool:
    """Count the file against the organization's storage; where it would be too much, it is answered and not kept."""
    organization_id, use = workflow.organization_id, Use("exports", f"{workflow.id}/{key}")
    async with platform.database.write(tenant(organization_id)) as session:
        await platform.entitlements.release(session, organization_id, use)
        try:
            await platform.entitlements.reserve(session, organization_id, "storage_bytes", use, size)
        except QuotaExceeded:
            return False
        await platform.entitlements.settle(session, organization_id, use)
    return True


def _key(organization_id: OrganizationId, workflow_id: UUID, key: str) -> str:
    return f"exports/{organization_id}/{workflow_id}/{key}"


def _made_of(source: Source) -> bytes:
    told = (_renderer(), source.title, str(source.analysed_on), source.description, source.document)
    digest = hashlib.sha256()
    for part in told:
        digest.update(hashlib.sha256(part.encode()).digest())
    return digest.digest()


@cache
def _renderer() -> str:
    return f"{version('coditect')} {diagrams.REVISION} {reports.REVISION}"


def _file_stem(title: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")[:60] or "workflow"
