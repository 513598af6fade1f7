"""Tables of notifications. A row belongs to one person in one organization; queries name both."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Index, PrimaryKeyConstraint, String, text
from sqlalchemy.orm import Mapped, mapped_column

from coditect.kernel.db import Base, TenantRow
from coditect.kernel.ids import AccountId
from coditect.notifications.schemas import Kind


class NotificationRow(TenantRow, Base):
    """`about` names the fact, so that a repeated event does not notify twice."""

    __tablename__ = "notifications"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    account_id: Mapped[AccountId] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"))
    kind: Mapped[Kind] = mapped_column(String)
    about: Mapped[str]
    title: Mapped[str]
    path: Mapped[str]
    data: Mapped[dict[str, Any]]
    created_at: Mapped[datetime]
    read_at: Mapped[datetime | None]

    __table_args__ = (
        Index("ix_notifications_account_id_id", "organization_id", "account_id", "id"),
        Index("ix_notifications_about", "account_id", "about"),
        Index(
            "ix_notifications_unread",
            "organization_id",
            "account_id",
            sqlite_where=text("read_at IS NULL"),
            postgresql_where=text("read_at IS NULL"),
        ),
    )


class MutedRow(TenantRow, Base):
    """A kind that a person does not want to hear of."""

    __tablename__ = "muted_notifications"

    account_id: Mapped[AccountId] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"))
    kind: Mapped[Kind] = mapped_column(String)

    __table_args__ = (PrimaryKeyConstraint("organization_id", "account_id", "kind"),)
