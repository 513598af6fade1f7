"""What the html export says beside the diagram of an analysis: its findings as tables, and all of it as JSON."""

from __future__ import annotations

from collections.abc import Iterable

from coditect.workflows.analysis import Analysis
from coditect.workflows.diagrams.html import Page, Table

_AUTOMATION = {"full": "Can be automated", "hybrid": "Partly", "manual": "By a person"}


def page_of_analysis(analysis: Analysis, *, title: str | None = None) -> Page:
    tables = (
        _flags(analysis),
        _tasks(analysis),
        _actors(analysis),
        _requirements(analysis),
        _recommendations(analysis),
        _build_tasks(analysis),
        _questions(analysis),
    )
    shown = tuple(table for table in tables if table.rows)
    return Page(title or analysis.title, analysis.summary, shown, analysis.model_dump(mode="json"))


def _flags(analysis: Analysis) -> Table:
    rows = ((flag.code.replace("_", " ").capitalize(), flag.message) for flag in analysis.flags)
    return Table("Please note", ("What", "Why"), tuple(rows))


def _tasks(analysis: Analysis) -> Table:
    names = {actor.id: actor.name for actor in analysis.actors}
    report = analysis.analysts.automation_assessor
    scores = {one.task: one for one in report.tasks} if report else {}

    def rows() -> Iterable[tuple[str, ...]]:
        for number, task in enumerate(analysis.tasks, 1):
            found = scores.get(task.id)
            automation = f"{_AUTOMATION[found.classification]} ({found.score:.0f})" if found else ""
            yield str(number), task.label, names.get(task.actor or "", "Not stated"), task.type, automation

    return Table("Tasks", ("No.", "Task", "Who", "Type", "Automation"), tuple(rows()))


def _actors(analysis: Analysis) -> Table:
    performed = [task.actor for task in analysis.tasks]
    rows = (
        (actor.name, actor.kind, ", ".join(actor.aliases), str(performed.count(actor.id)))
        for actor in analysis.actors
    )
    return Table("Actors", ("Name", "Kind", "Also called", "Tasks"), tuple(rows))


def _requirements(analysis: Analysis) -> Table:
    report = analysis.analysts.requirements_extractor
    if report is None:
        return Table("Requirements", (), ())
    groups = (
        report.functional,
        report.non_functional,
        report.data,
        report.integration,
        report.business_rules,
    )
    rows = (
        (one.text, one.kind.replace("_", " "), one.priority, "; ".join(one.acceptance))
        for group in groups
        for one in group
    )
    return Table("Requirements", ("Requirement", "Kind", "Priority", "Accepted when"), tuple(rows))


def _recommendations(analysis: Analysis) -> Table:
    report = analysis.analysts.quality_analyzer
    ranked = sorted(report.recommendations, key=lambda one: one.rank) if report else []
    rows = tuple((str(one.rank), one.text, one.effect) for one in ranked)
    return Table("Recommendations", ("Rank", "Recommendation", "Effect"), rows)


def _build_tasks(analysis: Analysis) -> Table:
    def hours(low: float, high: float) -> str:
        return f"{low:g}–{high:g} h"  # noqa: RUF001 - a range takes an en dash

    rows = (
        (
            one.title,
            one.description,
            hours(one.estimate.low_hours, one.estimate.high_hours),
            one.assignee.name,
        )
        for one in analysis.build_tasks
    )
    return Table("Build tasks", ("Task", "Description", "Estimate", "For"), tuple(rows))


def _questions(analysis: Analysis) -> Table:
    overview = analysis.analysts.workflow_analyzer
    rows = tuple((question.text,) for question in overview.questions) if overview else ()
    return Table("Open questions", ("Ask the people who do the work",), rows)
