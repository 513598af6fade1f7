"""Task Decomposer: tasks, gateways, events and flows out of the drawn graph."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from typing import Literal

from coditect.workflows.analysis import (
    AnalystOutputs,
    Decomposition,
    Duration,
    Event,
    ExceptionPath,
    Flow,
    Frequency,
    Gateway,
    ParallelGroup,
    ProcessTask,
    TaskType,
)
from coditect.workflows.rules.analysts.items import INFERRED, READ, STATED, sentence_case, spans
from coditect.workflows.rules.analysts.wording import in_full
from coditect.workflows.rules.language.inflection import participle
from coditect.workflows.rules.language.wordlist import wordset
from coditect.workflows.rules.process import nouns, verbs
from coditect.workflows.rules.process.graph import Graph, Node
from coditect.workflows.rules.process.quantities import Quantity, quantities
from coditect.workflows.rules.process.reading import Reading
from coditect.workflows.rules.process.tree import Work

_TROUBLE = wordset(
    "error fail failure reject rejection missing incomplete invalid wrong incorrect problem exception overdue late "
    "unavailable decline refuse unpaid broken lost damaged mismatch discrepancy cancel timeout expire escalate"
)
# A time that no single task takes: `the whole thing should be finished within 10 days`.
_OF_THE_WHOLE = re.compile(
    r"\b(?:whole|entire|overall|altogether|in total|everything|(?:the|this|our) (?:process|procedure|workflow))\b",
    re.IGNORECASE,
)
_Sizes = dict[str, list[Quantity]]


def decompose(reading: Reading, _inputs: AnalystOutputs) -> Decomposition:
    graph = reading.graph
    nodes = list(graph.nodes.values())
    sizes = _sizes(reading)
    ids = {id(node.work): node.id for node in nodes if node.work is not None}
    tasks = tuple(
        _task(reading, node, sizes.get(node.id, []), ids) for node in nodes if node.work is not None
    )
    flows = tuple(
        Flow(
            id=f"f{number}",
            from_=arrow.source,
            to=arrow.target,
            condition=arrow.condition,
            evidence=spans(arrow.spans),
            confidence=READ,
            origin="rule",
        )
        for number, arrow in enumerate(graph.arrows, 1)
    )
    return in_full(
        Decomposition(
            tasks=tasks,
            flows=flows,
            gateways=tuple(_gateway(node) for node in nodes if node.direction is not None),
            events=_events(reading, tasks),
            exceptions=_exceptions(tasks, flows),
            parallel_groups=_parallel_groups(graph),
            critical_path=longest_path(tasks, flows),
        )
    )


def _task(reading: Reading, node: Node, sizes: list[Quantity], ids: dict[int, str]) -> ProcessTask:
    work = node.work
    assert work is not None
    activity, target = work.activity, reading.labels.object(work)
    return ProcessTask(
        id=node.id,
        verb=reading.labels.verb(work),
        object=target,
        label=reading.labels.label(work),
        type=_type(reading, work),
        inputs=_inputs(activity.verb, target),
        outputs=_outputs(activity.verb, target),
        duration=next((_duration(node.id, q) for q in sizes if q.kind == "duration"), None),
        frequency=next((_frequency(node.id, q) for q in sizes if q.kind == "frequency"), None),
        parent=ids.get(id(work.parent)) if work.parent else None,
        section=work.read.sentence.block.lane or work.read.sentence.block.section,
        evidence=spans([(activity.first, activity.last)]),
        confidence=STATED if activity.performers or activity.command else READ,
        origin="rule",
    )


def _type(reading: Reading, work: Work) -> TaskType:
    activity = work.activity
    performers = [who for reference in activity.performers if (who := reading.cast.meant_by(reference))]
    if any(who.kind == "system" for who in performers):
        return "service"
    if activity.verb in verbs.RECEIVES or activity.verb == "wait for":
        return "receive"
    if activity.verb in verbs.SENDS:
        return "manual" if nouns.is_goods(reading.labels.object(work)) else "send"
    if activity.verb in verbs.RULES:
        return "rule"
    return "manual" if activity.verb in verbs.PHYSICAL - verbs.DIGITAL - verbs.JUDGES else "user"


_MAKES = wordset(
    "create write prepare generate draft issue produce make compile print assemble build calculate design"
)


def _inputs(verb: str, target: str | None) -> tuple[str, ...]:
    return (target,) if target and verb not in _MAKES else ()


def _outputs(verb: str, target: str | None) -> tuple[str, ...]:
    if target is None:
        return ()
    if verb in verbs.CHECKS | verbs.JUDGES and verb not in _MAKES:
        return (
            (f"{participle(verb)} {target}",)
            if " " not in verb
            else (f"{target} after it was {participle(verb)}",)
        )
    return (target,)


def _duration(task: str, quantity: Quantity) -> Duration:
    return Duration(
        id=f"{task}-duration",
        text=quantity.text,
        minutes=quantity.value,
        meaning=quantity.meaning,
        evidence=spans([(quantity.start, quantity.end)]),
        confidence=STATED,
        origin="rule",
    )


def _frequency(task: str, quantity: Quantity) -> Frequency:
    return Frequency(
        id=f"{task}-frequency",
        text=quantity.text,
        per_year=quantity.value,
        evidence=spans([(quantity.start, quantity.end)]),
        confidence=STATED,
        origin="rule",
    )


def _sizes(reading: Reading) -> _Sizes:
    """Durations and frequencies by task: those of its sentence; a sentence of its own speaks of the task before."""
    conditions = [(m.start, m.end) for m in reading.mentions if m.kind == "condition"]
    by_sentence: dict[int, list[Node]] = {}
    for node in reading.graph.nodes.values():
        if node.work:
            by_sentence.setdefault(node.work.read.index, []).append(node)
    sizes: _Sizes = {}
    latest: Node | None = None
    for read in reading.document.sentences:
        here = by_sentence.get(read.index, [])
        if not here and _OF_THE_WHOLE.search(reading.document.text, *read.span):
            continue
        for quantity in quantities(reading.document.text, *read.span):
            if quantity.kind not in {"duration", "frequency"} or (
                quantity.kind == "duration" and _inside(conditions, quantity)
            ):
                continue
            before = [node for node in here if node.work and node.work.activity.start <= quantity.start]
            owner = before[-1] if before else here[0] if here else latest
            if owner:
                sizes.setdefault(owner.id, []).append(quantity)
        latest = here[-1] if here else latest
    return sizes


def _inside(passages: list[tuple[int, int]], quantity: Quantity) -> bool:
    """Whether the quantity stands in one of the passages, which are in order."""
    position = bisect_right(passages, (quantity.start, len(passages) + quantity.end)) - 1
    return position >= 0 and passages[position][0] <= quantity.start < passages[position][1]


def _gateway(node: Node) -> Gateway:
    kinds: dict[str, Literal["xor", "and", "loop"]] = {"xor": "xor", "and": "and", "loop": "loop"}
    assert node.direction is not None
    return Gateway(
        id=node.id,
        kind=kinds[node.kind],
        direction=node.direction,
        label=node.label,
        partner=node.partner,
        evidence=spans(node.spans),
        confidence=READ if node.spans else INFERRED,
        origin="rule",
    )


def _events(reading: Reading, tasks: tuple[ProcessTask, ...]) -> tuple[Event, ...]:
    known = {task.id: task for task in tasks}
    sources: dict[str, list[str]] = {}
    for arrow in reading.graph.arrows:
        sources.setdefault(arrow.target, []).append(arrow.source)
    events = [node for node in reading.graph.nodes.values() if node.kind in {"start", "end"}]
    return tuple(
        _event(reading, node, tasks, [known.get(i) for i in sources.get(node.id, [])]) for node in events
    )


def _event(
    reading: Reading, node: Node, tasks: tuple[ProcessTask, ...], before: list[ProcessTask | None]
) -> Event:
    first = next((task for task in tasks if task.type == "receive"), None)
    begins = node.kind == "start"
    message = begins and first is not None and tasks[0] is first
    trigger: Literal["none", "message", "timer"] = "message" if message else "none"
    label = "Start" if begins else "End"
    timer = _timer(reading) if begins and not message else None
    if message and first and first.object:
        label = f"{sentence_case(first.object)} received"
    elif timer:
        trigger, label = "timer", sentence_case(timer.text)
    elif not begins:
        label = _end_label(before)
    return Event(
        id=node.id,
        kind="start" if begins else "end",
        trigger=trigger,
        label=label,
        evidence=first.evidence if message and first else spans([(timer.start, timer.end)]) if timer else (),
        confidence=READ if message or timer else INFERRED,
        origin="rule",
    )


def _timer(reading: Reading) -> Quantity | None:
    """`The process starts every Monday`: a frequency in the first sentence."""
    if not reading.document.sentences:
        return None
    found = quantities(reading.document.text, *reading.document.sentences[0].span)
    return next((quantity for quantity in found if quantity.kind == "frequency"), None)


def _end_label(before: list[ProcessTask | None]) -> str:
    """`Ship bicycle: done` when one task leads to the end."""
    task = before[0] if len(before) == 1 else None
    return f"{task.label}: done" if task else "End"


def _exceptions(tasks: tuple[ProcessTask, ...], flows: tuple[Flow, ...]) -> tuple[ExceptionPath, ...]:
    """Branches whose condition speaks of trouble."""
    known = {task.id: task for task in tasks}
    following: dict[str, list[str]] = {}
    for flow in flows:
        following.setdefault(flow.from_, []).append(flow.to)
    found: list[ExceptionPath] = []
    for flow in flows:
        if not flow.condition or not _is_trouble(flow.condition) or not flow.evidence:
            continue
        handling = _chain(flow.to, known, following)
        found.append(
            ExceptionPath(
                id=f"x{len(found) + 1}",
                condition=flow.condition,
                tasks=handling,
                ends_process=_leads_to_end(handling[-1] if handling else flow.to, following),
                evidence=flow.evidence,
                confidence=READ,
                origin="rule",
            )
        )
    return tuple(found)


def _is_trouble(condition: str) -> bool:
    words = {nouns.singular(word.strip(".,;:")) for word in condition.lower().split()}
    stems = {word.removesuffix("ed").removesuffix("s") for word in words}
    return (
        bool((words | stems | {stem + "e" for stem in stems}) & _TROUBLE)
        or " not " in f" {condition.lower()} "
    )


def _chain(start: str, known: dict[str, ProcessTask], following: dict[str, list[str]]) -> tuple[str, ...]:
    """Tasks in a row from a branch on."""
    chain: dict[str, None] = {}
    while start in known and start not in chain:
        chain[start] = None
        start = following[start][0] if len(following.get(start, [])) == 1 else ""
    return tuple(chain)


def _leads_to_end(node: str, following: dict[str, list[str]]) -> bool:
    targets = following.get(node, [])
    return node.startswith("e") or (bool(targets) and all(target.startswith("e") for target in targets))


def _parallel_groups(graph: Graph) -> tuple[ParallelGroup, ...]:
    return tuple(
        ParallelGroup(
            id=f"p{number}",
            gateway=gateway,
            branches=branches,
            evidence=spans(graph.nodes[gateway].spans),
            confidence=READ,
            origin="rule",
        )
        for number, (gateway, branches) in enumerate(graph.groups, 1)
    )


def longest_path(tasks: Iterable[ProcessTask], flows: Iterable[Flow]) -> tuple[str, ...]:
    """Task ids on the path that takes longest; without durations, on the one with most tasks."""
    weights = {task.id: task.duration.minutes if task.duration else 0.0 for task in tasks}
    order = _topological(flows)
    position = {node: index for index, node in enumerate(order)}
    forward: dict[str, list[str]] = {}
    for flow in flows:
        if position[flow.from_] < position[flow.to]:
            forward.setdefault(flow.from_, []).append(flow.to)
    best: dict[str, tuple[float, int, str | None]] = {}
    for node in reversed(order):
        ahead = max(
            ((best[n][0], best[n][1], n) for n in forward.get(node, [])),
            default=(0.0, 0, None),
            key=lambda b: b[:2],
        )
        best[node] = (ahead[0] + weights.get(node, 0.0), ahead[1] + (node in weights), ahead[2])
    path: list[str] = []
    current = order[0] if order else None
    while current:
        path.append(current)
        current = best[current][2]
    return tuple(node for node in path if node in weights)


def _topological(flows: Iterable[Flow]) -> list[str]:
    """Nodes so that arrows point forward, except those that close loops."""
    targets: dict[str, list[str]] = {}
    for flow in flows:
        targets.setdefault(flow.from_, []).append(flow.to)
        targets.setdefault(flow.to, [])
    order: list[str] = []
    seen: set[str] = set()
    for root, reached in targets.items():
        stack = [(root, iter(reached))] if root not in seen else []
        seen.add(root)
        while stack:
            node, rest = stack[-1]
            following = next((target for target in rest if target not in seen), None)
            if following is None:
                order.append(node)
                stack.pop()
            else:
                seen.add(following)
                stack.append((following, iter(targets[following])))
    return order[::-1]
