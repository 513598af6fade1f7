"""Archives of a person's data: asked for, made by a run, kept where only that person finds them."""

import io
import json
import zipfile
from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

from pydantic import BaseModel, TypeAdapter
from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from coditect import engine
from coditect.kernel.account_data import ExportAccountData, Person, Rows
from coditect.kernel.clock import utc_now
from coditect.kernel.entitlements import QuotaExceeded, Use
from coditect.kernel.ids import AccountId, OrganizationId, RunId
from coditect.kernel.platform import Platform
from coditect.kernel.scope import ENGINE, tenant
from coditect.lifecycle.errors import ArchiveNotFound
from coditect.lifecycle.models import ArchiveRow
from coditect.lifecycle.schemas import ArchiveRead

KIND = "account_export"
HANDLER = "lifecycle.export_account_data"
KEPT_FOR = timedelta(days=7)
"""How long an archive can be downloaded; then its file is removed."""
_ROWS: TypeAdapter[Any] = TypeAdapter(Any)


class ExportInput(BaseModel):
    """Whose data the step puts together."""

    account_id: AccountId


class Exported(BaseModel):
    """The output of the step."""

    files: int
    size: int


async def request_archive(
    session: AsyncSession, organization_id: OrganizationId, account_id: AccountId
) -> ArchiveRead:
    """Queue the run that makes an archive; it belongs to the organization in which the person asks."""
    step = engine.StepDraft(key=str(account_id), handler=HANDLER, input=ExportInput(account_id=account_id))
    run_id = await engine.submit(session, engine.RunDraft(KIND, organization_id, (step,)))
    return ArchiveRead(id=run_id, status="under_way", size=None, expires_at=None)


async def read_archive(
    session: AsyncSession, organization_id: OrganizationId, account_id: AccountId, run_id: RunId
) -> ArchiveRead:
    """Return how far an archive is. Raises `ArchiveNotFound` for one that another person asked for."""
    run = await engine.get_run(session, organization_id, run_id)
    if run.kind != KIND or not any(step.key == str(account_id) for step in run.steps):
        raise ArchiveNotFound
    if run.status == "completed":
        found = await session.get(ArchiveRow, run_id)
        if found is None or found.expires_at <= utc_now():
            return ArchiveRead(id=run_id, status="expired", size=None, expires_at=None)
        return ArchiveRead(id=run_id, status="ready", size=found.size, expires_at=found.expires_at)
    failed = run.status in {"failed", "cancelled", "partial"}
    return ArchiveRead(id=run_id, status="failed" if failed else "under_way", size=None, expires_at=None)


async def download(
    platform: Platform, organization_id: OrganizationId, account_id: AccountId, run_id: RunId
) -> bytes:
    """Return a finished archive; only the person it is about finds it, and not for ever."""
    place = platform.place_of(organization_id)
    async with place.database.read(tenant(organization_id)) as session:
        found = await session.get(ArchiveRow, run_id)
    if found is None or found.account_id != account_id or found.expires_at <= utc_now():
        raise ArchiveNotFound
    content = await place.storage.get(_key(account_id, run_id))
    if content is None:
        raise ArchiveNotFound
    return content


async def make_archive(
    platform: Platform,
    organization_id: OrganizationId,
    person: Person,
    run_id: RunId,
    parts: Sequence[ExportAccountData],
) -> Exported:
    """Put the archive together and store it; done again, it replaces itself."""
    files: dict[str, Rows] = {}
    for part in parts:
        files |= await part(platform, person)
    content = _zip(files)
    await platform.place_of(organization_id).storage.put(_key(person.account_id, run_id), content)
    return Exported(files=len(files), size=len(content))


def finished(
    organization_id: OrganizationId, account_id: AccountId, run_id: RunId, done: Exported
) -> ArchiveRow:
    """Return the row of an archive that is ready now."""
    now = utc_now()
    return ArchiveRow(
        id=run_id,
        organization_id=organization_id,
        account_id=account_id,
        size=done.size,
        ready_at=now,
        expires_at=now + KEPT_FOR,
    )


async def note_archive(platform: Platform, session: AsyncSession, archive: ArchiveRow) -> None:
    """Say that an archive is ready. It counts as storage, but is made however little is left of that."""
    archive = await session.merge(archive)
    organization_id, use = archive.organization_id, _use(archive.id)
    try:
        await platform.entitlements.reserve(session, organization_id, "storage_bytes", use, 0)
    except QuotaExceeded:
        return
    await platform.entitlements.settle(session, organization_id, use, archive.size)


async def remove_archive(platform: Platform, found: ArchiveRow) -> None:
    """Remove an archive; its file goes first, so that none stays behind unknown."""
    place = platform.place_of(found.organization_id)
    await place.storage.delete(_key(found.account_id, found.id))
    async with place.database.write(tenant(found.organization_id)) as session:
        await session.execute(delete(ArchiveRow).where(ArchiveRow.id == found.id))
        await platform.entitlements.release(session, found.organization_id, _use(found.id))


async def remove_expired(platform: Platform) -> None:
    """Remove all archives whose time is over."""
    async with platform.database.read(ENGINE) as session:
        expired = (await session.scalars(select(ArchiveRow).where(ArchiveRow.expires_at <= utc_now()))).all()
    for found in expired:
        await remove_archive(platform, found)


def _zip(files: Mapping[str, Rows]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, rows in sorted(files.items()):
            plain = _ROWS.dump_python(list(rows), mode="json")
            archive.writestr(f"{name}.json", json.dumps(plain, indent=2, ensure_ascii=False))
    return buffer.getvalue()


def _use(run_id: RunId) -> Use:
    return Use("archives", str(run_id))


def _key(account_id: AccountId, run_id: RunId) -> str:
    return f"account-exports/{account_id}/{run_id}.zip"
