"""Findings about a process: hand-offs, loops, bottlenecks, single points of failure, gaps and waste."""

from collections.abc import Iterator

from coditect.workflows.analysis import (
    ActorReport,
    Decomposition,
    Domain,
    Finding,
    ProcessTask,
    Soundness,
    Span,
)
from coditect.workflows.rules.analysts import domains, soundness
from coditect.workflows.rules.analysts.items import INFERRED, inside, joined, listed
from coditect.workflows.rules.analysts.linking import Assignments
from coditect.workflows.rules.analysts.privacy import personal_data
from coditect.workflows.rules.language.wordlist import wordset
from coditect.workflows.rules.process import verbs
from coditect.workflows.rules.process.reading import Reading

_MANY = 5
"""So many tasks in one pair of hands make a bottleneck worth looking at."""
WASTE = wordset(
    "wait rework redo return repeat correct re-enter transfer move store search retype copy wait_for"
) | {"wait for", "send back"}


class Facts:
    """What the scores and recommendations rest on."""

    def __init__(
        self, reading: Reading, process: Decomposition, actors: ActorReport | None, domain: Domain
    ) -> None:
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
        self.gaps = tuple(_gaps(reading, process, self.assignments, domain))
        self.unassigned = [task for task in process.tasks if self.assignments.performer(task.id) is None]
        self.waste = [task for task in process.tasks if task.verb in WASTE]

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
        timed = [task for task in self.process.tasks if task.duration and task.duration.meaning != "limit"]
        total = sum(task.duration.minutes for task in timed if task.duration)
        for task in timed:
            if task.duration and len(timed) > 1 and task.duration.minutes > 0.5 * total:
                number += 1
                yield _finding(
                    f"bn{number}",
                    [task],
                    f"“{task.label}” {'waits' if task.duration.meaning == 'wait' else 'takes'} {task.duration.text},"
                    " more than half of all stated time.",
                )

    def _single_points(self) -> Iterator[Finding]:
        """People, not departments, on whom every case depends for a decision."""
        number = 0
        for name, tasks in self.loads.items():
            actor = self.assignments.performer(tasks[0].id)
            served = {
                other.id for task in self.process.tasks for other in self.assignments.receivers(task.id)
            }
            decides = [
                task
                for task in tasks
                if task.verb in verbs.JUDGES and not (task.verb == "sign" and actor and actor.id in served)
            ]
            if (
                actor
                and actor.kind == "role"
                and decides
                and set(self.process.critical_path) & {task.id for task in decides}
            ):
                number += 1
                what = listed(f"“{task.label}”" for task in decides[:3])
                yield _finding(
                    f"sp{number}",
                    decides,
                    f"Every case waits for the {inside(name)} at {what}: if that is one person, name a deputy.",
                )


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
        giver, taker = names.get(handoff.from_actor, "?"), names.get(handoff.to_actor, "?")
        text = f"From {inside(giver)} to {inside(taker)}: {handoff.what}."
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


_MAKES = wordset("pay create write prepare request submit")
_APPROVES = wordset("approve authorize authorise release sign")
_PROTECTION = ("gdpr", "consent", "privacy", "hipaa", "data protection")


def _gaps(
    reading: Reading, process: Decomposition, assignments: Assignments, domain: Domain
) -> Iterator[Finding]:
    """Where rules of good order, or the law, ask for more than the text says."""
    for number, (name, tasks) in enumerate(_made_and_approved(process, assignments), 1):
        yield _finding(
            f"cg{number}", tasks, f"The same person makes and approves “{name}”: no four-eyes control."
        )
    data = personal_data(reading)
    text = reading.document.text.lower()
    if data and not any(word in text for word in _PROTECTION):
        names = listed(list(dict.fromkeys(item.what.lower() for item in data))[:4])
        evidence = joined(*(item.evidence for item in data))
        advice = f"Personal data are handled ({names}) and nothing is said about their protection (GDPR)."
        yield _finding("cg-privacy", [], advice, evidence)
    for obligation, words in domains.unmet(reading, domain):
        yield _finding(f"cg-{obligation.key}", [], obligation.advice, words)


def _made_and_approved(
    process: Decomposition, assignments: Assignments
) -> Iterator[tuple[str, list[ProcessTask]]]:
    """Things that one actor both makes and approves."""
    made: dict[tuple[str, str], list[ProcessTask]] = {}
    for task in process.tasks:
        actor = assignments.performer(task.id)
        if actor and task.object and task.verb in _MAKES:
            made.setdefault((task.object.lower(), actor.id), []).append(task)
        elif (
            actor
            and task.object
            and task.verb in _APPROVES
            and (before := made.get((task.object.lower(), actor.id)))
        ):
            yield task.object.lower(), [*before, task]
