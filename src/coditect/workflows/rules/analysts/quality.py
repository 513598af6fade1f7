"""Quality Analyzer: scores that explain themselves, modelling guidelines, weaknesses and ranked recommendations."""

from coditect.workflows.analysis import AnalystOutputs, Decomposition, QualityReport
from coditect.workflows.rules.analysts import guidelines, scores
from coditect.workflows.rules.analysts.advice import recommendations
from coditect.workflows.rules.analysts.findings import Facts
from coditect.workflows.rules.process.reading import Reading

_NOTHING = Decomposition(
    tasks=(), flows=(), gateways=(), events=(), exceptions=(), parallel_groups=(), critical_path=()
)


def judge(
    reading: Reading,
    inputs: AnalystOutputs,
) -> QualityReport:
    process = inputs.task_decomposer or _NOTHING
    survey = inputs.workflow_analyzer
    facts = Facts(reading, process, inputs.actor_identifier, survey.domain if survey else "general")
    return QualityReport(
        efficiency=scores.efficiency(facts, inputs.automation_assessor),
        reliability=scores.reliability(facts),
        maintainability=scores.maintainability(facts, inputs.workflow_analyzer),
        guidelines=tuple(guidelines.guidelines(process, facts.soundness)),
        soundness=facts.soundness,
        handoffs=facts.handoffs,
        rework_loops=facts.loops,
        bottlenecks=facts.bottlenecks,
        single_points_of_failure=facts.single_points,
        compliance_gaps=facts.gaps,
        values=tuple(guidelines.value_of(task) for task in process.tasks),
        cycle_time=guidelines.cycle_time(process),
        recommendations=tuple(recommendations(facts, inputs.workflow_analyzer, inputs.process_designer)),
    )
