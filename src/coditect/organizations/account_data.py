"""What organizations hold about a person."""

from collections.abc import Mapping

from coditect.kernel.account_data import Person, Rows
from coditect.kernel.ids import AccountId
from coditect.kernel.platform import Platform
from coditect.kernel.scope import person as in_person
from coditect.organizations import service


async def person_of(platform: Platform, account_id: AccountId) -> Person:
    """Return a person with the organizations that they belong to."""
    async with platform.database.read(in_person(account_id)) as session:
        found = await service.organizations_of(session, account_id)
    return Person(account_id, tuple(one.id for one in found))


async def export_account_data(platform: Platform, person: Person) -> Mapping[str, Rows]:
    """Return where the person belongs, and as what."""
    async with platform.database.read(in_person(person.account_id)) as session:
        found = await service.organizations_of(session, person.account_id)
    return {"organizations": [one.model_dump() for one in found]}
