"""What a JSON schema cannot say of an answer: names that must exist in it, numbers that must agree."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from graphlib import CycleError, TopologicalSorter


def unique(what: str, names: Iterable[str]) -> None:
    twice = [name for name, count in Counter(names).items() if count > 1]
    if twice:
        raise ValueError(f"{what} given twice: {', '.join(twice)}")


def known(what: str, named: Iterable[str], existing: Collection[str]) -> None:
    strangers = sorted(set(named) - set(existing))
    if strangers:
        raise ValueError(f"{what} named but not given: {', '.join(strangers)}")


def acyclic(what: str, needs: Mapping[str, Iterable[str]]) -> None:
    try:
        TopologicalSorter(needs).prepare()
    except CycleError as error:
        raise ValueError(f"{what} need each other in a circle: {' → '.join(error.args[1])}") from None


def counted(what: str, orders: Iterable[int]) -> None:
    given = list(orders)
    if given != list(range(1, len(given) + 1)):
        raise ValueError(f"{what} must be numbered 1, 2, 3 without gaps, not {given}")


def rising(what: str, *values: float | None) -> None:
    given = [value for value in values if value is not None]
    if given != sorted(given):
        raise ValueError(f"{what} must not fall from low to high: {given}")


def reachable(start: str, steps: Mapping[str, Collection[str]]) -> set[str]:
    """Everything that can be reached from `start`, itself included."""
    seen, pending = {start}, [start]
    while pending:
        for following in set(steps.get(pending.pop(), ())) - seen:
            seen.add(following)
            pending.append(following)
    return seen
