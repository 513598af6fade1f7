"""Durable execution: runs made of steps, kept as a state machine in SQL.

Owns runs, steps and the dependencies between them. A step names a registered handler, a tenant and an input; the
engine knows nothing of agents. Whoever submits does so in their own transaction; workers claim steps under leases,
and the transaction that completes a step also carries the effects its handler asks for, so that a crash neither
loses nor doubles them. Publishes `RunSubmitted`, `StepStarted`, `StepSucceeded`, `StepRetried`, `StepDied`,
`StepParked`, `StepSkipped`, `RunFinished` and `RunReopened`; consumes nothing.
"""

from coditect.engine.backlog import Backlog, backlog, measure
from coditect.engine.control import cancel_run, dead_letters, forget_runs, pause_run, resume_run
from coditect.engine.drafts import Need, RunDraft, StepDraft
from coditect.engine.errors import InvalidPlan, RunNotFound, StepFailed, StepNotFound
from coditect.engine.events import (
    RunFinished,
    RunReopened,
    RunSubmitted,
    StepDied,
    StepEvent,
    StepParked,
    StepRetried,
    StepSkipped,
    StepStarted,
    StepSucceeded,
    run_subject,
)
from coditect.engine.handlers import Park, StepContext, StepHandler, StepResult
from coditect.engine.history import AttemptView, RunSummary, StepDetail, get_step, list_runs
from coditect.engine.parking import wake_step
from coditect.engine.retries import requeue, retry_from
from coditect.engine.states import RunStatus, StepStatus
from coditect.engine.submission import submit
from coditect.engine.views import (
    DeadLetter,
    RunState,
    RunView,
    StepView,
    get_run,
    run_states,
    runs_that_are,
    step_states,
)
from coditect.engine.worker import Worker

__all__ = [
    "AttemptView",
    "Backlog",
    "DeadLetter",
    "InvalidPlan",
    "Need",
    "Park",
    "RunDraft",
    "RunFinished",
    "RunNotFound",
    "RunReopened",
    "RunState",
    "RunStatus",
    "RunSubmitted",
    "RunSummary",
    "RunView",
    "StepContext",
    "StepDetail",
    "StepDied",
    "StepDraft",
    "StepEvent",
    "StepFailed",
    "StepHandler",
    "StepNotFound",
    "StepParked",
    "StepResult",
    "StepRetried",
    "StepSkipped",
    "StepStarted",
    "StepStatus",
    "StepSucceeded",
    "StepView",
    "Worker",
    "backlog",
    "cancel_run",
    "dead_letters",
    "forget_runs",
    "get_run",
    "get_step",
    "list_runs",
    "measure",
    "pause_run",
    "requeue",
    "resume_run",
    "retry_from",
    "run_states",
    "run_subject",
    "runs_that_are",
    "step_states",
    "submit",
    "wake_step",
]
