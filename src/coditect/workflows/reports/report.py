"""The report that a manager hands on: the summary first, then what stands behind it."""

from __future__ import annotations

from collections.abc import Iterator

from coditect.workflows.analysis import Figure, Finding, Reason, Roi, Score
from coditect.workflows.reports import pictures, roadmap
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
    Quote,
    Section,
    Table,
)
from coditect.workflows.reports.material import Material, counted, minutes, row, word
from coditect.workflows.reports.raci import raci_table
from coditect.workflows.reports.requirements import overview_table

_LONGEST_SOURCE = 24_000  # characters: about eight pages
_MOST_FINDINGS = 12
_CLASSES = {"full": "Can run on its own", "hybrid": "Partly", "manual": "By a person"}
_CHANGES = {
    "eliminate": "Leave out",
    "merge": "Do as one step",
    "parallelise": "Do at the same time",
    "automate": "Automate",
}


def report(material: Material) -> Document:
    blocks = (
        *_summary(material),
        *_today(material),
        *_proposal(material),
        *_findings(material),
        *_automation(material),
        *roadmap.section(material),
        *_risks(material),
        *_questions(material),
        *_appendix(material),
    )
    return Document("Process report", material.title, material.facts(), blocks)


def _summary(material: Material) -> Iterator[Block]:
    analysis = material.analysis
    yield Section("Summary")
    yield Paragraph(analysis.summary)
    yield Measures(tuple(_measures(material)))
    quality = analysis.analysts.quality_analyzer
    ranked = sorted(quality.recommendations, key=lambda one: one.rank)[:3] if quality else []
    if ranked:
        yield Section("What to do first", 2)
        yield Bullets(tuple(f"{one.text} {one.effect}".strip() for one in ranked), numbered=True)
    for flag in analysis.flags:
        yield Notice(word(flag.code), flag.message)


def _measures(material: Material) -> Iterator[Measure]:
    analysis = material.analysis
    yield Measure(str(len(analysis.tasks)), "tasks")
    yield Measure(str(len(analysis.actors)), "people and systems")
    quality, automation = analysis.analysts.quality_analyzer, analysis.analysts.automation_assessor
    if quality is not None:
        yield Measure(str(len(quality.handoffs)), "hand-offs")
    yield Measure(f"{analysis.quality.value:.0f}", "quality, of 100")
    if automation is not None:
        yield Measure(f"{automation.score:.0f}", "ready to automate, of 100")
        if automation.roi is not None and automation.roi.hours_saved_per_year is not None:
            yield Measure(f"{automation.roi.hours_saved_per_year:,.0f} h", "could be saved a year")


def _today(material: Material) -> Iterator[Block]:
    yield Section("The process as it is")
    overview = material.analysis.analysts.workflow_analyzer
    if overview is not None:
        told = (
            ("Purpose", (overview.purpose,) if overview.purpose else ()),
            ("Begins when", (overview.trigger,) if overview.trigger else ()),
            ("Ends with", overview.outcomes),
            ("Succeeds if", overview.success_criteria),
            ("Takes part", overview.stakeholders),
        )
        rows = tuple(
            row(Cell(name, strong=True), "; ".join(dict.fromkeys(one.text for one in said)))
            for name, said in told
            if said
        )
        if rows:
            yield Table((Column("", 1), Column("", 5)), rows)
    yield from pictures.process(material, "as_is")


def _proposal(material: Material) -> Iterator[Block]:
    design = material.analysis.analysts.process_designer
    if design is None or not design.changes:
        return
    yield Section("The process as it could be")
    yield Paragraph(f"{counted(len(design.changes), 'change')} would make the process quicker or simpler.")
    rows = tuple(
        row(
            Cell(_CHANGES[one.kind], strong=True),
            material.labels(one.tasks),
            material.cited(one.rationale, one.evidence),
            one.effect,
        )
        for one in design.changes
    )
    yield Table((Column("Change", 1.1), Column("Steps", 1.4), Column("Why", 3), Column("Effect", 1.7)), rows)
    yield from pictures.process(material, "to_be")


def _findings(material: Material) -> Iterator[Block]:
    quality = material.analysis.analysts.quality_analyzer
    if quality is None:
        return
    yield Section("Findings")
    groups: tuple[tuple[str, tuple[Finding, ...]], ...] = (
        ("Bottleneck", quality.bottlenecks),
        ("Single point of failure", quality.single_points_of_failure),
        ("Rework", quality.rework_loops),
        ("Compliance", quality.compliance_gaps),
        ("Hand-off", quality.handoffs),
    )
    rows = tuple(
        row(
            Cell(name, strong=True),
            material.cited(one.text, one.evidence),
            material.labels(one.tasks),
        )
        for name, found in groups
        for one in found[:_MOST_FINDINGS]
    )
    if rows:
        yield Table((Column("Kind", 1.2), Column("Finding and evidence", 3.6), Column("Steps", 1.8)), rows)
    else:
        yield Paragraph("No weakness was found in what the description says.")
    left = sum(max(0, len(found) - _MOST_FINDINGS) for _, found in groups)
    if left:
        yield Paragraph(f"{counted(left, 'more finding')} of the same kinds are in the analysis.", muted=True)
    yield Section("How it was judged", 2)
    scores: tuple[tuple[str, Score], ...] = (
        ("Efficiency", quality.efficiency),
        ("Reliability", quality.reliability),
        ("Maintainability", quality.maintainability),
    )
    yield Table(
        (Column("Score", 1.2), Column("of 100", 0.6, number=True), Column("Why", 5)),
        tuple(_score_row(name, score) for name, score in scores),
    )
    if quality.cycle_time is not None:
        path = material.labels(quality.cycle_time.path)
        yield Paragraph(f"The longest way through takes {minutes(quality.cycle_time.minutes)}: {path}.")


def _score_row(name: str, score: Score) -> tuple[Cell, ...]:
    reasons = [_reason(one) for one in score.reasons]
    return row(Cell(name, strong=True), f"{score.value:.0f}", "; ".join(reasons) or "No deductions")


def _reason(reason: Reason) -> str:
    return f"{reason.text} ({reason.points:+g})"


def _automation(material: Material) -> Iterator[Block]:
    found = material.analysis.analysts.automation_assessor
    if found is None or not found.tasks:
        return
    yield Section("Automation")
    rows = tuple(
        row(
            material.cited(material.task(one.task) or one.task, one.evidence, strong=True),
            material.who_does(one.task),
            f"{one.score:.0f}",
            f"{_CLASSES[one.classification]} ({one.approach.upper() if one.approach != 'human' else 'person'})",
            "; ".join((*one.blockers, *([one.human_in_the_loop] if one.human_in_the_loop else [])))
            or "Nothing stands in the way",
        )
        for one in sorted(found.tasks, key=lambda one: -one.score)
    )
    columns = (
        Column("Step", 2.4),
        Column("Who", 1.2),
        Column("Score", 0.6, number=True),
        Column("How far", 1.3),
        Column("What stands in the way", 2),
    )
    yield Table(columns, rows)
    if found.roi is not None:
        yield from _return(material, found.roi, found.assumptions)


def _return(material: Material, roi: Roi, assumptions: tuple[Figure, ...]) -> Iterator[Block]:
    stated = (
        ("Volume", roi.volume),
        ("Time for a case", roi.minutes),
        ("Cost of an hour", roi.hourly_cost),
        ("Errors", roi.error_rate),
        ("Cost to build", roi.build_cost),
        ("Cost to run", roi.run_cost),
    )
    rows = [
        row(
            Cell(name, strong=True),
            f"{one.value:,g} {one.unit}",
            Cell(_origin(one), material.quotes(one.evidence)),
        )
        for name, one in stated
        if one is not None
    ]
    reckoned = (
        ("Time saved", roi.hours_saved_per_year, "hours a year"),
        ("Money saved", roi.saving_per_year, "a year"),
        ("Pays back after", roi.payback_months, "months"),
    )
    rows += [
        row(Cell(name, strong=True), f"{value:,.0f} {unit}", "Reckoned from the above")
        for name, value, unit in reckoned
        if value is not None
    ]
    if not rows:
        return
    yield Section("What it would save", 2)
    yield Table((Column("", 1.4), Column("Figure", 1.6), Column("Where it comes from", 3)), tuple(rows))
    if assumptions:
        yield Paragraph("Assumed, not stated: " + " ".join(one.text for one in assumptions), muted=True)


def _origin(figure: Figure) -> str:
    return {"assumption": "Assumed", "user": "Said by a person"}.get(figure.origin, "Stated")


def _risks(material: Material) -> Iterator[Block]:
    technical = material.analysis.analysts.technical_analyzer
    if technical is None or not technical.risks:
        return
    yield Section("Risks")
    rows = tuple(
        row(
            material.cited(one.text, one.evidence, strong=True),
            word(one.likelihood),
            word(one.impact),
            one.mitigation,
        )
        for one in technical.risks
    )
    columns = (
        Column("Risk", 2.6),
        Column("Likelihood", 0.9),
        Column("Impact", 0.8),
        Column("What to do", 2.6),
    )
    yield Table(columns, rows)


def _questions(material: Material) -> Iterator[Block]:
    overview = material.analysis.analysts.workflow_analyzer
    if overview is None or not overview.questions:
        return
    yield Section("Open questions")
    yield Paragraph("Ask the people who do the work; each answer makes the analysis more certain.")
    rows = tuple(
        (Cell(str(number)), material.cited(one.text, one.evidence))
        for number, one in enumerate(overview.questions, 1)
    )
    yield Table((Column("", 0.3, number=True), Column("Question", 6)), rows)


def _appendix(material: Material) -> Iterator[Block]:
    analysis = material.analysis
    yield Section("Appendix")
    if analysis.actors:
        yield Section("Who takes part", 2)
        performed = [task.actor for task in analysis.tasks]
        rows = tuple(
            row(
                Cell(one.name, strong=True),
                word(one.kind),
                ", ".join(one.aliases),
                str(performed.count(one.id)),
            )
            for one in analysis.actors
        )
        columns = (
            Column("Name", 2),
            Column("Kind", 1),
            Column("Also called", 2),
            Column("Tasks", 0.6, number=True),
        )
        yield Table(columns, rows, small=True)
    yield from raci_table(material)
    yield from overview_table(material)
    yield from _method(material)
    if material.description and len(material.description) <= _LONGEST_SOURCE:
        yield Section("The description", 2)
        yield Quote(tuple(material.description.strip().splitlines()))


def _method(material: Material) -> Iterator[Block]:
    analysis, overview = material.analysis, material.analysis.analysts.workflow_analyzer
    yield Section("How far it can be trusted", 2)
    told = [f"Completeness: {analysis.completeness.percent:.0f} of 100."]
    if overview is not None:
        sentences = counted(overview.coverage.sentences, "sentence")
        told.append(f"The analysis accounts for {overview.coverage.percent:.0f} % of {sentences}.")
    told += [f"Missing: {missing}." for missing in analysis.completeness.missing]
    told += [f"{one.text} Settled: {one.resolution}" for one in analysis.conflicts]
    yield Bullets(tuple(told))
