"""The tables of teams."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from coditect.kernel.db import Base, TenantRow
from coditect.kernel.ids import AccountId


class Team(TenantRow, Base):
    """A named group; no two of an organization have the same name."""

    __tablename__ = "teams"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    name: Mapped[str]
    name_key: Mapped[str]  # in folded case
    created_at: Mapped[datetime]

    __table_args__ = (UniqueConstraint("organization_id", "name_key"),)


class TeamMember(TenantRow, Base):
    """A member's place in a team."""

    __tablename__ = "team_members"

    team_id: Mapped[UUID] = mapped_column(ForeignKey("teams.id", ondelete="CASCADE"), primary_key=True)
    account_id: Mapped[AccountId] = mapped_column(
        ForeignKey("accounts.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    created_at: Mapped[datetime]
