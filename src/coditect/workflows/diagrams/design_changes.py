"""Which steps of a design are other than before: read from the two graphs, not only from what is said of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from coditect.workflows import analysis as typed
from coditect.workflows.diagrams.model import Change


def changes_of(design: typed.Design) -> Mapping[str, Change]:
    """The change of each step of the process as it could be, by id of its node; the most telling one if there are two."""
    found = dict.fromkeys(_added(design), Change.ADDED)
    nodes = _nodes_by_task(design.to_be)
    arrows = {(flow.from_, flow.to) for flow in design.to_be.flows}
    for change in design.changes:
        present = [nodes[task] for task in change.tasks if task in nodes]
        whole = len(present) == len(change.tasks)
        if change.kind == "parallelise" and whole and not _follow(present, arrows):
            found.update(dict.fromkeys(present, Change.PARALLEL))
        elif change.kind == "merge" and not whole:
            found.update(dict.fromkeys(present, Change.MERGED))
    for change in design.changes:
        if change.kind == "automate":
            found.update({nodes[task]: Change.AUTOMATED for task in change.tasks if task in nodes})
    return found


def removed_from(design: typed.Design) -> tuple[str, ...]:
    """The labels of the steps that fall away."""
    before, after = _nodes_by_task(design.as_is), _nodes_by_task(design.to_be)
    labels = {node.id: node.label for node in design.as_is.nodes}
    eliminated = (change.tasks for change in design.changes if change.kind == "eliminate")
    gone = (task for tasks in eliminated for task in tasks if task in before and task not in after)
    return tuple(labels[before[task]] for task in dict.fromkeys(gone))


def _nodes_by_task(graph: typed.ProcessGraph) -> Mapping[str, str]:
    """A change names tasks; a node stands for one by its reference, or has its id."""
    own = {node.id: node.id for node in graph.nodes}
    return {node.ref: node.id for node in graph.nodes if node.ref is not None} | own


def _added(design: typed.Design) -> Iterator[str]:
    before = {node.id for node in design.as_is.nodes} | {node.ref for node in design.as_is.nodes}
    for node in design.to_be.nodes:
        if node.kind in {"task", "subprocess"} and node.id not in before and node.ref not in before - {None}:
            yield node.id


def _follow(nodes: list[str], arrows: set[tuple[str, str]]) -> bool:
    """Whether one waits directly for another."""
    return any((one, other) in arrows for one in nodes for other in nodes)
