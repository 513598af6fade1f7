"""The states of an analysis that can be looked at and compared."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import Text, cast, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from coditect.kernel.platform import Platform
from coditect.workflows.editing.comparing import Difference, compare
from coditect.workflows.editing.errors import VersionNotFound
from coditect.workflows.editing.schemas import VersionRead
from coditect.workflows.models import StoredAnalysis
from coditect.workflows.rendering import Source, render_export


async def versions_of(session: AsyncSession, workflow_id: UUID) -> Sequence[VersionRead]:
    """Return every version, newest first; one that people edited stands there twice, edited first."""
    length = (
        func.json_array_length if session.get_bind().dialect.name == "sqlite" else func.jsonb_array_length
    )
    found = await session.execute(
        select(
            StoredAnalysis.version,
            StoredAnalysis.created_at,
            length(StoredAnalysis.document["tasks"]).label("tasks"),
            StoredAnalysis.edited.is_not(None).label("has_edits"),
            length(StoredAnalysis.edited["tasks"]).label("edited_tasks"),
        )
        .where(StoredAnalysis.workflow_id == workflow_id)
        .order_by(StoredAnalysis.version.desc())
    )
    read: list[VersionRead] = []
    for row in found:
        if row.has_edits:
            read.append(_read(row.version, row.created_at, row.edited_tasks, edited=True))
        read.append(_read(row.version, row.created_at, row.tasks, edited=False))
    return read


def _read(version: int, created_at: object, tasks: int, *, edited: bool) -> VersionRead:
    return VersionRead.model_validate(
        {"version": version, "edited": edited, "created_at": created_at, "tasks": tasks}
    )


async def document_of(session: AsyncSession, workflow_id: UUID, version: int, *, edited: bool) -> str:
    """Return the analysis of a version as JSON; without edits, `edited` changes nothing."""
    original = cast(StoredAnalysis.document, Text)
    wanted = func.coalesce(cast(StoredAnalysis.edited, Text), original) if edited else original
    found = await session.scalar(
        select(wanted).where(StoredAnalysis.workflow_id == workflow_id, StoredAnalysis.version == version)
    )
    if found is None:
        raise VersionNotFound(f"Version {version} was never finished.")
    return found


async def differences(platform: Platform, before: str, after: str) -> Sequence[Difference]:
    """Compare two analyses given as JSON."""
    return await platform.cpu.run(compare, before, after)


async def drawing(platform: Platform, title: str, document: str) -> bytes:
    """Draw an analysis given as JSON."""
    return await platform.cpu.run(render_export, Source(title, document), "svg")
