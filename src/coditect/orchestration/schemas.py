"""Answers about runs."""

from datetime import datetime
from typing import Any
from uuid import UUID

from coditect import engine
from coditect.kernel.api import ResponseModel
from coditect.kernel.ids import RunId


class StepRead(ResponseModel):
    id: UUID
    key: str
    handler: str
    status: engine.StepStatus
    attempt: int
    needs: list[str]
    output: dict[str, Any] | None
    error: str | None
    started_at: datetime | None
    finished_at: datetime | None


class RunRead(ResponseModel):
    id: RunId
    kind: str
    status: engine.RunStatus
    created_at: datetime
    started_at: datetime | None
    finished_at: datetime | None
    steps: list[StepRead]


class DeadLetterRead(ResponseModel):
    """A step that ran out of tries and waits for a person."""

    step_id: UUID
    run_id: RunId
    kind: str
    key: str
    handler: str
    error: str | None
    failures: int
    died_at: datetime | None
