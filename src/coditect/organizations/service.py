"""Creating organizations, and reading who belongs to them."""

import re
import secrets
import unicodedata
from collections.abc import Collection, Mapping

from sqlalchemy import and_, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from coditect.identity import names_of
from coditect.kernel.clock import utc_now
from coditect.kernel.db import Database, enter
from coditect.kernel.events import publish
from coditect.kernel.ids import AccountId, OrganizationId, new_id
from coditect.kernel.scope import OPERATOR, tenant
from coditect.organizations.events import OrganizationCreated, OrganizationRenamed
from coditect.organizations.models import CustomRole, Membership, Organization
from coditect.organizations.roles import PERMISSIONS, Permission, Rights, Role, Tier
from coditect.organizations.schemas import OrganizationRead

_SLUG_TAIL = "abcdefghjkmnpqrstuvwxyz23456789"


async def create_personal(session: AsyncSession, account_id: AccountId, name: str) -> OrganizationId:
    """Create the organization of a new account, which owns it; the session goes on inside it."""
    return await found(session, account_id, f"{name}'s organization", slug_of(name))


async def found(
    session: AsyncSession, account_id: AccountId, name: str, slug: str | None = None
) -> OrganizationId:
    """Create an organization that the account owns; the session goes on inside it."""
    organization_id = OrganizationId(new_id())
    await enter(session, tenant(organization_id, account_id))
    now = utc_now()
    session.add(
        Organization(id=organization_id, name=name, slug=slug or slug_of(name), tier="free", created_at=now)
    )
    await session.flush()
    session.add(
        Membership(organization_id=organization_id, account_id=account_id, role="owner", created_at=now)
    )
    publish(session, OrganizationCreated(organization_id=organization_id, account_id=account_id))
    await session.flush()
    return organization_id


async def organization_by_slug(database: Database, slug: str) -> OrganizationId | None:
    """Return which organization has the slug; for the operator, who may look at all of them."""
    async with database.read(OPERATOR) as session:
        return await session.scalar(select(Organization.id).where(Organization.slug == slug))


async def set_tier(session: AsyncSession, organization_id: OrganizationId, tier: Tier) -> bool:
    """Name the tier of an organization and tell whether there is such an organization."""
    named = await session.scalar(
        update(Organization)
        .where(Organization.id == organization_id)
        .values(tier=tier)
        .returning(Organization.id)
    )
    return named is not None


async def rename(
    session: AsyncSession, organization_id: OrganizationId, account_id: AccountId, name: str
) -> OrganizationRead:
    """Give an organization another name."""
    await session.execute(update(Organization).where(Organization.id == organization_id).values(name=name))
    publish(session, OrganizationRenamed(organization_id=organization_id, account_id=account_id))
    return next(one for one in await organizations_of(session, account_id) if one.id == organization_id)


async def members_who_may(
    session: AsyncSession, organization_id: OrganizationId, permission: Permission
) -> Collection[AccountId]:
    """Return the members whose role has `permission`, be it one of the table or of the organization's own."""
    roles = [role for role, permissions in PERMISSIONS.items() if permission in permissions]
    own = [
        one.id
        for one in await session.scalars(
            select(CustomRole).where(CustomRole.organization_id == organization_id)
        )
        if permission in one.permissions
    ]
    found = await session.scalars(
        select(Membership.account_id).where(
            Membership.organization_id == organization_id,
            or_(Membership.role.in_(roles), Membership.custom_role_id.in_(own)),
        )
    )
    return found.all()


async def role_of(
    session: AsyncSession, organization_id: OrganizationId, account_id: AccountId
) -> Role | None:
    """Return what the account is in the organization; None if it does not belong to it."""
    return await session.scalar(
        select(Membership.role).where(
            Membership.organization_id == organization_id, Membership.account_id == account_id
        )
    )


async def rights_of_members(
    session: AsyncSession, organization_id: OrganizationId, account_ids: Collection[AccountId]
) -> Mapping[AccountId, Rights]:
    """Return what those of the accounts that belong to the organization may do in it."""
    found = await session.execute(
        select(Membership.account_id, Membership.role, CustomRole.permissions)
        .outerjoin(
            CustomRole,
            and_(
                CustomRole.id == Membership.custom_role_id,
                CustomRole.organization_id == Membership.organization_id,
            ),
        )
        .where(Membership.organization_id == organization_id, Membership.account_id.in_(account_ids))
    )
    return {account_id: Rights.of(role, added) for account_id, role, added in found}


async def custom_role_name(
    session: AsyncSession, organization_id: OrganizationId, account_id: AccountId
) -> str | None:
    """Return the name of a member's role, if it is one of the organization's own."""
    return await session.scalar(
        select(CustomRole.name)
        .join(Membership, Membership.custom_role_id == CustomRole.id)
        .where(
            CustomRole.organization_id == organization_id,
            Membership.organization_id == organization_id,
            Membership.account_id == account_id,
        )
    )


async def organizations_of(session: AsyncSession, account_id: AccountId) -> list[OrganizationRead]:
    """Return the organizations of a person with their role in each, oldest first."""
    found = await session.execute(
        select(Organization.id, Organization.name, Organization.slug, Membership.role, Organization.tier)
        .join(Membership, Membership.organization_id == Organization.id)
        .where(Membership.account_id == account_id)
        .order_by(Organization.created_at, Organization.id)
    )
    return [OrganizationRead.model_validate(row) for row in found]


async def member_names(session: AsyncSession, organization_id: OrganizationId) -> Mapping[AccountId, str]:
    """Return the names of the organization's members by their accounts."""
    found = await session.scalars(
        select(Membership.account_id).where(Membership.organization_id == organization_id)
    )
    return await names_of(session, found.all())


def slug_of(name: str) -> str:
    """Return a part of addresses that is read as `name` and that nobody else has."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    words = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:40].strip("-")
    # The tail spares a search for a free one, which would tell a tenant about others.
    tail = "".join(secrets.choice(_SLUG_TAIL) for _ in range(8))
    return f"{words}-{tail}" if words else tail
