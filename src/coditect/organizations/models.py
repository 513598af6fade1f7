"""The tables of organizations.

Organizations and memberships are no plain tenant rows: a person sees all organizations they belong to, whichever is active. Queries therefore
name the organization or the account themselves; row-level security asks for the same.
"""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from coditect.kernel.db import Base, TenantRow
from coditect.kernel.ids import AccountId, OrganizationId
from coditect.organizations.roles import Role, Tier


class Organization(Base):
    """The tenant."""

    __tablename__ = "organizations"

    id: Mapped[OrganizationId] = mapped_column(primary_key=True)
    name: Mapped[str]
    slug: Mapped[str] = mapped_column(unique=True)
    tier: Mapped[Tier] = mapped_column(String)
    created_at: Mapped[datetime]


class CustomRole(TenantRow, Base):
    """A named set of permissions that an organization made for itself."""

    __tablename__ = "custom_roles"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    name: Mapped[str]
    name_key: Mapped[str]  # in folded case
    permissions: Mapped[list[str]]
    created_at: Mapped[datetime]

    __table_args__ = (UniqueConstraint("organization_id", "name_key"),)


class Membership(Base):
    """An account's place in an organization."""

    __tablename__ = "memberships"

    organization_id: Mapped[OrganizationId] = mapped_column(
        ForeignKey("organizations.id", ondelete="CASCADE"), primary_key=True
    )
    account_id: Mapped[AccountId] = mapped_column(
        ForeignKey("accounts.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    role: Mapped[Role] = mapped_column(String)
    # Adds its permissions to those of the role; never looked up without the organization.
    custom_role_id: Mapped[UUID | None] = mapped_column(ForeignKey("custom_roles.id"))
    created_at: Mapped[datetime]
    # When the person put the first steps away.
    welcomed_at: Mapped[datetime | None]
