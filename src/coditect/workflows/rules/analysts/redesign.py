"""The process as it could be: the graph after each change has been made to it."""

from coditect.workflows.analysis import Change, Flow, Lane, Node, ProcessGraph

_AUTOMATIC = Lane(id="lane-automation", name="Automation", actor=None)


def apply(as_is: ProcessGraph, changes: tuple[Change, ...]) -> ProcessGraph:
    draft = _Draft(as_is)
    for change in changes:
        draft.make(change)
    return draft.graph(as_is)


class _Draft:
    """A graph that can be changed, with the arrows of each node at hand."""

    def __init__(self, as_is: ProcessGraph) -> None:
        self._lanes = {lane.id: lane for lane in as_is.lanes}
        self._nodes = {node.id: node for node in as_is.nodes}
        self._flows: dict[str, Flow] = {}
        self._out: dict[str, list[str]] = {}
        self._into: dict[str, list[str]] = {}
        for flow in as_is.flows:
            self._add(flow)
        self._gateways = 0
        self._gone: set[str] = set()

    def graph(self, as_is: ProcessGraph) -> ProcessGraph:
        used = {node.lane for node in self._nodes.values()}
        return ProcessGraph(
            lanes=tuple(lane for lane in self._lanes.values() if lane.id in used),
            nodes=tuple(self._nodes.values()),
            flows=tuple(self._flows.values()),
            decision_points=as_is.decision_points,
            exception_handlers=tuple(
                handler.model_copy(update={"tasks": self._kept(handler.tasks)})
                for handler in as_is.exception_handlers
            ),
            sub_processes=tuple(
                sub.model_copy(update={"tasks": self._kept(sub.tasks)}) for sub in as_is.sub_processes
            ),
        )

    def make(self, change: Change) -> None:
        present = [task for task in change.tasks if task in self._nodes]
        if len(present) < len(change.tasks):
            return
        if change.kind == "automate":
            self._lanes.setdefault(_AUTOMATIC.id, _AUTOMATIC)
            self._update(present[0], lane=_AUTOMATIC.id)
        elif change.kind == "eliminate":
            self._bypass(present[0])
        elif change.kind == "merge":
            kept, dropped = self._nodes[present[0]], self._nodes[present[1]]
            self._update(kept.id, label=f"{kept.label} and {dropped.label[:1].lower()}{dropped.label[1:]}")
            self._bypass(dropped.id)
        else:
            self._fork(present[0], present[1])

    def _kept(self, tasks: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(task for task in tasks if task not in self._gone)

    def _update(self, node: str, **changed: str) -> None:
        self._nodes[node] = self._nodes[node].model_copy(update=changed)

    def _add(self, flow: Flow) -> None:
        self._flows[flow.id] = flow
        self._out.setdefault(flow.from_, []).append(flow.id)
        self._into.setdefault(flow.to, []).append(flow.id)

    def _drop(self, identity: str) -> Flow:
        flow = self._flows.pop(identity)
        self._out[flow.from_].remove(identity)
        self._into[flow.to].remove(identity)
        return flow

    def _move(self, identity: str, **ends: str) -> None:
        self._add(self._drop(identity).model_copy(update=ends))

    def _bypass(self, node: str) -> None:
        """Take a node out; what came before it leads to what came after."""
        out = self._out.get(node, [])
        if not out:
            return
        after = self._drop(out[0]).to
        for identity in list(self._into.get(node, [])):
            self._move(identity, to=after)
        del self._nodes[node]
        self._gone.add(node)

    def _fork(self, first: str, second: str) -> None:
        """Two tasks in a row become two branches."""
        between = next((i for i in self._out.get(first, []) if self._flows[i].to == second), None)
        if between is None:
            return
        self._gateways += 1
        split, join = f"gn{2 * self._gateways - 1}", f"gn{2 * self._gateways}"
        for gateway in (split, join):
            self._nodes[gateway] = Node(
                id=gateway, kind="gateway", label="", lane=self._nodes[first].lane, ref=None
            )
        old = self._drop(between)
        for identity in list(self._into.get(first, [])):
            self._move(identity, to=split)
        for identity in list(self._out.get(second, [])):
            self._move(identity, from_=join)
        branches = ((split, first), (split, second), (first, join), (second, join))
        for number, (source, target) in enumerate(branches, 1):
            ends = {"id": f"{split}-f{number}", "from_": source, "to": target, "condition": None}
            self._add(old.model_copy(update=ends))
