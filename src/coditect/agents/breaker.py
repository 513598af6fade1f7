"""A circuit breaker: who has failed five times in a row is left alone for a minute, then tried once."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache

FAILURES = 5
OPEN_SECONDS = 60.0


@dataclass
class Breaker:
    """Guards one provider within this process; each process learns for itself, since it may be the network's fault."""

    clock: Callable[[], float] = time.monotonic
    _failures: int = field(default=0, init=False)
    _opened_at: float | None = field(default=None, init=False)
    _on_trial: bool = field(default=False, init=False)

    def closed_for(self) -> float:
        """Return for how many seconds nothing may be asked; 0 admits the caller, who then must say how it went."""
        if self._opened_at is None:
            return 0
        left = self._opened_at + OPEN_SECONDS - self.clock()
        if left > 0:
            return left
        if self._on_trial:
            return 1
        self._on_trial = True
        return 0

    def succeeded(self) -> None:
        """Let everybody in again."""
        self._failures, self._opened_at, self._on_trial = 0, None, False

    def failed(self) -> None:
        """Count a failure; the fifth in a row, or a failed trial, closes the way for a minute."""
        self._failures += 1
        if self._on_trial or self._failures >= FAILURES:
            self._opened_at = self.clock()
        self._on_trial = False

    def withdrew(self) -> None:
        """Say that the caller never found out; another may try."""
        self._on_trial = False


@cache
def breaker_of(provider: str, address: str | None) -> Breaker:
    """Return the breaker of a provider at an address, the same for all who ask it."""
    del provider, address
    return Breaker()
