"""What the arrows of a graph tell of gateways and events that the analysis says nothing of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from coditect.workflows.diagrams.model import Direction, Edge, GatewayKind, Node, NodeKind


class Arrows:
    """The edges that come into and leave each node."""

    def __init__(self, edges: Iterable[Edge]) -> None:
        self.incoming: dict[str, list[Edge]] = {}
        self.outgoing: dict[str, list[Edge]] = {}
        for edge in edges:
            self.outgoing.setdefault(edge.source, []).append(edge)
            self.incoming.setdefault(edge.target, []).append(edge)

    def direction(self, node: str) -> Direction:
        joins = len(self.incoming.get(node, ())) > 1 and len(self.outgoing.get(node, ())) <= 1
        return Direction.JOIN if joins else Direction.SPLIT

    def event(self, node: str) -> NodeKind:
        if not self.incoming.get(node):
            return NodeKind.START
        return NodeKind.EVENT if self.outgoing.get(node) else NodeKind.END

    def with_kinds(self, nodes: Iterable[Node]) -> tuple[Node, ...]:
        """Gateways that stand for none of the analysis: those whose ways have no conditions go all ways at once."""
        known: dict[str, Node] = {}
        for node in nodes:
            known.setdefault(node.id, node)
        new = [one for one in known.values() if one.kind is NodeKind.GATEWAY and one.source_id is None]
        for node in new:
            ways = self.outgoing.get(node.id, ())
            if node.direction is Direction.SPLIT and len(ways) > 1 and not any(way.label for way in ways):
                known[node.id] = replace(node, gateway=GatewayKind.AND)
        for node in new:
            if node.direction is Direction.JOIN:
                split = self._split_before(node, known)
                known[node.id] = replace(node, gateway=split.gateway if split else node.gateway)
        return tuple(known.values())

    def _split_before(self, join: Node, known: dict[str, Node]) -> Node | None:
        """The nearest split on the ways that lead to `join`."""
        seen, waiting = {join.id}, [join.id]
        for name in waiting:
            for edge in self.incoming.get(name, ()):
                node = known.get(edge.source)
                if node is None or node.id in seen:
                    continue
                if node.kind is NodeKind.GATEWAY and node.direction is Direction.SPLIT:
                    return node
                seen.add(node.id)
                waiting.append(node.id)
        return None
