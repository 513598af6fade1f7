"""Taking one's data along, over HTTP."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response

from coditect.kernel.idempotency import Once, once
from coditect.kernel.ids import RunId
from coditect.kernel.platform import platform_of
from coditect.lifecycle import service
from coditect.lifecycle.schemas import ArchiveRead
from coditect.organizations import CurrentMember, ReadSession, WriteSession

router = APIRouter(prefix="/me/export", tags=["account"])


@router.post("", status_code=202)
async def request_export(
    member: CurrentMember, session: WriteSession, only_once: Annotated[Once, Depends(once)]
) -> ArchiveRead:
    """Ask for an archive of everything that is held about the signed-in person."""
    return await only_once(
        session,
        member.organization_id,
        ArchiveRead,
        lambda: service.request_archive(session, member.organization_id, member.account_id),
    )


@router.get("/{export_id}")
async def read_export(export_id: RunId, member: CurrentMember, session: ReadSession) -> ArchiveRead:
    """How far the archive is."""
    return await service.read_archive(session, member.organization_id, member.account_id, export_id)


@router.get("/{export_id}/download", response_class=Response)
async def download_export(export_id: RunId, request: Request, member: CurrentMember) -> Response:
    """The archive: a ZIP of JSON files. Only the person it is about finds it."""
    content = await service.download(
        platform_of(request), member.organization_id, member.account_id, export_id
    )
    return Response(
        content,
        media_type="application/zip",
        headers={"content-disposition": 'attachment; filename="coditect-account.zip"'},
    )
