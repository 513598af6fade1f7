"""The table of invitations. One that was accepted, declined or taken back is not kept; the audit tells of it."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from coditect.kernel.db import Base, TenantRow
from coditect.kernel.ids import AccountId
from coditect.organizations.roles import Role


class Invitation(TenantRow, Base):
    """An open invitation: bound to an address, an organization and a role."""

    __tablename__ = "invitations"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    email: Mapped[str]
    email_key: Mapped[str]  # see identity's addresses.key_of
    role: Mapped[Role] = mapped_column(String)
    token_hash: Mapped[bytes] = mapped_column(LargeBinary, unique=True)
    invited_by: Mapped[AccountId] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"), index=True)
    # How often it was mailed; each mail has a token of its own, and only the newest counts.
    sending: Mapped[int]
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]

    __table_args__ = (UniqueConstraint("organization_id", "email_key"),)
