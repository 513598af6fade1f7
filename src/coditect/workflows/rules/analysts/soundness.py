"""Whether a process graph is sound: one start, every node on a path from it to an end, gateways opened and closed."""

from collections.abc import Iterable, Iterator

from coditect.workflows.analysis import Decomposition, Soundness


def check(decomposition: Decomposition) -> Soundness:
    problems = tuple(_problems(decomposition))
    return Soundness(sound=not problems, problems=problems)


def _problems(decomposition: Decomposition) -> Iterator[str]:
    nodes = {
        item.id
        for group in (decomposition.tasks, decomposition.gateways, decomposition.events)
        for item in group
    }
    out: dict[str, list[str]] = {node: [] for node in nodes}
    into: dict[str, list[str]] = {node: [] for node in nodes}
    for flow in decomposition.flows:
        if flow.from_ not in nodes or flow.to not in nodes:
            yield f"{flow.id} connects a node that does not exist."
            continue
        out[flow.from_].append(flow.to)
        into[flow.to].append(flow.from_)
    starts = [event.id for event in decomposition.events if event.kind == "start"]
    ends = [event.id for event in decomposition.events if event.kind == "end"]
    if len(starts) != 1:
        yield f"There are {len(starts)} start events instead of one."
    if not ends:
        yield "There is no end event."
    yield from (f"{node} cannot be reached from the start." for node in sorted(nodes - _reach(starts, out)))
    yield from (f"No end can be reached from {node}." for node in sorted(nodes - _reach(ends, into)))
    yield from _gateway_problems(decomposition, out, into)


def _reach(origins: Iterable[str], edges: dict[str, list[str]]) -> set[str]:
    seen, queue = set(origins), list(origins)
    while queue:
        for target in edges[queue.pop()]:
            if target not in seen:
                seen.add(target)
                queue.append(target)
    return seen


def _gateway_problems(
    decomposition: Decomposition, out: dict[str, list[str]], into: dict[str, list[str]]
) -> Iterator[str]:
    joins = {gateway.id: gateway for gateway in decomposition.gateways if gateway.direction == "join"}
    for gateway in decomposition.gateways:
        branches = out[gateway.id] if gateway.direction == "split" else into[gateway.id]
        if len(branches) < 2:
            yield f"{gateway.id} has fewer than two branches."
        if (
            gateway.kind == "and"
            and gateway.direction == "split"
            and (joins.get(gateway.partner or "") is None)
        ):
            yield f"Parallel branches of {gateway.id} never come together."
    for task in decomposition.tasks:
        if len(into[task.id]) != 1 or len(out[task.id]) != 1:
            yield f"{task.id} does not have exactly one way in and one way out."
