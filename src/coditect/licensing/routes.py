"""What an organization uses, over HTTP."""

from fastapi import APIRouter

from coditect.licensing import service
from coditect.licensing.schemas import UsageRead
from coditect.organizations import OrganizationReader, ReadSession

router = APIRouter(tags=["licensing"])


@router.get("/usage")
async def read_usage(member: OrganizationReader, session: ReadSession) -> UsageRead:
    """What the active organization uses, and what its tier allows."""
    return await service.usage(session, member.organization_id)
