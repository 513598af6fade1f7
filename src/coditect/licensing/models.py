"""Tables of `licensing`; rows never leave this package."""

from datetime import datetime
from typing import Literal

from sqlalchemy import BigInteger, CheckConstraint, PrimaryKeyConstraint, String
from sqlalchemy.orm import Mapped, mapped_column

from coditect.kernel.db import Base, TenantRow
from coditect.kernel.entitlements import Measure
from coditect.organizations import Tier

UseState = Literal["reserved", "settled", "released"]

STANDING = "standing"
"""The period of what is counted as it stands; the others are named by year and month."""


class AssignedTier(TenantRow, Base):
    """The tier that binds an organization; without a row nothing does."""

    __tablename__ = "assigned_tiers"

    tier: Mapped[Tier] = mapped_column(String)
    assigned_at: Mapped[datetime]

    __table_args__ = (PrimaryKeyConstraint("organization_id"),)


class LimitOverride(TenantRow, Base):
    """A limit of one organization that stands above its tier's; None means unlimited."""

    __tablename__ = "limit_overrides"

    measure: Mapped[Measure] = mapped_column(String)
    allowed: Mapped[int | None] = mapped_column(BigInteger)

    __table_args__ = (PrimaryKeyConstraint("organization_id", "measure"),)


class UsageCounter(TenantRow, Base):
    """The sum of an organization's uses of one measure in one period; changed only by conditional updates."""

    __tablename__ = "usage_counters"

    measure: Mapped[Measure] = mapped_column(String)
    period: Mapped[str]
    used: Mapped[int] = mapped_column(BigInteger)
    reserved: Mapped[int] = mapped_column(BigInteger)

    __table_args__ = (
        PrimaryKeyConstraint("organization_id", "measure", "period"),
        CheckConstraint("used >= 0 AND reserved >= 0", name="not_negative"),
    )


class Usage(TenantRow, Base):
    """One use. Its source and id make it unique, so that a repeated request or delivery is not counted again."""

    __tablename__ = "usages"

    source: Mapped[str]
    id: Mapped[str]
    measure: Mapped[Measure] = mapped_column(String)
    period: Mapped[str]
    amount: Mapped[int] = mapped_column(BigInteger)
    state: Mapped[UseState] = mapped_column(String)
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]

    __table_args__ = (PrimaryKeyConstraint("organization_id", "source", "id"),)
