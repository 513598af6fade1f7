"""What an agent may do without asking: the permission modes."""

from typing import Final, Literal, assert_never

from coditect.agents.tools import Effect
from coditect.framework import Agent

Mode = Literal["plan", "ask", "accept_edits", "autonomous"]
"""Plan: reads only. Ask: a person allows each write, command and fetch. Accept edits: writes are allowed, the rest is
asked. Autonomous: all that the agent's list holds is allowed."""


Verdict = Literal["allow", "ask", "refuse"]

_ORDER: Final[tuple[Mode, ...]] = ("plan", "ask", "accept_edits", "autonomous")
_OWN: Final[dict[str, Mode]] = {"plan": "plan", "default": "ask", "acceptEdits": "accept_edits"}


def narrowed(asked: Mode, agent: Agent) -> Mode:
    """Return the mode in which `agent` works: its own text may narrow what a person allows, never widen it."""
    own = _OWN.get(agent.frontmatter.permission_mode or "", "autonomous")
    return min(asked, own, key=_ORDER.index)


def verdict(mode: Mode, effect: Effect) -> Verdict:
    """Say what becomes of a call with this effect."""
    if effect == "read":
        return "allow"
    match mode:
        case "plan":
            return "refuse"
        case "ask":
            return "ask"
        case "accept_edits":
            return "allow" if effect == "write" else "ask"
        case "autonomous":
            return "allow"
        case _:
            assert_never(mode)
