"""Diagrams to draw: small, medium and large ones, hostile ones, and any that hypothesis can think of."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from hypothesis import strategies as st

from coditect.workflows.diagrams import (
    Change,
    Diagram,
    Direction,
    Edge,
    EventKind,
    Family,
    GatewayKind,
    Lane,
    Node,
    NodeKind,
    TaskType,
)

HOSTILE = (
    "]]> <script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "!include /etc/passwd",
    "quotes \" and ' and `backticks`",
    "a|b|c {d} [e] (f) -->|g| h",
    "first line\nsecond line\r\n\tthird",
    "فاتورة المورد تُراجع",
    "\u202egnitirw desrever\u202c back",
    "👩🏽‍💻 pays 💶 für Größe",
    "null \x00 bell \x07 escape \x1b[31m \ufffe",
    "%%{init: {'theme': 'dark'}}%%",
    "1. first - *bold* _it_ #quot; &amp; &lt;b&gt;",
    "end",
    "/' comment '/ ;|#red:x; <$sprite> %n() \\n",
    "---\ntitle: other\n---",
    "請求書の確認と支払いの承認を行う担当者の名前",
    "x" * 400,
    "",
)


def small() -> Diagram:
    return Diagram(
        "Invoice approval",
        (Lane("clerk", "Accounts clerk", Family.PEOPLE), Lane("erp", "ERP", Family.SYSTEM)),
        (
            Node("start", "clerk", NodeKind.START, "Invoice received"),
            Node("t1", "clerk", NodeKind.TASK, "Check the invoice", "task-1", task=TaskType.USER),
            Node("t2", "erp", NodeKind.TASK, "Post the invoice", "task-2", task=TaskType.SERVICE),
            Node("t3", "clerk", NodeKind.TASK, "Pay the supplier", "task-3", task=TaskType.MANUAL),
            Node("end", "clerk", NodeKind.END, "Invoice paid"),
        ),
        (Edge("start", "t1"), Edge("t1", "t2"), Edge("t2", "t3"), Edge("t3", "end")),
        "How invoices are paid.",
    )


def medium() -> Diagram:
    """Eighteen nodes: a loop, an exclusive choice, three parallel branches, five lanes."""
    xor, parallel, loop = GatewayKind.XOR, GatewayKind.AND, GatewayKind.LOOP
    lanes = (
        Lane("agent", "Document agent", Family.AGENT),
        Lane("employee", "Employee", Family.PEOPLE),
        Lane("manager", "Department manager", Family.PEOPLE),
        Lane("finance", "Finance", Family.PEOPLE),
        Lane("erp", "ERP system", Family.SYSTEM),
    )
    nodes = (
        Node("start", "employee", NodeKind.START, "Expense incurred"),
        Node("fill", "employee", NodeKind.TASK, "Fill in the expense report", task=TaskType.USER),
        Node("read", "agent", NodeKind.TASK, "Read receipts and extract amounts", task=TaskType.SERVICE),
        Node("again", "manager", NodeKind.GATEWAY, gateway=loop, direction=Direction.JOIN),
        Node("review", "manager", NodeKind.TASK, "Review the report", task=TaskType.USER),
        Node("complete", "manager", NodeKind.GATEWAY, "Report complete?", gateway=loop),
        Node("add", "employee", NodeKind.TASK, "Add the missing information", task=TaskType.USER),
        Node("amount", "manager", NodeKind.GATEWAY, "Amount over 1,000 euros?", gateway=xor),
        Node("approve", "finance", NodeKind.TASK, "Approve the exceptional amount", task=TaskType.RULE),
        Node("merge", "manager", NodeKind.GATEWAY, gateway=xor, direction=Direction.JOIN),
        Node("fork", "finance", NodeKind.GATEWAY, gateway=parallel),
        Node("post", "erp", NodeKind.TASK, "Post the expense", task=TaskType.SERVICE),
        Node("prepare", "finance", NodeKind.TASK, "Prepare the payment", task=TaskType.MANUAL),
        Node("notify", "finance", NodeKind.TASK, "Notify the employee", task=TaskType.SEND),
        Node("join", "finance", NodeKind.GATEWAY, gateway=parallel, direction=Direction.JOIN),
        Node("wait", "finance", NodeKind.EVENT, "Next payment run", event=EventKind.TIMER),
        Node("transfer", "erp", NodeKind.TASK, "Transfer the money", task=TaskType.SUBPROCESS),
        Node("end", "employee", NodeKind.END, "Expense reimbursed"),
    )
    edges = (
        *_chain("start", "fill", "read", "again", "review", "complete"),
        Edge("complete", "amount", "yes"),
        Edge("complete", "add", "no, something is missing"),
        Edge("add", "again"),
        Edge("amount", "approve", "yes"),
        Edge("amount", "merge", "no"),
        Edge("approve", "merge"),
        Edge("merge", "fork"),
        *(edge for branch in ("prepare", "notify", "post") for edge in _chain("fork", branch, "join")),
        *_chain("join", "wait", "transfer", "end"),
    )
    return Diagram("Expense reimbursement", lanes, nodes, edges)


def changed() -> Diagram:
    """The eighteen nodes as they could be: every kind of change, and steps that fall away."""
    before = medium()
    changes = dict(zip(("read", "review", "prepare", "notify"), Change, strict=True))
    nodes = tuple(replace(node, change=changes.get(node.id)) for node in before.nodes)
    return replace(before, nodes=nodes, removed=("Print the report", *HOSTILE[:6]))


def _chain(*nodes: str) -> Iterator[Edge]:
    for source, target in pairwise(nodes):
        yield Edge(source, target)


def large(count: int = 200, seed: int = 3) -> Diagram:
    """A structured process of exactly `count` nodes in eight lanes, with nested choices and loops."""
    return _Grown(count, random.Random(seed)).diagram()


_VERBS = (
    "Check",
    "Send",
    "Approve",
    "Register",
    "Archive",
    "Compare",
    "Prepare",
    "Book",
    "Inspect",
    "Release",
)
_OBJECTS = (
    "order",
    "delivery note",
    "customer record",
    "shipping documents for the export",
    "price list",
    "return",
)
_LANES = (
    ("Sales", Family.PEOPLE),
    ("Warehouse", Family.PEOPLE),
    ("Quality control", Family.PEOPLE),
    ("Finance", Family.PEOPLE),
    ("Customer", Family.PEOPLE),
    ("CRM", Family.SYSTEM),
    ("Logistics partner", Family.SYSTEM),
    ("Planning agent", Family.AGENT),
)


@dataclass
class _Loose:
    """Where the process goes on: the last node, and the condition of the next edge."""

    node: str
    label: str = ""


class _Grown:
    def __init__(self, count: int, chance: random.Random) -> None:
        self.count = count
        self.chance = chance
        self.lane = 0
        self.nodes = [Node("start", "lane0", NodeKind.START, "Order received")]
        self.edges: list[Edge] = []

    def diagram(self) -> Diagram:
        at = _Loose("start")
        while len(self.nodes) < self.count - 30:
            at = self._block(at, 0)
        while len(self.nodes) < self.count - 1:
            at = self._task(at)
        end = Node("end", f"lane{self.lane}", NodeKind.END, "Order closed")
        self.nodes.append(end)
        self.edges.append(Edge(at.node, "end", at.label))
        known = (Lane(f"lane{number}", name, family) for number, (name, family) in enumerate(_LANES))
        used = {node.lane for node in self.nodes}
        lanes = tuple(lane for lane in known if lane.id in used)
        return Diagram("Order to cash", lanes, tuple(self.nodes), tuple(self.edges))

    def _block(self, at: _Loose, depth: int) -> _Loose:
        for _ in range(self.chance.randint(1, 3)):
            if len(self.nodes) > self.count - 30:
                return at
            kind = self.chance.random()
            if kind < 0.6 or depth > 2:
                at = self._task(at)
            elif kind < 0.92:
                at = self._split(at, depth, GatewayKind.XOR if kind < 0.8 else GatewayKind.AND)
            else:
                at = self._loop(at, depth)
        return at

    def _task(self, at: _Loose) -> _Loose:
        if self.chance.random() < 0.4:
            self.lane = self.chance.randrange(len(_LANES))
        label = f"{self.chance.choice(_VERBS)} the {self.chance.choice(_OBJECTS)}"
        task = self.chance.choice(list(TaskType))
        return self._node(at, Node("", f"lane{self.lane}", NodeKind.TASK, label, task=task))

    def _node(self, at: _Loose, node: Node) -> _Loose:
        name = f"n{len(self.nodes)}"
        self.nodes.append(
            Node(
                name,
                node.lane,
                node.kind,
                node.label,
                None,
                node.task,
                node.gateway,
                node.direction,
                node.event,
            )
        )
        self.edges.append(Edge(at.node, name, at.label))
        return _Loose(name)

    def _split(self, at: _Loose, depth: int, kind: GatewayKind) -> _Loose:
        lane = self.lane
        question = "Everything in order?" if kind is GatewayKind.XOR else ""
        fork = self._node(at, Node("", f"lane{lane}", NodeKind.GATEWAY, question, gateway=kind))
        ends = []
        for branch in range(self.chance.randint(2, 3)):
            self.lane = lane
            ends.append(self._block(_Loose(fork.node, f"case {branch}" if question else ""), depth + 1))
        self.lane = lane
        join = Node("", f"lane{lane}", NodeKind.GATEWAY, gateway=kind, direction=Direction.JOIN)
        merged = self._node(ends[0], join)
        self.edges.extend(Edge(end.node, merged.node, end.label) for end in ends[1:])
        return merged

    def _loop(self, at: _Loose, depth: int) -> _Loose:
        def gateway(direction: Direction, label: str = "") -> Node:
            lane = f"lane{self.lane}"
            return Node("", lane, NodeKind.GATEWAY, label, gateway=GatewayKind.LOOP, direction=direction)

        entry = self._node(at, gateway(Direction.JOIN))
        turn = self._node(self._block(entry, depth + 1), gateway(Direction.SPLIT, "Again?"))
        self.edges.append(Edge(turn.node, entry.node, "yes"))
        return _Loose(turn.node, "no")


def hostile() -> Diagram:
    """Every hostile label at every place that has a label."""
    lanes = tuple(Lane(f"lane {number}", label) for number, label in enumerate(HOSTILE))
    kinds = (NodeKind.TASK, NodeKind.GATEWAY, NodeKind.EVENT)
    nodes = tuple(
        Node(f"<{kind}> {number}", lanes[number].id, kind, label, f"source \"{number}'")
        for number, label in enumerate(HOSTILE)
        for kind in kinds
    )
    edges = tuple(
        Edge(nodes[number].id, nodes[number + 1].id, HOSTILE[number % len(HOSTILE)])
        for number in range(len(nodes) - 1)
    )
    return Diagram(" ".join(HOSTILE[:9]), lanes, nodes, edges, HOSTILE[0])


_LABELS = st.one_of(
    st.sampled_from(["", "yes", "Check the invoice", "Is the amount over one thousand euros?", *HOSTILE]),
    st.text(max_size=60),
)


@st.composite
def diagrams(draw: st.DrawFn, max_nodes: int = 14) -> Diagram:
    """Any diagram at all: unconnected nodes, loops on a node, parallel edges, empty lanes."""
    lanes = tuple(
        Lane(f"lane{n}", draw(_LABELS), draw(st.sampled_from(Family))) for n in range(draw(st.integers(1, 4)))
    )
    kinds = st.sampled_from([kind for kind in NodeKind if kind is not NodeKind.LINK])
    count = draw(st.integers(0, max_nodes))
    nodes = tuple(
        Node(
            f"n{number}",
            draw(st.sampled_from(lanes)).id,
            draw(kinds),
            draw(_LABELS),
            task=draw(st.sampled_from(TaskType)),
            gateway=draw(st.sampled_from(GatewayKind)),
            direction=draw(st.sampled_from(Direction)),
            event=draw(st.sampled_from(EventKind)),
        )
        for number in range(count)
    )
    if not nodes:
        return Diagram(draw(_LABELS), lanes, (), ())
    ends = st.sampled_from([node.id for node in nodes])
    edges = draw(st.lists(st.builds(Edge, ends, ends, _LABELS), max_size=2 * count))
    return Diagram(draw(_LABELS), lanes, nodes, tuple(edges))
