"""Analyses to write documents of: a real one, one full of hostile texts, one with nothing in it."""

import asyncio
from datetime import date
from functools import cache
from itertools import cycle
from typing import Any

from coditect.workflows.analysis import Analysis, AnalystSpec
from coditect.workflows.local import analyse
from coditect.workflows.reports import Material
from coditect.workflows.samples import samples
from tests.workflows.diagrams.samples import HOSTILE

_TEXTS = {
    "label", "name", "text", "title", "summary", "description", "rationale", "effect", "condition", "mitigation",
    "given", "when", "then", "advice", "what", "purpose", "reason", "resolution", "problem", "message",
}  # fmt: skip
_LISTS = {"acceptance", "aliases", "inputs", "outputs", "blockers", "missing"}


@cache
def real(key: str = "invoice-approval") -> Material:
    sample = next(one for one in samples() if one.key == key)

    def ignore(_: AnalystSpec, __: str = "") -> None:
        pass

    analysis = asyncio.run(
        analyse(sample.description, domain=None, model=None, on_begin=ignore, on_end=ignore)
    )
    return Material(sample.title, analysis, sample.description, date(2026, 3, 1))


def hostile() -> Material:
    """Every text that somebody may have written is one of the hostile labels."""
    labels = cycle(HOSTILE[:-1])
    told = _mend(real().analysis.model_dump(mode="json"), labels)
    description = "\n".join(HOSTILE) + " " * 500
    return Material(HOSTILE[0], Analysis.model_validate(told), description)


def _mend(told: Any, labels: Any) -> Any:
    if isinstance(told, dict):
        return {key: _mended(key, value, labels) for key, value in told.items()}
    return [_mend(one, labels) for one in told] if isinstance(told, list) else told


def _mended(key: str, value: Any, labels: Any) -> Any:
    if key in _TEXTS and isinstance(value, str):
        return next(labels)
    if key in _LISTS and value and isinstance(value[0], str):
        return [next(labels), next(labels)]
    return _mend(value, labels)


def empty() -> Material:
    """Nothing was found, and no analyst but the aggregation delivered."""
    whole = real().analysis
    nothing: dict[str, Any] = dict.fromkeys(
        ("flags", "actors", "tasks", "gateways", "events", "flows", "build_tasks", "mentions", "relations",
         "raci", "orphan_tasks", "conflicts", "links"), ()
    )  # fmt: skip
    analysts = dict.fromkeys(type(whole.analysts).model_fields)
    bare = whole.model_copy(update={**nothing, "analysts": whole.analysts.model_copy(update=analysts)})
    return Material("", bare)
