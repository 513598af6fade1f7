"""The table of domains, and who must not come back by one."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from coditect.kernel.db import Base, TenantRow
from coditect.kernel.ids import AccountId

Joining = Literal["nobody", "on_request", "automatic"]
JoiningRole = Literal["developer", "analyst", "viewer"]

_VERIFIED = text("verified_at IS NOT NULL")


class Domain(TenantRow, Base):
    """A domain that an organization claims; it counts once verified, and then for this organization alone."""

    __tablename__ = "domains"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    name: Mapped[str]  # in ASCII, as DNS has it
    challenge: Mapped[str]
    joining: Mapped[Joining] = mapped_column(String)
    role: Mapped[JoiningRole] = mapped_column(String)
    created_at: Mapped[datetime]
    verified_at: Mapped[datetime | None]

    __table_args__ = (
        UniqueConstraint("organization_id", "name"),
        Index("uq_domains_verified", "name", unique=True, sqlite_where=_VERIFIED, postgresql_where=_VERIFIED),
    )


class RemovedMember(TenantRow, Base):
    """Somebody whom the organization removed: an invitation brings them back, a domain does not."""

    __tablename__ = "removed_members"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    account_id: Mapped[AccountId] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"), index=True)
    removed_at: Mapped[datetime]

    __table_args__ = (UniqueConstraint("organization_id", "account_id"),)
