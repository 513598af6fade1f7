"""Recommendations, ranked by what they are worth."""

from collections.abc import Iterator

from coditect.workflows.analysis import Change, Design, Overview, Recommendation, Span
from coditect.workflows.rules.analysts.findings import Facts
from coditect.workflows.rules.analysts.items import ASSUMED, INFERRED, counted, joined, listed

_Advice = tuple[float, str, str, tuple[str, ...], tuple[Span, ...]]


def recommendations(
    facts: Facts, overview: Overview | None, design: Design | None
) -> Iterator[Recommendation]:
    advice = sorted(_advice(facts, overview, design), key=lambda item: -item[0])
    for rank, (_, text, effect, tasks, evidence) in enumerate(advice, 1):
        yield Recommendation(
            id=f"r{rank}",
            rank=rank,
            text=text,
            effect=effect,
            tasks=tasks,
            evidence=evidence,
            confidence=INFERRED if evidence else ASSUMED,
            origin="rule" if evidence else "assumption",
        )


def _redesign(facts: Facts, changes: tuple[Change, ...]) -> Iterator[_Advice]:
    """The changes of the design; all that can be automated is one piece of advice."""
    labels = {task.id: f"“{task.label}”" for task in facts.process.tasks}
    for change in [change for change in changes if change.kind != "automate"][:8]:
        weight = {"eliminate": 9.0, "parallelise": 6.0}.get(change.kind, 5.0)
        yield weight, change.rationale, change.effect, change.tasks, change.evidence
    tasks = tuple(task for change in changes if change.kind == "automate" for task in change.tasks)
    if tasks:
        more = f" and {len(tasks) - 5} more" if len(tasks) > 5 else ""
        text = f"Automate {listed(labels.get(task, task) for task in tasks[:5])}{more}: {'they need' if len(tasks) > 1 else 'it needs'} no decision by a person."
        evidence = joined(*(change.evidence for change in changes if change.kind == "automate"))
        yield 8.0, text, "These steps no longer wait for anybody.", tasks, evidence


def _advice(facts: Facts, overview: Overview | None, design: Design | None) -> Iterator[_Advice]:
    yield from _redesign(facts, design.changes if design else ())
    if facts.unassigned:
        labels = listed(f"“{task.label}”" for task in facts.unassigned[:4])
        evidence = joined(*(task.evidence for task in facts.unassigned))
        yield (
            8.5,
            f"Name someone responsible for {labels}.",
            "No case waits because nobody feels in charge.",
            tuple(t.id for t in facts.unassigned),
            evidence,
        )
    for finding in facts.gaps:
        yield 8.8, finding.text, "The process stands up to an audit.", finding.tasks, finding.evidence
    for finding in facts.bottlenecks[:2]:
        yield 5.6, finding.text, "Cases get through faster.", finding.tasks, finding.evidence
    for finding in facts.single_points[:3]:
        yield (
            5.5,
            finding.text,
            "Absence and peaks no longer stop the process.",
            finding.tasks,
            finding.evidence,
        )
    for finding in facts.loops[:3]:
        yield (
            6.5,
            f"{finding.text} Check the input earlier, so that fewer cases do.",
            "Less rework and shorter cycle time.",
            finding.tasks,
            finding.evidence,
        )
    if facts.process.tasks and not facts.process.exceptions:
        yield (
            7.0,
            "Describe what happens when something goes wrong or is late.",
            "Exceptions are handled the same way every time.",
            (),
            (),
        )
    if overview and overview.questions:
        many = len(overview.questions)
        open_ones = "open question" if many == 1 else counted(many, "open question")
        yield (
            4.0,
            f"Answer the {open_ones} about the description.",
            "The analysis rests on facts instead of readings.",
            (),
            (),
        )
