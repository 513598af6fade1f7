"""From the tree to a graph of tasks, gateways, events and flows; sound by construction."""

from dataclasses import dataclass, field
from typing import Literal

from coditect.workflows.rules.process.statements import Span
from coditect.workflows.rules.process.tree import (
    Branch,
    Choice,
    Element,
    Flow,
    Jump,
    Parallel,
    Sequence,
    Stop,
    Work,
    walk,
)

NodeKind = Literal["task", "start", "end", "xor", "and", "loop"]


@dataclass
class Node:
    id: str
    kind: NodeKind
    direction: Literal["split", "join"] | None = None
    label: str | None = None
    work: Work | None = None
    partner: str | None = None
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True)
class Arrow:
    source: str
    target: str
    condition: str | None
    spans: tuple[Span, ...]


@dataclass(frozen=True)
class _Out:
    """A loose end: the next node is connected to it."""

    source: str
    condition: str | None = None
    spans: tuple[Span, ...] = ()


@dataclass
class Graph:
    nodes: dict[str, Node] = field(default_factory=dict)
    arrows: list[Arrow] = field(default_factory=list)
    groups: list[tuple[str, tuple[tuple[str, ...], ...]]] = field(default_factory=list)
    """Parallel gateways with the task ids of their branches."""


def draw(flow: Flow) -> Graph:
    """The graph of a flow: one start, every node on a path from it to an end."""
    return _Drawing(flow).run()


class _Drawing:
    def __init__(self, flow: Flow) -> None:
        self._flow = flow
        self._graph = Graph()
        self._counts: dict[str, int] = {}
        self._of_work: dict[int, str] = {}
        self._loop_at: dict[int, str] = {}
        self._depth = 0
        self._parallel_around = _parallel_around(flow.root)
        self._targets = {id(self._landing(jump)) for jump in _jumps(flow.root)}

    def run(self) -> Graph:
        start = self._node("e", "start")
        outs = self._sequence(self._flow.root, [_Out(start.id)])
        if outs or not any(node.kind == "end" for node in self._graph.nodes.values()):
            self._connect(outs, self._node("e", "end").id)
        return self._graph

    def _node(self, prefix: str, kind: NodeKind, direction: Literal["split", "join"] | None = None) -> Node:
        self._counts[prefix] = self._counts.get(prefix, 0) + 1
        node = Node(f"{prefix}{self._counts[prefix]}", kind, direction)
        self._graph.nodes[node.id] = node
        return node

    def _connect(self, outs: list[_Out], target: str) -> None:
        for out in outs:
            self._graph.arrows.append(Arrow(out.source, target, out.condition, out.spans))

    def _sequence(self, sequence: Sequence, outs: list[_Out]) -> list[_Out]:
        for position, element in enumerate(sequence):
            last = position == len(sequence) - 1
            if not last and not self._falls_through(element):
                opened = _opened(element)
                outs = self._element(opened, outs) if opened else outs
            else:
                outs = self._element(element, outs)
        return outs

    def _falls_through(self, element: Element) -> bool:
        """Whether work goes on after the element, on at least one path."""
        if isinstance(element, Choice):
            bodies = [branch.body for branch in element.branches]
            return _has_implicit_branch(element) or any(
                all(map(self._falls_through, body)) for body in bodies
            )
        if isinstance(element, Jump):
            return self._loops(element)
        return not isinstance(element, Stop)

    def _loops(self, jump: Jump) -> bool:
        """Whether the jump needs a decision of its own, as it stands in no branch."""
        return self._depth == 0 or jump.condition is not None

    def _element(self, element: Element, outs: list[_Out]) -> list[_Out]:
        if isinstance(element, Work):
            return self._task(element, outs)
        if isinstance(element, Choice):
            return self._choice(element, outs)
        if isinstance(element, Parallel):
            return self._parallel(element, outs)
        if isinstance(element, Jump):
            return self._jump(element, outs)
        return self._stop(outs)

    def _task(self, work: Work, outs: list[_Out]) -> list[_Out]:
        if work.same_as is not None:
            return outs
        outs = self._loop_entry(work, outs)
        node = self._node("t", "task")
        node.work = work
        self._of_work[id(work)] = node.id
        self._connect(outs, node.id)
        return [_Out(node.id)]

    def _loop_entry(self, element: object, outs: list[_Out]) -> list[_Out]:
        if id(element) not in self._targets:
            return outs
        entry = self._node("g", "loop", "join")
        self._loop_at[id(element)] = entry.id
        self._connect(outs, entry.id)
        return [_Out(entry.id)]

    def _choice(self, choice: Choice, outs: list[_Out]) -> list[_Out]:
        branches = _drawn_branches(choice)
        if not branches:
            return outs
        split = self._node("g", "xor", "split")
        self._connect(outs, split.id)
        split.label, split.spans = _question(choice), _choice_spans(choice)
        ends: list[_Out] = []
        self._depth += 1
        for branch in branches:
            condition = _condition(choice, branch)
            spans = ((branch.condition.start, branch.condition.end),) if branch.condition else ()
            ends += self._sequence(branch.body, [_Out(split.id, condition, spans)])
        self._depth -= 1
        if _has_implicit_branch(choice):
            ends.append(_Out(split.id, "otherwise"))
        return self._close(split, ends)

    def _close(self, split: Node, ends: list[_Out]) -> list[_Out]:
        if len(ends) < 2:
            return ends
        join = self._node("g", split.kind, "join")
        split.partner, join.partner = join.id, split.id
        self._connect(ends, join.id)
        return [_Out(join.id)]

    def _parallel(self, parallel: Parallel, outs: list[_Out]) -> list[_Out]:
        bodies = [body for body in parallel.branches if any(w.same_as is None for w in walk(body))]
        if len(bodies) < 2:
            return self._sequence(bodies[0], outs) if bodies else outs
        outs = self._loop_entry(parallel, outs)
        split = self._node("g", "and", "split")
        split.spans = (parallel.marker,) if parallel.marker else ()
        self._connect(outs, split.id)
        ends: list[_Out] = []
        for body in bodies:
            # An end or a jump out of one branch would leave the other waiting for ever.
            ends += self._sequence(_without_exits(body), [_Out(split.id)])
        ids = tuple(
            tuple(self._of_work[id(w)] for w in walk(body) if id(w) in self._of_work) for body in bodies
        )
        self._graph.groups.append((split.id, ids))
        return self._close(split, ends)

    def _jump(self, jump: Jump, outs: list[_Out]) -> list[_Out]:
        entry = self._loop_at.get(id(self._landing(jump)))
        if entry is None:
            return outs
        if not self._loops(jump):
            self._connect(outs, entry)
            return []
        split = self._node("g", "loop", "split")
        split.label, split.spans, split.partner = _repeat_label(jump), (jump.span,), entry
        self._graph.nodes[entry].partner = split.id
        self._connect(outs, split.id)
        self._connect([_Out(split.id, "again", (jump.span,))], entry)
        return [_Out(split.id, _done_label(jump))]

    def _stop(self, outs: list[_Out]) -> list[_Out]:
        self._connect(outs, self._node("e", "end").id)
        return []

    def _landing(self, jump: Jump) -> Work | Parallel:
        """Where a jump arrives: at its target, or before the parallel part that holds the target."""
        target = jump.target
        while target.same_as is not None:
            target = target.same_as
        return self._parallel_around.get(id(target), target)


def _parallel_around(sequence: Sequence) -> dict[int, Parallel]:
    """The outermost parallel part around each piece of work that is in one."""
    found: dict[int, Parallel] = {}
    for element in sequence:
        if isinstance(element, Parallel):
            found |= {id(work): element for work in walk([element])}
        elif isinstance(element, Choice):
            for branch in element.branches:
                found |= _parallel_around(branch.body)
    return found


def _jumps(sequence: Sequence) -> list[Jump]:
    found: list[Jump] = []
    for element in sequence:
        if isinstance(element, Jump):
            found.append(element)
        elif isinstance(element, Choice):
            for branch in element.branches:
                found += _jumps(branch.body)
    return found


def _without_exits(sequence: Sequence) -> Sequence:
    """A copy that always reaches its end."""
    kept: Sequence = []
    for element in sequence:
        if isinstance(element, Choice):
            branches = [
                Branch(b.condition, b.marker, _without_exits(b.body), b.otherwise) for b in element.branches
            ]
            kept.append(Choice(branches, element.inline))
        elif not isinstance(element, Stop | Jump):
            kept.append(element)
    return kept


def _opened(element: Element) -> Element | None:
    """The element with its last branch opened, for work that follows although every branch seemed to end."""
    if not isinstance(element, Choice):
        return None
    *others, last = element.branches
    return Choice(
        [*others, Branch(last.condition, last.marker, _without_exits(last.body), last.otherwise)],
        element.inline,
    )


def _drawn_branches(choice: Choice) -> list[Branch]:
    return [branch for branch in choice.branches if _draws(branch.body)]


def _draws(sequence: Sequence) -> bool:
    """Whether anything of it appears in the graph."""
    return any(work.same_as is None for work in walk(sequence)) or any(
        isinstance(e, Stop | Jump) for e in sequence
    )


def _has_implicit_branch(choice: Choice) -> bool:
    """A path on which none of the stated branches is taken."""
    return not choice.exhaustive or len(_drawn_branches(choice)) < len(choice.branches)


def _condition(choice: Choice, branch: Branch) -> str | None:
    """When the branch is taken; for `approve or reject` the verb says it."""
    if branch.condition:
        return branch.condition.text
    if choice.inline:
        return next((work.activity.verb for work in walk(branch.body)), None)
    return "otherwise" if branch.otherwise else None


def _question(choice: Choice) -> str | None:
    if choice.inline:
        verbs = [verb for branch in choice.branches if (verb := _condition(choice, branch))]
        return f"{' or '.join(verbs).capitalize()}?" if verbs else None
    condition = choice.branches[0].condition
    if condition is None:
        return None
    text = condition.text.removeprefix("unless ").rstrip(".,;:")
    return f"{text[:1].upper()}{text[1:]}?"


def _choice_spans(choice: Choice) -> tuple[Span, ...]:
    found: list[Span] = []
    for branch in choice.branches:
        if branch.marker and branch.marker not in found:
            found.append(branch.marker)
    return tuple(found)


def _repeat_label(jump: Jump) -> str:
    if jump.condition and jump.condition.startswith("until "):
        text = jump.condition.removeprefix("until ")
        return f"{text[:1].upper()}{text[1:]}?"
    return "Repeat?"


def _done_label(jump: Jump) -> str:
    if jump.condition and jump.condition.startswith("until "):
        return jump.condition.removeprefix("until ")
    return "done"
