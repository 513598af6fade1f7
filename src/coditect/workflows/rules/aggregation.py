"""The ninth step: one analysis out of the analysts' outputs, with who is responsible, what is missing and what disagrees."""

from collections.abc import Iterator
from typing import Literal

from coditect.workflows.analysis import (
    ANALYSTS,
    Analysis,
    AnalystOutputs,
    AssignedTask,
    Completeness,
    Conflict,
    Flag,
    Link,
    ProcessTask,
    Raci,
    Reason,
    Score,
)
from coditect.workflows.rules.analysts import overview
from coditect.workflows.rules.analysts.disagreement import between_model_and_rules
from coditect.workflows.rules.analysts.items import INFERRED, counted, listed
from coditect.workflows.rules.analysts.linking import Assignments
from coditect.workflows.rules.process.reading import understand
from coditect.workflows.rules.screening import flags

_LinkKind = Literal["task_actor", "requirement_technology", "score_roi"]


def aggregate(description: str, outputs: AnalystOutputs) -> Analysis:
    """The whole analysis; an analyst whose output is null is named in the flags and leaves its part empty."""
    reading = understand(description)
    assignments = Assignments(outputs.task_decomposer, outputs.actor_identifier)
    tasks = _tasks(outputs, assignments)
    survey, decomposition, people = (
        outputs.workflow_analyzer,
        outputs.task_decomposer,
        outputs.actor_identifier,
    )
    technical = outputs.technical_analyzer
    conflicts = tuple(_conflicts(description, outputs, assignments))
    orphans = tuple(task.id for task in tasks if task.actor is None)
    completeness = _completeness(outputs, tasks)
    return Analysis(
        title=survey.title if survey else overview.title(reading, []),
        summary=_summary(outputs, tasks),
        domain=survey.domain if survey else "general",
        flags=tuple(_flags(description, outputs, tasks)),
        actors=people.actors if people else (),
        tasks=tasks,
        gateways=decomposition.gateways if decomposition else (),
        events=decomposition.events if decomposition else (),
        flows=decomposition.flows if decomposition else (),
        build_tasks=technical.build_tasks if technical else (),
        mentions=reading.mentions,
        relations=reading.relations,
        raci=tuple(_raci(tasks, assignments)),
        orphan_tasks=orphans,
        completeness=completeness,
        conflicts=conflicts,
        links=tuple(_links(outputs, tasks)),
        quality=_quality(outputs, tasks, orphans, completeness, conflicts),
        analysts=outputs,
    )


def _tasks(outputs: AnalystOutputs, assignments: Assignments) -> tuple[AssignedTask, ...]:
    if outputs.task_decomposer is None:
        return ()
    found = []
    for task in outputs.task_decomposer.tasks:
        actor = assignments.performer(task.id)
        found.append(AssignedTask(**dict(task), actor=actor.id if actor else None))
    return tuple(found)


def _failed(outputs: AnalystOutputs) -> list[str]:
    return [spec.title for spec in ANALYSTS if getattr(outputs, spec.name.replace("-", "_")) is None]


def _flags(description: str, outputs: AnalystOutputs, tasks: tuple[AssignedTask, ...]) -> Iterator[Flag]:
    yield from flags(description)
    for title in _failed(outputs):
        yield Flag(
            code="analyst_failed",
            message=f"The {title} gave no result; its part of the analysis is missing.",
            evidence=(),
        )
    if outputs.task_decomposer is not None and not tasks:
        message = "No task was found: the text does not seem to describe how work is done."
        yield Flag(code="no_process_found", message=message, evidence=())


def _summary(outputs: AnalystOutputs, tasks: tuple[AssignedTask, ...]) -> str:
    """A few sentences for the top of the page."""
    if not tasks:
        return "No process was found in the description."
    people = outputs.actor_identifier.actors if outputs.actor_identifier else ()
    decisions = (
        [g for g in outputs.task_decomposer.gateways if g.direction == "split"]
        if outputs.task_decomposer
        else []
    )
    parts = [f"The process has {counted(len(tasks), 'task')}"]
    if people:
        parts.append(
            f" by {counted(len(people), 'participant')} ({listed(actor.name for actor in people[:4])}{', …' if len(people) > 4 else ''})"
        )
    if decisions:
        parts.append(f" and {counted(len(decisions), 'point')} where it branches or repeats")
    first, last = tasks[0].label, tasks[-1].label
    text = "".join(parts) + f". It runs from “{first}” to “{last}”."
    if outputs.automation_assessor:
        ready = sum(item.classification == "full" for item in outputs.automation_assessor.tasks)
        text += f" {counted(ready, 'task')} could run on {'its' if ready == 1 else 'their'} own."
    if outputs.quality_analyzer and outputs.quality_analyzer.recommendations:
        text += f" First advice: {outputs.quality_analyzer.recommendations[0].text}"
    return text


def _raci(tasks: tuple[AssignedTask, ...], assignments: Assignments) -> Iterator[Raci]:
    """Responsible is who performs; accountable is who approves the same thing later, or else the same person."""
    approvers = {
        task.object.lower(): task.actor
        for task in tasks
        if task.object and task.verb in {"approve", "sign", "authorize", "authorise", "release"}
    }
    for task in tasks:
        informed = tuple(actor.id for actor in assignments.receivers(task.id) if actor.id != task.actor)
        consulted = informed if task.verb in {"ask", "consult", "discuss", "negotiate"} else ()
        yield Raci(
            task=task.id,
            responsible=task.actor,
            accountable=approvers.get((task.object or "").lower()) or task.actor,
            consulted=consulted,
            informed=() if consulted else informed,
        )


def _conflicts(description: str, outputs: AnalystOutputs, assignments: Assignments) -> Iterator[Conflict]:
    number = 0
    names = (
        {actor.id: actor.name for actor in outputs.actor_identifier.actors}
        if outputs.actor_identifier
        else {}
    )
    classes = (
        {item.task: item for item in outputs.automation_assessor.tasks} if outputs.automation_assessor else {}
    )
    for task in outputs.task_decomposer.tasks if outputs.task_decomposer else ():
        for text, resolution, analysts in _disagreements(task, assignments, names, classes.get(task.id)):
            number += 1
            yield Conflict(
                id=f"k{number}",
                analysts=analysts,
                text=text,
                resolution=resolution,
                evidence=task.evidence,
                confidence=INFERRED,
                origin="rule",
            )
    for text, resolution, analysts, evidence in between_model_and_rules(description, outputs):
        number += 1
        yield Conflict(
            id=f"k{number}",
            analysts=analysts,
            text=text,
            resolution=resolution,
            evidence=evidence,
            confidence=INFERRED,
            origin="rule",
        )


def _disagreements(
    task: ProcessTask, assignments: Assignments, names: dict[str, str], assessed: object
) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    others = [names[actor] for actor in assignments.others_named(task) if actor in names]
    performer = assignments.performer(task.id)
    if others and performer:
        yield (
            f"“{task.label}” is said to be done by {performer.name} and also by {listed(others)}.",
            f"{performer.name} is listed as responsible, being named first.",
            ("task-decomposer", "actor-identifier"),
        )
    if performer and performer.kind == "system" and getattr(assessed, "classification", "full") == "manual":
        yield (
            f"“{task.label}” is done by {performer.name}, yet it was assessed as manual.",
            "It counts as automated, as the text says so.",
            ("actor-identifier", "automation-assessor"),
        )


def _links(outputs: AnalystOutputs, tasks: tuple[AssignedTask, ...]) -> Iterator[Link]:
    for task in tasks:
        if task.actor:
            yield _link("task_actor", task.id, task.actor)
    technical, needs = outputs.technical_analyzer, outputs.requirements_extractor
    if technical and needs:
        yield from _requirement_links(outputs)
    if outputs.automation_assessor:
        for item in outputs.automation_assessor.tasks:
            if item.roi is not None:
                yield _link("score_roi", item.id, item.roi.volume.id if item.roi.volume else item.id)


def _requirement_links(outputs: AnalystOutputs) -> Iterator[Link]:
    technical, needs = outputs.technical_analyzer, outputs.requirements_extractor
    assert technical is not None
    assert needs is not None
    endpoints = {endpoint.task: endpoint.id for endpoint in technical.endpoints if endpoint.task}
    for need in needs.functional:
        if need.source_task in endpoints:
            yield _link("requirement_technology", need.id, endpoints[need.source_task])
    for need, integration in zip(needs.integration, technical.integrations, strict=False):
        yield _link("requirement_technology", need.id, integration.id)


def _link(kind: _LinkKind, source: str, target: str) -> Link:
    return Link(kind=kind, from_=source, to=target)


def _completeness(outputs: AnalystOutputs, tasks: tuple[AssignedTask, ...]) -> Completeness:
    """What a full description would answer, and what of it is missing."""
    survey, decomposition = outputs.workflow_analyzer, outputs.task_decomposer
    answers = (
        ("tasks", bool(tasks)),
        ("a trigger", survey is not None and survey.trigger is not None),
        ("an outcome", survey is not None and bool(survey.outcomes)),
        ("who does each task", bool(tasks) and all(task.actor for task in tasks)),
        ("what each task works on", bool(tasks) and all(task.object for task in tasks)),
        ("decisions or exceptions", decomposition is not None and bool(decomposition.gateways)),
        ("how long tasks take", any(task.duration for task in tasks)),
        ("how often it happens", outputs.automation_assessor is not None and outputs.automation_assessor.roi is not None and outputs.automation_assessor.roi.volume is not None),
    )  # fmt: skip
    missing = tuple(name for name, answered in answers if not answered)
    return Completeness(percent=round(100 * (len(answers) - len(missing)) / len(answers), 1), missing=missing)


def _quality(
    outputs: AnalystOutputs,
    tasks: tuple[AssignedTask, ...],
    orphans: tuple[str, ...],
    completeness: Completeness,
    conflicts: tuple[Conflict, ...],
) -> Score:
    """How far the analysis can be relied on: completeness, coverage, assignment, agreement, soundness."""
    reasons = (
        [
            Reason(
                text=f"Missing in the description: {listed(completeness.missing)}",
                points=-round(0.3 * (100 - completeness.percent), 1),
                evidence=(),
            )
        ]
        if completeness.missing
        else []
    )
    if outputs.workflow_analyzer and outputs.workflow_analyzer.coverage.percent < 100:
        coverage = outputs.workflow_analyzer.coverage
        reasons.append(
            Reason(
                text=f"{len(coverage.uncovered)} of {coverage.sentences} sentences gave nothing",
                points=-round(0.2 * (100 - coverage.percent), 1),
                evidence=coverage.uncovered,
            )
        )
    if orphans:
        reasons.append(
            Reason(
                text=f"{counted(len(orphans), 'task')} without an actor",
                points=-round(25 * len(orphans) / len(tasks), 1),
                evidence=(),
            )
        )
    if conflicts:
        reasons.append(
            Reason(
                text=counted(len(conflicts), "conflict") + " between analysts",
                points=-min(10.0, 2.0 * len(conflicts)),
                evidence=(),
            )
        )
    if outputs.quality_analyzer and not outputs.quality_analyzer.soundness.sound:
        reasons.append(Reason(text="The process graph is not sound", points=-20.0, evidence=()))
    failed = _failed(outputs)
    if failed:
        reasons.append(
            Reason(text=f"No result from {listed(failed)}", points=-12.0 * len(failed), evidence=())
        )
    value = 100.0 + sum(reason.points for reason in reasons)
    return Score(value=round(max(0.0, min(100.0, value)), 1), reasons=tuple(reasons))
