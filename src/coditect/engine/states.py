"""The states of the two machines, and the numbers that move them."""

import random
from datetime import timedelta
from typing import Final, Literal

RunStatus = Literal["queued", "running", "paused", "completed", "partial", "failed", "cancelled"]
StepStatus = Literal[
    "waiting", "ready", "held", "running", "parked", "succeeded", "dead_letter", "skipped", "cancelled"
]

ENDED_RUN: Final[frozenset[RunStatus]] = frozenset(("completed", "partial", "failed", "cancelled"))
ENDED_STEP: Final[frozenset[StepStatus]] = frozenset(("succeeded", "dead_letter", "skipped", "cancelled"))

CRITICAL, HIGH, MEDIUM, LOW, BACKGROUND = 10, 7, 5, 3, 1

LEASE: Final = timedelta(seconds=6)
RENEWAL_SECONDS: Final = 2.0
DEFAULT_TRIES: Final = 3
MAX_LOSSES: Final = 20
"""How often the worker of a step may die before the step itself is suspected of killing it."""

_BASE_SECONDS, _FACTOR, _CAP_SECONDS = 2.0, 2.0, 60.0


def retry_delay(failures: int) -> timedelta:
    """Return the pause before the try after the `failures`-th failure: 2 s, doubled up to 60 s, ±20%."""
    # Past thirty doublings the cap holds anyway, and the power would leave the range of numbers.
    seconds = min(_CAP_SECONDS, _BASE_SECONDS * _FACTOR ** min(failures - 1, 30))
    return timedelta(seconds=seconds * random.uniform(0.8, 1.2))  # noqa: S311 - jitter, not a secret
