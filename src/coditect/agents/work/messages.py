"""The messages of a conversation, in the types of the model library. Loads pydantic-ai."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Final, Literal

from pydantic_ai.messages import (
    ModelMessage,
    ModelMessagesTypeAdapter,
    ModelRequest,
    ModelResponse,
    ToolCallPart,
    ToolReturnPart,
    UserPromptPart,
)
from pydantic_ai.models import ModelRequestParameters
from pydantic_ai.tools import ToolDefinition

from coditect.agents.work.answering import Misfit
from coditect.agents.work.journal import Call
from coditect.agents.work.offer import ANSWER, ASK, Delegation, Offer, Question
from coditect.agents.work.states import CallState

Outcome = Literal["success", "failed", "denied", "interrupted"]
_OUTCOMES: Final[Mapping[CallState, Outcome]] = {
    "done": "success",
    "denied": "denied",
    "unknown": "interrupted",
}
MOST_CHARACTERS: Final = 400_000
"""Beyond it the results of older calls are left out of what the model is sent; they stay in the journal."""
_KEPT_WHOLE: Final = 8
_SMALL: Final = 400


def dumped(message: ModelMessage) -> dict[str, Any]:
    """Return a message as it is stored."""
    stored: dict[str, Any] = ModelMessagesTypeAdapter.dump_python([message], mode="json")[0]
    return stored


def offered(offer: Offer, form: Mapping[str, Any] | None) -> ModelRequestParameters:
    """Return what the model is told that it may call."""
    tools = [
        ToolDefinition(
            name=name, description=tool.description, parameters_json_schema=tool.input.model_json_schema()
        )
        for name, tool in offer.tools.items()
    ]
    if offer.asks:
        tools.append(_own(ASK, "Ask a person, and wait for the answer.", Question))
    tools += [
        _own(name, "Hand a piece of work to another agent, and wait for its answer.", Delegation)
        for name in offer.delegates_as
    ]
    if form is None:
        return ModelRequestParameters(function_tools=tools)
    answer = ToolDefinition(
        name=ANSWER,
        description="Give your answer. This ends your work.",
        parameters_json_schema=dict(form),
        kind="output",
    )
    return ModelRequestParameters(
        function_tools=tools, output_tools=[answer], output_mode="tool", allow_text_output=True
    )


def _own(name: str, description: str, form: type[Question | Delegation]) -> ToolDefinition:
    return ToolDefinition(name=name, description=description, parameters_json_schema=form.model_json_schema())


def returns(answered: ModelMessage, calls: Sequence[Call]) -> ModelRequest:
    """Return the message that answers each call of the model's last one; `calls` are those of its turn, in order."""
    assert isinstance(answered, ModelResponse)
    parts = [part for part in answered.parts if isinstance(part, ToolCallPart)]
    return ModelRequest(
        parts=[
            ToolReturnPart(
                tool_name=part.tool_name,
                content=call.result or "(nothing)",
                tool_call_id=part.tool_call_id,
                outcome=_OUTCOMES.get(call.state, "failed"),
            )
            for part, call in zip(parts, calls, strict=True)
        ]
    )


def sent_back(called: Sequence[ToolCallPart], misfit: Misfit) -> ModelRequest:
    """Return the message that asks for the answer once more."""
    complaint = f"Your answer does not have the agreed form. Mend it and give it once more.\n{misfit}"
    if not called:
        return ModelRequest(parts=[UserPromptPart(complaint)])
    return ModelRequest(
        parts=[
            ToolReturnPart(
                tool_name=part.tool_name,
                content=complaint if part.tool_name == ANSWER else "Not carried out: you gave your answer.",
                tool_call_id=part.tool_call_id,
                outcome="failed",
            )
            for part in called
        ]
    )


def asks_for(call: Call) -> str:
    """Say what a person is asked."""
    if call.tool == ASK:
        return str(call.arguments.get("question", ""))
    return f"It wants to use {call.tool}."


def shortened(messages: Sequence[ModelMessage], size: int) -> list[ModelMessage]:
    """Return what is sent: the results of the oldest calls give way when the conversation has grown long."""
    shown = list(messages)
    for at, message in enumerate(messages[: -_KEPT_WHOLE or None]):
        if size <= MOST_CHARACTERS:
            break
        if at and isinstance(message, ModelRequest):
            brief = replace(message, parts=[_brief(part) for part in message.parts])
            size -= len(json.dumps(dumped(message))) - len(json.dumps(dumped(brief)))
            shown[at] = brief
    return shown


def _brief(part: Any) -> Any:
    if not isinstance(part, ToolReturnPart) or len(str(part.content)) <= _SMALL:
        return part
    text = str(part.content)
    return replace(part, content=f"{text[:_SMALL]}\n[… {len(text) - _SMALL} characters left out here]")
