"""What a scripted model is asked and what it may reply, the same for both wire formats."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from pydantic import BaseModel


@dataclass(frozen=True)
class Tool:
    """A tool the caller offers."""

    name: str
    description: str
    schema: Mapping[str, Any]


@dataclass(frozen=True)
class Request:
    """A request as read from the wire; `text` is all that the user turns hold, tool results included."""

    wire: Literal["anthropic", "openai"]
    number: int
    """Counts from 1 for each server."""
    model: str
    system: str
    text: str
    turns: int
    tools: tuple[Tool, ...]
    stream: bool
    headers: Mapping[str, str]
    body: Mapping[str, Any]


@dataclass(frozen=True)
class Text:
    """The model says something."""

    text: str


@dataclass(frozen=True)
class Call:
    """The model calls a tool, the first one offered unless named. Text stands for arguments that are not valid JSON."""

    arguments: BaseModel | Mapping[str, Any] | str
    tool: str | None = None

    @property
    def json(self) -> str:
        if isinstance(self.arguments, BaseModel):
            return self.arguments.model_dump_json(by_alias=True)
        return self.arguments if isinstance(self.arguments, str) else json.dumps(self.arguments)


@dataclass(frozen=True)
class Calls:
    """The model calls several tools at once, after some words."""

    calls: tuple[Call, ...]
    text: str = ""

    @property
    def parts(self) -> "list[Text | Call]":
        """The words, if any, and the calls."""
        return [*([Text(self.text)] if self.text else ()), *self.calls]


@dataclass(frozen=True)
class Failure:
    """The provider answers with an error status."""

    status: int
    message: str = "scripted failure"
    retry_after: float | None = None


@dataclass(frozen=True)
class Slow:
    """The reply starts only after some seconds."""

    seconds: float
    reply: "Reply"


@dataclass(frozen=True)
class Trickle:
    """The reply comes drop by drop: some seconds before each event of a stream, or before the whole."""

    seconds: float
    reply: Text | Call


@dataclass(frozen=True)
class Cut:
    """The connection breaks after this share of the reply."""

    reply: Text | Call
    share: float = 0.5


@dataclass(frozen=True)
class BrokenOff:
    """The model stops at its output limit, in the middle of what it was saying."""

    reply: Text | Call
    share: float = 0.5


@dataclass(frozen=True)
class Garbage:
    """Success by status, but not what the API promises."""

    body: str = "<html><body>It works!</body></html>"
    content_type: str = "text/html"


Reply = Text | Call | Calls | Failure | Slow | Trickle | Cut | BrokenOff | Garbage
Script = Callable[[Request], Reply]


def in_turn(*replies: Reply | Script) -> Script:
    """Give these replies one after another, then the last one for ever."""

    def script(request: Request) -> Reply:
        reply = replies[min(request.number, len(replies)) - 1]
        return reply(request) if callable(reply) else reply

    return script


def shortened(text: str, share: float) -> str:
    """The first part of a text."""
    return text[: int(len(text) * share)]
