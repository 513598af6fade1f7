"""The Anthropic Messages API, in the types of its own client library."""

import json
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from anthropic import types
from anthropic.types.beta import message_create_params as parameters
from pydantic import TypeAdapter

from tests.model_server.reading import exhaust, flat_text
from tests.model_server.script import BrokenOff, Call, Calls, Failure, Request, Text, Tool, shortened

ERROR_TYPES = {
    400: "invalid_request_error",
    401: "authentication_error",
    403: "permission_error",
    404: "not_found_error",
    413: "request_too_large",
    429: "rate_limit_error",
    529: "overloaded_error",
}
PIECE = 37
"""Characters of JSON or text in one event: odd, so that escapes and words are split."""


@cache
def _adapter(stream: bool) -> TypeAdapter[Any]:
    return TypeAdapter(
        parameters.MessageCreateParamsStreaming if stream else parameters.MessageCreateParamsNonStreaming
    )


def key_of(headers: Mapping[str, str]) -> str:
    """The key, as newer or as older clients send it."""
    return headers.get("authorization", "").removeprefix("Bearer ") or headers.get("x-api-key", "")


def read(number: int, headers: Mapping[str, str], body: Mapping[str, Any]) -> Request:
    """Check the body against the library's own types and take out what scripts look at."""
    stream = bool(body.get("stream"))
    exhaust(_adapter(stream).validate_python(body))
    turns = body["messages"]
    return Request(
        wire="anthropic",
        number=number,
        model=body["model"],
        system=flat_text(body.get("system")),
        text="\n".join(flat_text(turn["content"]) for turn in turns if turn["role"] == "user"),
        turns=len(turns),
        tools=tuple(
            Tool(tool["name"], tool.get("description", ""), tool["input_schema"])
            for tool in body.get("tools", ())
        ),
        stream=stream,
        headers=headers,
        body=body,
    )


def failure(reply: Failure) -> dict[str, Any]:
    kind = ERROR_TYPES.get(reply.status, "api_error")
    return {
        "type": "error",
        "error": {"type": kind, "message": reply.message},
        "request_id": "req_scripted",
    }


def whole(request: Request, reply: Text | Call | Calls | BrokenOff) -> str:
    """The answer as one JSON document."""
    share = reply.share if isinstance(reply, BrokenOff) else 1
    blocks = [_block(request, said, share, at) for at, said in enumerate(_said(reply))]
    message = _message(request, blocks, _stop_reason(reply))
    return message.model_dump_json()


def events(request: Request, reply: Text | Call | Calls | BrokenOff) -> Iterator[str]:
    """The answer as server-sent events."""
    share = reply.share if isinstance(reply, BrokenOff) else 1
    yield _event(types.RawMessageStartEvent(type="message_start", message=_message(request, [], None)))
    count = 0
    for at, said in enumerate(_said(reply)):
        block = list(_block_events(request, said, share, at))
        count += len(block) - 3
        yield from block
    yield _event(
        types.RawMessageDeltaEvent(
            type="message_delta",
            delta={"stop_reason": _stop_reason(reply), "stop_sequence": None},
            usage=types.MessageDeltaUsage(output_tokens=count + 1),
        )
    )
    yield _event(types.RawMessageStopEvent(type="message_stop"))


def _block_events(request: Request, said: Text | Call, share: float, at: int) -> Iterator[str]:
    empty: types.TextBlock | types.ToolUseBlock
    pieces: list[types.InputJSONDelta | types.TextDelta]
    if isinstance(said, Call):
        empty = _call_block(request, said, {}, at)
        cut = _pieces(shortened(said.json, share))
        pieces = [types.InputJSONDelta(type="input_json_delta", partial_json=piece) for piece in cut]
    else:
        empty = types.TextBlock(type="text", text="")
        cut = _pieces(shortened(said.text, share))
        pieces = [types.TextDelta(type="text_delta", text=piece) for piece in cut]
    yield _event(types.RawContentBlockStartEvent(type="content_block_start", index=at, content_block=empty))
    yield 'event: ping\ndata: {"type": "ping"}\n\n'
    for piece in pieces:
        yield _event(types.RawContentBlockDeltaEvent(type="content_block_delta", index=at, delta=piece))
    yield _event(types.RawContentBlockStopEvent(type="content_block_stop", index=at))


def _event(event: types.RawMessageStreamEvent) -> str:
    return f"event: {event.type}\ndata: {event.model_dump_json()}\n\n"


def _pieces(text: str) -> list[str]:
    return [text[at : at + PIECE] for at in range(0, len(text), PIECE)]


def _said(reply: Text | Call | Calls | BrokenOff) -> list[Text | Call]:
    if isinstance(reply, Calls):
        return reply.parts
    return [reply.reply if isinstance(reply, BrokenOff) else reply]


def _stop_reason(reply: Text | Call | Calls | BrokenOff) -> types.StopReason:
    if isinstance(reply, BrokenOff):
        return "max_tokens"
    return "tool_use" if isinstance(reply, Call | Calls) else "end_turn"


def _block(
    request: Request, said: Text | Call, share: float, at: int
) -> types.TextBlock | types.ToolUseBlock:
    if isinstance(said, Text):
        return types.TextBlock(type="text", text=shortened(said.text, share))
    try:
        arguments = json.loads(shortened(said.json, share))
    except ValueError:
        # Outside a stream this API cannot even carry broken JSON.
        arguments = {}
    return _call_block(request, said, arguments if isinstance(arguments, dict) else {}, at)


def _call_block(request: Request, said: Call, arguments: dict[str, object], at: int) -> types.ToolUseBlock:
    name = said.tool or request.tools[0].name
    return types.ToolUseBlock(
        type="tool_use", id=f"toolu_{request.number:04}{at or ''}", name=name, input=arguments
    )


def _message(
    request: Request,
    content: list[types.TextBlock | types.ToolUseBlock],
    stop_reason: types.StopReason | None,
) -> types.Message:
    return types.Message(
        id=f"msg_{request.number:04}",
        type="message",
        role="assistant",
        model=request.model,
        content=list(content),
        stop_reason=stop_reason,
        usage=types.Usage(input_tokens=len(request.system + request.text) // 4, output_tokens=50),
    )
