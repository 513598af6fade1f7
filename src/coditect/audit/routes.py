"""The audit over REST: for those whose role may read it, and of their organization alone."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Request
from pydantic import AwareDatetime
from starlette.responses import StreamingResponse

from coditect.audit import service
from coditect.audit.events import AuditExported
from coditect.audit.schemas import AuditFilters, AuditPage, ChainRead, Form, Outcome
from coditect.audit.service import Wanted
from coditect.audit.telling import lines_of
from coditect.audit.verifying import verify_chain
from coditect.kernel.api import DEFAULT_LIMIT, Limit
from coditect.kernel.clock import utc_now
from coditect.kernel.events import publish
from coditect.kernel.platform import platform_of
from coditect.organizations import AuditReader, ReplicaSession, WriteSession

router = APIRouter(prefix="/audit", tags=["audit"])

Text = Annotated[str | None, Query(max_length=200)]
_MEDIA: dict[Form, str] = {"csv": "text/csv; charset=utf-8", "jsonl": "application/jsonl"}


async def _wanted(
    *,
    q: Annotated[
        str | None,
        Query(max_length=200, description="Words that stand in the act, a name, an address or a detail."),
    ] = None,
    actor: Annotated[UUID | None, Query(description="Who did it, by the id that entries give.")] = None,
    action: Text = None,
    subject: Text = None,
    person: Annotated[UUID | None, Query(description="Whom it was done to.")] = None,
    outcome: Outcome | None = None,
    since: AwareDatetime | None = None,
    until: AwareDatetime | None = None,
) -> Wanted:
    return Wanted(q, actor, action, subject, person, outcome, since, until)


_Wanted = Annotated[Wanted, Depends(_wanted)]


@router.get("")
async def list_audit(
    *,
    member: AuditReader,
    session: ReplicaSession,
    wanted: _Wanted,
    limit: Limit = DEFAULT_LIMIT,
    cursor: Annotated[int | None, Query(ge=1, le=2**62)] = None,
) -> AuditPage:
    """What happened in your organization that matters for its security, newest first."""
    return await service.list_entries(session, member.organization_id, wanted, limit=limit, before=cursor)


@router.get("/filters")
async def read_audit_filters(request: Request, member: AuditReader, session: ReplicaSession) -> AuditFilters:
    """Which acts and people there are to filter by, and how long entries are kept."""
    days = platform_of(request).settings.audit_retention_days
    return await service.filters(session, member.organization_id, days)


@router.get("/verification")
async def verify_audit(request: Request, member: AuditReader) -> ChainRead:
    """Hash every entry anew, and tell whether the chain holds."""
    database = platform_of(request).place_of(member.organization_id).database
    chain = await verify_chain(database, member.scope, member.organization_id)
    return ChainRead(
        entries=chain.entries,
        last_sequence=chain.last_sequence,
        last_hash=chain.last_hash.hex(),
        intact=chain.broken_at is None,
        broken_at=chain.broken_at,
        fault=chain.fault,
    )


@router.get("/export", response_class=StreamingResponse)
async def export_audit(
    request: Request, member: AuditReader, session: WriteSession, wanted: _Wanted, form: Form = "csv"
) -> StreamingResponse:
    """All entries that the filters leave, oldest first, as CSV or JSON Lines; this is an act of its own."""
    publish(
        session,
        AuditExported(organization_id=member.organization_id, account_id=member.account_id, form=form),
    )
    database = platform_of(request).place_of(member.organization_id).database
    name = f"audit-{utc_now():%Y-%m-%d}.{form}"
    return StreamingResponse(
        lines_of(service.every_entry(database, member.organization_id, wanted), form),
        media_type=_MEDIA[form],
        headers={"content-disposition": f'attachment; filename="{name}"'},
    )
