"""Rate limits: how often something may happen in a while, counted in the cache.

A window slides by weighing the one before: nobody gets twice the rate by standing on a boundary. Counters may be lost
with the cache; what must never be lost is counted in the database.
"""

import math
import time
from collections.abc import Callable
from dataclasses import dataclass

from coditect.kernel.cache import Cache
from coditect.kernel.errors import TooManyRequests


@dataclass(frozen=True)
class Rate:
    """So many times in so many seconds."""

    times: int
    seconds: int


class RateExceeded(TooManyRequests):
    """Says in `Retry-After` how long to wait."""

    code = "rate_exceeded"

    def __init__(self, wait_seconds: int) -> None:
        super().__init__(f"Try again in {wait_seconds} seconds.")
        self.headers = {"Retry-After": str(wait_seconds)}  # type: ignore[misc] # an instance may be more exact than its class


async def hit(cache: Cache, key: str, rate: Rate, clock: Callable[[], float] = time.time) -> None:
    """Count once more, or raise `RateExceeded`; refused tries count too, so that hammering does not pay."""
    now = clock()
    window, passed = divmod(now, rate.seconds)
    current = await cache.increment(f"rate:{key}:{window:.0f}", 2 * rate.seconds)
    before = int(await cache.get(f"rate:{key}:{window - 1:.0f}") or b"0")
    if current + before * (1 - passed / rate.seconds) > rate.times:
        raise RateExceeded(max(1, math.ceil(rate.seconds - passed)))
