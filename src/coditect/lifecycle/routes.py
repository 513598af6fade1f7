"""Taking one's data along, and leaving, over HTTP."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response

from coditect.identity import Confirmation, CurrentAccount, confirm
from coditect.kernel.api import problems
from coditect.kernel.idempotency import Once, once
from coditect.kernel.ids import RunId
from coditect.kernel.platform import platform_of
from coditect.kernel.scope import person
from coditect.lifecycle import erasure, service
from coditect.lifecycle.schemas import AccountDeletion, ArchiveRead, DeletionPreview, DeletionRead
from coditect.organizations import CurrentMember, ReadSession, WriteSession

router = APIRouter(prefix="/me/export", tags=["account"])
leaving = APIRouter(prefix="/me", tags=["account"])


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


@leaving.get("/deletion")
async def preview_deletion(request: Request, current: CurrentAccount) -> DeletionPreview:
    """What would become of your organizations if you deleted your account."""
    async with platform_of(request).database.read(person(current.account_id)) as session:
        return await erasure.preview(session, current.account_id)


@leaving.delete("", status_code=202, responses=problems(409, 429))
async def delete_account(body: AccountDeletion, request: Request, current: CurrentAccount) -> DeletionRead:
    """Delete your account, and every organization that is yours alone. Nothing brings it back."""
    platform = platform_of(request)
    given = Confirmation(
        email=body.email,
        password=body.password.get_secret_value(),
        address=request.client.host if request.client else "",
    )
    await confirm(platform.database, current.account_id, given)
    async with platform.database.write(person(current.account_id)) as session:
        return DeletionRead(id=await erasure.request(session, current.account_id, request.app.state.erasers))
