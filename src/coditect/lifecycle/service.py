"""Archives of a person's data: asked for, made by a run, kept where only that person finds them."""

import io
import json
import zipfile
from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import BaseModel, TypeAdapter
from sqlalchemy.ext.asyncio import AsyncSession

from coditect import engine
from coditect.kernel.account_data import ExportAccountData, Person, Rows
from coditect.kernel.ids import AccountId, OrganizationId, RunId
from coditect.kernel.platform import Platform
from coditect.lifecycle.errors import ArchiveNotFound
from coditect.lifecycle.schemas import ArchiveRead

KIND = "account_export"
HANDLER = "lifecycle.export_account_data"
_ROWS: TypeAdapter[Any] = TypeAdapter(Any)


class ExportInput(BaseModel):
    """Whose data the step puts together."""

    account_id: AccountId


class Exported(BaseModel):
    """The output of the step."""

    files: int


async def request_archive(
    session: AsyncSession, organization_id: OrganizationId, account_id: AccountId
) -> ArchiveRead:
    """Queue the run that makes an archive; it belongs to the organization in which the person asks."""
    step = engine.StepDraft(key=str(account_id), handler=HANDLER, input=ExportInput(account_id=account_id))
    run_id = await engine.submit(session, engine.RunDraft(KIND, organization_id, (step,)))
    return ArchiveRead(id=run_id, status="under_way")


async def read_archive(
    session: AsyncSession, organization_id: OrganizationId, account_id: AccountId, run_id: RunId
) -> ArchiveRead:
    """Return how far an archive is. Raises `ArchiveNotFound` for one that another person asked for."""
    run = await engine.get_run(session, organization_id, run_id)
    if run.kind != KIND or not any(step.key == str(account_id) for step in run.steps):
        raise ArchiveNotFound
    if run.status == "completed":
        return ArchiveRead(id=run_id, status="ready")
    return ArchiveRead(
        id=run_id, status="failed" if run.status in {"failed", "cancelled", "partial"} else "under_way"
    )


async def download(
    platform: Platform, organization_id: OrganizationId, account_id: AccountId, run_id: RunId
) -> bytes:
    """Return a finished archive; its key holds the person, so that nobody else's id leads to it."""
    content = await platform.place_of(organization_id).storage.get(_key(account_id, run_id))
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
    return Exported(files=len(files))


def _zip(files: Mapping[str, Rows]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, rows in sorted(files.items()):
            plain = _ROWS.dump_python(list(rows), mode="json")
            archive.writestr(f"{name}.json", json.dumps(plain, indent=2, ensure_ascii=False))
    return buffer.getvalue()


def _key(account_id: AccountId, run_id: RunId) -> str:
    return f"account-exports/{account_id}/{run_id}.zip"
