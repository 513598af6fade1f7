"""Tables of `lifecycle`."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from coditect.kernel.db import Base, Json, TenantRow
from coditect.kernel.ids import AccountId, RunId


class ArchiveRow(TenantRow, Base):
    """A finished archive of a person's data, whose file stands in storage until it expires."""

    __tablename__ = "archives"

    id: Mapped[RunId] = mapped_column(primary_key=True)
    account_id: Mapped[AccountId] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"), index=True)
    size: Mapped[int]
    ready_at: Mapped[datetime]
    expires_at: Mapped[datetime]

    __table_args__ = (Index("ix_archives_expires_at", "expires_at"),)


class Erasure(Base):
    """An account that is being erased. The run that does it names only this row, which goes last."""

    __tablename__ = "erasures"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    account_id: Mapped[AccountId]
    email: Mapped[str]
    name: Mapped[str]
    alone: Mapped[list[str]] = mapped_column(Json)
    shared: Mapped[list[str]] = mapped_column(Json)
    requested_at: Mapped[datetime]
