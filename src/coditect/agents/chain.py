"""One streamed answer of the first model of a chain that can give one: patient, and sparing with who is down.

Loads pydantic-ai, which costs over a second; only `work` does, in a thread.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass
from decimal import Decimal
from typing import Self

from pydantic_ai import exceptions
from pydantic_ai.direct import model_request_stream
from pydantic_ai.messages import (
    ModelMessage,
    ModelResponse,
    PartDeltaEvent,
    PartStartEvent,
    TextPart,
    TextPartDelta,
)
from pydantic_ai.models import Model, ModelRequestParameters
from pydantic_ai.settings import ModelSettings as RequestSettings

from coditect.agents.answers import Usage
from coditect.agents.breaker import Breaker, breaker_of
from coditect.agents.errors import ModelBusy, ModelProblem
from coditect.agents.model_errors import pause_before_retry, problem_of
from coditect.agents.providers import ModelSettings
from coditect.agents.pydantic_ai import bounded, opened
from coditect.kernel import telemetry

OnText = Callable[[str], Awaitable[None]]
"""Gets each piece of text as it comes; an empty one says that the pieces so far were in vain."""


@dataclass(frozen=True)
class Told:
    """An answer, the model that gave it, and what it took."""

    response: ModelResponse
    model: ModelSettings
    usage: Usage


class Chain:
    """Models in the order in which to ask them; the next one is asked when one cannot be reached or is overrun.

    What a provider refuses for good (a key, a request that is too long) goes on to the next one too: it has another
    key and other limits. Raises the problem of the last one asked.
    """

    def __init__(self, models: Sequence[ModelSettings]) -> None:
        self._settings = models
        self._built: list[Model] = []
        self._open = AsyncExitStack()

    async def __aenter__(self) -> Self:
        self._built = [await self._open.enter_async_context(opened(each)) for each in self._settings]
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._open.aclose()

    async def ask(
        self, messages: Sequence[ModelMessage], parameters: ModelRequestParameters, on_text: OnText
    ) -> Told:
        """Return the answer; its text goes to `on_text` while it comes."""
        problem: ModelProblem | None = None
        for settings, model in zip(self._settings, self._built, strict=True):
            breaker = breaker_of(settings.provider, settings.base_url)
            if (seconds := breaker.closed_for()) > 0:
                problem = problem or ModelBusy(
                    f"{settings.provider}:{settings.name} failed too often; it is asked again in {seconds:.0f} s.",
                    retry_after=seconds,
                )
                continue
            with telemetry.span("ask model", provider=settings.provider, model=settings.name):
                outcome = await _guarded(
                    breaker, settings, model, messages=messages, parameters=parameters, on_text=on_text
                )
            if isinstance(outcome, Told):
                return outcome
            problem = outcome
        # Raised out here so that no provider's message, which may quote the key, hangs on as its context.
        raise problem or ModelBusy("No model is set up.")


async def _guarded(
    breaker: Breaker,
    settings: ModelSettings,
    model: Model,
    *,
    messages: Sequence[ModelMessage],
    parameters: ModelRequestParameters,
    on_text: OnText,
) -> Told | ModelProblem:
    try:
        response = await _patiently(settings, model, messages, parameters, on_text)
    except (exceptions.AgentRunError, exceptions.UserError) as error:
        problem = problem_of(settings, error, messages)
        if problem.transient:
            breaker.failed()
        else:
            breaker.succeeded()
        return problem
    except BaseException:
        breaker.withdrew()
        raise
    breaker.succeeded()
    usage = _usage(response)
    telemetry.note(input_tokens=usage.input_tokens, output_tokens=usage.output_tokens)
    return Told(response, settings, usage)


async def _patiently(
    settings: ModelSettings,
    model: Model,
    messages: Sequence[ModelMessage],
    parameters: ModelRequestParameters,
    on_text: OnText,
) -> ModelResponse:
    tries = 0
    while True:
        try:
            return await _streamed(settings, model, messages, parameters, on_text)
        except TimeoutError:
            raise exceptions.ModelRequestTimeout(settings.name, settings.timeout) from None
        except exceptions.ModelAPIError as error:
            pause = pause_before_retry(settings, error, tries)
            if pause is None:
                raise
        tries += 1
        await on_text("")
        await asyncio.sleep(pause)


async def _streamed(
    settings: ModelSettings,
    model: Model,
    messages: Sequence[ModelMessage],
    parameters: ModelRequestParameters,
    on_text: OnText,
) -> ModelResponse:
    """Ask once. What is bounded is the silence, not the length: a long answer that keeps coming is fine."""
    loop = asyncio.get_running_loop()
    asked: RequestSettings = {**bounded(settings), "cache": True}
    async with (
        asyncio.timeout(settings.timeout) as patience,
        model_request_stream(
            model, messages, model_settings=asked, model_request_parameters=parameters
        ) as stream,
    ):
        async for event in stream:
            patience.reschedule(loop.time() + settings.timeout)
            if isinstance(event, PartStartEvent) and isinstance(event.part, TextPart) and event.part.content:
                await on_text(event.part.content)
            elif isinstance(event, PartDeltaEvent) and isinstance(event.delta, TextPartDelta):
                await on_text(event.delta.content_delta)
        return stream.get()


def _usage(response: ModelResponse) -> Usage:
    try:
        cost: Decimal | None = response.cost().total_price
    except (LookupError, ValueError, AssertionError):
        cost = None
    return Usage(
        requests=1,
        input_tokens=response.usage.input_tokens,
        output_tokens=response.usage.output_tokens,
        cost_usd=cost,
    )
