"""The RACI sheet: for each task, who is responsible, accountable, consulted and informed."""

from __future__ import annotations

from collections.abc import Iterator

from coditect.workflows.analysis import Raci
from coditect.workflows.reports.document import Block, Cell, Column, Document, Paragraph, Section, Table
from coditect.workflows.reports.material import Material

_WIDEST = 8  # columns of people that a page has room for


def raci_document(material: Material) -> Document:
    explained = (
        "R does the work. A answers for it, and there is only one. C is asked before. I is told after. "
        "What the description does not say is empty: agree on it together."
    )
    blocks = (Paragraph(explained), *_matrix(material))
    return Document("RACI sheet", material.title, material.facts(), blocks)


def raci_table(material: Material) -> Iterator[Block]:
    """The same as a section of another document."""
    if material.analysis.raci:
        yield Section("Who answers for what (RACI)", 2)
        yield from _matrix(material, small=True)


def _matrix(material: Material, *, small: bool = False) -> Iterator[Block]:
    people = [actor.id for actor in material.analysis.actors if _takes_part(actor.id, material)]
    if not people:
        yield Paragraph("The description names nobody for any task.")
        return
    rows = {one.task: one for one in material.analysis.raci}
    for start in range(0, len(people), _WIDEST):
        part = people[start : start + _WIDEST]
        columns = (Column("Task", 2.4), *(Column(material.actor(one), 1) for one in part))
        filled = tuple(
            (Cell(task.label, strong=True), *(Cell(letters(rows.get(task.id), one)) for one in part))
            for task in material.analysis.tasks
        )
        yield Table(columns, filled, small)


def _takes_part(actor: str, material: Material) -> bool:
    return any(letters(one, actor) for one in material.analysis.raci)


def letters(one: Raci | None, actor: str) -> str:
    """What an actor is for a task: some of R, A, C and I."""
    if one is None:
        return ""
    parts = (
        ("R", actor == one.responsible),
        ("A", actor == one.accountable),
        ("C", actor in one.consulted),
        ("I", actor in one.informed),
    )
    return " ".join(letter for letter, holds in parts if holds)
