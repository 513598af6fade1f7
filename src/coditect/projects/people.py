"""The members of the organization, as those who do tasks and are named in comments."""

import re
from collections.abc import Sequence

from sqlalchemy.ext.asyncio import AsyncSession

from coditect import organizations
from coditect.kernel.ids import AccountId, OrganizationId
from coditect.projects.editing import Mention, Person
from coditect.projects.errors import NotAMemberHere
from coditect.projects.schemas import Assignee, AssigneeWanted


async def people_of(session: AsyncSession, organization_id: OrganizationId) -> Sequence[Person]:
    """Return the members by name."""
    names = await organizations.member_names(session, organization_id)
    return sorted((Person(id=id_, name=name) for id_, name in names.items()), key=_by_name)


async def resolve_assignee(
    session: AsyncSession, organization_id: OrganizationId, wanted: AssigneeWanted | None
) -> Assignee | None:
    """Return who is meant: an account must be a member, and goes by its own name."""
    if wanted is None:
        return None
    if wanted.id is None:
        return Assignee(kind=wanted.kind, name=wanted.name, id=None)
    name = (await organizations.member_names(session, organization_id)).get(wanted.id)
    if name is None:
        raise NotAMemberHere("assignee: choose a member of this organization.")
    return Assignee(kind="account", name=name, id=wanted.id)


async def resolve_mentions(
    session: AsyncSession, organization_id: OrganizationId, text: str, wanted: Sequence[AccountId] | None
) -> list[Mention]:
    """Return the members whom `text` names: the `wanted` ones, or whoever is called so."""
    names = await organizations.member_names(session, organization_id)
    if wanted is not None and not set(wanted) <= set(names):
        raise NotAMemberHere("mentions: only members of this organization can be mentioned.")
    chosen = names if wanted is None else {id_: names[id_] for id_ in wanted}
    return [Mention(account_id=id_, name=name) for id_, name in chosen.items() if _names(text, name)]


def _names(text: str, name: str) -> bool:
    return re.search(rf"(?<!\w)@{re.escape(name)}(?!\w)", text) is not None


def _by_name(person: Person) -> tuple[str, str]:
    return person.name.casefold(), str(person.id)
