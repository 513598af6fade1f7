"""Work that is done beside other work: the words that say so, and lists of what happens at once."""

import re

from coditect.workflows.rules.process.statements import Span, Unit
from coditect.workflows.rules.process.tree import Sequence, Work

_AT_ONCE = re.compile(
    r"\b(?:in parallel|simultaneously|at the same time|concurrently)\b(?! (?:to|as|with)\b)", re.IGNORECASE
)
TOGETHER = re.compile(
    r"\b(?:in parallel|parallel|simultaneously|at the same time|concurrently|independently)\b", re.IGNORECASE
)


def at_once(text: str, unit: Unit) -> Span | None:
    """Where the unit says that its work is done beside other work: `… checks it at the same time`."""
    if unit.opens_list:
        return None
    found = _AT_ONCE.search(text, *unit.span)
    return found.span() if found else None


def listed_at_once(text: str, marker: Span | None, body: Sequence) -> list[Sequence]:
    """`Two teams work in parallel: the first does this, and the second does that`."""
    works = [element for element in body if isinstance(element, Work)]
    if marker is None or len(works) < 2 or len(works) < len(body):
        return []
    if ":" not in text[marker[1] : max(marker[1], works[0].activity.first)]:
        return []
    branches: list[Sequence] = []
    for work in works:
        if work.activity.inherited and branches:
            branches[-1].append(work)
        else:
            branches.append([work])
    return branches if len(branches) > 1 else []
