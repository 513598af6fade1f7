"""The wire form of server-sent events.

Only the last message of a position carries its `id`: whoever is cut off between two of them gets both again.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Message:
    """One server-sent event."""

    name: str
    data: Any


def block(message: Message) -> bytes:
    """Return the lines of a message, without its end."""
    return f"event: {message.name}\ndata: {_json(message.data)}\n".encode()


def wrapped_block(message: Message, subject: str, position: int | None) -> bytes:
    """Return the lines of a message on a stream of many subjects, without its end."""
    data = f'{{"subject":{_json(subject)},"position":{_json(position)},"data":{_json(message.data)}}}'
    return f"event: {message.name}\ndata: {data}\n".encode()


def frames(blocks: Sequence[bytes], position: int | None) -> bytes:
    """Return whole frames, the last of them with `position` as its id."""
    end = b"\n" if position is None else b"id: %d\n\n" % position
    return b"\n".join(blocks) + end


def opening(retry_milliseconds: int, position: int) -> bytes:
    """Return what a stream begins with: when to come again, and where to go on if nothing came."""
    return b"retry: %d\nid: %d\n\n" % (retry_milliseconds, position)


def heartbeat(position: int) -> bytes:
    """Return a sign of life; it moves a silent reader's place on, so that a resume has little to look at."""
    return b": alive\nid: %d\n\n" % position


def farewell(retry_milliseconds: int) -> bytes:
    """Return what a stream ends with when its server stops."""
    return b"retry: %d\n\n" % retry_milliseconds


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
