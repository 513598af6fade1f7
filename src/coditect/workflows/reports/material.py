"""What documents are made from: an analysis, the text that it rests on, and how both are cited."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from coditect.workflows.analysis import Analysis, AssignedTask, Span
from coditect.workflows.reports.document import Cell, Field, clean

NOT_STATED = "Not stated"
_PASSAGE, _PASSAGES = 140, 2


@dataclass(frozen=True)
class Material:
    """`description` is the text that evidence points into; without it nothing is quoted."""

    title: str
    analysis: Analysis
    description: str = ""
    analysed_on: date | None = None

    @cached_property
    def tasks(self) -> dict[str, AssignedTask]:
        return {task.id: task for task in self.analysis.tasks}

    @cached_property
    def actors(self) -> dict[str, str]:
        return {actor.id: actor.name for actor in self.analysis.actors}

    def actor(self, actor_id: str | None) -> str:
        return self.actors.get(actor_id or "", NOT_STATED)

    def who_does(self, task_id: str | None) -> str:
        task = self.tasks.get(task_id or "")
        return self.actor(task.actor) if task else NOT_STATED

    def task(self, task_id: str | None) -> str:
        """The label of a task, or nothing for what is none."""
        task = self.tasks.get(task_id or "")
        return task.label if task else ""

    def labels(self, task_ids: Iterable[str]) -> str:
        return ", ".join(dict.fromkeys(label for one in task_ids if (label := self.task(one))))

    def quotes(self, evidence: Sequence[Span]) -> tuple[str, ...]:
        """The passages that something rests on, as they stand in the text."""
        passages = dict.fromkeys(clean(self.description[span.start : span.end]) for span in evidence)
        return tuple(f"“{_shortened(passage)}”" for passage in passages if passage)[:_PASSAGES]

    def cited(self, text: str, evidence: Sequence[Span], *, strong: bool = False) -> Cell:
        return Cell(text, self.quotes(evidence), strong)

    def facts(self) -> tuple[Field, ...]:
        """What stands below the title of every document."""
        dated = (Field("Analysed on", self.analysed_on.isoformat()),) if self.analysed_on else ()
        return (Field("Process", self.title), Field("Domain", self.analysis.domain.capitalize()), *dated)


def _shortened(passage: str) -> str:
    if len(passage) <= _PASSAGE:
        return passage
    return passage[:_PASSAGE].rsplit(" ", 1)[0].rstrip(" ,;:.") + " …"


def hours(low: float, high: float) -> str:
    return f"{low:g} h" if low == high else f"{low:g}–{high:g} h"  # noqa: RUF001 - a range takes an en dash


def minutes(value: float) -> str:
    """A length of time in the unit that it is best told in."""
    for size, name in ((60 * 24, "day"), (60, "hour"), (1, "minute")):
        if value >= size:
            number = value / size
            return f"{number:.3g} {name}{'' if number == 1 else 's'}"
    return f"{value * 60:.3g} seconds"


def counted(number: int, one: str, many: str | None = None) -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"


def word(code: str) -> str:
    """A code of the analysis as a word: `business_rule` is `Business rule`."""
    return code.replace("_", " ").capitalize()


def row(*cells: Cell | str | None) -> tuple[Cell, ...]:
    return tuple(cell if isinstance(cell, Cell) else Cell(cell or "") for cell in cells)
