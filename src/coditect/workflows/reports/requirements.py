"""The requirements specification: what a system for the process must do, and how it is tested."""

from __future__ import annotations

from collections.abc import Iterator

from coditect.workflows.analysis import Requirement, RequirementsReport, TechnicalReport
from coditect.workflows.reports.document import (
    Block,
    Bullets,
    Cell,
    Column,
    Document,
    Measure,
    Measures,
    Notice,
    Paragraph,
    Section,
    Table,
)
from coditect.workflows.reports.material import Material, counted, minutes, row, word


def requirements_document(material: Material) -> Document:
    found = material.analysis.analysts.requirements_extractor
    blocks = (
        tuple(_written(material, found))
        if found
        else (Notice("Not there", "The analysis has no requirements."),)
    )
    return Document("Requirements specification", material.title, material.facts(), blocks)


def groups(found: RequirementsReport) -> tuple[tuple[str, tuple[Requirement, ...]], ...]:
    return (
        ("What it does", found.functional),
        ("How well it does it", found.non_functional),
        ("Rules that hold", found.business_rules),
        ("Data", found.data),
        ("Connections", found.integration),
    )


def overview_table(material: Material) -> Iterator[Block]:
    """All requirements on one line each, for another document."""
    found = material.analysis.analysts.requirements_extractor
    listed = [one for _, group in groups(found) for one in group] if found else []
    if listed:
        yield Section("Requirements", 2)
        rows = tuple(row(one.id, one.text, word(one.kind), word(one.priority)) for one in listed)
        columns = (Column("No.", 0.5), Column("Requirement", 4), Column("Kind", 1.1), Column("Priority", 0.8))
        yield Table(columns, rows, small=True)


def _written(material: Material, found: RequirementsReport) -> Iterator[Block]:
    yield from _introduction(material, found)
    for title, group in groups(found):
        if group:
            yield Section(title)
            yield _requirements(material, group)
    yield from _tests(found)
    yield from _deadlines(material, found)
    technical = material.analysis.analysts.technical_analyzer
    if technical is not None:
        yield from _technical(material, technical)
    yield from _trace(material, found)


def _introduction(material: Material, found: RequirementsReport) -> Iterator[Block]:
    yield Section("What this is about")
    yield Paragraph(material.analysis.summary)
    listed = [one for _, group in groups(found) for one in group]
    priorities = ("must", "should", "could")
    yield Measures(
        (
            Measure(str(len(listed)), "requirements"),
            *(Measure(str(sum(one.priority == name for one in listed)), name) for name in priorities),
            Measure(str(len(found.test_scenarios)), "test scenarios"),
        )
    )
    overview = material.analysis.analysts.workflow_analyzer
    if overview is None:
        return
    for title, scope in (("In scope", overview.scope.included), ("Out of scope", overview.scope.excluded)):
        if scope:
            yield Section(title, 2)
            yield Bullets(tuple(one.text for one in scope))


def _requirements(material: Material, group: tuple[Requirement, ...]) -> Table:
    accepted = any(one.acceptance for one in group)
    rows = tuple(
        row(
            one.id,
            material.cited(one.text, one.evidence, strong=True),
            word(one.priority) if one.quality is None else f"{word(one.priority)}, {one.quality}",
            *([" ".join(one.acceptance)] if accepted else []),
        )
        for one in group
    )
    columns = (Column("No.", 0.5), Column("Requirement", 3), Column("Priority", 0.9))
    return Table((*columns, Column("Accepted when", 2.6)) if accepted else columns, rows)


def _tests(found: RequirementsReport) -> Iterator[Block]:
    if not found.test_scenarios:
        return
    yield Section("How it is tested")
    rows = tuple(row(one.requirement, one.given, one.when, one.then) for one in found.test_scenarios)
    yield Table((Column("For", 0.5), Column("Given", 2), Column("When", 2), Column("Then", 2)), rows)


def _deadlines(material: Material, found: RequirementsReport) -> Iterator[Block]:
    if not found.deadlines:
        return
    yield Section("Deadlines")
    rows = tuple(
        row(
            material.cited(one.text, one.evidence, strong=True),
            minutes(one.minutes) if one.minutes else "",
            material.task(one.task),
        )
        for one in found.deadlines
    )
    yield Table((Column("Deadline", 3), Column("Time", 1), Column("Task", 2)), rows)


def _technical(material: Material, technical: TechnicalReport) -> Iterator[Block]:
    if technical.entities:
        yield Section("Data that it keeps")
        rows = tuple(
            row(
                Cell(one.name, strong=True),
                ", ".join(f"{attribute.name} ({attribute.type})" for attribute in one.attributes),
            )
            for one in technical.entities
        )
        yield Table((Column("What", 1), Column("Fields", 4)), rows)
    if technical.personal_data:
        yield Section("Personal data", 2)
        rows = tuple(
            row(material.cited(one.what, one.evidence, strong=True), word(one.category), one.advice)
            for one in technical.personal_data
        )
        yield Table((Column("What", 1.6), Column("Category", 0.8), Column("Advice", 2.6)), rows)
    if technical.endpoints:
        yield Section("Interfaces")
        rows = tuple(row(one.method, Cell(one.path, strong=True), one.purpose) for one in technical.endpoints)
        yield Table((Column("Method", 0.6), Column("Path", 2), Column("Purpose", 3)), rows)
    if technical.security:
        yield Section("Security")
        rows = tuple(row(Cell(one.text, strong=True), one.reason) for one in technical.security)
        yield Table((Column("Need", 3), Column("Why", 3)), rows)


def _trace(material: Material, found: RequirementsReport) -> Iterator[Block]:
    """Which requirements each step of the process leads to, so that none is forgotten."""
    by_task: dict[str, list[str]] = {}
    for _, group in groups(found):
        for one in group:
            if one.source_task in material.tasks:
                by_task.setdefault(one.source_task, []).append(one.id)
    if not by_task:
        return
    yield Section("From steps to requirements")
    rows = tuple(
        row(
            Cell(task.label, strong=True),
            material.actor(task.actor),
            ", ".join(by_task.get(task.id, ())) or "None",
        )
        for task in material.analysis.tasks
    )
    yield Table((Column("Step", 2.4), Column("Who", 1.4), Column("Requirements", 2.4)), rows, small=True)
    without = sum(task.id not in by_task for task in material.analysis.tasks)
    if without:
        yield Paragraph(f"{counted(without, 'step')} without a requirement of its own.", muted=True)
