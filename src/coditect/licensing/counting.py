"""Entitlements in SQL: a reservation is one conditional statement, so that no race gives more than a tier holds."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import ColumnElement, delete, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from coditect.kernel.clock import db_now
from coditect.kernel.entitlements import Measure, QuotaExceeded, Use
from coditect.kernel.ids import OrganizationId
from coditect.licensing.models import STANDING, AssignedTier, LimitOverride, Usage, UsageCounter, UseState
from coditect.licensing.tiers import LIMITS, MONTHLY
from coditect.organizations import Tier


@dataclass(frozen=True)
class Allowance:
    """What binds one measure of an organization now; `allowed` is None where nothing does."""

    measure: Measure
    allowed: int | None
    now: datetime

    @property
    def period(self) -> str:
        return f"{self.now:%Y-%m}" if self.measure in MONTHLY else STANDING

    @property
    def resets_at(self) -> datetime | None:
        if self.measure not in MONTHLY:
            return None
        year, month = divmod(self.now.year * 12 + self.now.month, 12)
        return datetime(year, month + 1, 1, tzinfo=UTC)


async def allowance(session: AsyncSession, organization_id: OrganizationId, measure: Measure) -> Allowance:
    """Return what the organization may use of `measure`, by the database's clock."""
    row = (
        await session.execute(
            select(
                db_now(),
                select(AssignedTier.tier)
                .where(AssignedTier.organization_id == organization_id)
                .scalar_subquery(),
                LimitOverride.measure,
                LimitOverride.allowed,
            )
            .select_from(_ONE_ROW)
            .outerjoin(
                LimitOverride,
                (LimitOverride.organization_id == organization_id) & (LimitOverride.measure == measure),
            )
        )
    ).one()
    tier: Tier | None = row[1]
    overridden: Measure | None = row[2]
    allowed = row[3] if overridden is not None else LIMITS[tier].get(measure) if tier else None
    return Allowance(measure, allowed, row[0])


_ONE_ROW = select(db_now().label("now")).subquery("one_row")


class SqlEntitlements:
    """Counts uses in the tables of this context."""

    async def check(
        self, session: AsyncSession, organization_id: OrganizationId, measure: Measure, amount: int = 1
    ) -> None:
        """Raise `QuotaExceeded` when `amount` more would be too much now; takes nothing."""
        may = await allowance(session, organization_id, measure)
        if may.allowed is not None:
            taken = await _taken(session, organization_id, may)
            if taken + amount > may.allowed:
                raise _exceeded(may, amount, taken)

    async def reserve(
        self,
        session: AsyncSession,
        organization_id: OrganizationId,
        measure: Measure,
        use: Use,
        amount: int = 1,
    ) -> None:
        """Take `amount`, or raise `QuotaExceeded`. The same use again takes nothing more."""
        if amount < 0:
            raise ValueError("Nobody uses less than nothing.")
        may = await allowance(session, organization_id, measure)
        if not await _note(session, organization_id, may, use, amount):
            return
        if not await _take(session, organization_id, may, amount):
            # A caller who goes on in spite of the refusal must not leave a use that was never counted.
            await session.execute(delete(Usage).where(*_is(organization_id, use)))
            raise _exceeded(may, amount, await _taken(session, organization_id, may))

    async def settle(
        self, session: AsyncSession, organization_id: OrganizationId, use: Use, amount: int | None = None
    ) -> None:
        """Turn a reservation into use: of `amount`, which may be more or less than was reserved."""
        found = await _hold(session, organization_id, use, ["reserved"])
        if found is None:
            return
        used = found.amount if amount is None else amount
        await _change(session, found, "settled", used)
        await _count(session, found, used=used, reserved=-found.amount)

    async def release(self, session: AsyncSession, organization_id: OrganizationId, use: Use) -> None:
        """Give back a reservation, or a standing use that is over; what a month has used stays used."""
        found = await _hold(session, organization_id, use, ["reserved", "settled"])
        if found is None or (found.state == "settled" and found.measure in MONTHLY):
            return
        await _change(session, found, "released", 0)
        settled = found.state == "settled"
        await _count(
            session, found, used=-found.amount if settled else 0, reserved=0 if settled else -found.amount
        )


async def _note(
    session: AsyncSession, organization_id: OrganizationId, may: Allowance, use: Use, amount: int
) -> bool:
    """Store the use as reserved and tell whether it is new, or was given back before."""
    insert = postgresql.insert if session.get_bind().dialect.name == "postgresql" else sqlite.insert
    fresh = {
        "measure": may.measure,
        "period": may.period,
        "amount": amount,
        "state": "reserved",
        "created_at": may.now,
        "updated_at": may.now,
    }
    noted = await session.scalar(
        insert(Usage)
        .values(organization_id=organization_id, source=use.source, id=use.id, **fresh)
        .on_conflict_do_update(
            index_elements=["organization_id", "source", "id"], set_=fresh, where=Usage.state == "released"
        )
        .returning(Usage.id)
    )
    return noted is not None


async def _take(session: AsyncSession, organization_id: OrganizationId, may: Allowance, amount: int) -> bool:
    """Add `amount` to what is reserved if it fits; whoever comes at once waits for this transaction's end."""
    if may.allowed is not None and amount > may.allowed:
        return False
    insert = postgresql.insert if session.get_bind().dialect.name == "postgresql" else sqlite.insert
    fits = None if may.allowed is None else UsageCounter.used + UsageCounter.reserved + amount <= may.allowed
    taken = await session.scalar(
        insert(UsageCounter)
        .values(
            organization_id=organization_id, measure=may.measure, period=may.period, used=0, reserved=amount
        )
        .on_conflict_do_update(
            index_elements=["organization_id", "measure", "period"],
            set_={"reserved": UsageCounter.reserved + amount},
            where=fits,
        )
        .returning(UsageCounter.reserved)
    )
    return taken is not None


async def _taken(session: AsyncSession, organization_id: OrganizationId, may: Allowance) -> int:
    found = await session.scalar(
        select(UsageCounter.used + UsageCounter.reserved).where(
            UsageCounter.organization_id == organization_id,
            UsageCounter.measure == may.measure,
            UsageCounter.period == may.period,
        )
    )
    return found or 0


async def _hold(
    session: AsyncSession, organization_id: OrganizationId, use: Use, states: Sequence[UseState]
) -> Usage | None:
    return await session.scalar(
        select(Usage)
        .where(*_is(organization_id, use), Usage.state.in_(states))
        .with_for_update()
        .execution_options(populate_existing=True)
    )


async def _change(session: AsyncSession, found: Usage, state: UseState, amount: int) -> None:
    await session.execute(
        update(Usage)
        .where(*_is(found.organization_id, Use(found.source, found.id)))
        .values(state=state, amount=amount, updated_at=db_now())
        .execution_options(synchronize_session=False)
    )


async def _count(session: AsyncSession, found: Usage, *, used: int, reserved: int) -> None:
    await session.execute(
        update(UsageCounter)
        .where(
            UsageCounter.organization_id == found.organization_id,
            UsageCounter.measure == found.measure,
            UsageCounter.period == found.period,
        )
        .values(used=UsageCounter.used + used, reserved=UsageCounter.reserved + reserved)
        .execution_options(synchronize_session=False)
    )


def _is(organization_id: OrganizationId, use: Use) -> Sequence[ColumnElement[bool]]:
    return (
        Usage.organization_id == organization_id,
        Usage.source == use.source,
        Usage.id == use.id,
    )


def _exceeded(may: Allowance, wanted: int, taken: int) -> QuotaExceeded:
    assert may.allowed is not None
    return QuotaExceeded(may.measure, wanted=wanted, used=taken, allowed=may.allowed, resets_at=may.resets_at)
