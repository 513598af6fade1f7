"""Requirements Extractor: what software that supports the process must do, with acceptance criteria and tests."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import Literal

from coditect.workflows.analysis import (
    Actor,
    ActorReport,
    AnalystOutputs,
    Deadline,
    Decomposition,
    ProcessTask,
    Requirement,
    RequirementsReport,
    Span,
    TestScenario,
)
from coditect.workflows.rules.analysts.items import (
    INFERRED,
    READ,
    STATED,
    inside,
    joined,
    listed,
    sentence_case,
    spans,
)
from coditect.workflows.rules.analysts.linking import Assignments
from coditect.workflows.rules.analysts.privacy import personal_data
from coditect.workflows.rules.analysts.wording import SPOKEN, phrase, the, third_person
from coditect.workflows.rules.process import nouns
from coditect.workflows.rules.process.quantities import quantities
from coditect.workflows.rules.process.reading import Reading

Kind = Literal["functional", "non_functional", "data", "integration", "business_rule"]
QualityName = Literal["performance", "security", "scalability", "compliance"]

_MUST = re.compile(
    r"\b(?:must|shall|has to|have to|need(?:s)? to|required|mandatory|always)\b", re.IGNORECASE
)
_COULD = re.compile(r"\b(?:can|may|could|optionally|if possible|sometimes)\b", re.IGNORECASE)
# How long something is kept is no time within which it is done.
_KEPT = re.compile(
    r"\b(?:kept|keep|keeps|retain\w*|stored?|archived?|preserved?)\b[^.]*\bfor\b", re.IGNORECASE
)
# What a sentence must mention to call for a quality.
_QUALITIES: tuple[tuple[QualityName, re.Pattern[str]], ...] = (
    (
        "compliance",
        re.compile(
            r"\b(?:gdpr|hipaa|sox|iso ?\d{4,5}|regulat\w+|complian\w+|audit\w*|legal(?:ly)?|by law|retention|four[- ]eyes)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "security",
        re.compile(
            r"\b(?:confidential|secur\w+|password|encrypt\w+|access rights?|permission|authori[sz]ed (?:person|user|staff)|sensitive)\b",
            re.IGNORECASE,
        ),
    ),
    ("performance", re.compile(r"\b(?:real[- ]time|immediately|instantly|response time)\b", re.IGNORECASE)),
)


def extract(reading: Reading, inputs: AnalystOutputs) -> RequirementsReport:
    decomposition, actors = inputs.task_decomposer, inputs.actor_identifier
    tasks = decomposition.tasks if decomposition else ()
    assignments = Assignments(decomposition, actors)
    functional = tuple(_functional(reading, task, assignments) for task in tasks)
    rules = tuple(_business_rules(decomposition)) if decomposition else ()
    scenarios = [
        *(
            _scenario_of_task(task, need, assignments.performer(task.id))
            for task, need in zip(tasks, functional, strict=True)
        )
    ]
    scenarios += [_scenario_of_rule(rule) for rule in rules]
    return RequirementsReport(
        functional=functional,
        non_functional=tuple(_non_functional(reading, tasks)),
        data=tuple(_data(tasks)),
        integration=tuple(_integrations(actors)),
        business_rules=rules,
        test_scenarios=tuple(scenarios),
        deadlines=tuple(_deadlines(reading, tasks)),
    )


def _requirement(
    identity: str,
    text: str,
    kind: Kind,
    evidence: tuple[Span, ...],
    *,
    acceptance: tuple[str, ...] = (),
    quality: QualityName | None = None,
    priority: Literal["must", "should", "could"] = "should",
    task: str | None = None,
    confidence: float = READ,
) -> Requirement:
    return Requirement(
        id=identity,
        text=text,
        kind=kind,
        quality=quality,
        priority=priority,
        source_task=task,
        acceptance=acceptance,
        evidence=evidence,
        confidence=confidence,
        origin="rule",
    )


def _functional(reading: Reading, task: ProcessTask, assignments: Assignments) -> Requirement:
    actor, receivers = assignments.performer(task.id), assignments.receivers(task.id)
    return _requirement(
        f"rf-{task.id}",
        _need(task, actor),
        "functional",
        task.evidence,
        acceptance=tuple(_acceptance(task, actor, receivers)),
        priority=_priority(reading, task),
        task=task.id,
    )


def _need(task: ProcessTask, actor: Actor | None) -> str:
    doing = phrase(task)
    by_person = actor is not None and actor.kind != "system"
    if task.type == "service" or (actor and actor.kind == "system"):
        return f"The system shall {doing} on its own."
    if task.type == "send":
        return f"The system shall {doing} when it is due, and keep what was sent."
    if task.type == "receive":
        return f"The system shall take in {'the ' + inside(task.object) if task.object else 'what arrives'} and start what follows."
    if task.type == "rule" and not by_person:
        return f"The system shall {doing} by stated rules and show the result."
    who = the(actor.name) if actor else "the person in charge"
    if task.verb in SPOKEN:
        return f"The system shall log that {who} {third_person(task)}, and what came of it."
    if task.type == "manual":
        return f"The system shall tell {who} when to {doing}, and record that it was done."
    return f"The system shall let {who} {doing} and record the result."


def _acceptance(task: ProcessTask, actor: Actor | None, receivers: tuple[Actor, ...]) -> Iterator[str]:
    who = actor.name if actor else "The person in charge"
    if task.type == "service" or (task.type == "rule" and (actor is None or actor.kind == "system")):
        yield f"“{task.label}” runs without anyone starting it, and a failure is shown to someone who can act."
    elif task.type == "send":
        yield f"{listed([r.name for r in receivers]) or 'The recipient'} gets {task.object or 'the message'} once, also after a retry."
    elif task.type == "receive":
        yield f"{sentence_case(task.object or 'what arrives')} is stored with time and sender as soon as it arrives."
    else:
        yield f"{who} finds “{task.label}” in a work list as soon as it is due, and nobody else does."
    yield "Who did it, when, and with which result can be read afterwards."
    if task.duration and task.duration.meaning == "limit":
        yield f"A reminder goes out before the limit of {task.duration.text} has passed."


def _priority(reading: Reading, task: ProcessTask) -> Literal["must", "should", "could"]:
    passage = " ".join(reading.document.text[span.start : span.end] for span in task.evidence)
    return "must" if _MUST.search(passage) else "could" if _COULD.search(passage) else "should"


def _business_rules(decomposition: Decomposition) -> Iterator[Requirement]:
    labels = {task.id: phrase(task) for task in decomposition.tasks}
    gateways = {gateway.id: gateway for gateway in decomposition.gateways}
    number = 0
    for flow in decomposition.flows:
        gateway = gateways.get(flow.from_)
        if flow.condition in {None, "again"} or not flow.evidence or gateway is None or gateway.kind == "and":
            continue
        number += 1
        then = labels.get(flow.to) or (
            "the process ends" if flow.to.startswith("e") else "the process goes on"
        )
        yield _requirement(
            f"rb{number}",
            f"If {flow.condition}, the next step is to {then}."
            if flow.to in labels
            else f"If {flow.condition}, {then}.",
            "business_rule",
            flow.evidence,
            acceptance=(f"With a case for which “{flow.condition}” holds, the next step is: {then}.",),
            priority="must",
            task=flow.to if flow.to in labels else None,
        )


def _non_functional(reading: Reading, tasks: tuple[ProcessTask, ...]) -> Iterator[Requirement]:
    for number, (text, quality, evidence, confidence) in enumerate(_qualities(reading, tasks), 1):
        yield _requirement(
            f"rn{number}",
            text,
            "non_functional",
            evidence,
            quality=quality,
            priority="must",
            confidence=confidence,
        )


def _qualities(
    reading: Reading, tasks: tuple[ProcessTask, ...]
) -> Iterator[tuple[str, QualityName, tuple[Span, ...], float]]:
    text = reading.document.text
    limited = {
        span.start: task.label
        for task in tasks
        if task.duration and task.duration.meaning == "limit"
        for span in task.duration.evidence
    }
    for read in reading.document.sentences:
        said = " ".join(text[slice(*read.span)].split())
        for quality, pattern in _QUALITIES:
            if pattern.search(text, *read.span):
                yield f"{sentence_case(quality)}: {said}", quality, spans([read.span]), INFERRED
        for quantity in quantities(text, *read.span):
            if quantity.kind == "volume":
                yield (
                    f"The system shall handle {quantity.text} with room to double.",
                    "scalability",
                    spans([(quantity.start, quantity.end)]),
                    READ,
                )
            if quantity.kind == "duration" and quantity.meaning == "limit":
                kept = _KEPT.search(text, *read.span)
                task = limited.get(quantity.start)
                watched = f" for “{task}” shall be watched." if task else f" shall be watched: {said}"
                yield (
                    f"The period of {quantity.text} shall be observed: {said}"
                    if kept
                    else f"The time limit of {quantity.text}{watched}",
                    "compliance" if kept else "performance",
                    spans([(quantity.start, quantity.end)]),
                    READ,
                )
    found = personal_data(reading)
    if found:
        evidence = joined(*(item.evidence for item in found))
        names = listed(dict.fromkeys(item.what.lower() for item in found))
        yield (
            f"Personal data ({names}) shall be seen only by those who need it, and every access logged.",
            "security",
            evidence,
            INFERRED,
        )


def _data(tasks: tuple[ProcessTask, ...]) -> Iterator[Requirement]:
    """One for each thing worked on, with the tasks that touch it."""
    touched: dict[str, list[ProcessTask]] = {}
    for task in tasks:
        if task.object:
            touched.setdefault(task.object.lower(), []).append(task)
    for number, (name, users) in enumerate(touched.items(), 1):
        steps = listed(dict.fromkeys(f"“{task.label}”" for task in users))
        yield _requirement(
            f"rd{number}",
            f"The system shall store each {_one(name)} with its state and history; used by {steps}.",
            "data",
            joined(*(task.evidence for task in users)),
            confidence=INFERRED,
        )


def _one(name: str) -> str:
    """`accounts` → `account`."""
    before, _, last = name.rpartition(" ")
    return f"{before} {nouns.singular(last)}".strip()


def _integrations(actors: ActorReport | None) -> Iterator[Requirement]:
    for number, system in enumerate(actors.systems if actors else (), 1):
        purpose = f" for “{system.used_for}”" if system.used_for else ""
        yield _requirement(
            f"ri{number}",
            f"The system shall exchange data with {system.name}{purpose}.",
            "integration",
            system.evidence,
            acceptance=(
                f"When {system.name} does not answer, nothing is lost and the exchange is repeated.",
            ),
        )


def _scenario_of_task(task: ProcessTask, need: Requirement, actor: Actor | None) -> TestScenario:
    who = actor.name if actor else "the person in charge"
    return TestScenario(
        id=f"ts-{task.id}",
        requirement=need.id,
        given=f"a case in which “{task.label}” is due",
        when=f"{who} does it" if task.type not in {"service", "rule"} else "the system does it",
        then=f"the result of “{task.label}” is recorded and the next step is due",
        evidence=task.evidence,
        confidence=INFERRED,
        origin="rule",
    )


def _scenario_of_rule(rule: Requirement) -> TestScenario:
    condition, _, then = rule.text.removeprefix("If ").removesuffix(".").rpartition(", ")
    return TestScenario(
        id=f"ts-{rule.id}",
        requirement=rule.id,
        given="a running case",
        when=condition,
        then=then,
        evidence=rule.evidence,
        confidence=READ,
        origin="rule",
    )


def _deadlines(reading: Reading, tasks: tuple[ProcessTask, ...]) -> Iterator[Deadline]:
    number = 0
    by_start = sorted((span.start, span.end, task.id) for task in tasks for span in task.evidence)
    for read in reading.document.sentences:
        for quantity in quantities(reading.document.text, *read.span):
            if quantity.kind != "duration" or quantity.meaning != "limit":
                continue
            if _KEPT.search(reading.document.text, *read.span):
                continue
            number += 1
            yield Deadline(
                id=f"dl{number}",
                text=" ".join(reading.document.text[slice(*read.span)].split()),
                minutes=quantity.value,
                task=_task_in(by_start, *read.span),
                evidence=spans([(quantity.start, quantity.end)]),
                confidence=STATED,
                origin="rule",
            )


def _task_in(by_start: list[tuple[int, int, str]], start: int, end: int) -> str | None:

    position = bisect_left(by_start, (start, 0, ""))
    return by_start[position][2] if position < len(by_start) and by_start[position][0] < end else None
