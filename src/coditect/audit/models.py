"""The tables of the audit."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, Index, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from coditect.audit.schemas import ActorKind, Outcome
from coditect.kernel.db import Base, Json, TenantRow
from coditect.kernel.ids import AccountId, OrganizationId

INSTALLATION = OrganizationId(UUID(int=0))
"""Whose chain holds what concerns no organization: renewed keys, tries to sign in as nobody who is known."""


class AuditChain(TenantRow, Base):
    """Both ends of an organization's chain: what was kept first, and what came last."""

    __tablename__ = "audit_chains"

    organization_id: Mapped[OrganizationId] = mapped_column(primary_key=True)
    last_sequence: Mapped[int] = mapped_column(BigInteger)
    last_hash: Mapped[bytes] = mapped_column(LargeBinary)
    # Entries up to this one were removed when their time was over; its hash is what the next one continues.
    removed_sequence: Mapped[int] = mapped_column(BigInteger)
    removed_hash: Mapped[bytes] = mapped_column(LargeBinary)
    swept_at: Mapped[datetime]


class AuditEntry(TenantRow, Base):
    """One act. Insert-only; people stand here by pseudonyms, which mean nothing once `AuditPerson` is gone."""

    __tablename__ = "audit_entries"

    organization_id: Mapped[OrganizationId] = mapped_column(primary_key=True)
    sequence: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    event_id: Mapped[UUID]
    occurred_at: Mapped[datetime]
    action: Mapped[str]
    outcome: Mapped[Outcome] = mapped_column(String)
    actor_kind: Mapped[ActorKind] = mapped_column(String)
    actor: Mapped[UUID | None]
    subject_kind: Mapped[str | None]
    subject: Mapped[str | None]
    subject_person: Mapped[UUID | None]
    details: Mapped[dict[str, Any]] = mapped_column(Json)
    particulars_digest: Mapped[bytes | None] = mapped_column(LargeBinary)
    hash: Mapped[bytes] = mapped_column(LargeBinary)

    __table_args__ = (
        UniqueConstraint("organization_id", "event_id"),
        Index("ix_audit_entries_organization_id_occurred_at", "organization_id", "occurred_at"),
        Index("ix_audit_entries_organization_id_action", "organization_id", "action", "sequence"),
        Index("ix_audit_entries_organization_id_actor", "organization_id", "actor", "sequence"),
    )


class AuditPerson(TenantRow, Base):
    """Whom a pseudonym means in one organization; as they were called when they last did something."""

    __tablename__ = "audit_people"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    account_id: Mapped[AccountId]
    name: Mapped[str]
    email: Mapped[str]

    __table_args__ = (UniqueConstraint("organization_id", "account_id"),)


class AuditParticulars(TenantRow, Base):
    """What is personal in an entry, such as the address; the entry holds its salted digest."""

    __tablename__ = "audit_particulars"

    organization_id: Mapped[OrganizationId] = mapped_column(primary_key=True)
    sequence: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    # Whose particulars they are.
    person: Mapped[UUID | None]
    salt: Mapped[bytes] = mapped_column(LargeBinary)
    data: Mapped[dict[str, Any]] = mapped_column(Json)

    __table_args__ = (Index("ix_audit_particulars_person", "organization_id", "person"),)
