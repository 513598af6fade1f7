"""What an agent's answer is made of."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Generic, TypeVar

from pydantic import BaseModel

T = TypeVar("T", bound=BaseModel)

Check = Callable[[T], Sequence[str]]
"""Says what is wrong with an answer that has the right type; an empty list accepts it."""


@dataclass(frozen=True, slots=True)
class Usage:
    """What an answer took; `cost_usd` is None when the model's price is not known."""

    requests: int
    input_tokens: int
    output_tokens: int
    cost_usd: Decimal | None


@dataclass(frozen=True, slots=True)
class Answer(Generic[T]):
    """An agent's answer; `repaired` tells that the first one did not fit its type."""

    output: T
    model: str
    usage: Usage
    repaired: bool
