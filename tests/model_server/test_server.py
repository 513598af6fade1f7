"""The scripted provider, as the vendors' own clients see it."""

import contextlib
import json
from collections.abc import Iterator
from typing import cast

import anthropic
import openai
import pytest
from anthropic.types import MessageParam, ToolParam
from openai.types.chat import ChatCompletionMessageFunctionToolCall, ChatCompletionToolParam

from tests.model_server.script import BrokenOff, Call, Cut, Failure, Reply, Text, in_turn
from tests.model_server.server import ModelServer, run_model_server

ARGUMENTS = {"town": "Zürich, 中", "days": [1, 2, 3], "note": 'a "quoted" line\nand another ' * 5}
CALL = Call(ARGUMENTS)
HELLO = Text("Guten Tag, " * 20)
TURNS: list[MessageParam] = [{"role": "user", "content": "What is the weather?"}]
SCHEMA: dict[str, object] = {"type": "object", "properties": {"town": {"type": "string"}}}
ANTHROPIC_TOOLS: list[ToolParam] = [{"name": "weather", "input_schema": SCHEMA}]
OPENAI_TOOLS: list[ChatCompletionToolParam] = [
    {"type": "function", "function": {"name": "weather", "parameters": SCHEMA}}
]


@pytest.fixture
def claude(model_server: ModelServer) -> Iterator[anthropic.Anthropic]:
    with anthropic.Anthropic(
        api_key=model_server.api_key, base_url=model_server.anthropic_url, max_retries=0
    ) as client:
        yield client


@pytest.fixture
def gpt(model_server: ModelServer) -> Iterator[openai.OpenAI]:
    with openai.OpenAI(
        api_key=model_server.api_key, base_url=model_server.openai_url, max_retries=0
    ) as client:
        yield client


@pytest.mark.parametrize("reply", [HELLO, CALL], ids=["text", "call"])
def test_anthropic_whole_and_streamed_are_the_same(
    model_server: ModelServer, claude: anthropic.Anthropic, reply: Reply
) -> None:
    model_server.script = in_turn(reply)
    whole = claude.messages.create(model="some-claude", max_tokens=99, messages=TURNS, tools=ANTHROPIC_TOOLS)
    with claude.messages.stream(
        model="some-claude", max_tokens=99, messages=TURNS, tools=ANTHROPIC_TOOLS
    ) as stream:
        streamed = stream.get_final_message()
    (block,), (built,) = whole.content, streamed.content
    if isinstance(reply, Call):
        assert block.type == built.type == "tool_use"
        assert block.input == built.input == ARGUMENTS
        assert whole.stop_reason == streamed.stop_reason == "tool_use"
    else:
        assert block.type == built.type == "text"
        assert block.text == built.text == HELLO.text
        assert whole.stop_reason == streamed.stop_reason == "end_turn"
    assert [request.stream for request in model_server.requests] == [False, True]
    assert model_server.requests[0].tools[0].name == "weather"
    assert model_server.requests[0].text == "What is the weather?"


@pytest.mark.parametrize("reply", [HELLO, CALL], ids=["text", "call"])
def test_openai_whole_and_streamed_are_the_same(
    model_server: ModelServer, gpt: openai.OpenAI, reply: Reply
) -> None:
    model_server.script = in_turn(reply)
    whole = gpt.chat.completions.create(
        model="local", messages=[{"role": "user", "content": "What?"}], tools=OPENAI_TOOLS
    )
    with gpt.chat.completions.stream(
        model="local",
        messages=[{"role": "user", "content": "What?"}],
        tools=OPENAI_TOOLS,
        stream_options={"include_usage": True},
    ) as stream:
        streamed = stream.get_final_completion()
    (one,), (other,) = whole.choices, streamed.choices
    assert one.finish_reason == other.finish_reason
    assert (one.message.content or "") == (other.message.content or "")
    if isinstance(reply, Call):
        for message in (one.message, other.message):
            (call,) = message.tool_calls or []
            assert isinstance(call, ChatCompletionMessageFunctionToolCall)
            assert (call.function.name, json.loads(call.function.arguments)) == ("weather", ARGUMENTS)
    else:
        assert one.message.content == HELLO.text
    assert streamed.usage is not None


def test_failures_carry_status_and_wait(
    model_server: ModelServer, claude: anthropic.Anthropic, gpt: openai.OpenAI
) -> None:
    model_server.script = in_turn(Failure(429, retry_after=7), Failure(529), Failure(429, retry_after=3))
    with pytest.raises(anthropic.RateLimitError) as limited:
        claude.messages.create(model="some-claude", max_tokens=9, messages=TURNS)
    assert limited.value.response.headers["retry-after"] == "7"
    with pytest.raises(anthropic.APIStatusError, match="overloaded_error"):
        claude.messages.create(model="some-claude", max_tokens=9, messages=TURNS)
    with pytest.raises(openai.RateLimitError) as other:
        gpt.chat.completions.create(model="local", messages=[{"role": "user", "content": "What?"}])
    assert other.value.response.headers["retry-after"] == "3"


def test_a_cut_stream_is_no_end(model_server: ModelServer, claude: anthropic.Anthropic) -> None:
    model_server.script = in_turn(Cut(CALL))
    arrived: list[str] = []

    def receive() -> None:
        with claude.messages.stream(
            model="some-claude", max_tokens=9, messages=TURNS, tools=ANTHROPIC_TOOLS
        ) as stream:
            arrived.extend(event.type for event in stream)

    with pytest.raises(Exception, match=r"incomplete|closed"):
        receive()
    assert "message_start" in arrived
    assert "message_stop" not in arrived


def test_an_answer_may_stop_at_the_limit(
    model_server: ModelServer, claude: anthropic.Anthropic, gpt: openai.OpenAI
) -> None:
    model_server.script = in_turn(BrokenOff(HELLO))
    message = claude.messages.create(model="some-claude", max_tokens=9, messages=TURNS)
    completion = gpt.chat.completions.create(model="local", messages=[{"role": "user", "content": "What?"}])
    assert (message.stop_reason, completion.choices[0].finish_reason) == ("max_tokens", "length")
    assert completion.choices[0].message.content == HELLO.text[: len(HELLO.text) // 2]


def send(turns: list[MessageParam], *replies: Reply) -> None:
    """Use a server of its own, so that leaving it can complain."""
    with run_model_server() as server:
        if replies:
            server.script = in_turn(*replies)
        client = anthropic.Anthropic(api_key=server.api_key, base_url=server.anthropic_url, max_retries=0)
        with client, contextlib.suppress(anthropic.APIStatusError):
            client.messages.create(model="some-claude", max_tokens=9, messages=turns)


def test_a_request_that_the_api_does_not_know_fails_the_test_that_sent_it() -> None:
    send(TURNS, HELLO)
    nonsense = cast("list[MessageParam]", [{"role": "user", "content": [{"type": "text"}]}])
    with pytest.raises(AssertionError, match="/v1/messages"):
        send(nonsense, HELLO)


def test_a_request_that_nobody_scripted_fails_the_test() -> None:
    with pytest.raises(AssertionError, match="scripted no reply"):
        send(TURNS)
