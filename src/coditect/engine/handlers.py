"""What a context registers with the engine, and what its handler gets and gives."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar
from uuid import UUID

from pydantic import BaseModel
from sqlalchemy.ext.asyncio import AsyncSession

from coditect.engine.drafts import StepDraft
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
class Park:
    """Given instead of a result: the step rests, free of any worker, and its handler is called again later.

    With `children`, new steps of its run that start at once, it goes on when all of them have ended, however; their
    outputs are among its own then. Without, it goes on after `wake_step`. `waits` is asked in the transaction that
    parks the step, which `wake_step` waits for: when it says no, the step goes on at once, so that no answer is missed.
    """

    children: tuple[StepDraft, ...] = ()
    waits: Callable[[AsyncSession], Awaitable[bool]] | None = field(default=None)
    write: Write | None = field(default=None)


@dataclass(frozen=True)
class StepHandler(Generic[InputT]):
    """A named function that does one kind of step.

    It must be idempotent apart from what it returns as `StepResult.write`: after a crash it is called again.
    """

    name: str
    input_type: type[InputT]
    handle: Callable[[StepContext, InputT], Awaitable[StepResult | Park]]
    timeout_seconds: float = 300
