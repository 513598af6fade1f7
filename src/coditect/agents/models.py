"""Tables of `agents`; rows never leave this package."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKeyConstraint, PrimaryKeyConstraint, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from coditect.agents.providers import Provider
from coditect.kernel.db import Base, TenantRow
from coditect.kernel.ids import AccountId


class OwnModel(TenantRow, Base):
    """The model that answers for an organization; its key is among the organization's secrets."""

    __tablename__ = "own_models"

    provider: Mapped[Provider] = mapped_column(String)
    name: Mapped[str]
    base_url: Mapped[str | None]
    updated_at: Mapped[datetime]

    __table_args__ = (PrimaryKeyConstraint("organization_id"),)


class UsedAgentRow(TenantRow, Base):
    """A text that an agent of some run had, whatever became of the agent."""

    __tablename__ = "used_agents"

    digest: Mapped[str]
    text: Mapped[str]
    first_used_at: Mapped[datetime]

    __table_args__ = (PrimaryKeyConstraint("organization_id", "digest"),)


class OwnAgentRow(TenantRow, Base):
    """An agent that an organization wrote itself; `version` is the current one."""

    __tablename__ = "own_agents"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    name: Mapped[str]
    version: Mapped[int]
    retired_at: Mapped[datetime | None]
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]

    __table_args__ = (
        UniqueConstraint("organization_id", "name"),
        # What versions point to, so that none can belong to another organization than its agent.
        UniqueConstraint("organization_id", "id"),
    )


class OwnAgentVersionRow(TenantRow, Base):
    """One version of an agent's text. The database refuses to change it."""

    __tablename__ = "own_agent_versions"

    agent_id: Mapped[UUID] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column(primary_key=True)
    digest: Mapped[str]
    description: Mapped[str]
    """As the text gives it; kept apart for searching."""
    text: Mapped[str]
    author_id: Mapped[AccountId]
    author_name: Mapped[str]
    created_at: Mapped[datetime]

    __table_args__ = (
        ForeignKeyConstraint(
            ["organization_id", "agent_id"],
            ["own_agents.organization_id", "own_agents.id"],
            ondelete="CASCADE",
        ),
    )
