"""Recommendations, ranked by what they are worth."""

from collections.abc import Iterator

from coditect.workflows.analysis import Design, Overview, Recommendation, Span
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


def _advice(facts: Facts, overview: Overview | None, design: Design | None) -> Iterator[_Advice]:
    for change in (design.changes if design else ())[:8]:
        weight = {"eliminate": 9.0, "automate": 8.0, "parallelise": 6.0, "merge": 5.0}[change.kind]
        yield weight, change.rationale, change.effect, change.tasks, change.evidence
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
    for finding in (*facts.single_points, *facts.bottlenecks)[:4]:
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
        yield (
            4.0,
            f"Answer the {counted(len(overview.questions), 'open question')} about the description.",
            "The analysis rests on facts instead of readings.",
            (),
            (),
        )
