"""Making teams and saying who is in them."""

from collections import defaultdict
from typing import Annotated
from uuid import UUID

from pydantic import Field
from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from coditect.kernel.api import RequestModel, ResponseModel
from coditect.kernel.clock import utc_now
from coditect.kernel.errors import Conflict, NotFound
from coditect.kernel.events import publish
from coditect.kernel.ids import AccountId, new_id
from coditect.organizations import members
from coditect.organizations.access import Member
from coditect.organizations.events import (
    TeamCreated,
    TeamDeleted,
    TeamMemberAdded,
    TeamMemberRemoved,
    TeamRenamed,
)
from coditect.organizations.schemas import OrganizationName
from coditect.organizations.teams.models import Team, TeamMember

MOST_TEAMS = 500


class TeamNotFound(NotFound):
    code = "team_not_found"
    title = "There is no such team"


class TeamNameTaken(Conflict):
    code = "team_name_taken"
    title = "Another team is called that"


class TooManyTeams(Conflict):
    code = "too_many_teams"
    title = "There are too many teams"


class TeamChange(RequestModel):
    name: Annotated[OrganizationName, Field(max_length=100)]


class TeamRead(ResponseModel):
    id: UUID
    name: str
    member_ids: list[AccountId]


async def teams_of(session: AsyncSession) -> list[TeamRead]:
    """Return the teams of the session's organization by name, with who is in them."""
    teams = (await session.scalars(select(Team).order_by(Team.name_key))).all()
    people: defaultdict[UUID, list[AccountId]] = defaultdict(list)
    for one in await session.scalars(select(TeamMember).order_by(TeamMember.created_at)):
        people[one.team_id].append(one.account_id)
    return [TeamRead(id=team.id, name=team.name, member_ids=people[team.id]) for team in teams]


async def create(session: AsyncSession, member: Member, name: str) -> TeamRead:
    """Make a team, which nobody is in yet."""
    await members.lock(session, member.organization_id)
    await _check_free(session, name)
    if len((await session.scalars(select(Team.id))).all()) >= MOST_TEAMS:
        raise TooManyTeams(f"An organization has at most {MOST_TEAMS}; delete those that nobody needs.")
    team = Team(
        id=new_id(),
        organization_id=member.organization_id,
        name=name,
        name_key=name.casefold(),
        created_at=utc_now(),
    )
    session.add(team)
    await session.flush()
    publish(
        session,
        TeamCreated(organization_id=member.organization_id, account_id=member.account_id, team_id=team.id),
    )
    return TeamRead(id=team.id, name=name, member_ids=[])


async def rename(session: AsyncSession, member: Member, team_id: UUID, name: str) -> TeamRead:
    """Give a team another name."""
    await members.lock(session, member.organization_id)
    team = await _one(session, team_id)
    await _check_free(session, name, but=team_id)
    if team.name != name:
        team.name, team.name_key = name, name.casefold()
        publish(
            session,
            TeamRenamed(
                organization_id=member.organization_id, account_id=member.account_id, team_id=team_id
            ),
        )
        await session.flush()
    return next(one for one in await teams_of(session) if one.id == team_id)


async def remove(session: AsyncSession, member: Member, team_id: UUID) -> None:
    """Delete a team; its members stay members of the organization."""
    await _one(session, team_id)
    await session.execute(delete(TeamMember).where(TeamMember.team_id == team_id))
    await session.execute(delete(Team).where(Team.id == team_id))
    publish(
        session,
        TeamDeleted(organization_id=member.organization_id, account_id=member.account_id, team_id=team_id),
    )


async def put_in(session: AsyncSession, member: Member, team_id: UUID, account_id: AccountId) -> None:
    """Put a member into a team; who is in it already stays."""
    await members.lock(session, member.organization_id)
    await _one(session, team_id)
    await members.role_in(session, member.organization_id, account_id)
    if await session.get(TeamMember, (team_id, account_id)) is not None:
        return
    session.add(
        TeamMember(
            team_id=team_id,
            organization_id=member.organization_id,
            account_id=account_id,
            created_at=utc_now(),
        )
    )
    await session.flush()
    publish(
        session,
        TeamMemberAdded(organization_id=member.organization_id, account_id=account_id, team_id=team_id),
    )


async def take_out(session: AsyncSession, member: Member, team_id: UUID, account_id: AccountId) -> None:
    """Take a member out of a team."""
    await _one(session, team_id)
    gone = await session.scalar(
        delete(TeamMember)
        .where(TeamMember.team_id == team_id, TeamMember.account_id == account_id)
        .returning(TeamMember.account_id)
    )
    if gone is None:
        raise TeamNotFound("This team has no such member.")
    publish(
        session,
        TeamMemberRemoved(organization_id=member.organization_id, account_id=account_id, team_id=team_id),
    )


async def _one(session: AsyncSession, team_id: UUID) -> Team:
    found = await session.scalar(select(Team).where(Team.id == team_id))
    if found is None:
        raise TeamNotFound("It may have been deleted.")
    return found


async def _check_free(session: AsyncSession, name: str, but: UUID | None = None) -> None:
    taken = await session.scalar(select(Team.id).where(Team.name_key == name.casefold()))
    if taken is not None and taken != but:
        raise TeamNameTaken("Choose another name.")
