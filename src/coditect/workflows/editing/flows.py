"""Surgery on the flows of a process: nodes are taken out, put in and melted together, and nothing is left dangling."""

from collections.abc import Collection, Sequence

from coditect.workflows.analysis import Flow


def without(flows: Sequence[Flow], node: str) -> tuple[Flow, ...]:
    """Take a node out; whatever led to it leads to what it led to, under the condition it was reached by."""
    leading = [flow for flow in flows if flow.to == node and flow.from_ != node]
    following = [flow for flow in flows if flow.from_ == node and flow.to != node]
    bridges = [
        into.model_copy(
            update={
                "id": f"{into.id}+{out.id}",
                "to": out.to,
                "condition": into.condition or out.condition,
                "origin": "user",
            }
        )
        for into in leading
        for out in following
    ]
    rest = [flow for flow in flows if node not in (flow.from_, flow.to)]
    return _distinct([*rest, *bridges])


def placed_after(flows: Sequence[Flow], node: str, after: str) -> tuple[Flow, ...]:
    """Let `node`, which no flow touches, follow `after`: it takes over the flows that leave there.

    Behind a split it takes the first branch: the others say what happens instead.
    """
    leaving = [flow for flow in flows if flow.from_ == after]
    first = leaving[:1] if len(leaving) > 1 else leaving
    kept = [flow for flow in flows if flow not in first]
    new = [
        Flow.model_validate(
            {
                "id": f"u-{after}-{node}",
                "from": after,
                "to": node,
                "condition": first[0].condition if first else None,
                "evidence": (),
                "confidence": 1.0,
                "origin": "user",
            }
        ),
        *(flow.model_copy(update={"from_": node, "condition": None, "origin": "user"}) for flow in first),
    ]
    return _distinct([*kept, *new])


def merged(flows: Sequence[Flow], into: str, others: Collection[str]) -> tuple[Flow, ...]:
    """Melt `others` into the node `into`; flows among them vanish."""
    for other in others:
        if _adjacent(flows, other, {into, *others}):
            flows = _redirected(flows, other, into)
        else:
            # Work that stood elsewhere is done in the new place now; its old place closes.
            flows = without(flows, other)
    return _distinct(flows)


def _adjacent(flows: Sequence[Flow], node: str, group: Collection[str]) -> bool:
    return any(
        (flow.from_ == node and flow.to in group) or (flow.to == node and flow.from_ in group)
        for flow in flows
    )


def _redirected(flows: Sequence[Flow], old: str, new: str) -> tuple[Flow, ...]:
    moved = [
        flow.model_copy(
            update={
                "from_": new if flow.from_ == old else flow.from_,
                "to": new if flow.to == old else flow.to,
            }
        )
        for flow in flows
    ]
    return tuple(flow for flow in moved if flow.from_ != flow.to)


def _distinct(flows: Sequence[Flow]) -> tuple[Flow, ...]:
    found: dict[tuple[str, str, str | None], Flow] = {}
    for flow in flows:
        found.setdefault((flow.from_, flow.to, flow.condition), flow)
    taken: set[str] = set()
    return tuple(_numbered(flow, taken) for flow in found.values())


def _numbered(flow: Flow, taken: set[str]) -> Flow:
    name, number = flow.id, 2
    while name in taken:
        name, number = f"{flow.id}-{number}", number + 1
    taken.add(name)
    return flow if name == flow.id else flow.model_copy(update={"id": name})
