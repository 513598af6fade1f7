"""Templates filled from the analysis, for people to complete by hand: a procedure and a checklist."""

from __future__ import annotations

from collections.abc import Iterator

from coditect.workflows.analysis import AssignedTask, Decomposition
from coditect.workflows.reports import pictures
from coditect.workflows.reports.document import (
    Block,
    Bullets,
    Cell,
    Check,
    Checks,
    Column,
    Document,
    Field,
    Form,
    Notice,
    Paragraph,
    Section,
    Table,
)
from coditect.workflows.reports.material import Material, minutes, row, word


def procedure_document(material: Material) -> Document:
    """How the work is done, to be agreed on, signed and kept."""
    return Document("Procedure", material.title, material.facts(), tuple(_procedure(material)))


def checklist_document(material: Material) -> Document:
    """One case of the process, from its first step to its last, to be ticked off."""
    return Document("Checklist", material.title, (), tuple(_checklist(material)))


def _procedure(material: Material) -> Iterator[Block]:
    overview = material.analysis.analysts.workflow_analyzer
    yield Form((Field("Number"), Field("Version", "1"), Field("Owner"), Field("Valid from")))
    yield Section("Purpose and scope")
    purpose = overview.purpose.text if overview and overview.purpose else material.analysis.summary
    yield Paragraph(purpose)
    if overview is not None:
        begins = [f"It begins when: {overview.trigger.text}"] if overview.trigger else []
        ends = [f"It ends with: {one.text}" for one in overview.outcomes]
        outside = [f"Not part of it: {one.text}" for one in overview.scope.excluded]
        if told := (*begins, *ends, *outside):
            yield Bullets(told)
    yield Section("Roles")
    roles = tuple(
        row(
            Cell(actor.name, strong=True),
            word(actor.kind),
            ", ".join(task.label for task in material.analysis.tasks if task.actor == actor.id)
            or "Takes part",
        )
        for actor in material.analysis.actors
    )
    if roles:
        yield Table((Column("Role", 1.5), Column("Kind", 0.8), Column("Does", 4)), roles)
    yield Section("Steps")
    if material.analysis.tasks:
        steps = tuple(_step(material, number, task) for number, task in enumerate(material.analysis.tasks, 1))
        columns = (Column("", 0.35, number=True), Column("Step", 2.6), Column("Who", 1.4), Column("Needs", 1.3),
                   Column("Gives", 1.3))  # fmt: skip
        yield Table(columns, steps)
    else:
        yield Notice("No steps", "No task was found in the description.")
    yield from _decisions(material.analysis.analysts.task_decomposer)
    yield from _exceptions(material)
    yield Section("The process as a picture")
    yield from pictures.process(material, "as_is")
    yield Section("Approval")
    yield Form(
        (
            Field("Written by"),
            Field("Date"),
            Field("Checked by"),
            Field("Date"),
            Field("Approved by"),
            Field("Date"),
        )
    )


def _step(material: Material, number: int, task: AssignedTask) -> tuple[Cell, ...]:
    time = (
        (f"Takes {minutes(task.duration.minutes)}",)
        if task.duration and task.duration.meaning == "work"
        else ()
    )
    limit = (
        (f"At most {minutes(task.duration.minutes)}",)
        if task.duration and task.duration.meaning == "limit"
        else ()
    )
    often = (task.frequency.text,) if task.frequency else ()
    return row(
        str(number),
        Cell(task.label, (*time, *limit, *often), strong=True),
        material.actor(task.actor),
        ", ".join(task.inputs),
        ", ".join(task.outputs),
    )


def _decisions(found: Decomposition | None) -> Iterator[Block]:
    if found is None:
        return
    ways: dict[str, list[str]] = {}
    for flow in found.flows:
        ways.setdefault(flow.from_, []).append(flow.condition or "otherwise")
    rows = tuple(
        row(Cell(one.label or "Which way?", strong=True), "; ".join(dict.fromkeys(ways.get(one.id, ()))))
        for one in found.gateways
        if one.direction == "split" and one.kind != "and"
    )
    if rows:
        yield Section("Decisions")
        yield Table((Column("Question", 2), Column("Ways", 3)), rows)


def _exceptions(material: Material) -> Iterator[Block]:
    found = material.analysis.analysts.task_decomposer
    if found is None or not found.exceptions:
        return
    yield Section("When something goes wrong")
    rows = tuple(
        row(
            material.cited(one.condition, one.evidence, strong=True),
            material.labels(one.tasks) or "Not stated",
            "The process ends" if one.ends_process else "The process goes on",
        )
        for one in found.exceptions
    )
    yield Table((Column("If", 2.4), Column("Then", 2), Column("After it", 1.2)), rows)


def _checklist(material: Material) -> Iterator[Block]:
    yield Form((Field("Case"), Field("Date"), Field("Done by")))
    sections: dict[str, list[AssignedTask]] = {}
    for task in material.analysis.tasks:
        sections.setdefault(task.section or "", []).append(task)
    if not sections:
        yield Notice("No steps", "No task was found in the description.")
    for title, tasks in sections.items():
        if title:
            yield Section(title)
        yield Checks(tuple(_check(material, task) for task in tasks))
    yield Section("Remarks")
    yield Form((Field("Remarks"), Field("Signature")))


def _check(material: Material, task: AssignedTask) -> Check:
    time = minutes(task.duration.minutes) if task.duration else ""
    notes = (material.actor(task.actor), time)
    return Check(task.label, tuple(note for note in notes if note))
