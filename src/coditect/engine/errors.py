"""What the engine refuses, and what a handler raises to end its step without another try."""

from coditect.kernel.errors import Conflict, InvalidInput, NotFound


class RunNotFound(NotFound):
    code = "run_not_found"
    title = "There is no such run"


class StepNotFound(NotFound):
    code = "step_not_found"
    title = "There is no such step"


class InvalidPlan(InvalidInput):
    code = "invalid_plan"
    title = "These steps cannot be run"


class RunEnded(Conflict):
    code = "run_ended"
    title = "The run has ended"


class StepNotDead(Conflict):
    code = "step_not_dead"
    title = "The step is not a dead letter"


class StepNotEnded(Conflict):
    code = "step_not_ended"
    title = "The step has not had its turn"


class StepFailed(Exception):  # noqa: N818 - named like the state it leads to
    """Raised by a handler when trying again cannot help; the message is shown to people."""


class LeaseLostError(Exception):
    """The step was taken away meanwhile (cancelled, or its lease expired): what this attempt did is discarded."""
