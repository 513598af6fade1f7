"""Edits and versions of an analysis over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request, Response
from sqlalchemy.ext.asyncio import AsyncSession

from coditect import organizations
from coditect.kernel.api import Page, problems
from coditect.kernel.platform import Platform, platform_of
from coditect.kernel.scope import tenant
from coditect.organizations import Member, ReadSession, ReplicaSession, WorkflowReader, WorkflowWriter
from coditect.workflows import store
from coditect.workflows.editing import log, versions
from coditect.workflows.editing.schemas import (
    Base,
    Comparison,
    EditLog,
    EditRead,
    NewEdits,
    VersionRead,
    Which,
)

router = APIRouter(prefix="/workflows", tags=["workflows"])

Edited = Annotated[bool, Query(description="With the edits that people made, or as the analysts left it.")]


@router.get("/{workflow_id}/edits")
async def list_edits(workflow_id: UUID, member: WorkflowReader, session: ReadSession) -> EditLog:
    """Return the log of edits and the revision on which the next one is based."""
    return await _log(session, member, workflow_id)


@router.post("/{workflow_id}/edits", responses=problems(409))
async def edit_workflow(
    workflow_id: UUID, edits: NewEdits, request: Request, member: WorkflowWriter
) -> EditLog:
    """Carry out typed operations on the analysis, all or none; what depends on them is computed anew."""
    platform = platform_of(request)
    await log.add(platform, member, workflow_id, edits.base, edits.operations)
    return await _log_now(platform, member, workflow_id)


@router.post("/{workflow_id}/edits/undo", responses=problems(409))
async def undo_edit(workflow_id: UUID, given: Base, request: Request, member: WorkflowWriter) -> EditLog:
    """Take the newest edit back."""
    platform = platform_of(request)
    await log.step(platform, member, workflow_id, given.base, "undo")
    return await _log_now(platform, member, workflow_id)


@router.post("/{workflow_id}/edits/redo", responses=problems(409))
async def redo_edit(workflow_id: UUID, given: Base, request: Request, member: WorkflowWriter) -> EditLog:
    """Do the edit again that was taken back last."""
    platform = platform_of(request)
    await log.step(platform, member, workflow_id, given.base, "redo")
    return await _log_now(platform, member, workflow_id)


@router.get("/{workflow_id}/versions")
async def list_versions(workflow_id: UUID, _: WorkflowReader, session: ReadSession) -> Page[VersionRead]:
    """Return what there is to compare, newest first."""
    workflow = await store.get_workflow(session, workflow_id)
    return Page(items=list(await versions.versions_of(session, workflow.id)), next_cursor=None)


@router.get("/{workflow_id}/compare")
async def compare_versions(
    workflow_id: UUID,
    request: Request,
    _: WorkflowReader,
    session: ReplicaSession,
    which: Annotated[Which, Query()],
) -> Comparison:
    """Return what differs between two versions."""
    workflow = await store.get_workflow(session, workflow_id)
    pair = [
        await versions.document_of(session, workflow.id, version, edited=edited)
        for version, edited in ((which.before, which.before_edited), (which.after, which.after_edited))
    ]
    return Comparison(differences=list(await versions.differences(platform_of(request), *pair)))


@router.get("/{workflow_id}/versions/{version}/drawing", response_class=Response)
async def draw_version(
    workflow_id: UUID,
    version: int,
    request: Request,
    _: WorkflowReader,
    session: ReplicaSession,
    edited: Edited = False,
) -> Response:
    """Return the diagram of one version as SVG."""
    workflow = await store.get_workflow(session, workflow_id)
    document = await versions.document_of(session, workflow.id, version, edited=edited)
    drawing = await versions.drawing(platform_of(request), workflow.title, document)
    return Response(
        drawing,
        media_type="image/svg+xml",
        headers={"content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox"},
    )


async def _log_now(platform: Platform, member: Member, workflow_id: UUID) -> EditLog:
    async with platform.database.read(tenant(member.organization_id)) as session:
        return await _log(session, member, workflow_id)


async def _log(session: AsyncSession, member: Member, workflow_id: UUID) -> EditLog:
    workflow = await store.get_workflow(session, workflow_id)
    edits = await log.edits_of(session, workflow.id)
    names = await organizations.member_names(session, member.organization_id) if edits else {}
    return EditLog(
        revision=workflow.revision,
        items=[
            EditRead.model_validate(
                {
                    "id": edit.id,
                    "state": edit.state,
                    "operation": edit.operation,
                    "words": edit.words,
                    "why": edit.why,
                    "author": names.get(edit.created_by, "Former member"),
                    "created_at": edit.created_at,
                }
            )
            for edit in edits
        ],
    )
