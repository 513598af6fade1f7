"""Deleting an account: at once for everybody to see, then by a durable run, context by context, down to the account.

The run belongs to a tenant of its own that nobody is a member of, and names only its `Erasure`: what is left of the
run in the end tells nothing of whom it erased.
"""

from collections.abc import Mapping
from uuid import UUID

from pydantic import BaseModel
from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from coditect import engine, identity, organizations
from coditect.kernel import acting
from coditect.kernel.account_data import EraseAccountData, Leaving
from coditect.kernel.clock import utc_now
from coditect.kernel.db import enter
from coditect.kernel.ids import AccountId, OrganizationId, new_id
from coditect.kernel.platform import Platform
from coditect.kernel.scope import NOBODY, person, tenant
from coditect.lifecycle import service
from coditect.lifecycle.models import ArchiveRow, Erasure
from coditect.lifecycle.schemas import DeletionPreview, OrganizationAfter

KIND = "account_erasure"
HANDLER = "lifecycle.erase_account_data"
LAST = "erasure"
TRIES = 10

Erasers = Mapping[str, EraseAccountData]
"""The contexts' parts by name, in the order in which they are done: whoever points to others goes first."""


class EraseInput(BaseModel):
    """One part of one erasure."""

    erasure_id: UUID
    part: str


class Erased(BaseModel):
    """The output of a step."""

    part: str


async def preview(session: AsyncSession, account_id: AccountId) -> DeletionPreview:
    """Return what would become of the organizations of a person; the session sees their memberships."""
    found = await organizations.organizations_of(session, account_id)
    after: list[OrganizationAfter] = []
    for one in found:
        await enter(session, tenant(one.id, account_id))
        fate = await organizations.fate_without(session, one.id, account_id)
        after.append(OrganizationAfter(id=one.id, name=one.name, fate=fate))
    return DeletionPreview(organizations=after)


async def request(session: AsyncSession, account_id: AccountId, parts: Erasers) -> UUID:
    """Take the person out of everything that others see, and queue the run that erases the rest.

    Raises `LastOwner`, and then nothing was changed.
    """
    erasure_id = new_id()
    alone: list[OrganizationId] = []
    shared: list[OrganizationId] = []
    for one in await organizations.organizations_of(session, account_id):
        await enter(session, tenant(one.id, account_id))
        goes_on = await organizations.leave(session, one.id, account_id)
        (shared if goes_on else alone).append(one.id)
    await enter(session, person(account_id))
    withdrawn = await identity.withdraw(session, account_id, erasure_id)
    session.add(
        Erasure(
            id=erasure_id,
            account_id=account_id,
            email=withdrawn.email,
            name=withdrawn.name,
            alone=[str(one) for one in alone],
            shared=[str(one) for one in shared],
            requested_at=utc_now(),
        )
    )
    await session.flush()
    tenant_of_its_own = OrganizationId(erasure_id)
    await enter(session, tenant(tenant_of_its_own))
    with acting.nobody():
        await engine.submit(session, engine.RunDraft(KIND, tenant_of_its_own, _steps(erasure_id, parts)))
    return erasure_id


def _steps(erasure_id: UUID, parts: Erasers) -> tuple[engine.StepDraft, ...]:
    names = [*parts, LAST]
    return tuple(
        engine.StepDraft(
            key=name,
            handler=HANDLER,
            input=EraseInput(erasure_id=erasure_id, part=name),
            needs=(engine.Need(names[place - 1]),) if place else (),
            max_tries=TRIES,
        )
        for place, name in enumerate(names)
    )


async def do_part(platform: Platform, given: EraseInput, parts: Erasers) -> Erased:
    """Do one part; done again, or after the whole was done, it changes nothing."""
    async with platform.database.read(NOBODY) as session:
        found = await session.scalar(select(Erasure).where(Erasure.id == given.erasure_id))
    if found is not None and given.part == LAST:
        async with platform.database.write(NOBODY) as session:
            await session.execute(delete(Erasure).where(Erasure.id == given.erasure_id))
    elif found is not None:
        await parts[given.part](platform, _leaving(found))
    return Erased(part=given.part)


def _leaving(found: Erasure) -> Leaving:
    return Leaving(
        account_id=found.account_id,
        email=found.email,
        name=found.name,
        alone=tuple(OrganizationId(UUID(one)) for one in found.alone),
        shared=tuple(OrganizationId(UUID(one)) for one in found.shared),
    )


async def erase_account_data(platform: Platform, leaving: Leaving) -> None:
    """Remove the archives of a person, and the runs that made them."""
    for organization_id in leaving.alone + leaving.shared:
        database = platform.place_of(organization_id).database
        async with database.read(tenant(organization_id)) as session:
            found = await session.scalars(
                select(ArchiveRow).where(ArchiveRow.account_id == leaving.account_id)
            )
            archives = found.all()
        for archive in archives:
            await service.remove_archive(platform, archive)
        async with database.write(tenant(organization_id)) as session:
            await engine.forget_runs(session, organization_id, service.KIND, str(leaving.account_id))
