"""A run as something to follow."""

from sqlalchemy.ext.asyncio import AsyncSession

from coditect import engine
from coditect.kernel.errors import NotFound
from coditect.kernel.ids import OrganizationId, RunId
from coditect.kernel.platform import Platform
from coditect.kernel.streams import Channel, as_stored
from coditect.organizations import Member, Permission, uuid_of


def channel_of(organization_id: OrganizationId, run_id: RunId) -> Channel:
    """Return what happens to a run and its steps, each event named by its topic."""
    subject = engine.run_subject(run_id)
    return Channel(
        name=subject,
        subject=subject,
        organization_id=organization_id,
        translate=as_stored,
        ended=lambda stored: stored.topic == engine.RunFinished.topic,
    )


async def open_run(_: Platform, session: AsyncSession, member: Member, key: str, /) -> Channel:
    """Open a run."""
    if not member.may(Permission.WORKFLOW_READ):
        raise NotFound
    run_id = RunId(uuid_of(key))
    if not await engine.run_states(session, member.organization_id, [run_id]):
        raise NotFound
    return channel_of(member.organization_id, run_id)
