"""The table of API keys."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from coditect.kernel.db import Base, TenantRow
from coditect.kernel.ids import AccountId


class ApiKey(TenantRow, Base):
    """A program's way in, as its maker and no further than its scopes."""

    __tablename__ = "api_keys"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    account_id: Mapped[AccountId] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"), index=True)
    name: Mapped[str]
    hint: Mapped[str]
    digest: Mapped[bytes] = mapped_column(LargeBinary, unique=True)
    scopes: Mapped[list[str]]
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime | None]
    last_used_at: Mapped[datetime | None]
    # Until when a key that was replaced still works.
    retires_at: Mapped[datetime | None]
    replaced_by: Mapped[UUID | None]
    revoked_at: Mapped[datetime | None]
