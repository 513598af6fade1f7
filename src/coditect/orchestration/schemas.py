"""Answers about runs."""

from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from coditect import engine
from coditect.kernel.api import ResponseModel
from coditect.kernel.ids import ProjectId, RunId


class RunAbout(ResponseModel):
    """What the run works on."""

    kind: Literal["workflow", "agent_run"]
    id: UUID
    title: str
    project_id: ProjectId


class RunSummaryRead(ResponseModel):
    """A run in a list: `ended` of its `total` steps have ended, `dead` of them wait for a person."""

    id: RunId
    kind: str
    about: RunAbout | None
    status: engine.RunStatus
    created_at: datetime
    started_at: datetime | None
    finished_at: datetime | None
    total: int
    ended: int
    dead: int


class AttemptRead(ResponseModel):
    """One try at a step; `lost` when its worker fell silent."""

    attempt: int
    outcome: Literal["running", "succeeded", "failed", "parked", "lost"]
    started_at: datetime
    ended_at: datetime | None
    error: str | None


class StepDetailRead(ResponseModel):
    """A step with what went in and what came out, and its tries as far as they are kept."""

    id: UUID
    run_id: RunId
    key: str
    handler: str
    status: engine.StepStatus
    priority: int
    attempt: int
    failures: int
    max_tries: int
    needs: list[str]
    needed_by: list[str]
    input: dict[str, Any]
    output: dict[str, Any] | None
    error: str | None
    next_try_at: datetime | None
    created_at: datetime
    started_at: datetime | None
    finished_at: datetime | None
    attempts: list[AttemptRead]


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
    about: RunAbout | None
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
