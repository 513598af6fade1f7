"""Speaks to models through pydantic-ai. Importing this module costs over a second; only the runner does."""

import asyncio
import ssl
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import cache
from typing import Final

import httpx
import httpx2
from pydantic_ai import Agent, ModelRetry, ToolOutput, capture_run_messages, exceptions
from pydantic_ai.messages import ModelMessage, ModelResponse
from pydantic_ai.models import Model, ModelRequestParameters
from pydantic_ai.models.wrapper import WrapperModel
from pydantic_ai.settings import ModelSettings as RequestSettings

from coditect.agents.answers import Answer, Check, T, Usage
from coditect.agents.model_errors import pause_before_retry, problem_of
from coditect.agents.providers import ModelSettings

_CONNECT_SECONDS: Final = 5


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
        with capture_run_messages() as messages:
            try:
                async with opened(self._settings) as model:
                    agent = Agent(
                        PatientModel(model, self._settings),
                        output_type=ToolOutput(output_type, name="answer"),
                        instructions=instructions,
                        retries={"output": 1},
                    )
                    if check is not None:
                        agent.output_validator(_validator(check))
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
        asked: RequestSettings = {**(model_settings or {}), **bounded(self._patience)}
        tries = 0
        while True:
            try:
                async with asyncio.timeout(self._patience.timeout):
                    return await self.wrapped.request(messages, asked, model_request_parameters)
            except TimeoutError:
                raise exceptions.ModelRequestTimeout(self.model_name, self._patience.timeout) from None
            except exceptions.ModelAPIError as error:
                pause = pause_before_retry(self._patience, error, tries)
                if pause is None:
                    raise
            tries += 1
            await asyncio.sleep(pause)


@asynccontextmanager
async def opened(settings: ModelSettings) -> AsyncIterator[Model]:
    """Yield the model with connections of its own, which stay open from one request to the next."""
    async with httpx2.AsyncClient(verify=_trusted()) as client, _built(settings, client) as model:
        yield model


def bounded(settings: ModelSettings) -> RequestSettings:
    """Return how long one try may take; tries are counted here, not by the provider's library."""
    silence = httpx.Timeout(settings.timeout, connect=min(settings.timeout, _CONNECT_SECONDS))
    return RequestSettings(timeout=silence, max_retries=0)


@cache
def _trusted() -> ssl.SSLContext:
    """The certificates to trust; to read them takes longer than all else that a conversation costs here."""
    return httpx2.create_ssl_context()


def _built(settings: ModelSettings, client: httpx2.AsyncClient) -> Model:
    """Make the model; only the library of its own provider is imported."""
    if settings.provider == "anthropic":
        from pydantic_ai.models.anthropic import AnthropicModel
        from pydantic_ai.providers.anthropic import AnthropicProvider

        return AnthropicModel(
            settings.name,
            provider=AnthropicProvider(
                api_key=settings.api_key, base_url=settings.base_url, http_client=client
            ),
        )
    # Local servers need no key, but without one the library would send the key of another service it finds set.
    key = settings.api_key or "none"
    from pydantic_ai.models.openai import OpenAIChatModel
    from pydantic_ai.providers.openai import OpenAIProvider

    return OpenAIChatModel(
        settings.name,
        provider=OpenAIProvider(api_key=key, base_url=settings.base_url, http_client=client),
    )


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
