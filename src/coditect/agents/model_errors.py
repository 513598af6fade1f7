"""What providers say went wrong, in our own words and without their secrets. Loads pydantic-ai."""

from collections.abc import Sequence

from pydantic_ai import exceptions
from pydantic_ai.messages import ModelMessage, ModelResponse, TextPart, ToolCallPart

from coditect.agents import errors
from coditect.agents.providers import ModelSettings

RAW_LIMIT = 200_000
_BUSY = (exceptions.ModelRateLimitError, exceptions.ModelUnavailableError)
_LATE = (exceptions.ModelTimeoutError, exceptions.ModelRequestTimeout)
_PASSING = (*_BUSY, exceptions.ModelServerError, exceptions.ModelConnectionError)
_LASTING: tuple[tuple[type[exceptions.ModelAPIError], type[errors.ModelProblem], str], ...] = (
    (
        exceptions.ModelAuthenticationError,
        errors.ModelCredentialsRefused,
        "The provider of {name} does not accept the key.",
    ),
    (
        exceptions.ModelNotFoundError,
        errors.ModelNotFound,
        "The provider does not know {name}, or its address is wrong.",
    ),
    (
        exceptions.ModelQuotaExceededError,
        errors.ModelQuotaExhausted,
        "The account behind {name} has no credit left.",
    ),
    (
        exceptions.ModelContextWindowExceededError,
        errors.ModelRequestRefused,
        "The request is too long for {name}.",
    ),
)


def problem_of(
    settings: ModelSettings, error: Exception, messages: Sequence[ModelMessage] = ()
) -> errors.ModelProblem:
    """Return the problem that `error` stands for; raise it outside the handler, since providers may quote the key."""
    name = f"{settings.provider}:{settings.name}"
    if isinstance(error, exceptions.ModelAPIError):
        return _provider_problem(settings, name, error)
    if isinstance(error, exceptions.OutputTokenLimitExceeded):
        return errors.ModelAnswerUnusable(f"{name} broke off at its output limit.", raw=raw_of(messages))
    if isinstance(error, exceptions.UnexpectedModelBehavior):
        why = _shown(settings, error.__cause__ or error)
        detail = f"{name} answered twice in a form that does not fit: {why}"
        return errors.ModelAnswerUnusable(detail, raw=raw_of(messages))
    return errors.ModelMisconfigured(f"{name} cannot be used: {_shown(settings, error)}")


def pause_before_retry(settings: ModelSettings, error: exceptions.ModelAPIError, tries: int) -> float | None:
    """Return the seconds to wait before the next try; None when there is to be none."""
    if tries >= settings.retries or isinstance(error, _LATE) or not isinstance(error, _PASSING):
        return None
    pause = settings.backoff * 2**tries if error.retry_after is None else error.retry_after
    return pause if pause <= settings.longest_wait else None


def raw_of(messages: Sequence[ModelMessage]) -> str:
    """Return what the model said last, as it said it."""
    response = next((message for message in reversed(messages) if isinstance(message, ModelResponse)), None)
    parts = response.parts if response else []
    said = [
        part.args_as_json_str() if isinstance(part, ToolCallPart) else part.content
        for part in parts
        if isinstance(part, ToolCallPart | TextPart)
    ]
    return "\n".join(said)[:RAW_LIMIT]


def _provider_problem(
    settings: ModelSettings, name: str, error: exceptions.ModelAPIError
) -> errors.ModelProblem:
    if isinstance(error, _BUSY):
        return errors.ModelBusy(f"{name} is busy; try again later.", retry_after=error.retry_after)
    if isinstance(error, _LATE):
        return errors.ModelTimedOut(f"{name} gave no answer within {settings.timeout:g} seconds.")
    for kind, problem, sentence in _LASTING:
        if isinstance(error, kind):
            return problem(sentence.format(name=name))
    if isinstance(error, exceptions.ModelRequestRejectedError):
        return errors.ModelRequestRefused(f"{name} refused the request: {_shown(settings, error.body)}")
    return errors.ModelFailed(f"{name} failed: {_shown(settings, error)}")


def _shown(settings: ModelSettings, thing: object) -> str:
    text = str(thing)
    if settings.api_key:
        text = text.replace(settings.api_key, "[key]")
    return text if len(text) <= 500 else f"{text[:500]}…"
