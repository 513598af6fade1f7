"""Three scores of a process, each with the reasons for what is missing to a hundred."""

from coditect.workflows.analysis import AutomationReport, Decomposition, Finding, Overview, Reason, Score
from coditect.workflows.rules.analysts.findings import Facts
from coditect.workflows.rules.analysts.items import counted, joined, listed
from coditect.workflows.rules.process import verbs


def _score(reasons: list[Reason]) -> Score:
    value = 100.0 + sum(reason.points for reason in reasons)
    return Score(value=round(min(100.0, max(0.0, value)), 1), reasons=tuple(reasons))


def efficiency(facts: Facts, automation: AutomationReport | None) -> Score:
    tasks = facts.process.tasks
    if not tasks:
        return Score(value=0.0, reasons=(Reason(text="No task was found.", points=-100.0, evidence=()),))
    reasons = []
    if facts.handoffs:
        share = len(facts.handoffs) / len(tasks)
        reasons.append(
            _reason(
                f"{counted(len(facts.handoffs), 'hand-off')} between {counted(len(tasks), 'task')}",
                -min(30.0, 40 * share),
                facts.handoffs,
            )
        )
    if facts.loops:
        reasons.append(
            _reason(
                f"{counted(len(facts.loops), 'rework loop')}", -min(20.0, 8.0 * len(facts.loops)), facts.loops
            )
        )
    if facts.waste:
        evidence = joined(*(task.evidence for task in facts.waste))
        labels = listed(f"“{task.label}”" for task in facts.waste[:3])
        reasons.append(
            Reason(
                text=f"Steps that add nothing: {labels}",
                points=-min(20.0, 5.0 * len(facts.waste)),
                evidence=evidence,
            )
        )
    manual = (
        [item for item in automation.tasks if item.classification == "full" and item.approach != "human"]
        if automation
        else []
    )
    by_hand = [item for item in manual if not _is_service(facts.process, item.task)]
    if by_hand:
        points = -round(min(25.0, 25.0 * len(by_hand) / len(tasks)), 1)
        reasons.append(
            Reason(
                text=f"{counted(len(by_hand), 'task')} done by people could run on their own",
                points=points,
                evidence=joined(*(i.evidence for i in by_hand)),
            )
        )
    if not facts.process.parallel_groups and len(tasks) > 8:
        reasons.append(Reason(text="Everything happens one after the other", points=-5.0, evidence=()))
    return _score(reasons)


def _is_service(process: Decomposition, task: str) -> bool:
    return (
        any(item.id == task and item.type == "service" for item in process.tasks)
        if len(process.tasks) < 300
        else False
    )


def _reason(text: str, points: float, findings: tuple[Finding, ...]) -> Reason:
    return Reason(
        text=text, points=round(points, 1), evidence=joined(*(finding.evidence for finding in findings))
    )


def reliability(facts: Facts) -> Score:
    tasks = facts.process.tasks
    if not tasks:
        return Score(value=0.0, reasons=(Reason(text="No task was found.", points=-100.0, evidence=()),))
    reasons = []
    if facts.unassigned:
        points = -round(min(35.0, 35.0 * len(facts.unassigned) / len(tasks)), 1)
        evidence = joined(*(task.evidence for task in facts.unassigned))
        reasons.append(
            Reason(
                text=f"{counted(len(facts.unassigned), 'task')} without anyone responsible",
                points=points,
                evidence=evidence,
            )
        )
    if not facts.process.exceptions:
        reasons.append(
            Reason(
                text="Nothing is said about what happens when something goes wrong", points=-20.0, evidence=()
            )
        )
    if facts.single_points:
        reasons.append(
            _reason(
                counted(len(facts.single_points), "single point of failure"),
                -min(20.0, 7.0 * len(facts.single_points)),
                facts.single_points,
            )
        )
    checks = [task for task in tasks if task.verb in verbs.CHECKS]
    if not checks:
        reasons.append(Reason(text="No step checks the work of another", points=-10.0, evidence=()))
    if facts.gaps:
        reasons.append(
            _reason(counted(len(facts.gaps), "compliance gap"), -min(20.0, 8.0 * len(facts.gaps)), facts.gaps)
        )
    return _score(reasons)


def maintainability(facts: Facts, overview: Overview | None) -> Score:
    reasons = []
    if overview:
        reasons += [
            Reason(text=f"Unclear: {ambiguity.term}", points=-4.0, evidence=ambiguity.evidence)
            for ambiguity in overview.ambiguities[:5]
        ]
        if overview.coverage.percent < 70:
            reasons.append(
                Reason(
                    text=f"Only {overview.coverage.percent:.0f} % of the sentences describe work",
                    points=-10.0,
                    evidence=(),
                )
            )
    if len(facts.process.tasks) > 30:
        reasons.append(
            Reason(
                text=f"{len(facts.process.tasks)} tasks in one process: divide it", points=-15.0, evidence=()
            )
        )
    if not facts.soundness.sound:
        reasons.append(Reason(text="The model is not sound", points=-25.0, evidence=()))
    return _score(reasons)
