"""Teams of the organization that one works in."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends

from coditect.kernel.api import ResponseModel, problems
from coditect.kernel.idempotency import Once, once
from coditect.kernel.ids import AccountId
from coditect.organizations.access import MemberManager, OrganizationReader, ReadSession, WriteSession
from coditect.organizations.teams import service
from coditect.organizations.teams.service import TeamChange, TeamRead

router = APIRouter(prefix="/teams", tags=["members"])


class Teams(ResponseModel):
    items: list[TeamRead]


@router.get("")
async def list_teams(_: OrganizationReader, session: ReadSession) -> Teams:
    """All teams by name, with who is in them."""
    return Teams(items=await service.teams_of(session))


@router.post("", status_code=201, responses=problems(409))
async def create_team(
    body: TeamChange, member: MemberManager, session: WriteSession, once: Annotated[Once, Depends(once)]
) -> TeamRead:
    """Make a team."""
    return await once(
        session,
        member.organization_id,
        TeamRead,
        lambda: service.create(session, member, body.name),
    )


@router.patch("/{team_id}", responses=problems(409))
async def rename_team(
    team_id: UUID, body: TeamChange, member: MemberManager, session: WriteSession
) -> TeamRead:
    """Give a team another name."""
    return await service.rename(session, member, team_id, body.name)


@router.delete("/{team_id}", status_code=204)
async def delete_team(team_id: UUID, member: MemberManager, session: WriteSession) -> None:
    """Delete a team; its members stay members of the organization."""
    await service.remove(session, member, team_id)


@router.put("/{team_id}/members/{account_id}", status_code=204)
async def put_into_team(
    team_id: UUID, account_id: AccountId, member: MemberManager, session: WriteSession
) -> None:
    """Put a member into a team."""
    await service.put_in(session, member, team_id, account_id)


@router.delete("/{team_id}/members/{account_id}", status_code=204)
async def take_out_of_team(
    team_id: UUID, account_id: AccountId, member: MemberManager, session: WriteSession
) -> None:
    """Take a member out of a team."""
    await service.take_out(session, member, team_id, account_id)
