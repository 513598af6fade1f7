"""What can go wrong with agents, and between us and a model.

AgentNotFound                no agent of that name that the organization may see
AgentTextInvalid             the text is no agent definition; each fault names line and mend
AgentNameTaken               another agent of the organization has the name
AgentChangedMeanwhile        the change is based on an older version
AgentRetired                 a retired agent is not changed
ModelSettingsInvalid         an organization's own model cannot be set so
ModelProblem
├── ModelMisconfigured       the settings name no model that can be built
├── ModelCredentialsRefused  the provider does not accept the key
├── ModelNotFound            the provider does not know the model
├── ModelQuotaExhausted      the account has no credit left
├── ModelRequestRefused      the provider refuses this request, for instance as too long
├── ModelAnswerUnusable      the answer does not fit its type, even after one repair
├── ModelBusy                transient: rate limit or overload
├── ModelFailed              transient: the provider broke or cannot be reached
└── ModelTimedOut            transient: no answer in time
"""

from dataclasses import dataclass
from typing import ClassVar

from coditect.kernel.errors import Conflict, FieldError, InvalidInput, NotFound, Problem


class AgentNotFound(NotFound):
    code = "agent_not_found"
    title = "There is no such agent"


@dataclass(frozen=True)
class TextFault(FieldError):  # noqa: N818 - a part of an answer, not an exception
    """A fault in an agent's text: the line it stands on, and how to mend it."""

    line: int | None
    mend: str


class AgentTextInvalid(InvalidInput):
    code = "agent_text_invalid"
    title = "The text is not an agent definition"


class AgentNameTaken(Conflict):
    code = "agent_name_taken"
    title = "The organization has an agent of this name"


class AgentChangedMeanwhile(Conflict):
    code = "agent_changed_meanwhile"
    title = "Somebody changed this agent meanwhile"


class AgentRetired(Conflict):
    code = "agent_retired"
    title = "This agent is retired"


class ModelSettingsInvalid(InvalidInput):
    code = "model_settings_invalid"
    title = "The model cannot be set so"


class ModelProblem(Problem):
    """Base of all; `transient` says whether the same request may succeed later."""

    status = 502
    code = "model_problem"
    title = "The model could not answer"
    transient: ClassVar[bool] = False
    spent_tokens: int = 0
    """What the provider counted before it failed."""


class ModelMisconfigured(ModelProblem):
    status = 503
    code = "model_misconfigured"
    title = "The model settings are not usable"


class ModelCredentialsRefused(ModelProblem):
    status = 503
    code = "model_credentials_refused"
    title = "The model provider does not accept the key"


class ModelNotFound(ModelProblem):
    status = 503
    code = "model_not_found"
    title = "The model provider does not know this model"


class ModelQuotaExhausted(ModelProblem):
    status = 503
    code = "model_quota_exhausted"
    title = "The account at the model provider has no credit left"


class ModelRequestRefused(ModelProblem):
    code = "model_request_refused"
    title = "The model provider refused the request"


class ModelAnswerUnusable(ModelProblem):
    """`raw` keeps what the model said last, for a person who wants to see why."""

    code = "model_answer_unusable"
    title = "The model's answer does not have the expected form"

    def __init__(self, detail: str = "", *, raw: str) -> None:
        super().__init__(detail)
        self.raw = raw


class ModelBusy(ModelProblem):
    """`retry_after` is the number of seconds the provider asks to wait, if it said."""

    status = 503
    code = "model_busy"
    title = "The model provider is busy"
    transient = True

    def __init__(self, detail: str = "", *, retry_after: float | None = None) -> None:
        super().__init__(detail)
        self.retry_after = retry_after


class ModelFailed(ModelProblem):
    code = "model_failed"
    title = "The model provider failed"
    transient = True


class ModelTimedOut(ModelProblem):
    status = 504
    code = "model_timed_out"
    title = "The model did not answer in time"
    transient = True
