"""What differs between two analyses of one workflow, in types that a page can put into words."""

from collections.abc import Callable, Mapping, Sequence
from typing import Literal, TypeVar

from coditect.workflows.analysis import Analysis, AssignedTask, Item, Value

Kind = TypeVar("Kind", bound=Item)

Field = Literal["name", "actor", "type", "kind", "order", "question"]


class Difference(Value):
    """One node or actor that was added, removed or changed; `before` and `after` are words, null where there are none."""

    what: Literal["task", "actor", "gateway", "event", "flow"]
    kind: Literal["added", "removed", "changed"]
    id: str
    name: str
    field: Field | None
    before: str | None
    after: str | None


def differences(before: Analysis, after: Analysis) -> tuple[Difference, ...]:
    """Return all differences in the order of the process."""
    return (*_actors(before, after), *_tasks(before, after), *_marks(before, after), *_flows(before, after))


def compare(before: str, after: str) -> tuple[Difference, ...]:
    """Compare two analyses given as JSON; runs in a process of its own."""
    return differences(Analysis.model_validate_json(before), Analysis.model_validate_json(after))


def _tasks(before: Analysis, after: Analysis) -> Sequence[Difference]:
    people = _names(before), _names(after)
    found = list(_added_and_removed("task", before.tasks, after.tasks, lambda task: task.label))
    old = {task.id: task for task in before.tasks}
    orders = _orders(before), _orders(after)
    for task in after.tasks:
        was = old.get(task.id)
        if was is None:
            continue
        found += _changed("task", (task.id, task.label), _told(was, people[0]), _told(task, people[1]))
        (came, came_words), (comes, comes_words) = (order[task.id] for order in orders)
        if came != comes:
            words = (came_words or None, comes_words or None)
            found.append(_difference("task", "changed", (task.id, task.label), "order", words))
    return found


def _told(task: AssignedTask, people: Mapping[str, str]) -> Mapping[Field, str | None]:
    actor = people.get(task.actor) if task.actor else None
    return {"name": task.label, "actor": actor, "type": task.type}


def _orders(analysis: Analysis) -> Mapping[str, tuple[frozenset[str], str]]:
    """Return for each task the ids and the names of what comes straight before it."""
    labels = {one.id: _label(one) for one in _nodes(analysis)}
    before: dict[str, set[str]] = {task.id: set() for task in analysis.tasks}
    for flow in analysis.flows:
        if flow.to in before and flow.from_ in labels:
            before[flow.to].add(flow.from_)
    return {
        task: (frozenset(found), ", ".join(sorted(labels[one] for one in found)))
        for task, found in before.items()
    }


def _actors(before: Analysis, after: Analysis) -> Sequence[Difference]:
    found = list(_added_and_removed("actor", before.actors, after.actors, lambda actor: actor.name))
    old = {actor.id: actor for actor in before.actors}
    for actor in after.actors:
        was = old.get(actor.id)
        if was is not None:
            told: tuple[Mapping[Field, str | None], Mapping[Field, str | None]] = (
                {"name": was.name, "kind": was.kind},
                {"name": actor.name, "kind": actor.kind},
            )
            found += _changed("actor", (actor.id, actor.name), *told)
    return found


def _marks(before: Analysis, after: Analysis) -> Sequence[Difference]:
    return [
        *_added_and_removed("gateway", before.gateways, after.gateways, lambda one: one.label or one.kind),
        *_added_and_removed("event", before.events, after.events, lambda one: one.label),
    ]


def _flows(before: Analysis, after: Analysis) -> Sequence[Difference]:
    """Say of flows only how many lead otherwise between nodes that both have: tasks tell the rest."""
    both = {one.id for one in _nodes(before)} & {one.id for one in _nodes(after)}
    pairs = [
        {(flow.from_, flow.to) for flow in analysis.flows if {flow.from_, flow.to} <= both}
        for analysis in (before, after)
    ]
    names = {one.id: _label(one) for one in (*_nodes(before), *_nodes(after))}
    return [
        _difference("flow", kind, (f"{source}>{target}", f"{names[source]} → {names[target]}"))
        for kind, flows in (("removed", pairs[0] - pairs[1]), ("added", pairs[1] - pairs[0]))
        for source, target in sorted(flows)
    ]


def _nodes(analysis: Analysis) -> tuple[Item, ...]:
    return (*analysis.tasks, *analysis.gateways, *analysis.events)


def _label(node: Item) -> str:
    return getattr(node, "label", None) or node.id


def _names(analysis: Analysis) -> Mapping[str, str]:
    return {actor.id: actor.name for actor in analysis.actors}


def _added_and_removed(
    what: Literal["task", "actor", "gateway", "event"],
    before: Sequence[Kind],
    after: Sequence[Kind],
    name: Callable[[Kind], str],
) -> Sequence[Difference]:
    here, there = {one.id for one in after}, {one.id for one in before}
    gone = [one for one in before if one.id not in here]
    new = [one for one in after if one.id not in there]
    return [
        *(_difference(what, "removed", (one.id, name(one))) for one in gone),
        *(_difference(what, "added", (one.id, name(one))) for one in new),
    ]


def _changed(
    what: Literal["task", "actor"],
    node: tuple[str, str],
    before: Mapping[Field, str | None],
    after: Mapping[Field, str | None],
) -> Sequence[Difference]:
    return [
        _difference(what, "changed", node, field, (before[field], after[field]))
        for field in before
        if before[field] != after[field]
    ]


def _difference(
    what: str,
    kind: str,
    node: tuple[str, str],
    field: Field | None = None,
    words: tuple[str | None, str | None] = (None, None),
) -> Difference:
    identity, name = node
    before, after = words
    return Difference.model_validate(
        {
            "what": what,
            "kind": kind,
            "id": identity,
            "name": name,
            "field": field,
            "before": before,
            "after": after,
        }
    )
