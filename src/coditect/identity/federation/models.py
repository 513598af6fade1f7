"""The table of federated identities."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from coditect.kernel.db import Base
from coditect.kernel.ids import AccountId


class FederatedIdentity(Base):
    """Who somebody is elsewhere. Issuer and subject say it, never the address, which changes hands."""

    __tablename__ = "federated_identities"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    account_id: Mapped[AccountId] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"), index=True)
    provider: Mapped[str]
    issuer: Mapped[str]
    subject: Mapped[str]
    # As the provider said when it was last used, for people to recognise it.
    email: Mapped[str]
    created_at: Mapped[datetime]
    last_used_at: Mapped[datetime]

    __table_args__ = (UniqueConstraint("issuer", "subject"),)
