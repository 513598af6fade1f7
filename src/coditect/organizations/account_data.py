"""What organizations hold about a person, and what becomes of it when they leave."""

from collections.abc import Mapping

from sqlalchemy import delete, select, update

from coditect.identity import email_key_of
from coditect.kernel.account_data import Leaving, Person, Rows
from coditect.kernel.erasing import FORMER_MEMBER
from coditect.kernel.ids import AccountId
from coditect.kernel.platform import Platform
from coditect.kernel.scope import person as in_person
from coditect.kernel.scope import tenant
from coditect.organizations import service
from coditect.organizations.domains.models import Domain, RemovedMember
from coditect.organizations.invitations.models import Invitation
from coditect.organizations.invitations.service import inviting
from coditect.organizations.models import CustomRole, Membership, Organization
from coditect.organizations.teams.models import Team, TeamMember


async def person_of(platform: Platform, account_id: AccountId) -> Person:
    """Return a person with the organizations that they belong to."""
    async with platform.database.read(in_person(account_id)) as session:
        found = await service.organizations_of(session, account_id)
    return Person(account_id, tuple(one.id for one in found))


async def export_account_data(platform: Platform, person: Person) -> Mapping[str, Rows]:
    """Return where the person belongs, and as what."""
    async with platform.database.read(in_person(person.account_id)) as session:
        found = await service.organizations_of(session, person.account_id)
    teams: list[Mapping[str, object]] = []
    for organization_id in person.organizations:
        async with platform.database.read(tenant(organization_id)) as session:
            rows = await session.execute(
                select(Team.id, Team.name, Team.organization_id)
                .join(TeamMember, TeamMember.team_id == Team.id)
                .where(TeamMember.account_id == person.account_id)
            )
            teams += [dict(row) for row in rows.mappings()]
    return {"organizations": [one.model_dump() for one in found], "teams": teams}


async def erase_account_data(platform: Platform, leaving: Leaving) -> None:
    """Remove organizations that nobody else has; those that were named after the person get another name.

    Their address stands in no invitation any more, not even in those of organizations that they never came to.
    """
    for organization_id in await inviting(platform.database, leaving.email):
        async with platform.database.write(tenant(organization_id)) as session:
            await session.execute(
                delete(Invitation).where(Invitation.email_key == email_key_of(leaving.email))
            )
    for organization_id in leaving.alone:
        async with platform.database.write(tenant(organization_id)) as session:
            for rows in (TeamMember, Team, Invitation, Domain, RemovedMember):
                await session.execute(delete(rows))
            await session.execute(delete(Membership).where(Membership.organization_id == organization_id))
            await session.execute(delete(CustomRole))
            await session.execute(delete(Organization).where(Organization.id == organization_id))
    for organization_id in leaving.shared:
        async with platform.database.write(tenant(organization_id)) as session:
            await session.execute(delete(TeamMember).where(TeamMember.account_id == leaving.account_id))
            await session.execute(delete(RemovedMember).where(RemovedMember.account_id == leaving.account_id))
            await session.execute(delete(Invitation).where(Invitation.invited_by == leaving.account_id))
            named = await session.get(Organization, organization_id)
            if named is not None and leaving.name in named.name:
                renamed = named.name.replace(leaving.name, FORMER_MEMBER)
                await session.execute(
                    update(Organization)
                    .where(Organization.id == organization_id)
                    .values(name=renamed, slug=service.slug_of(renamed))
                )
