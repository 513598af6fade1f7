"""How much work waits, for those who watch the installation."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, get_args

from sqlalchemy import func, literal_column, select
from sqlalchemy.ext.asyncio import AsyncSession

from coditect.engine.models import Step
from coditect.kernel import metrics
from coditect.kernel.clock import db_now, utc_now
from coditect.kernel.db import Database
from coditect.kernel.scope import ENGINE

Waiting = Literal["ready", "running", "dead_letter"]
_STATES: tuple[Waiting, ...] = get_args(Waiting)
_COUNTS = {
    state: select(func.count()).select_from(Step).where(Step.status == literal_column(f"'{state}'"))
    for state in _STATES
}


@dataclass(frozen=True)
class Backlog:
    """Steps by state, and since when the oldest one that could run is ready; `lost` are without a living worker."""

    steps: Mapping[Waiting, int]
    oldest_ready_seconds: float
    lost: int


async def backlog(session: AsyncSession) -> Backlog:
    """Look at the whole installation; `session` has the engine's scope."""
    # Literals, not parameters, so that every plan can use a partial index.
    # One statement for each state: each reads its partial index, and none the steps that have ended.
    found = {state: await session.scalar(_COUNTS[state]) or 0 for state in _STATES}
    due = (Step.status == literal_column("'ready'")) & (Step.run_at <= db_now())
    oldest: datetime | None = await session.scalar(select(func.min(Step.run_at)).where(due))
    lost = await session.scalar(
        select(func.count()).where(
            Step.status == literal_column("'running'"), Step.lease_expires_at < db_now()
        )
    )
    return Backlog(
        steps=found,
        oldest_ready_seconds=max(0.0, (utc_now() - oldest).total_seconds()) if oldest else 0.0,
        lost=lost or 0,
    )


async def measure(database: Database) -> None:
    """Bring the gauges of the engine up to date."""
    async with database.read(ENGINE) as session:
        found = await backlog(session)
    for state, count in found.steps.items():
        metrics.STEPS_IN_STATE.labels(state).set(count)
    metrics.OLDEST_READY_SECONDS.set(found.oldest_ready_seconds)
