"""Decides what becomes of an agent's calls, and carries them out."""

import hashlib
import json
from collections.abc import Sequence
from typing import Any, Final

import structlog
from pydantic import BaseModel, ValidationError

from coditect.agents.tools import ToolContext, ToolRefused
from coditect.agents.work import limits
from coditect.agents.work.journal import Call
from coditect.agents.work.modes import Mode, verdict
from coditect.agents.work.offer import ASK, Delegation, Offer, Question

log = structlog.get_logger()

_BEGUN_STATES: Final = frozenset(("done", "failed"))


class Caller:
    """The calls of one agent run; `calls` is the list that the loop adds to."""

    def __init__(self, offer: Offer, context: ToolContext, calls: list[Call]) -> None:
        self._offer = offer
        self._context = context
        self._calls = calls

    def plan(self, call: Call, given: str | dict[str, Any] | None, mode: Mode) -> None:
        """Check a call and settle whether it may be carried out, needs a person, or is refused."""
        form = self._form_of(call.tool)
        if form is None:
            names = ", ".join(self._offer.names())
            _fail(call, f"You have no tool {call.tool}. You have: {names}.")
            return
        try:
            arguments = json.loads(given or "{}") if isinstance(given, str) or given is None else given
            checked = form.model_validate(arguments)
        except ValidationError as error:
            _fail(call, f"The arguments do not fit:\n{_faults(error)}")
            return
        except ValueError as error:
            _fail(call, f"The arguments are no valid JSON: {error}.")
            return
        call.arguments = checked.model_dump(mode="json")
        if isinstance(checked, Question):
            call.effect, call.state = "person", "asked"
        elif isinstance(checked, Delegation):
            call.effect = "delegate"
            if self._offer.agents is not None and checked.agent not in self._offer.agents:
                _deny(call, f"You may hand work to {', '.join(sorted(self._offer.agents))} only.")
        else:
            self._permit(call, mode)

    def _form_of(self, tool: str) -> type[BaseModel] | None:
        if tool == ASK and self._offer.asks:
            return Question
        if tool in self._offer.delegates_as:
            return Delegation
        found = self._offer.tools.get(tool)
        return found.input if found else None

    def _permit(self, call: Call, mode: Mode) -> None:
        tool = self._offer.tools[call.tool]
        call.effect = tool.effect
        command = call.arguments.get("command")
        if tool.effect == "execute" and isinstance(command, str) and self._offer.forbids(command):
            allowed = ", ".join(f"`{begin} …`" for begin in self._offer.commands)
            _deny(call, f"Your list of tools allows only {allowed}, each as one plain command.")
            return
        match verdict(mode, tool.effect):
            case "ask":
                call.state = "asked"
            case "refuse":
                _deny(
                    call, "In this mode you may only read and plan. Put what you would do into your answer."
                )
            case "allow":
                call.state = "planned"

    def delegates(self, call: Call) -> bool:
        """Tell whether a call hands work to another agent."""
        return call.effect == "delegate"

    async def carry_out(self, call: Call) -> None:
        """Do what a call asks for and note the result in it; whatever goes wrong is a result too."""
        tool = self._offer.tools.get(call.tool)
        if tool is None:
            _fail(call, f"The tool {call.tool} is not there any more.")
            return
        try:
            found = await tool.run(self._context, tool.input.model_validate(call.arguments))
        except ToolRefused as refusal:
            _fail(call, str(refusal))
        except Exception as error:
            log.exception("tool_broke", tool=call.tool)
            _fail(call, f"The tool broke: {type(error).__name__}: {error}"[:2_000])
        else:
            call.state = "failed" if found.is_error else "done"
            call.result = found.text
            call.changes = [change.model_dump(mode="json") for change in found.changes]
        self._warn(call)

    def _warn(self, call: Call) -> None:
        if limits.repeats(_marks(self._calls, call)) == limits.REPEATS_TOLD:
            call.result = (
                f"{call.result}\n\n[You have made this very call {limits.REPEATS_TOLD} times, always with this"
                " result. Do something else.]"
            )

    def repeats_itself(self) -> str | None:
        """Say that the agent goes in circles, or None."""
        times = limits.repeats(_marks(self._calls))
        if times < limits.REPEATS_STOPPED:
            return None
        last = self._calls[-1]
        return f"It called {last.tool} {times} times in the same way, with the same result."


def _marks(calls: Sequence[Call], last: Call | None = None) -> list[tuple[str, str, str]]:
    ended = [call for call in calls if call.state in _BEGUN_STATES and call is not last]
    return [_mark(call) for call in ([*ended, last] if last is not None else ended)]


def _mark(call: Call) -> tuple[str, str, str]:
    # Without our own remark, which would make the repeated results differ.
    result = (call.result or "").partition("\n\n[You have made this very call")[0]
    return call.tool, json.dumps(call.arguments, sort_keys=True), hashlib.sha256(result.encode()).hexdigest()


def _fail(call: Call, why: str) -> None:
    call.state, call.result = "failed", why


def _deny(call: Call, why: str) -> None:
    call.state, call.result = "denied", why


def _faults(error: ValidationError) -> str:
    return "\n".join(
        f"- {'.'.join(map(str, one['loc'])) or 'the whole'}: {one['msg']}"
        for one in error.errors(include_url=False, include_input=False)
    )
