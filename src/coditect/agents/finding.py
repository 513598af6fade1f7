"""Finding agents by words."""

from collections.abc import Sequence

from sqlalchemy.ext.asyncio import AsyncSession

from coditect.agents import directory
from coditect.organizations import Found, Member, Permission


async def find_agents(
    session: AsyncSession, member: Member, words: Sequence[str], limit: int, /
) -> Sequence[Found]:
    """Return agents at work whose name or description has every word; those with it in their name first."""
    if not member.may(Permission.AGENT_READ):
        return ()
    page = await directory.list_agents(session, words=words, retired=False, limit=100, cursor=None)
    named = sorted(page.items, key=lambda one: not all(word in one.name for word in words))
    return [
        Found(
            kind="agent",
            id=one.name,
            title=one.name,
            path=f"/agents/{one.name}",
            project_id=None,
            project_name=None,
            number=None,
            state=None,
        )
        for one in named[:limit]
    ]
