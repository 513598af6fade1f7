"""Mailed links that change an account."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from sqlalchemy import ForeignKey, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from coditect.kernel.db import Base
from coditect.kernel.ids import AccountId

LinkKind = Literal["password_reset", "email_change", "email_revert"]


class AccountLink(Base):
    """One mailed link; `email` is the address that it sets, or the one that it was sent to."""

    __tablename__ = "account_links"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    account_id: Mapped[AccountId] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"), index=True)
    kind: Mapped[LinkKind] = mapped_column(String)
    token_hash: Mapped[bytes] = mapped_column(LargeBinary, unique=True)
    email: Mapped[str]
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]
