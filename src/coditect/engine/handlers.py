"""What a context registers with the engine, and what its handler gets and gives."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar
from uuid import UUID

from pydantic import BaseModel
from sqlalchemy.ext.asyncio import AsyncSession

from coditect.kernel.ids import OrganizationId, RunId

InputT = TypeVar("InputT", bound=BaseModel)

Write = Callable[[AsyncSession], Awaitable[None]]


@dataclass(frozen=True)
class StepContext:
    """Where a handler works: its step, and the outputs of the steps that it needs (None where one failed)."""

    organization_id: OrganizationId
    run_id: RunId
    step_id: UUID
    key: str
    attempt: int
    outputs: Mapping[str, dict[str, Any] | None]


@dataclass(frozen=True)
class StepResult:
    """What a handler gives: the output, and effects to write in the transaction that completes the step."""

    output: BaseModel
    write: Write | None = field(default=None)


@dataclass(frozen=True)
class StepHandler(Generic[InputT]):
    """A named function that does one kind of step.

    It must be idempotent apart from what it returns as `StepResult.write`: after a crash it is called again.
    """

    name: str
    input_type: type[InputT]
    handle: Callable[[StepContext, InputT], Awaitable[StepResult]]
    timeout_seconds: float = 300
