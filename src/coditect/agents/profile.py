"""What a reader wants to know of an agent, taken from its text: what for, when not, whom it hands work to."""

import re
from collections.abc import Container
from dataclasses import dataclass
from typing import Final

from coditect import framework
from coditect.framework import Agent

_SENTENCE: Final = re.compile(r"(?<=[.!?])\s+(?=[A-Z`\"])")
_QUOTED: Final = re.compile(r"`([a-z0-9]+(?:-[a-z0-9]+)*)`")


@dataclass(frozen=True, slots=True)
class Purpose:
    """A description's sentences by what they tell; what it does not tell is None."""

    does: str
    use_when: str | None
    not_for: str | None


@dataclass(frozen=True, slots=True)
class ContractField:
    """One field of an agent's answer."""

    name: str
    kind: str
    meaning: str | None


def purpose_of(agent: Agent) -> Purpose:
    """Sort the sentences of the description: from `Use …` on when, from `Not …` on when not."""
    parts: dict[str, list[str]] = {"does": [], "use": [], "not": []}
    part = "does"
    for sentence in _SENTENCE.split(" ".join(agent.summary.split())):
        if re.match(r"(Use|Ask|Call)\b", sentence):
            part = "use"
        elif re.match(r"(Not|Do not|Don't|Never)\b", sentence):
            part = "not"
        parts[part].append(sentence)
    return Purpose(" ".join(parts["does"]), " ".join(parts["use"]) or None, " ".join(parts["not"]) or None)


def hand_offs_of(agent: Agent, known: Container[str]) -> list[str]:
    """Return the agents that the text names in backquotes, as they first appear."""
    named = dict.fromkeys(_QUOTED.findall(f"{agent.body}\n{agent.summary}"))
    return [name for name in named if name in known and name != agent.name]


def contract_of(agent: Agent) -> list[ContractField] | None:
    """Return the fields of the answer that the agent promises; None when it promises no form of the library."""
    if agent.output_schema is None:
        return None
    try:
        schema = framework.output_schema(agent.output_schema)
    except LookupError:
        return None
    fields: dict[str, dict[str, object]] = schema.get("properties", {})
    return [
        ContractField(name, _kind(field), _text(field.get("description"))) for name, field in fields.items()
    ]


def _kind(field: dict[str, object]) -> str:
    """Say in a word or two what a field holds."""
    if (choices := field.get("enum")) and isinstance(choices, list):
        return " | ".join(str(choice) for choice in choices)
    if isinstance(reference := field.get("$ref"), str):
        return _words(reference)
    options = field.get("anyOf")
    if isinstance(options, list):
        return " or ".join(
            dict.fromkeys("nothing" if one == {"type": "null"} else _kind(one) for one in options)
        )
    if field.get("type") == "array":
        items = field.get("items")
        return f"list of {_kind(items)}" if isinstance(items, dict) else "list"
    names = {"string": "text", "boolean": "yes or no", "integer": "whole number"}
    kind = str(field.get("type", "value"))
    return names.get(kind, kind)


def _words(reference: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", reference.rsplit("/", 1)[-1]).lower()


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None
