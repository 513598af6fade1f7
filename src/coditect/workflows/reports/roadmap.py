"""The roadmap: build tasks in the order in which they can be done, as phases and as bars over time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from coditect.workflows.analysis import BuildTask
from coditect.workflows.reports.bars import Bar, bars
from coditect.workflows.reports.document import (
    Block,
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
from coditect.workflows.reports.material import Material, counted, hours, row, word


def roadmap_document(material: Material) -> Document:
    tasks = material.analysis.build_tasks
    if not tasks:
        blocks: tuple[Block, ...] = (Notice("Nothing to build", "The analysis has no build tasks."),)
    else:
        blocks = (
            Section("At a glance"),
            _measures(tasks),
            *_bars(tasks),
            Section("Phases"),
            *_phases(tasks),
            Section("Tasks in full"),
            *(
                block
                for number, task in enumerate((task for phase in phases(tasks) for task in phase), 1)
                for block in _in_full(material, number, task)
            ),
        )
    return Document("Roadmap", material.title, material.facts(), blocks)


def section(material: Material) -> Iterator[Block]:
    """The same, shorter, as a part of another document."""
    tasks = material.analysis.build_tasks
    if tasks:
        yield Section("Roadmap")
        yield _measures(tasks)
        yield from _bars(tasks)
        yield from _phases(tasks)


def phases(tasks: Sequence[BuildTask]) -> list[list[BuildTask]]:
    """Tasks that wait for none of the others, then those that wait only for these, and so on.

    What a circle holds back, or what waits for a task that does not exist, is not held back for ever.
    """
    known = {task.id for task in tasks}
    done: set[str] = set()
    waiting, found = list(tasks), []
    while waiting:
        ready = [task for task in waiting if known.intersection(task.depends_on) <= done] or waiting
        found.append(ready)
        done |= {task.id for task in ready}
        waiting = [task for task in waiting if task.id not in done]
    return found


def _measures(tasks: Sequence[BuildTask]) -> Measures:
    low = sum(task.estimate.low_hours for task in tasks)
    high = sum(task.estimate.high_hours for task in tasks)
    agents = sum(task.assignee.kind == "agent" for task in tasks)
    return Measures(
        (
            Measure(str(len(tasks)), "build tasks"),
            Measure(str(len(phases(tasks))), "phases"),
            Measure(hours(low, high), "of work"),
            Measure(str(agents), "for agents"),
        )
    )


def _bars(tasks: Sequence[BuildTask]) -> Iterator[Block]:
    """Each task begins when all that it waits for are done; its length is the middle of its estimate."""
    ends: dict[str, float] = {}
    shown: list[Bar] = []
    for number, phase in enumerate(phases(tasks), 1):
        for task in phase:
            start = max((ends.get(before, 0.0) for before in task.depends_on), default=0.0)
            ends[task.id] = start + (task.estimate.low_hours + task.estimate.high_hours) / 2
            agent = task.assignee.kind == "agent"
            shown.append(
                Bar(
                    f"{len(shown) + 1}. {task.title}",
                    task.assignee.name,
                    number,
                    start,
                    ends[task.id],
                    by_agent=agent,
                )
            )
    yield from bars(shown)


def _phases(tasks: Sequence[BuildTask]) -> Iterator[Block]:
    numbers = _numbers(tasks)
    for number, phase in enumerate(phases(tasks), 1):
        low = sum(task.estimate.low_hours for task in phase)
        high = sum(task.estimate.high_hours for task in phase)
        yield Section(f"Phase {number}: {counted(len(phase), 'task')}, {hours(low, high)}", 2)
        rows = tuple(
            row(
                str(numbers[task.id]),
                Cell(task.title, strong=True),
                _listed(sorted(numbers[one] for one in task.depends_on if one in numbers)),
                hours(task.estimate.low_hours, task.estimate.high_hours),
                task.assignee.name,
            )
            for task in phase
        )
        columns = (
            Column("No.", 0.4, number=True),
            Column("Task", 3.6),
            Column("Waits for", 1.2),
            Column("Estimate", 0.9),
            Column("For", 1.5),
        )
        yield Table(columns, rows)


def _numbers(tasks: Sequence[BuildTask]) -> dict[str, int]:
    """The tasks counted through all phases."""
    ordered = (task.id for phase in phases(tasks) for task in phase)
    return {task: number for number, task in enumerate(ordered, 1)}


def _listed(numbers: Sequence[int]) -> str:
    """Numbers in a row as a range: 1, 3 to 6."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]} to {run[-1]}" for run in runs)


def _in_full(material: Material, number: int, task: BuildTask) -> Iterator[Block]:
    yield Section(f"{number}. {task.title}", 2)
    yield Paragraph(task.description)
    estimate = hours(task.estimate.low_hours, task.estimate.high_hours)
    source = material.task(task.source_task)
    rows = [
        row(
            Cell("For", strong=True),
            f"{task.assignee.name}, {estimate}, priority {word(task.priority).lower()}",
        ),
        row(Cell("Done when", strong=True), Cell("", tuple(task.acceptance))),
    ]
    if source:
        rows.append(row(Cell("Comes from", strong=True), material.cited(source, task.evidence)))
    yield Table((Column("", 1), Column("", 5)), tuple(rows))
