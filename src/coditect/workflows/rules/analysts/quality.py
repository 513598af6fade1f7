"""Quality Analyzer: scores that explain themselves, modelling guidelines, weaknesses and ranked recommendations."""

from collections import Counter
from collections.abc import Iterator

from coditect.workflows.analysis import (
    ActorReport,
    AnalystOutputs,
    AutomationReport,
    CycleTime,
    Decomposition,
    Design,
    Finding,
    GuidelineCheck,
    Overview,
    ProcessTask,
    QualityReport,
    Reason,
    Recommendation,
    Score,
    Soundness,
    Span,
    TaskValue,
)
from coditect.workflows.rules.analysts import soundness
from coditect.workflows.rules.analysts.items import ASSUMED, INFERRED, READ, STATED, counted, joined, listed
from coditect.workflows.rules.analysts.linking import Assignments
from coditect.workflows.rules.analysts.privacy import personal_data
from coditect.workflows.rules.language.wordlist import wordset
from coditect.workflows.rules.process import verbs
from coditect.workflows.rules.process.reading import Reading

_NOTHING = Decomposition(
    tasks=(), flows=(), gateways=(), events=(), exceptions=(), parallel_groups=(), critical_path=()
)
_MANY = 5
"""So many tasks in one pair of hands make a bottleneck worth looking at."""
_CREATES_VALUE = wordset(
    "assemble produce manufacture build cook treat repair deliver ship serve install pay advise operate teach develop "
    "create write design prepare provide fix implement release"
)
_WASTE = wordset(
    "wait rework redo return repeat correct re-enter transfer move store search retype copy wait_for"
) | {"wait for", "send back"}


def judge(
    reading: Reading,
    inputs: AnalystOutputs,
) -> QualityReport:
    process = inputs.task_decomposer or _NOTHING
    facts = _Facts(reading, process, inputs.actor_identifier)
    return QualityReport(
        efficiency=_efficiency(facts, inputs.automation_assessor),
        reliability=_reliability(facts),
        maintainability=_maintainability(facts, inputs.workflow_analyzer),
        guidelines=tuple(_guidelines(process, facts.soundness)),
        soundness=facts.soundness,
        handoffs=facts.handoffs,
        rework_loops=facts.loops,
        bottlenecks=facts.bottlenecks,
        single_points_of_failure=facts.single_points,
        compliance_gaps=facts.gaps,
        values=tuple(_value(task) for task in process.tasks),
        cycle_time=_cycle_time(process),
        recommendations=tuple(_recommendations(facts, inputs.workflow_analyzer, inputs.process_designer)),
    )


class _Facts:
    """What the scores and recommendations rest on."""

    def __init__(self, reading: Reading, process: Decomposition, actors: ActorReport | None) -> None:
        self.process = process
        self.assignments = Assignments(process, actors)
        self.soundness: Soundness = (
            soundness.check(process)
            if process.tasks
            else Soundness(sound=False, problems=("There are no tasks.",))
        )
        self.handoffs = tuple(_handoffs(process, actors))
        self.loops = tuple(_loops(process))
        self.loads = self._loads()
        self.bottlenecks = tuple(self._bottlenecks())
        self.single_points = tuple(self._single_points())
        self.gaps = tuple(_gaps(reading, process, self.assignments))
        self.unassigned = [task for task in process.tasks if self.assignments.performer(task.id) is None]
        self.waste = [task for task in process.tasks if task.verb in _WASTE]

    def _loads(self) -> dict[str, list[ProcessTask]]:
        loads: dict[str, list[ProcessTask]] = {}
        for task in self.process.tasks:
            if actor := self.assignments.performer(task.id):
                loads.setdefault(actor.name, []).append(task)
        return loads

    def _bottlenecks(self) -> Iterator[Finding]:
        number = 0
        for name, tasks in self.loads.items():
            if len(tasks) >= _MANY and len(tasks) * 2 >= len(self.process.tasks):
                number += 1
                yield _finding(
                    f"bn{number}",
                    tasks,
                    f"{name} does {len(tasks)} of {len(self.process.tasks)} tasks: work can pile up there.",
                )
        timed = [task for task in self.process.tasks if task.duration]
        total = sum(task.duration.minutes for task in timed if task.duration)
        for task in timed:
            if task.duration and len(timed) > 1 and task.duration.minutes > 0.5 * total:
                number += 1
                yield _finding(
                    f"bn{number}",
                    [task],
                    f"“{task.label}” takes {task.duration.text}, more than half of all stated time.",
                )

    def _single_points(self) -> Iterator[Finding]:
        """People, not departments, on whom every case depends for a decision."""
        number = 0
        for name, tasks in self.loads.items():
            actor = self.assignments.performer(tasks[0].id)
            decides = [task for task in tasks if task.verb in verbs.JUDGES]
            if (
                actor
                and actor.kind == "role"
                and decides
                and set(self.process.critical_path) & {task.id for task in decides}
            ):
                number += 1
                what = listed(f"“{task.label}”" for task in decides[:3])
                yield _finding(f"sp{number}", decides, f"Only {name} can do {what}: name a deputy.")


def _finding(
    identity: str, tasks: list[ProcessTask], text: str, evidence: tuple[Span, ...] | None = None
) -> Finding:
    return Finding(
        id=identity,
        tasks=tuple(task.id for task in tasks),
        text=text,
        evidence=evidence if evidence is not None else joined(*(task.evidence for task in tasks)),
        confidence=INFERRED,
        origin="rule",
    )


def _handoffs(process: Decomposition, actors: ActorReport | None) -> Iterator[Finding]:
    names = {actor.id: actor.name for actor in actors.actors} if actors else {}
    for handoff in actors.handoffs if actors else ():
        places = {(span.start, span.end) for span in handoff.evidence}
        tasks = (
            [task for task in process.tasks if places & {(span.start, span.end) for span in task.evidence}]
            if len(process.tasks) < 300
            else []
        )
        text = f"{names.get(handoff.from_actor, '?')} hands {handoff.what} to {names.get(handoff.to_actor, '?')}."
        yield _finding(f"qh-{handoff.id}", tasks, text, handoff.evidence)


def _loops(process: Decomposition) -> Iterator[Finding]:
    """Joins of kind loop are where work comes back to."""
    first = {flow.from_: flow.to for flow in process.flows}
    known = {task.id: task for task in process.tasks}
    for gateway in process.gateways:
        if gateway.kind == "loop" and gateway.direction == "join":
            task = known.get(first.get(gateway.id, ""))
            where = f"“{task.label}”" if task else "an earlier step"
            yield _finding(f"ql-{gateway.id}", [task] if task else [], f"Work can come back to {where}.")


def _gaps(reading: Reading, process: Decomposition, assignments: Assignments) -> Iterator[Finding]:
    """Where rules of good order, or the law, ask for more than the text says."""
    number = 0
    by_maker: dict[str, list[ProcessTask]] = {}
    for task in process.tasks:
        if (
            task.verb
            in {
                "approve",
                "authorize",
                "authorise",
                "release",
                "sign",
                "pay",
                "create",
                "write",
                "prepare",
                "request",
                "submit",
            }
            and task.object
        ):
            by_maker.setdefault(task.object.lower(), []).append(task)
    for name, tasks in by_maker.items():
        approves = [
            task for task in tasks if task.verb in {"approve", "authorize", "authorise", "release", "sign"}
        ]
        makes = [task for task in tasks if task not in approves]
        for approval in approves:
            same = [
                t
                for t in makes
                if (a := assignments.performer(t.id)) and a == assignments.performer(approval.id)
            ]
            if same:
                number += 1
                yield _finding(
                    f"cg{number}",
                    [*same, approval],
                    f"The same person makes and approves “{name}”: no four-eyes control.",
                )
    data = personal_data(reading)
    if data and not any(
        word in reading.document.text.lower()
        for word in ("gdpr", "consent", "privacy", "hipaa", "data protection")
    ):
        number += 1
        names = listed(list(dict.fromkeys(item.what.lower() for item in data))[:4])
        evidence = joined(*(item.evidence for item in data))
        yield _finding(
            f"cg{number}",
            [],
            f"Personal data are handled ({names}) and nothing is said about their protection.",
            evidence,
        )


def _score(reasons: list[Reason]) -> Score:
    value = 100.0 + sum(reason.points for reason in reasons)
    return Score(value=round(min(100.0, max(0.0, value)), 1), reasons=tuple(reasons))


def _efficiency(facts: _Facts, automation: AutomationReport | None) -> Score:
    tasks = facts.process.tasks
    if not tasks:
        return Score(value=0.0, reasons=(Reason(text="No task was found.", points=-100.0, evidence=()),))
    reasons = []
    if facts.handoffs:
        share = len(facts.handoffs) / len(tasks)
        reasons.append(
            _reason(
                f"{counted(len(facts.handoffs), 'hand-off')} between {counted(len(tasks), 'task')}",
                -min(30.0, 40 * share),
                facts.handoffs,
            )
        )
    if facts.loops:
        reasons.append(
            _reason(
                f"{counted(len(facts.loops), 'rework loop')}", -min(20.0, 8.0 * len(facts.loops)), facts.loops
            )
        )
    if facts.waste:
        evidence = joined(*(task.evidence for task in facts.waste))
        labels = listed(f"“{task.label}”" for task in facts.waste[:3])
        reasons.append(
            Reason(
                text=f"Steps that add nothing: {labels}",
                points=-min(20.0, 5.0 * len(facts.waste)),
                evidence=evidence,
            )
        )
    manual = (
        [item for item in automation.tasks if item.classification == "full" and item.approach != "human"]
        if automation
        else []
    )
    by_hand = [item for item in manual if not _is_service(facts.process, item.task)]
    if by_hand:
        points = -round(min(25.0, 25.0 * len(by_hand) / len(tasks)), 1)
        reasons.append(
            Reason(
                text=f"{counted(len(by_hand), 'task')} done by people could run on their own",
                points=points,
                evidence=joined(*(i.evidence for i in by_hand)),
            )
        )
    if not facts.process.parallel_groups and len(tasks) > 8:
        reasons.append(Reason(text="Everything happens one after the other", points=-5.0, evidence=()))
    return _score(reasons)


def _is_service(process: Decomposition, task: str) -> bool:
    return (
        any(item.id == task and item.type == "service" for item in process.tasks)
        if len(process.tasks) < 300
        else False
    )


def _reason(text: str, points: float, findings: tuple[Finding, ...]) -> Reason:
    return Reason(
        text=text, points=round(points, 1), evidence=joined(*(finding.evidence for finding in findings))
    )


def _reliability(facts: _Facts) -> Score:
    tasks = facts.process.tasks
    if not tasks:
        return Score(value=0.0, reasons=(Reason(text="No task was found.", points=-100.0, evidence=()),))
    reasons = []
    if facts.unassigned:
        points = -round(min(35.0, 35.0 * len(facts.unassigned) / len(tasks)), 1)
        evidence = joined(*(task.evidence for task in facts.unassigned))
        reasons.append(
            Reason(
                text=f"{counted(len(facts.unassigned), 'task')} without anyone responsible",
                points=points,
                evidence=evidence,
            )
        )
    if not facts.process.exceptions:
        reasons.append(
            Reason(
                text="Nothing is said about what happens when something goes wrong", points=-20.0, evidence=()
            )
        )
    if facts.single_points:
        reasons.append(
            _reason(
                counted(len(facts.single_points), "single point of failure"),
                -min(20.0, 7.0 * len(facts.single_points)),
                facts.single_points,
            )
        )
    checks = [task for task in tasks if task.verb in verbs.CHECKS]
    if not checks:
        reasons.append(Reason(text="No step checks the work of another", points=-10.0, evidence=()))
    if facts.gaps:
        reasons.append(
            _reason(counted(len(facts.gaps), "compliance gap"), -min(20.0, 8.0 * len(facts.gaps)), facts.gaps)
        )
    return _score(reasons)


def _maintainability(facts: _Facts, overview: Overview | None) -> Score:
    reasons = []
    if overview:
        reasons += [
            Reason(text=f"Unclear: {ambiguity.term}", points=-4.0, evidence=ambiguity.evidence)
            for ambiguity in overview.ambiguities[:5]
        ]
        if overview.coverage.percent < 70:
            reasons.append(
                Reason(
                    text=f"Only {overview.coverage.percent:.0f} % of the sentences describe work",
                    points=-10.0,
                    evidence=(),
                )
            )
    if len(facts.process.tasks) > 30:
        reasons.append(
            Reason(
                text=f"{len(facts.process.tasks)} tasks in one process: divide it", points=-15.0, evidence=()
            )
        )
    if not facts.soundness.sound:
        reasons.append(Reason(text="The model is not sound", points=-25.0, evidence=()))
    return _score(reasons)


def _guidelines(process: Decomposition, sound: Soundness) -> Iterator[GuidelineCheck]:
    """The seven process modelling guidelines of Mendling, Reijers and van der Aalst."""
    elements = len(process.tasks) + len(process.gateways) + len(process.events)
    degree = Counter(flow.from_ for flow in process.flows) + Counter(flow.to for flow in process.flows)
    widest = max((degree[gateway.id] for gateway in process.gateways), default=0)
    starts = sum(event.kind == "start" for event in process.events)
    ends = sum(event.kind == "end" for event in process.events)
    odd = [task.label for task in process.tasks if task.object is None]
    yield GuidelineCheck(
        guideline="G1",
        title="Use as few elements as possible",
        passed=elements <= 50,
        finding=counted(elements, "element"),
    )
    yield GuidelineCheck(
        guideline="G2",
        title="Keep routing paths per element few",
        passed=widest <= 5,
        finding=f"At most {counted(widest, 'arrow')} at a gateway",
    )
    yield GuidelineCheck(
        guideline="G3",
        title="Use one start and one end event",
        passed=starts == 1 and ends == 1,
        finding=f"{counted(starts, 'start')}, {counted(ends, 'end')}",
    )
    yield GuidelineCheck(
        guideline="G4",
        title="Model as structured as possible",
        passed=sound.sound,
        finding="Every split has its join or ends" if sound.sound else listed(sound.problems[:2]),
    )
    yield GuidelineCheck(guideline="G5", title="Avoid OR gateways", passed=True, finding="There are none")
    yield GuidelineCheck(
        guideline="G6",
        title="Name activities by verb and object",
        passed=not odd,
        finding=f"Without object: {listed(odd[:4])}" if odd else "All do",
    )
    yield GuidelineCheck(
        guideline="G7",
        title="Divide models of more than 50 elements",
        passed=elements <= 50,
        finding=counted(elements, "element"),
    )


def _value(task: ProcessTask) -> TaskValue:
    if task.verb in _WASTE:
        kind, reason = "waste", f"“{task.verb}” moves, waits or repeats."
    elif task.verb in _CREATES_VALUE:
        kind, reason = "value_adding", f"“{task.verb}” makes what the customer gets."
    else:
        kind, reason = "business_necessary", f"“{task.verb}” is needed to run the process."
    return TaskValue.model_validate(
        {
            "id": f"v-{task.id}",
            "task": task.id,
            "classification": kind,
            "reason": reason,
            "evidence": task.evidence,
            "confidence": ASSUMED,
            "origin": "rule",
        }
    )


def _cycle_time(process: Decomposition) -> CycleTime | None:
    known = {task.id: task for task in process.tasks}
    path = [known[task] for task in process.critical_path if task in known]
    timed = [task for task in path if task.duration and task.duration.meaning != "limit"]
    if not timed:
        return None
    return CycleTime(
        id="cycle-time",
        minutes=sum(task.duration.minutes for task in timed if task.duration),
        path=tuple(task.id for task in path),
        tasks_without_duration=len(path) - len(timed),
        evidence=joined(*(task.duration.evidence for task in timed if task.duration)),
        confidence=STATED if len(timed) == len(path) else READ,
        origin="rule",
    )


_Advice = tuple[float, str, str, tuple[str, ...], tuple[Span, ...]]


def _recommendations(
    facts: _Facts, overview: Overview | None, design: Design | None
) -> Iterator[Recommendation]:
    advice = sorted(_advice(facts, overview, design), key=lambda item: -item[0])
    for rank, (_, text, effect, tasks, evidence) in enumerate(advice, 1):
        yield Recommendation(
            id=f"r{rank}",
            rank=rank,
            text=text,
            effect=effect,
            tasks=tasks,
            evidence=evidence,
            confidence=INFERRED if evidence else ASSUMED,
            origin="rule" if evidence else "assumption",
        )


def _advice(facts: _Facts, overview: Overview | None, design: Design | None) -> Iterator[_Advice]:
    for change in (design.changes if design else ())[:8]:
        weight = {"eliminate": 9.0, "automate": 8.0, "parallelise": 6.0, "merge": 5.0}[change.kind]
        yield weight, change.rationale, change.effect, change.tasks, change.evidence
    if facts.unassigned:
        labels = listed(f"“{task.label}”" for task in facts.unassigned[:4])
        evidence = joined(*(task.evidence for task in facts.unassigned))
        yield (
            8.5,
            f"Name someone responsible for {labels}.",
            "No case waits because nobody feels in charge.",
            tuple(t.id for t in facts.unassigned),
            evidence,
        )
    for finding in facts.gaps:
        yield 8.8, finding.text, "The process stands up to an audit.", finding.tasks, finding.evidence
    for finding in (*facts.single_points, *facts.bottlenecks)[:4]:
        yield (
            5.5,
            finding.text,
            "Absence and peaks no longer stop the process.",
            finding.tasks,
            finding.evidence,
        )
    for finding in facts.loops[:3]:
        yield (
            6.5,
            f"{finding.text} Check the input earlier, so that fewer cases do.",
            "Less rework and shorter cycle time.",
            finding.tasks,
            finding.evidence,
        )
    if facts.process.tasks and not facts.process.exceptions:
        yield (
            7.0,
            "Describe what happens when something goes wrong or is late.",
            "Exceptions are handled the same way every time.",
            (),
            (),
        )
    if overview and overview.questions:
        yield (
            4.0,
            f"Answer the {counted(len(overview.questions), 'open question')} about the description.",
            "The analysis rests on facts instead of readings.",
            (),
            (),
        )
