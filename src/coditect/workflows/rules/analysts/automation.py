"""Automation Assessor: five questions about each task, what follows from the answers, and what it would save."""

import re
from collections.abc import Iterator

from coditect.workflows.analysis import (
    Actor,
    AnalystOutputs,
    AutomationReport,
    Figure,
    ProcessTask,
    Rating,
    Readiness,
    Roi,
    TaskAutomation,
)
from coditect.workflows.rules.analysts.items import ASSUMED, INFERRED, STATED, spans
from coditect.workflows.rules.analysts.linking import Assignments
from coditect.workflows.rules.language.wordlist import wordset
from coditect.workflows.rules.process import nouns, verbs
from coditect.workflows.rules.process.quantities import Quantity, QuantityKind, quantities
from coditect.workflows.rules.process.reading import Reading

_SHARE_SAVED = {"full": 1.0, "hybrid": 0.5, "manual": 0.0}
_FULL_FROM, _HYBRID_FROM = 70.0, 40.0
_UNSTABLE = re.compile(
    r"\b(?:sometimes|usually|normally|often|occasionally|certain circumstances|exception|depends|case by case|ad hoc)\b",
    re.IGNORECASE,
)
_PAPER = re.compile(
    r"\b(?:paper|letter|phone|call(?:s|ed)?|fax|envelope|handwritten|printed|in person|manual(?:ly)?|post)\b",
    re.IGNORECASE,
)
_STRUCTURED = wordset(
    "form order invoice record request ticket table spreadsheet account number date amount quantity price application claim report list"
)


def assess(reading: Reading, inputs: AnalystOutputs) -> AutomationReport:
    decomposition, actors = inputs.task_decomposer, inputs.actor_identifier
    tasks = decomposition.tasks if decomposition else ()
    assignments = Assignments(decomposition, actors)
    systems = tuple(system.name.lower() for system in actors.systems) if actors else ()
    figures = _Figures(reading)
    assessed = tuple(_task(reading, task, assignments.performer(task.id), systems, figures) for task in tasks)
    score = round(sum(item.score for item in assessed) / len(assessed), 1) if assessed else 0.0
    roi = figures.process(tasks, assessed)
    return AutomationReport(
        tasks=assessed,
        score=score,
        roi=roi,
        assumptions=_assumptions() if roi and roi.hours_saved_per_year is not None else (),
    )


def _task(
    reading: Reading, task: ProcessTask, actor: Actor | None, systems: tuple[str, ...], figures: "_Figures"
) -> TaskAutomation:
    passage = " ".join(reading.document.text[span.start : span.end] for span in task.evidence)
    readiness = Readiness(
        rule_based=_rule_based(task, actor),
        digital_input=_digital(task, actor, passage, systems),
        structured_input=_structured(task),
        stable=_stable(passage),
        documented=_documented(task, actor),
    )
    score = _score(task, actor, readiness)
    classification = "full" if score >= _FULL_FROM else "hybrid" if score >= _HYBRID_FROM else "manual"
    approach = _approach(
        task, actor, readiness, classification, any(system in passage.lower() for system in systems)
    )
    return TaskAutomation.model_validate(
        {
            "id": f"au-{task.id}",
            "task": task.id,
            "readiness": readiness,
            "score": score,
            "classification": classification,
            "approach": approach,
            "blockers": _blockers(readiness),
            "human_in_the_loop": _human(task, actor, classification),
            "roi": figures.task(task, classification),
            "evidence": task.evidence,
            "confidence": INFERRED,
            "origin": "rule",
        }
    )


def _by_system(actor: Actor | None) -> bool:
    return actor is not None and actor.kind == "system"


def _outside(actor: Actor | None) -> bool:
    """What a customer does cannot be done for them."""
    return actor is not None and actor.kind == "external"


def _rule_based(task: ProcessTask, actor: Actor | None) -> Rating:
    if _by_system(actor):
        return Rating(value=5, reason="A system does it already.")
    if task.verb in verbs.RULES - verbs.JUDGES or task.verb in {
        "check",
        "verify",
        "validate",
        "match",
        "compare",
    }:
        return Rating(value=4, reason=f"“{task.verb}” follows rules that can be written down.")
    if task.verb in verbs.JUDGES | verbs.MENDS:
        return Rating(value=2, reason=f"“{task.verb}” takes judgement.")
    if task.verb in verbs.DIGITAL or task.type in {"send", "receive"}:
        return Rating(value=5, reason=f"“{task.verb}” needs no decision.")
    return Rating(value=3, reason="The text does not say whether rules decide.")


def _digital(task: ProcessTask, actor: Actor | None, passage: str, systems: tuple[str, ...]) -> Rating:
    if _by_system(actor) or any(system in passage.lower() for system in systems):
        return Rating(value=5, reason="The input is in a system.")
    if _is_physical(task):
        return Rating(value=1, reason=f"“{task.label}” handles something physical.")
    if _PAPER.search(passage):
        return Rating(value=2, reason="Paper, post, telephone or manual work is mentioned.")
    if task.object and nouns.singular(task.object.split()[-1].lower()) in nouns.DOCUMENTS:
        return Rating(value=4, reason=f"“{task.object}” can exist in digital form.")
    return Rating(value=3, reason="The text does not say in which form the input comes.")


def _is_physical(task: ProcessTask) -> bool:
    if task.type == "service":
        return False
    if nouns.is_goods(task.object) and task.verb in verbs.SENDS | verbs.HANDLES:
        return True
    if task.verb not in verbs.PHYSICAL:
        return False
    head = nouns.singular(task.object.split()[-1].lower()) if task.object else ""
    return task.verb not in verbs.DIGITAL and head not in nouns.DOCUMENTS


def _structured(task: ProcessTask) -> Rating:
    words = {nouns.singular(word.lower()) for word in (task.object or "").split()}
    if words & nouns.UNSTRUCTURED:
        return Rating(value=2, reason=f"“{task.object}” is free text.")
    if words & _STRUCTURED:
        return Rating(value=4, reason=f"“{task.object}” has fields.")
    return Rating(value=3, reason="The text does not describe the structure of the input.")


def _stable(passage: str) -> Rating:
    if found := _UNSTABLE.search(passage):
        return Rating(value=2, reason=f"“{found.group()}” tells of variation.")
    return Rating(value=4, reason="Nothing in the text tells of variation.")


def _documented(task: ProcessTask, actor: Actor | None) -> Rating:
    if actor is None:
        return Rating(value=2, reason="It is not said who does it.")
    if task.object is None:
        return Rating(value=3, reason="It is not said what it is done to.")
    return Rating(value=4, reason="Who does what is stated.")


def _score(task: ProcessTask, actor: Actor | None, readiness: Readiness) -> float:
    answers = (
        readiness.rule_based,
        readiness.digital_input,
        readiness.structured_input,
        readiness.stable,
        readiness.documented,
    )
    score = (sum(answer.value for answer in answers) - 5) / 20 * 100
    # Judgement and handwork bound what a machine can take over, however tidy the input.
    bound = (
        25.0 if _is_physical(task) else 60.0 if readiness.rule_based.value <= 2 or _outside(actor) else 100.0
    )
    return round(min(score, bound), 1)


def _approach(
    task: ProcessTask, actor: Actor | None, readiness: Readiness, classification: str, in_system: bool
) -> str:
    if classification == "manual":
        return "human"
    if _by_system(actor) or in_system or task.type in {"send", "rule", "service"}:
        return "api"
    if readiness.structured_input.value <= 2 or readiness.rule_based.value <= 2:
        return "ai"
    return "api" if readiness.digital_input.value >= 4 else "rpa"


def _blockers(readiness: Readiness) -> tuple[str, ...]:
    answers = (
        readiness.rule_based,
        readiness.digital_input,
        readiness.structured_input,
        readiness.stable,
        readiness.documented,
    )
    return tuple(answer.reason for answer in answers if answer.value <= 2)


def _human(task: ProcessTask, actor: Actor | None, classification: str) -> str | None:
    if classification == "full":
        return None
    if _outside(actor):
        return "Somebody outside does it; software can open a way in, but not do it for them."
    if _is_physical(task):
        return "Hands are needed; software can only record the result."
    if task.verb in verbs.JUDGES:
        return f"Someone must answer for the decision to {task.verb}; software can prepare it."
    if actor and actor.kind == "external":
        return f"{actor.name} is outside the organization and acts on their own."
    return "Unclear cases need a person until rules are agreed."


class _Figures:
    """Stated numbers, and the return they add up to; nothing is guessed."""

    def __init__(self, reading: Reading) -> None:
        self._stated: dict[QuantityKind, Quantity] = {}
        for read in reading.document.sentences:
            for quantity in quantities(reading.document.text, *read.span):
                self._stated.setdefault(quantity.kind, quantity)

    def task(self, task: ProcessTask, classification: str) -> Roi | None:
        minutes = task.duration.minutes if task.duration and task.duration.meaning == "work" else None
        if minutes is None or "volume" not in self._stated:
            return None
        duration = task.duration
        assert duration is not None
        figure = Figure(
            id=f"roi-{task.id}-minutes",
            value=minutes,
            unit="minutes",
            text=duration.text,
            evidence=duration.evidence,
            confidence=STATED,
            origin="rule",
        )
        return self._roi(f"roi-{task.id}", figure, minutes * _SHARE_SAVED[classification])

    def process(self, tasks: tuple[ProcessTask, ...], assessed: tuple[TaskAutomation, ...]) -> Roi | None:
        if not self._stated.keys() & {"volume", "hourly_cost", "build_cost", "error_rate"}:
            return None
        durations = [task.duration for task in tasks if task.duration and task.duration.meaning == "work"]
        classes = {item.task: item.classification for item in assessed}
        saved = sum(
            t.duration.minutes * _SHARE_SAVED[classes[t.id]]
            for t in tasks
            if t.duration and t.duration.meaning == "work"
        )
        if not durations:
            return self._roi("roi", None, None)
        figure = Figure(
            id="roi-minutes",
            value=sum(duration.minutes for duration in durations),
            unit="minutes",
            text=" + ".join(duration.text for duration in durations),
            evidence=spans((span.start, span.end) for duration in durations for span in duration.evidence),
            confidence=STATED,
            origin="rule",
        )
        return self._roi("roi", figure, saved)

    def _roi(self, identity: str, minutes: Figure | None, saved_per_case: float | None) -> Roi:
        volume, hourly = self._figure(identity, "volume"), self._figure(identity, "hourly_cost")
        build, run = self._figure(identity, "build_cost"), self._figure(identity, "run_cost")
        hours = volume.value * saved_per_case / 60 if volume and saved_per_case is not None else None
        saving = hours * hourly.value - (run.value if run else 0.0) if hours is not None and hourly else None
        return Roi(
            volume=volume,
            minutes=minutes,
            hourly_cost=hourly,
            error_rate=self._figure(identity, "error_rate"),
            build_cost=build,
            run_cost=run,
            hours_saved_per_year=round(hours, 2) if hours is not None else None,
            saving_per_year=round(saving, 2) if saving is not None else None,
            payback_months=round(build.value / saving * 12, 1) if build and saving and saving > 0 else None,
        )

    def _figure(self, identity: str, kind: QuantityKind) -> Figure | None:
        quantity = self._stated.get(kind)
        if quantity is None:
            return None
        return Figure(
            id=f"{identity}-{kind.replace('_', '-')}",
            value=quantity.value,
            unit=quantity.unit,
            text=quantity.text,
            evidence=spans([(quantity.start, quantity.end)]),
            confidence=STATED,
            origin="rule",
        )


def _assumptions() -> tuple[Figure, ...]:
    return tuple(_assumed())


def _assumed() -> Iterator[Figure]:
    for name, share in (("full", 100.0), ("hybrid", 50.0)):
        yield Figure(
            id=f"assumption-{name}",
            value=share,
            unit="% of the time saved",
            text=f"A task of class “{name}” saves {share:.0f} % of its working time.",
            evidence=(),
            confidence=ASSUMED,
            origin="assumption",
        )
