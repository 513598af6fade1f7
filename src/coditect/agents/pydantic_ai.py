"""Speaks to models through pydantic-ai. Importing this module costs over a second; only the runner does."""

import asyncio
from collections.abc import Callable

from pydantic_ai import Agent, ModelRetry, ToolOutput, capture_run_messages, exceptions
from pydantic_ai.messages import ModelMessage, ModelResponse, TextPart, ToolCallPart
from pydantic_ai.models import Model, ModelRequestParameters
from pydantic_ai.models.wrapper import WrapperModel
from pydantic_ai.settings import ModelSettings as RequestSettings

from coditect.agents import errors
from coditect.agents.answers import Answer, Check, T, Usage
from coditect.agents.providers import ModelSettings

_RAW_LIMIT = 200_000
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


class Conversation:
    """One exchange with one model."""

    def __init__(self, settings: ModelSettings) -> None:
        self._settings = settings

    async def ask(
        self,
        instructions: str,
        material: str,
        output_type: type[T],
        check: Check[T] | None,
    ) -> Answer[T]:
        """Return the typed answer, after at most one repair."""
        agent = Agent(
            PatientModel(build(self._settings), self._settings),
            output_type=ToolOutput(output_type, name="answer"),
            instructions=instructions,
            retries={"output": 1},
        )
        if check is not None:
            agent.output_validator(_validator(check))
        with capture_run_messages() as messages:
            try:
                async with agent:
                    result = await agent.run(material)
            except (exceptions.AgentRunError, exceptions.UserError) as error:
                problem = self._problem(error, messages)
                problem.spent_tokens = _spent(messages)
            else:
                return Answer(
                    result.output,
                    result.response.model_name or self._settings.name,
                    Usage(
                        requests=result.usage.requests,
                        input_tokens=result.usage.input_tokens,
                        output_tokens=result.usage.output_tokens,
                        cost_usd=result.usage.cost,
                    ),
                    repaired=result.usage.requests > 1,
                )
        # Raised out here so that no provider's message, which may quote the key, hangs on as its context.
        raise problem

    def _problem(self, error: Exception, messages: list[ModelMessage]) -> errors.ModelProblem:
        name = f"{self._settings.provider}:{self._settings.name}"
        if isinstance(error, exceptions.ModelAPIError):
            return self._provider_problem(name, error)
        if isinstance(error, exceptions.OutputTokenLimitExceeded):
            return errors.ModelAnswerUnusable(f"{name} broke off at its output limit.", raw=_raw(messages))
        if isinstance(error, exceptions.UnexpectedModelBehavior):
            why = self._shown(error.__cause__ or error)
            detail = f"{name} answered twice in a form that does not fit: {why}"
            return errors.ModelAnswerUnusable(detail, raw=_raw(messages))
        return errors.ModelMisconfigured(f"{name} cannot be used: {self._shown(error)}")

    def _provider_problem(self, name: str, error: exceptions.ModelAPIError) -> errors.ModelProblem:
        if isinstance(error, _BUSY):
            return errors.ModelBusy(f"{name} is busy; try again later.", retry_after=error.retry_after)
        if isinstance(error, _LATE):
            return errors.ModelTimedOut(f"{name} gave no answer within {self._settings.timeout:g} seconds.")
        for kind, problem, sentence in _LASTING:
            if isinstance(error, kind):
                return problem(sentence.format(name=name))
        if isinstance(error, exceptions.ModelRequestRejectedError):
            return errors.ModelRequestRefused(f"{name} refused the request: {self._shown(error.body)}")
        return errors.ModelFailed(f"{name} failed: {self._shown(error)}")

    def _shown(self, thing: object) -> str:
        text = str(thing)
        if self._settings.api_key:
            text = text.replace(self._settings.api_key, "[key]")
        return text if len(text) <= 500 else f"{text[:500]}…"


class PatientModel(WrapperModel):
    """Bounds each try in time, and tries again after what may pass."""

    def __init__(self, wrapped: Model, settings: ModelSettings) -> None:
        super().__init__(wrapped)
        self._patience = settings

    async def request(
        self,
        messages: list[ModelMessage],
        model_settings: RequestSettings | None,
        model_request_parameters: ModelRequestParameters,
    ) -> ModelResponse:
        bounded = RequestSettings(timeout=self._patience.timeout, max_retries=0)
        bounded = {**(model_settings or {}), **bounded}
        tries = 0
        while True:
            try:
                async with asyncio.timeout(self._patience.timeout):
                    return await self.wrapped.request(messages, bounded, model_request_parameters)
            except TimeoutError:
                raise exceptions.ModelRequestTimeout(self.model_name, self._patience.timeout) from None
            except exceptions.ModelAPIError as error:
                pause = self._pause(error, tries)
                if pause is None:
                    raise
            tries += 1
            await asyncio.sleep(pause)

    def _pause(self, error: exceptions.ModelAPIError, tries: int) -> float | None:
        """Seconds to wait before the next try; None when there is to be none."""
        if tries >= self._patience.retries or isinstance(error, _LATE) or not isinstance(error, _PASSING):
            return None
        pause = self._patience.backoff * 2**tries if error.retry_after is None else error.retry_after
        return pause if pause <= self._patience.longest_wait else None


def build(settings: ModelSettings) -> Model:
    """Make the model; only the library of its own provider is imported."""
    if settings.provider == "anthropic":
        from pydantic_ai.models.anthropic import AnthropicModel
        from pydantic_ai.providers.anthropic import AnthropicProvider

        return AnthropicModel(
            settings.name, provider=AnthropicProvider(api_key=settings.api_key, base_url=settings.base_url)
        )
    # Local servers need no key, but without one the library would send the key of another service it finds set.
    key = settings.api_key or "none"
    from pydantic_ai.models.openai import OpenAIChatModel
    from pydantic_ai.providers.openai import OpenAIProvider

    return OpenAIChatModel(settings.name, provider=OpenAIProvider(api_key=key, base_url=settings.base_url))


def _validator(check: Check[T]) -> Callable[[T], T]:
    def validate(output: T) -> T:
        if complaints := check(output):
            raise ModelRetry("\n".join(complaints))
        return output

    return validate


def _spent(messages: list[ModelMessage]) -> int:
    """What the provider says that its answers took, useless ones included."""
    usages = [message.usage for message in messages if isinstance(message, ModelResponse)]
    return sum(usage.input_tokens + usage.output_tokens for usage in usages)


def _raw(messages: list[ModelMessage]) -> str:
    """What the model said last, as it said it."""
    response = next((message for message in reversed(messages) if isinstance(message, ModelResponse)), None)
    parts = response.parts if response else []
    said = [
        part.args_as_json_str() if isinstance(part, ToolCallPart) else part.content
        for part in parts
        if isinstance(part, ToolCallPart | TextPart)
    ]
    return "\n".join(said)[:_RAW_LIMIT]
