"""The states of an agent run, and those of one call in it."""

from typing import Final, Literal

RunState = Literal["queued", "working", "asking", "delegating", "stopped", "done", "failed"]
"""Asking: a person must answer or allow something. Stopped: it rests at a limit, or because a person said so."""

CallState = Literal[
    "planned", "asked", "begun", "handed_on", "done", "failed", "denied", "unknown", "dropped"
]
"""Asked: waits for a person. Handed on: another agent works on it. Unknown: it began and nobody knows how it ended, so
that it is never repeated by itself. Dropped: the agent gave its answer before the call had its turn."""

ENDED_CALL: Final[frozenset[CallState]] = frozenset(("done", "failed", "denied", "unknown", "dropped"))
ENDED_RUN: Final[frozenset[RunState]] = frozenset(("done", "failed"))
RESTING_RUN: Final[frozenset[RunState]] = frozenset(("asking", "stopped"))
"""Nobody works on it until a person does something."""
