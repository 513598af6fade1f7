"""Entitlements in SQL: a reservation is one conditional statement, so that no race gives more than a tier holds."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from typing import Any, Literal, cast

from sqlalchemy import Table, and_, bindparam, delete, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.sql.dml import ReturningInsert

from coditect.kernel.clock import db_now
from coditect.kernel.entitlements import Measure, QuotaExceeded, Use
from coditect.kernel.ids import OrganizationId
from coditect.licensing.models import STANDING, AssignedTier, LimitOverride, Usage, UsageCounter, UseState
from coditect.licensing.tiers import LIMITS, MONTHLY
from coditect.organizations import Tier


@dataclass(frozen=True)
class _Taking:
    use: Use
    amount: int
    state: Literal["reserved", "settled"]


@dataclass(frozen=True)
class _Held:
    organization_id: OrganizationId
    use: Use
    measure: Measure
    period: str
    amount: int
    state: UseState


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
    parameters = {"organization_id": organization_id, "measure": measure}
    row = (await session.execute(_ALLOWANCE, parameters)).one()
    tier: Tier | None = row[1]
    overridden: Measure | None = row[2]
    allowed = row[3] if overridden is not None else LIMITS[tier].get(measure) if tier else None
    return Allowance(measure, allowed, row[0])


# Statements on tables are built once; to build them for each request costs more than to carry them out.
_tiers, _overrides = cast("Table", AssignedTier.__table__), cast("Table", LimitOverride.__table__)
_usages, _counters = cast("Table", Usage.__table__), cast("Table", UsageCounter.__table__)
_ALLOWANCE = (
    select(
        db_now(),
        select(_tiers.c.tier)
        .where(_tiers.c.organization_id == bindparam("organization_id"))
        .scalar_subquery(),
        _overrides.c.measure,
        _overrides.c.allowed,
    )
    .select_from(select(db_now().label("now")).subquery("one_row"))
    .outerjoin(
        _overrides,
        and_(
            _overrides.c.organization_id == bindparam("organization_id"),
            _overrides.c.measure == bindparam("measure"),
        ),
    )
)
_IS_USE = and_(
    _usages.c.organization_id == bindparam("of"),
    _usages.c.source == bindparam("of_source"),
    _usages.c.id == bindparam("of_id"),
)
_HOLDING = (
    select(_usages.c.measure, _usages.c.period, _usages.c.amount, _usages.c.state)
    .where(_IS_USE, _usages.c.state.in_(bindparam("states", expanding=True)))
    .with_for_update()
)
_CHANGING = (
    update(_usages)
    .where(_IS_USE)
    .values(state=bindparam("to_state"), amount=bindparam("to_amount"), updated_at=db_now())
)
_FORGETTING = delete(_usages).where(_IS_USE)
_COUNTING = (
    update(_counters)
    .where(
        _counters.c.organization_id == bindparam("of"),
        _counters.c.measure == bindparam("of_measure"),
        _counters.c.period == bindparam("of_period"),
    )
    .values(
        used=_counters.c.used + bindparam("more_used"),
        reserved=_counters.c.reserved + bindparam("more_reserved"),
    )
)


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
        await _take(session, organization_id, measure, _Taking(use, amount, "reserved"))

    async def take(
        self,
        session: AsyncSession,
        organization_id: OrganizationId,
        measure: Measure,
        use: Use,
        amount: int = 1,
    ) -> None:
        """Reserve and settle at once, where the amount is known beforehand and the use is in this transaction."""
        await _take(session, organization_id, measure, _Taking(use, amount, "settled"))

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


async def _take(
    session: AsyncSession, organization_id: OrganizationId, measure: Measure, taking: _Taking
) -> None:
    if taking.amount < 0:
        raise ValueError("Nobody uses less than nothing.")
    may = await allowance(session, organization_id, measure)
    if not await _note(session, organization_id, may, taking):
        return
    if not await _add(session, organization_id, may, taking):
        # A caller who goes on in spite of the refusal must not leave a use that was never counted.
        await session.execute(_FORGETTING, _named(organization_id, taking.use))
        raise _exceeded(may, taking.amount, await _taken(session, organization_id, may))


async def _note(
    session: AsyncSession, organization_id: OrganizationId, may: Allowance, taking: _Taking
) -> bool:
    """Store the use and tell whether it is new, or was given back before."""
    values = {
        "organization_id": organization_id,
        "source": taking.use.source,
        "id": taking.use.id,
        "measure": may.measure,
        "period": may.period,
        "amount": taking.amount,
        "state": taking.state,
        "created_at": may.now,
        "updated_at": may.now,
    }
    return await session.scalar(_noting(session.get_bind().dialect.name), values) is not None


def _insertion(dialect: str, table: Table) -> postgresql.Insert | sqlite.Insert:
    return postgresql.insert(table) if dialect == "postgresql" else sqlite.insert(table)


@cache
def _noting(dialect: str) -> ReturningInsert[Any]:
    fresh = _insertion(dialect, _usages)
    renewed = ("measure", "period", "amount", "state", "created_at", "updated_at")
    return fresh.on_conflict_do_update(
        index_elements=["organization_id", "source", "id"],
        set_={name: fresh.excluded[name] for name in renewed},
        where=_usages.c.state == "released",
    ).returning(_usages.c.id)


async def _add(
    session: AsyncSession, organization_id: OrganizationId, may: Allowance, taking: _Taking
) -> bool:
    """Add `amount` to what is counted if it fits; whoever comes at once waits for this transaction's end."""
    if may.allowed is not None and taking.amount > may.allowed:
        return False
    values = {
        "organization_id": organization_id,
        "measure": may.measure,
        "period": may.period,
        "used": taking.amount if taking.state == "settled" else 0,
        "reserved": taking.amount if taking.state == "reserved" else 0,
    }
    limit = {} if may.allowed is None else {"allowed": may.allowed}
    adding = _adding(session.get_bind().dialect.name, limited=bool(limit))
    return await session.scalar(adding, values | limit) is not None


@cache
def _adding(dialect: str, *, limited: bool) -> ReturningInsert[Any]:
    fresh = _insertion(dialect, _counters)
    sums = {name: _counters.c[name] + fresh.excluded[name] for name in ("used", "reserved")}
    return fresh.on_conflict_do_update(
        index_elements=["organization_id", "measure", "period"],
        set_=sums,
        where=sums["used"] + sums["reserved"] <= bindparam("allowed") if limited else None,
    ).returning(_counters.c.used)


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
) -> _Held | None:
    row = (await session.execute(_HOLDING, {**_named(organization_id, use), "states": states})).one_or_none()
    return None if row is None else _Held(organization_id, use, *row)


async def _change(session: AsyncSession, held: _Held, state: UseState, amount: int) -> None:
    named = _named(held.organization_id, held.use)
    await session.execute(_CHANGING, {**named, "to_state": state, "to_amount": amount})


async def _count(session: AsyncSession, held: _Held, *, used: int, reserved: int) -> None:
    await session.execute(
        _COUNTING,
        {
            "of": held.organization_id,
            "of_measure": held.measure,
            "of_period": held.period,
            "more_used": used,
            "more_reserved": reserved,
        },
    )


def _named(organization_id: OrganizationId, use: Use) -> dict[str, object]:
    return {"of": organization_id, "of_source": use.source, "of_id": use.id}


def _exceeded(may: Allowance, wanted: int, taken: int) -> QuotaExceeded:
    assert may.allowed is not None
    return QuotaExceeded(may.measure, wanted=wanted, used=taken, allowed=may.allowed, resets_at=may.resets_at)
