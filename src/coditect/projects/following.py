"""A project as something to follow."""

from sqlalchemy.ext.asyncio import AsyncSession

from coditect.kernel.errors import NotFound
from coditect.kernel.ids import ProjectId
from coditect.kernel.platform import Platform
from coditect.kernel.streams import Channel
from coditect.organizations import Member, Permission, uuid_of
from coditect.projects import activity, service


async def open_project(platform: Platform, session: AsyncSession, member: Member, key: str, /) -> Channel:
    """Open what happens in a project."""
    if not member.may(Permission.PROJECT_READ):
        raise NotFound
    project_id = ProjectId(uuid_of(key))
    await service.get_project(session, project_id)
    return activity.channel_of(platform.database, member.organization_id, project_id)
