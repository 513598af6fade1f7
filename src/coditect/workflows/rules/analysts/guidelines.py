"""The seven process modelling guidelines, the value of each task, and the time the process takes."""

from collections import Counter
from collections.abc import Iterator

from coditect.workflows.analysis import (
    CycleTime,
    Decomposition,
    GuidelineCheck,
    ProcessTask,
    Soundness,
    TaskValue,
)
from coditect.workflows.rules.analysts.findings import WASTE
from coditect.workflows.rules.analysts.items import ASSUMED, READ, STATED, counted, joined, listed
from coditect.workflows.rules.language.wordlist import wordset

_CREATES_VALUE = wordset(
    "assemble produce manufacture build cook treat repair deliver ship serve install pay advise operate teach develop "
    "create write design prepare provide fix implement release"
)


def guidelines(process: Decomposition, sound: Soundness) -> Iterator[GuidelineCheck]:
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


def value_of(task: ProcessTask) -> TaskValue:
    if task.verb in WASTE:
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


def cycle_time(process: Decomposition) -> CycleTime | None:
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
