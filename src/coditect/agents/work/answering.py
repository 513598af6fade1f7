"""Judges what an agent gives as its answer."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from coditect import framework

_FENCED: Final = re.compile(r"```(?:json)?\s*\n(.*?)\n```", re.DOTALL)
_SHOWN: Final = 20


@dataclass(frozen=True)
class Misfit:
    """Why an answer cannot be taken."""

    faults: tuple[str, ...]

    def __str__(self) -> str:
        more = [f"… and {len(self.faults) - _SHOWN} more"] if len(self.faults) > _SHOWN else []
        return "\n".join(f"- {fault}" for fault in (*self.faults[:_SHOWN], *more))


def form_of(agent: framework.Agent) -> Mapping[str, Any] | None:
    """Return the JSON schema of the agent's answer; None for text."""
    if agent.output_schema is None:
        return None
    try:
        return framework.output_schema(agent.output_schema)
    except LookupError:
        return None


def judge(agent: framework.Agent, arguments: str | dict[str, Any] | None) -> dict[str, Any] | Misfit:
    """Return an answer in the agent's form, or what is wrong with it."""
    if isinstance(arguments, str) or arguments is None:
        try:
            arguments = json.loads(arguments or "{}")
        except ValueError as error:
            return Misfit((f"This is no valid JSON: {error}.",))
    if not isinstance(arguments, dict):
        return Misfit(("The answer must be an object.",))
    assert agent.output_schema is not None
    faults = framework.answer_faults(agent.output_schema, arguments)
    return Misfit(faults) if faults else arguments


def found_in(agent: framework.Agent, text: str) -> dict[str, Any] | Misfit:
    """Return the answer that stands in a text: models without tools write it there."""
    for candidate in (*_FENCED.findall(text), text[text.find("{") : text.rfind("}") + 1]):
        if candidate.strip().startswith("{"):
            judged = judge(agent, candidate)
            if not isinstance(judged, Misfit):
                return judged
    return Misfit(("The answer must come as a call of `answer`, in the form that it has.",))
