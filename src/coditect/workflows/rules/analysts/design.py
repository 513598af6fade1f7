"""Process Designer: the process as it is in swim-lanes, the changes worth making, and the process after them."""

import re
from collections.abc import Iterator
from typing import Literal

from coditect.workflows.analysis import (
    AnalystOutputs,
    AutomationReport,
    Change,
    DecisionPoint,
    Decomposition,
    Design,
    ExceptionHandler,
    Lane,
    Node,
    ProcessGraph,
    ProcessTask,
    SubProcess,
)
from coditect.workflows.rules.analysts.items import INFERRED, joined
from coditect.workflows.rules.analysts.linking import Assignments
from coditect.workflows.rules.analysts.redesign import apply
from coditect.workflows.rules.analysts.wording import the
from coditect.workflows.rules.process import verbs
from coditect.workflows.rules.process.reading import Reading

_UNASSIGNED = "lane-unassigned"
_EMPTY = ProcessGraph(
    lanes=(), nodes=(), flows=(), decision_points=(), exception_handlers=(), sub_processes=()
)
ChangeKind = Literal["eliminate", "merge", "parallelise", "automate"]


def design(reading: Reading, inputs: AnalystOutputs) -> Design:
    decomposition, actors = inputs.task_decomposer, inputs.actor_identifier
    automation = inputs.automation_assessor
    if decomposition is None:
        return Design(as_is=_EMPTY, to_be=_EMPTY, changes=())
    as_is = _as_is(decomposition, Assignments(decomposition, actors))
    changes = tuple(
        _changes(reading.document.text, decomposition, Assignments(decomposition, actors), automation)
    )
    return Design(as_is=as_is, to_be=apply(as_is, changes), changes=changes)


def _as_is(decomposition: Decomposition, assignments: Assignments) -> ProcessGraph:
    lanes: dict[str, Lane] = {}
    lane_of: dict[str, str] = {}
    for task in decomposition.tasks:
        actor = assignments.performer(task.id)
        lane = (
            Lane(id=f"lane-{actor.id}", name=actor.name, actor=actor.id)
            if actor
            else Lane(id=_UNASSIGNED, name="Not stated", actor=None)
        )
        lanes.setdefault(lane.id, lane)
        lane_of[task.id] = lane.id
    nodes = tuple(_nodes(decomposition, lane_of, lanes))
    return ProcessGraph(
        lanes=tuple(lanes.values()),
        nodes=nodes,
        flows=decomposition.flows,
        decision_points=tuple(_decisions(decomposition)),
        exception_handlers=tuple(
            ExceptionHandler(
                id=f"eh-{x.id}",
                condition=x.condition,
                tasks=x.tasks,
                evidence=x.evidence,
                confidence=x.confidence,
                origin=x.origin,
            )
            for x in decomposition.exceptions
        ),
        sub_processes=tuple(_sub_processes(decomposition)),
    )


def _nodes(decomposition: Decomposition, lane_of: dict[str, str], lanes: dict[str, Lane]) -> Iterator[Node]:
    """Gateways and events stand in the lane of the task before them, or else after them."""
    before = {flow.to: flow.from_ for flow in reversed(decomposition.flows)}
    after = {flow.from_: flow.to for flow in reversed(decomposition.flows)}
    if not lanes:
        lanes[_UNASSIGNED] = Lane(id=_UNASSIGNED, name="Not stated", actor=None)
    default = next(iter(lanes))
    parents = {task.parent for task in decomposition.tasks if task.parent}
    for task in decomposition.tasks:
        kind: Literal["task", "subprocess"] = "subprocess" if task.id in parents else "task"
        yield Node(id=task.id, kind=kind, label=task.label, lane=lane_of[task.id], ref=task.id)
    for gateway in decomposition.gateways:
        lane = lane_of.get(
            _nearest(gateway.id, before, lane_of) or _nearest(gateway.id, after, lane_of) or "", default
        )
        yield Node(id=gateway.id, kind="gateway", label=gateway.label or "", lane=lane, ref=gateway.id)
    for event in decomposition.events:
        lane = lane_of.get(
            _nearest(event.id, after if event.kind == "start" else before, lane_of) or "", default
        )
        yield Node(id=event.id, kind="event", label=event.label, lane=lane, ref=event.id)


def _nearest(node: str, step: dict[str, str], known: dict[str, str]) -> str | None:
    seen: set[str] = set()
    while node not in known:
        if node in seen or node not in step:
            return None
        seen.add(node)
        node = step[node]
    return node


def _decisions(decomposition: Decomposition) -> Iterator[DecisionPoint]:
    options: dict[str, list[str]] = {}
    for flow in decomposition.flows:
        options.setdefault(flow.from_, []).append(flow.condition or "otherwise")
    for gateway in decomposition.gateways:
        if gateway.direction == "split" and gateway.kind != "and":
            yield DecisionPoint(
                id=f"dp-{gateway.id}",
                gateway=gateway.id,
                question=gateway.label or "Which one?",
                options=tuple(dict.fromkeys(options.get(gateway.id, []))),
                evidence=gateway.evidence,
                confidence=gateway.confidence,
                origin=gateway.origin,
            )


def _sub_processes(decomposition: Decomposition) -> Iterator[SubProcess]:
    children: dict[str, list[str]] = {}
    for task in decomposition.tasks:
        if task.parent:
            children.setdefault(task.parent, []).append(task.id)
    for task in decomposition.tasks:
        if task.id in children:
            yield SubProcess(
                id=f"sp-{task.id}",
                name=task.label,
                tasks=tuple(children[task.id]),
                evidence=task.evidence,
                confidence=task.confidence,
                origin=task.origin,
            )


# Changes


def _changes(
    text: str, decomposition: Decomposition, assignments: Assignments, automation: AutomationReport | None
) -> Iterator[Change]:
    proposals = [
        *_repeated(decomposition.tasks),
        *_mergeable(decomposition, assignments),
        *_independent(text, decomposition, assignments),
    ]
    proposals += _automatable(decomposition, automation)
    used: set[str] = set()
    number = 0
    for kind, tasks, rationale, effect in proposals:
        if kind != "automate" and used & {task.id for task in tasks}:
            continue
        used |= {task.id for task in tasks} if kind != "automate" else set()
        number += 1
        yield Change(
            id=f"c{number}",
            tasks=tuple(task.id for task in tasks),
            kind=kind,
            rationale=rationale,
            effect=effect,
            evidence=joined(*(task.evidence for task in tasks)),
            confidence=INFERRED,
            origin="rule",
        )


_Proposal = tuple[ChangeKind, tuple[ProcessTask, ...], str, str]


def _repeated(tasks: tuple[ProcessTask, ...]) -> Iterator[_Proposal]:
    first: dict[str, ProcessTask] = {}
    for task in tasks:
        key = task.label.casefold()
        if task.object and key in first and task.type not in {"send", "receive"}:
            yield (
                "eliminate",
                (task,),
                f"“{task.label}” is done twice.",
                "One step and its waiting time fall away.",
            )
        first.setdefault(key, task)


def _neighbours(decomposition: Decomposition) -> Iterator[tuple[ProcessTask, ProcessTask]]:
    """Tasks that follow each other directly, with no other way in or out."""
    known = {task.id: task for task in decomposition.tasks}
    out: dict[str, list[str]] = {}
    into: dict[str, list[str]] = {}
    for flow in decomposition.flows:
        out.setdefault(flow.from_, []).append(flow.to)
        into.setdefault(flow.to, []).append(flow.from_)
    for task in decomposition.tasks:
        targets = out.get(task.id, [])
        if len(targets) == 1 and targets[0] in known and len(into[targets[0]]) == 1:
            yield task, known[targets[0]]


def _mergeable(decomposition: Decomposition, assignments: Assignments) -> Iterator[_Proposal]:
    for first, second in _neighbours(decomposition):
        who = assignments.performer(first.id)
        same = who is not None and who == assignments.performer(second.id)
        if same and first.object and first.object == second.object:
            names = who.name if who else ""
            rationale = f"Let {the(names)} do “{first.label}” and “{second.label}” in one step."
            yield "merge", (first, second), rationale, "The case is opened once instead of twice."


def _independent(text: str, decomposition: Decomposition, assignments: Assignments) -> Iterator[_Proposal]:
    for first, second in _neighbours(decomposition):
        one, other = assignments.performer(first.id), assignments.performer(second.id)
        apart = one is not None and other is not None and one.id != other.id
        objects = first.object and second.object and not _share_word(first.object, second.object)
        if (
            apart
            and objects
            and first.type not in {"send", "receive"}
            and second.type not in {"send", "receive"}
            and second.verb not in verbs.JUDGES
            and not _order_is_stated(text, first)
        ):
            rationale = f"“{second.label}” seems not to need the result of “{first.label}”, and somebody else does it. Confirm with both."
            yield (
                "parallelise",
                (first, second),
                rationale,
                "Both can be done at the same time; the longer one decides.",
            )


_STATED_ORDER = re.compile(r"\b(?:when|whenever|once|after|as soon as|upon)\s+$", re.IGNORECASE)


def _order_is_stated(text: str, task: ProcessTask) -> bool:
    """`When the contract is signed, HR opens the file`: the text itself makes one wait for the other."""
    return any(_STATED_ORDER.search(text, max(0, span.start - 15), span.start) for span in task.evidence)


def _share_word(first: str, second: str) -> bool:
    return bool(set(first.lower().split()) & set(second.lower().split()))


def _automatable(decomposition: Decomposition, automation: AutomationReport | None) -> list[_Proposal]:
    known = {task.id: task for task in decomposition.tasks}
    ready = (
        [item for item in automation.tasks if item.classification == "full" and item.task in known]
        if automation
        else []
    )
    return [
        (
            "automate",
            (known[item.task],),
            f"“{known[item.task].label}” scores {item.score:.0f} of 100: {item.readiness.rule_based.reason}",
            f"Done by {item.approach.upper()} without waiting for a person.",
        )
        for item in ready
        if known[item.task].type != "service"
    ]
