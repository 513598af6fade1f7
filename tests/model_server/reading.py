"""Reading request bodies in either format."""

from collections.abc import Iterable
from typing import Any


def exhaust(value: object) -> None:
    """Walk through a validated value: the libraries' types hold lazy iterables that validate only when iterated."""
    if isinstance(value, dict):
        for each in value.values():
            exhaust(each)
    elif isinstance(value, Iterable) and not isinstance(value, str | bytes):
        for each in value:
            exhaust(each)


def flat_text(content: Any) -> str:
    """The text of a message's content: a string, or blocks of which some hold text or further blocks."""
    if content is None:
        return ""
    if isinstance(content, str):
        return content
    if isinstance(content, dict):
        return flat_text(content.get("text") or content.get("content"))
    return "\n".join(flat_text(block) for block in content)
