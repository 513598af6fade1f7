"""What clients get from licensing."""

from datetime import datetime
from typing import Literal

from coditect.kernel.api import ResponseModel
from coditect.kernel.entitlements import Measure
from coditect.organizations import Tier

UsageLevel = Literal["normal", "warning", "reached"]
"""`warning` from 80 % of a limit on."""


class MeasureUsage(ResponseModel):
    """What an organization has used of one measure; `limit` is None where nothing binds it."""

    measure: Measure
    used: int
    reserved: int
    limit: int | None
    level: UsageLevel
    period: Literal["month", "standing"]
    resets_at: datetime | None


class UsageRead(ResponseModel):
    """`tier` is None while no tier was assigned: then only overrides bind."""

    tier: Tier | None
    measures: list[MeasureUsage]
