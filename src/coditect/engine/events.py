"""What the engine states: the life of runs and their steps."""

from dataclasses import dataclass
from uuid import UUID

from coditect.engine.states import RunStatus
from coditect.kernel.events import Event
from coditect.kernel.ids import RunId


def run_subject(run_id: RunId) -> str:
    """Return the subject under which all events of a run are streamed."""
    return f"run:{run_id}"


@dataclass(frozen=True, kw_only=True)
class RunSubmitted(Event, topic="engine.run_submitted"):
    """A run was stored and its first steps are ready."""

    run_id: RunId
    kind: str

    @property
    def subject(self) -> str:
        return run_subject(self.run_id)


@dataclass(frozen=True, kw_only=True)
class StepEvent(Event):
    """Base of what happens to one step."""

    run_id: RunId
    step_id: UUID
    key: str

    @property
    def subject(self) -> str:
        return run_subject(self.run_id)


@dataclass(frozen=True, kw_only=True)
class StepStarted(StepEvent, topic="engine.step_started"):
    """A worker claimed the step."""

    attempt: int


@dataclass(frozen=True, kw_only=True)
class StepSucceeded(StepEvent, topic="engine.step_succeeded"):
    """The step's output and effects are stored."""


@dataclass(frozen=True, kw_only=True)
class StepRetried(StepEvent, topic="engine.step_retried"):
    """An attempt failed; another will follow."""

    error: str


@dataclass(frozen=True, kw_only=True)
class StepParked(StepEvent, topic="engine.step_parked"):
    """The step rests, until a person answers or the steps that it handed work to have ended."""


@dataclass(frozen=True, kw_only=True)
class StepDied(StepEvent, topic="engine.step_died"):
    """The step is a dead letter: a person may read why and requeue it."""

    error: str


@dataclass(frozen=True, kw_only=True)
class StepSkipped(StepEvent, topic="engine.step_skipped"):
    """The step cannot run because one that it requires failed."""


@dataclass(frozen=True, kw_only=True)
class RunFinished(Event, topic="engine.run_finished"):
    """All steps of the run have ended."""

    run_id: RunId
    kind: str
    status: RunStatus

    @property
    def subject(self) -> str:
        return run_subject(self.run_id)


@dataclass(frozen=True, kw_only=True)
class RunReopened(Event, topic="engine.run_reopened"):
    """A run that had ended goes on: one of its steps runs again, with all that depends on it."""

    run_id: RunId
    kind: str
    step_id: UUID
    key: str

    @property
    def subject(self) -> str:
        return run_subject(self.run_id)
