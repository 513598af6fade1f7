"""Speaks to models through pydantic-ai. Importing this module costs over a second; only the runner does."""

import asyncio
from collections.abc import Callable

from pydantic_ai import Agent, ModelRetry, ToolOutput, capture_run_messages, exceptions
from pydantic_ai.messages import ModelMessage, ModelResponse
from pydantic_ai.models import Model, ModelRequestParameters
from pydantic_ai.models.wrapper import WrapperModel
from pydantic_ai.settings import ModelSettings as RequestSettings

from coditect.agents.answers import Answer, Check, T, Usage
from coditect.agents.model_errors import pause_before_retry, problem_of
from coditect.agents.providers import ModelSettings


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
                problem = problem_of(self._settings, error, messages)
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
                pause = pause_before_retry(self._patience, error, tries)
                if pause is None:
                    raise
            tries += 1
            await asyncio.sleep(pause)


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
