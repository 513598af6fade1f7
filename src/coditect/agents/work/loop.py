"""An agent at work: asks the model, carries out what it calls, and stores each step before and after it happens.

Loads pydantic-ai; only the handler imports this module, in a thread. The loop is our own, over the library's models:
between any two of its steps the process may die, and what was done is neither lost nor done twice.
"""

import asyncio
import json
import time
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any, Final, Protocol

from pydantic_ai.messages import (
    ModelMessage,
    ModelMessagesTypeAdapter,
    ModelRequest,
    ModelResponse,
    TextPart,
    ToolCallPart,
    UserPromptPart,
)

from coditect.agents.chain import Chain, Told
from coditect.agents.metering import estimate
from coditect.agents.model_errors import raw_of
from coditect.agents.tools import ToolContext
from coditect.agents.work import answering, limits
from coditect.agents.work.answering import Misfit
from coditect.agents.work.calling import Caller
from coditect.agents.work.journal import Call, Journal, Stored
from coditect.agents.work.messages import asks_for, dumped, offered, returns, sent_back, shortened
from coditect.agents.work.offer import ANSWER, Offer
from coditect.agents.work.prompt import Prompt
from coditect.agents.work.states import ENDED_CALL
from coditect.framework import Agent
from coditect.kernel.clock import utc_now
from coditect.kernel.entitlements import QuotaExceeded
from coditect.kernel.writing import to_its_end


@dataclass(frozen=True)
class Finished:
    """The answer, in the agent's form or as text."""

    answer: dict[str, Any] | str
    last: Mapping[str, Any]
    """What is to be saved with it."""


@dataclass(frozen=True)
class Unusable:
    """The answer did not fit, twice; `raw` is what the model said."""

    detail: str
    raw: str
    last: Mapping[str, Any]


@dataclass(frozen=True)
class Rests:
    """Stored and at rest, until a person answers or raises a limit."""


@dataclass(frozen=True)
class HandsOn:
    """Work for other agents, by the calls that asked for it."""

    calls: Sequence[Call]


UNKNOWN: Final = (
    "The outcome of this call is unknown: the machine stopped while it was under way. It was not repeated. Look how"
    " things are before you go on."
)
STOPPED: Final = "A person stopped it."

Ending = Finished | Unusable | Rests | HandsOn


class FirstPrompt(Protocol):
    """Makes the first prompt; called only when the conversation begins."""

    async def __call__(self) -> Prompt: ...


class Loop:
    """One attempt at an agent run."""

    def __init__(
        self,
        agent: Agent,
        journal: Journal,
        chain: Chain,
        *,
        offer: Offer,
        context: ToolContext,
        stored: Stored,
    ) -> None:
        self._agent = agent
        self._journal = journal
        self._chain = chain
        self._calls = stored.calls
        self._repairs = stored.row.repairs
        self._messages: list[ModelMessage] = ModelMessagesTypeAdapter.validate_python(stored.messages)
        self._size = sum(len(json.dumps(message)) for message in stored.messages)
        self._caller = Caller(offer, context, stored.calls)
        self._form = answering.form_of(agent)
        self._parameters = offered(offer, self._form)
        self._unsaved: dict[str, Any] = {}
        """What the next save takes along."""

    async def run(self, first_prompt: FirstPrompt, handed_back: Sequence[Call]) -> Ending:
        """Work until the answer, or until somebody else has to do something."""
        await self._take_up(handed_back)
        if not self._messages:
            prompt = await first_prompt()
            request = ModelRequest(parts=[UserPromptPart(prompt.material)], instructions=prompt.instructions)
            self._unsaved = {
                "messages": [self._append(request)],
                "prompt": prompt.account.model_dump(mode="json"),
            }
        while True:
            ending = await self._turn()
            if ending is not None:
                return ending

    async def _turn(self) -> Ending | None:
        if isinstance(self._messages[-1], ModelResponse):
            ending = await self._carry_out()
            if ending is not None:
                return ending
            turn = [call for call in self._calls if call.turn == self._journal.used.turns]
            self._unsaved["messages"] = [self._append(returns(self._messages[-1], turn))]
        reason = self._reason_to_stop()
        return await self._rest(reason) if reason else await self._ask()

    async def _take_up(self, handed_back: Sequence[Call]) -> None:
        """Record what other agents gave back; a call that was begun and never ended has an unknown outcome."""
        changed = list(handed_back)
        for call in self._calls:
            if call.state == "begun":
                call.state, call.ended_at, call.result = "unknown", utc_now(), UNKNOWN
                changed.append(call)
        if changed:
            await self._journal.save(changed_calls=changed)

    # ---- calls

    async def _carry_out(self) -> Ending | None:
        """Do what the last answer calls for; None when all of it is done."""
        handed_on: list[Call] = []
        for call in [call for call in self._calls if call.state not in ENDED_CALL]:
            if self._caller.delegates(call):
                handed_on.append(call)
                continue
            if handed_on:
                break  # what follows may rest on what the others find
            if call.state == "asked":
                await self._save(state="asking", reason=asks_for(call))
                return Rests()
            if call.state == "planned" and self._journal.orders.stop:
                return await self._rest(STOPPED)
            await self._carry_out_one(call)
        if not handed_on:
            return None
        await self._save()
        return HandsOn(handed_on)

    async def _carry_out_one(self, call: Call) -> None:
        if call.state == "planned":
            call.state, call.begun_at = "begun", utc_now()
            await self._save(changed_calls=[call])
        began = time.monotonic()
        await self._caller.carry_out(call)
        self._count_time(began)
        call.ended_at = utc_now()
        following = next((one for one in self._calls if one.state not in ENDED_CALL), None)
        self._unsaved["changed_calls"] = [call]
        if following is None:
            return  # saved with what the model is asked next
        if (
            following.state == "planned"
            and not self._caller.delegates(following)
            and not self._journal.orders.stop
        ):
            # The next one begins with the commit that ends this one.
            following.state, following.begun_at = "begun", utc_now()
            self._unsaved["changed_calls"].append(following)
        await self._save()

    # ---- limits

    def _reason_to_stop(self) -> str | None:
        orders = self._journal.orders
        if orders.stop:
            return STOPPED
        return limits.reached(orders.budget, self._journal.used) or self._caller.repeats_itself()

    async def _rest(self, reason: str) -> Rests:
        await self._save(state="stopped", reason=reason)
        return Rests()

    async def _save(self, **parts: Any) -> None:
        await self._journal.save(**{**self._unsaved, **parts})
        self._unsaved = {}

    def _count_time(self, began: float) -> None:
        self._journal.used.seconds += time.monotonic() - began

    # ---- the model

    async def _ask(self) -> Ending | None:
        try:
            await self._save(reserve=estimate(self._size))
        except QuotaExceeded as problem:
            return await self._rest(str(problem))
        used, turn = self._journal.used, self._journal.used.turns + 1

        async def on_text(piece: str) -> None:
            await self._journal.spoke(turn, piece)

        seconds_left = self._journal.orders.budget.seconds - used.seconds
        began = time.monotonic()
        try:
            async with (
                asyncio.timeout(max(1.0, seconds_left)) as patience,
                _ended_by_stop(self._journal, patience),
            ):
                told = await self._chain.ask(shortened(self._messages, self._size), self._parameters, on_text)
        except BaseException as error:
            self._count_time(began)
            await to_its_end(self._journal.release())
            if isinstance(error, TimeoutError) and patience.expired():
                if self._journal.orders.stop:
                    await self._journal.spoke(turn, "")  # what was written so far counts for nothing
                    return await self._rest(STOPPED)
                used.seconds = max(used.seconds, self._journal.orders.budget.seconds)
                return await self._rest(limits.reached(self._journal.orders.budget, used) or STOPPED)
            raise
        self._count_time(began)
        self._journal.forget_text()
        used.turns = turn
        used.count(told.usage.input_tokens, told.usage.output_tokens, told.usage.cost_usd)
        return await self._interpret(told)

    async def _interpret(self, told: Told) -> Ending | None:
        response = told.response
        paid = {
            "settle": told.usage.input_tokens + told.usage.output_tokens,
            "model": f"{told.model.provider}:{response.model_name or told.model.name}",
        }
        called = [part for part in response.parts if isinstance(part, ToolCallPart)]
        given = next((part for part in called if part.tool_name == ANSWER), None)
        if given is None and called:
            planned = self._plan(called)
            message = self._append(response)
            await self._save(messages=[message], new_calls=planned, **paid)
            return None
        judged = self._judge(response, given)
        message = self._append(response)
        if not isinstance(judged, Misfit):
            return Finished(judged, {"messages": [message], **paid})
        if self._repairs:
            detail = f"The answer did not have the agreed form, even after it was sent back once:\n{judged}"
            return Unusable(detail, raw_of(self._messages), {"messages": [message], **paid})
        self._repairs += 1
        repair = self._append(sent_back(called, judged))
        await self._save(messages=[message, repair], repairs=self._repairs, **paid)
        return None

    def _judge(self, response: ModelResponse, given: ToolCallPart | None) -> dict[str, Any] | str | Misfit:
        if given is not None:
            return answering.judge(self._agent, given.args)
        text = "".join(part.content for part in response.parts if isinstance(part, TextPart)).strip()
        if response.finish_reason == "length":
            return Misfit(("You broke off at your output limit. Be shorter.",))
        if self._form is not None:
            return answering.found_in(self._agent, text)
        return text or Misfit(("You said nothing.",))

    def _plan(self, called: Sequence[ToolCallPart]) -> list[Call]:
        """Make the calls of an answer; the first that needs nobody's leave begins with the commit that plans it."""
        planned: list[Call] = []
        for number, part in enumerate(called, len(self._calls) + 1):
            call = Call(
                number, self._journal.used.turns, part.tool_call_id, part.tool_name, "read", {}, "planned"
            )
            self._caller.plan(call, part.args, self._journal.orders.mode)
            planned.append(call)
        self._calls += planned
        first = next((call for call in planned if call.state not in ENDED_CALL), None)
        if first is not None and first.state == "planned" and not self._caller.delegates(first):
            first.state, first.begun_at = "begun", utc_now()
        return planned

    def _append(self, message: ModelMessage) -> dict[str, Any]:
        self._messages.append(message)
        stored = dumped(message)
        self._size += len(json.dumps(stored))
        return stored


@asynccontextmanager
async def _ended_by_stop(journal: Journal, patience: asyncio.Timeout) -> AsyncIterator[None]:
    """Let the patience with a model end when a person stops the agent."""

    async def watch() -> None:
        await journal.stopped()
        patience.reschedule(asyncio.get_running_loop().time())

    watching = asyncio.create_task(watch())
    try:
        yield
    finally:
        watching.cancel()
        await asyncio.gather(watching, return_exceptions=True)
