"""Reads requests that name their agents: `Use [the] X subagent to … while having the Y subagent …`."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from coditect.framework.references import MAX_NAME

_VERB: Final = r"(?:use|using|have|having|ask|asking|let|letting|invoke|invoking|run|running|call|calling)"
_MENTION: Final = re.compile(
    rf"\b{_VERB}\s+(?:the\s+|an?\s+)?"
    r"(?:(?P<before>(?!(?:an?|the|any|some|another|several|which)\b)[A-Za-z0-9][\w-]*(?:[ ][A-Za-z0-9][\w-]*){0,4}?)\s+sub-?agent"
    r"|sub-?agent\s+(?P<after>(?!(?:to|for|that|who|which|and|or|in|on|with)\b)[A-Za-z0-9][\w-]*))\b(?:\s+to\b)?",
    re.IGNORECASE,
)
_ADDRESS: Final = re.compile(r"\s*(?:@(?P<at>[a-z0-9-]+)|(?P<colon>[a-z0-9-]+):)\s+", re.IGNORECASE)
_JOINT: Final = re.compile(
    r"(?:[\s,;.]|\b(?:and|then|while|meanwhile|finally|afterwards|also)\b)+$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Assignment:
    """An agent that a request names, and what it shall do."""

    agent: str
    task: str


def parse(request: str, known: Collection[str]) -> tuple[Assignment, ...]:
    """The agents that the request names, in order; a name nobody has is kept, so that it can be reported."""
    if (address := _ADDRESS.match(request)) is not None:
        name = (address["at"] or address["colon"]).lower()
        if address["at"] or name in known:
            return (Assignment(name[:MAX_NAME], request[address.end() :].strip()),)
    mentions = list(_MENTION.finditer(request))
    if not mentions:
        return ()
    ends = [mention.start() for mention in mentions[1:]] + [len(request)]
    return tuple(
        Assignment(_name(mention["before"] or mention["after"], known), _task(request[mention.end() : end]))
        for mention, end in zip(mentions, ends, strict=True)
    )


def _name(text: str, known: Collection[str]) -> str:
    """The longest end of `text` that is an agent's name: people write “our Rust expert developer subagent”."""
    words = re.split(r"[\s_]+", text.lower())
    ends = ["-".join(words[start:]) for start in range(len(words))]
    return next((name for name in ends if name in known), ends[0])[:MAX_NAME]


def _task(text: str) -> str:
    return _JOINT.sub("", text).strip(" ,;:\n\t")
