"""What an organization may use: every layer asks this port before it gives, and says afterwards what was taken.

All calls belong to the caller's transaction, so that what is counted and what it stands for are stored together.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal, Protocol

from sqlalchemy.ext.asyncio import AsyncSession

from coditect.kernel.errors import TooManyRequests
from coditect.kernel.ids import OrganizationId

Measure = Literal["projects", "members", "storage_bytes", "analyses", "model_tokens"]
"""What is counted. Analyses and model tokens are counted by calendar month, the others as they stand."""


@dataclass(frozen=True)
class Use:
    """What something is used for: unique in its organization, so that nothing is counted twice."""

    source: str
    id: str


class QuotaExceeded(TooManyRequests):
    """Says which limit is reached, what is used of it, and when it begins anew (None: never by itself)."""

    code = "quota_exceeded"
    title = "A limit of this organization's tier is reached"

    def __init__(
        self, measure: Measure, *, wanted: int, used: int, allowed: int, resets_at: datetime | None
    ) -> None:
        way_out = (
            f"It begins anew on {resets_at:%Y-%m-%d}."
            if resets_at
            else "Remove what is not needed any more, or ask for a higher tier."
        )
        super().__init__(
            f"{used:,} of {allowed:,} {measure.replace('_', ' ')} are used, and this needs {wanted:,}. {way_out}"
        )
        self.measure = measure
        self.members: Mapping[str, Any] = {
            "measure": measure,
            "used": used,
            "allowed": allowed,
            "resets_at": resets_at.isoformat() if resets_at else None,
        }


class Entitlements(Protocol):
    """Counts what organizations use and refuses what their tier does not hold."""

    async def check(
        self, session: AsyncSession, organization_id: OrganizationId, measure: Measure, amount: int = 1
    ) -> None:
        """Raise `QuotaExceeded` when `amount` more would be too much now; takes nothing."""

    async def reserve(
        self,
        session: AsyncSession,
        organization_id: OrganizationId,
        measure: Measure,
        use: Use,
        amount: int = 1,
    ) -> None:
        """Take `amount`, or raise `QuotaExceeded`. The same use again takes nothing more."""

    async def settle(
        self, session: AsyncSession, organization_id: OrganizationId, use: Use, amount: int | None = None
    ) -> None:
        """Turn a reservation into use: of `amount`, which may be more or less than was reserved."""

    async def take(
        self,
        session: AsyncSession,
        organization_id: OrganizationId,
        measure: Measure,
        use: Use,
        amount: int = 1,
    ) -> None:
        """Reserve and settle at once, where the amount is known beforehand and the use is in this transaction."""

    async def release(self, session: AsyncSession, organization_id: OrganizationId, use: Use) -> None:
        """Give back a reservation, or a standing use that is over; what a month has used stays used."""


class Unlimited:
    """Counts nothing and refuses nothing: the default of a platform without `licensing`."""

    async def check(
        self, session: AsyncSession, organization_id: OrganizationId, measure: Measure, amount: int = 1
    ) -> None:
        """Admit."""

    async def reserve(
        self,
        session: AsyncSession,
        organization_id: OrganizationId,
        measure: Measure,
        use: Use,
        amount: int = 1,
    ) -> None:
        """Admit."""

    async def settle(
        self, session: AsyncSession, organization_id: OrganizationId, use: Use, amount: int | None = None
    ) -> None:
        """Forget."""

    async def take(
        self,
        session: AsyncSession,
        organization_id: OrganizationId,
        measure: Measure,
        use: Use,
        amount: int = 1,
    ) -> None:
        """Admit."""

    async def release(self, session: AsyncSession, organization_id: OrganizationId, use: Use) -> None:
        """Forget."""
