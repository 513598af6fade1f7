"""The OpenAI chat completions API, in the types of its own client library."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, Literal

from openai.types import CompletionUsage
from openai.types.chat import (
    ChatCompletion,
    ChatCompletionChunk,
    ChatCompletionMessage,
    ChatCompletionMessageFunctionToolCall,
    chat_completion_chunk,
)
from openai.types.chat import completion_create_params as parameters
from openai.types.chat.chat_completion import Choice
from openai.types.chat.chat_completion_message_function_tool_call import Function
from pydantic import TypeAdapter

from tests.model_server.reading import exhaust, flat_text
from tests.model_server.script import BrokenOff, Call, Calls, Failure, Request, Text, Tool, shortened

PIECE = 29
"""Characters in one chunk: odd, so that escapes and words are split."""

FinishReason = Literal["stop", "length", "tool_calls"]


@cache
def _adapter(stream: bool) -> TypeAdapter[Any]:
    return TypeAdapter(
        parameters.CompletionCreateParamsStreaming
        if stream
        else parameters.CompletionCreateParamsNonStreaming
    )


def key_of(headers: Mapping[str, str]) -> str:
    return headers.get("authorization", "").removeprefix("Bearer ")


def read(number: int, headers: Mapping[str, str], body: Mapping[str, Any]) -> Request:
    """Check the body against the library's own types and take out what scripts look at."""
    stream = bool(body.get("stream"))
    exhaust(_adapter(stream).validate_python(body))
    turns = body["messages"]
    functions = [tool["function"] for tool in body.get("tools", ())]
    return Request(
        wire="openai",
        number=number,
        model=body["model"],
        system="\n".join(
            flat_text(turn["content"]) for turn in turns if turn["role"] in {"system", "developer"}
        ),
        text="\n".join(flat_text(turn["content"]) for turn in turns if turn["role"] in {"user", "tool"}),
        turns=len(turns),
        tools=tuple(
            Tool(function["name"], function.get("description", ""), function.get("parameters", {}))
            for function in functions
        ),
        stream=stream,
        headers=headers,
        body=body,
    )


def failure(reply: Failure) -> dict[str, Any]:
    kind = "server_error" if reply.status >= 500 else "invalid_request_error"
    return {"error": {"message": reply.message, "type": kind, "param": None, "code": None}}


def whole(request: Request, reply: Text | Call | Calls | BrokenOff) -> str:
    """The answer as one JSON document."""
    parts, share = _said(reply)
    text = "".join(shortened(said.text, share) for said in parts if isinstance(said, Text))
    message = ChatCompletionMessage(role="assistant", content=text or None)
    calls = [said for said in parts if isinstance(said, Call)]
    if calls:
        message.tool_calls = [
            ChatCompletionMessageFunctionToolCall(
                id=_call_id(request, at),
                type="function",
                function=Function(name=_tool_name(request, said), arguments=shortened(said.json, share)),
            )
            for at, said in enumerate(calls)
        ]
    completion = ChatCompletion(
        id=f"chatcmpl-{request.number:04}",
        object="chat.completion",
        created=1_700_000_000,
        model=request.model,
        choices=[Choice(index=0, finish_reason=_finish_reason(reply), message=message)],
        usage=_usage(request),
    )
    return completion.model_dump_json(exclude_unset=True)


def events(request: Request, reply: Text | Call | Calls | BrokenOff) -> Iterator[str]:
    """The answer as server-sent events."""
    parts, share = _said(reply)
    delta = chat_completion_chunk.ChoiceDelta
    yield _event(request, delta(role="assistant", content="" if isinstance(parts[0], Text) else None))
    for said in parts:
        if isinstance(said, Text):
            for piece in _pieces(shortened(said.text, share)):
                yield _event(request, delta(content=piece))
    for at, call in enumerate([said for said in parts if isinstance(said, Call)]):
        begun = _call_delta(request, "", at, name=_tool_name(request, call))
        yield _event(request, delta(tool_calls=[begun]))
        for piece in _pieces(shortened(call.json, share)):
            yield _event(request, delta(tool_calls=[_call_delta(request, piece, at, name=None)]))
    yield _event(request, delta(), _finish_reason(reply))
    if (request.body.get("stream_options") or {}).get("include_usage"):
        yield f"data: {_chunk(request, [], _usage(request)).model_dump_json(exclude_unset=True)}\n\n"
    yield "data: [DONE]\n\n"


def _event(
    request: Request, delta: chat_completion_chunk.ChoiceDelta, finish_reason: FinishReason | None = None
) -> str:
    choice = chat_completion_chunk.Choice(index=0, delta=delta, finish_reason=finish_reason)
    return f"data: {_chunk(request, [choice], None).model_dump_json(exclude_unset=True)}\n\n"


def _chunk(
    request: Request, choices: list[chat_completion_chunk.Choice], usage: CompletionUsage | None
) -> ChatCompletionChunk:
    return ChatCompletionChunk(
        id=f"chatcmpl-{request.number:04}",
        object="chat.completion.chunk",
        created=1_700_000_000,
        model=request.model,
        choices=choices,
        usage=usage,
    )


def _call_delta(
    request: Request, arguments: str, at: int, *, name: str | None
) -> chat_completion_chunk.ChoiceDeltaToolCall:
    function = chat_completion_chunk.ChoiceDeltaToolCallFunction(arguments=arguments)
    call = chat_completion_chunk.ChoiceDeltaToolCall(index=at, function=function)
    if name is not None:
        # Only the first piece of a call names it.
        call.id, call.type, function.name = _call_id(request, at), "function", name
    return call


def _pieces(text: str) -> list[str]:
    return [text[at : at + PIECE] for at in range(0, len(text), PIECE)]


def _said(reply: Text | Call | Calls | BrokenOff) -> tuple[list[Text | Call], float]:
    if isinstance(reply, Calls):
        return reply.parts, 1
    return ([reply.reply], reply.share) if isinstance(reply, BrokenOff) else ([reply], 1)


def _finish_reason(reply: Text | Call | Calls | BrokenOff) -> FinishReason:
    if isinstance(reply, BrokenOff):
        return "length"
    return "tool_calls" if isinstance(reply, Call | Calls) else "stop"


def _tool_name(request: Request, said: Call) -> str:
    return said.tool or request.tools[0].name


def _call_id(request: Request, at: int = 0) -> str:
    return f"call_{request.number:04}{at or ''}"


def _usage(request: Request) -> CompletionUsage:
    asked = len(request.system + request.text) // 4
    return CompletionUsage(prompt_tokens=asked, completion_tokens=50, total_tokens=asked + 50)
