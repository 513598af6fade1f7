"""How far an agent run may go. What reaches a limit rests, with all it has done, until a person raises the limit."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Final

from pydantic import BaseModel, ConfigDict, Field

Turns = Annotated[int, Field(ge=1, le=10_000)]
Tokens = Annotated[int, Field(ge=1_000, le=1_000_000_000)]
Cost = Annotated[Decimal, Field(gt=0, le=100_000)]
Seconds = Annotated[int, Field(ge=1, le=7 * 86_400)]
Depth = Annotated[int, Field(ge=0, le=10)]

REPEATS_TOLD: Final = 3
REPEATS_STOPPED: Final = 5
_WINDOW: Final = 20


class Budget(BaseModel):
    """The limits of one agent run; those that it hands work to take from the same tokens and cost."""

    model_config = ConfigDict(frozen=True)

    turns: Turns = 100
    """Answers of the model."""
    tokens: Tokens = 2_000_000
    """Tokens in both directions, those from the provider's cache included."""
    cost_usd: Cost | None = None
    """Counts where the price of the model is known."""
    seconds: Seconds = 3_600
    """Time at work; waiting for a person does not count."""
    depth: Depth = 3
    """How many times work may be handed on, from one agent to the next."""


@dataclass
class Used:
    """What an agent run has taken so far, with what it handed on; `cost_micros` are millionths of a dollar."""

    turns: int = 0
    input_tokens: int = 0
    output_tokens: int = 0
    cost_micros: int = 0
    cost_known: bool = True
    seconds: float = 0

    @property
    def tokens(self) -> int:
        """Tokens in both directions."""
        return self.input_tokens + self.output_tokens

    def count(self, input_tokens: int, output_tokens: int, cost_usd: Decimal | None) -> None:
        """Count one answer; None for a model whose price is not known."""
        self.input_tokens += input_tokens
        self.output_tokens += output_tokens
        self.cost_known = self.cost_known and cost_usd is not None
        self.cost_micros += round((cost_usd or 0) * 1_000_000)

    def add(self, other: "Used") -> None:
        """Count what another agent run took that was handed work; turns and time are its own."""
        self.input_tokens += other.input_tokens
        self.output_tokens += other.output_tokens
        self.cost_micros += other.cost_micros
        self.cost_known = self.cost_known and other.cost_known


def reached(budget: Budget, used: Used) -> str | None:
    """Say which limit is reached, or None."""
    if used.turns >= budget.turns:
        return f"It has used its {budget.turns:,} turns."
    if used.tokens >= budget.tokens:
        return f"It has used {used.tokens:,} of its {budget.tokens:,} tokens."
    if budget.cost_usd is not None and used.cost_micros >= budget.cost_usd * 1_000_000:
        return f"It has cost {used.cost_micros / 1_000_000:.2f} of its {budget.cost_usd} dollars."
    if used.seconds >= budget.seconds:
        return f"It has worked for {used.seconds:,.0f} of its {budget.seconds:,} seconds."
    return None


def left(budget: Budget, used: Used) -> Budget:
    """Return the limits for an agent run that is handed a part of the work."""
    cost = budget.cost_usd
    if cost is not None:
        cost = max(cost - Decimal(used.cost_micros) / 1_000_000, Decimal("0.000001"))
    return budget.model_copy(
        update={
            "tokens": max(budget.tokens - used.tokens, 1_000),
            "cost_usd": cost,
            "depth": budget.depth - 1,
        }
    )


def repeats(calls: Sequence[tuple[str, str, str]]) -> int:
    """Return how often the last call (tool, arguments, result) stands among the last twenty."""
    return list(calls[-_WINDOW:]).count(calls[-1]) if calls else 0
