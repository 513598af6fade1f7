"""Each analyst on its own: in another process, with missing inputs, and what the whole makes of it."""

import multiprocessing
import pickle
from concurrent.futures import ProcessPoolExecutor

import pytest

from coditect.workflows import rules
from coditect.workflows.analysis import ANALYSTS, AnalystName, AnalystOutput, AnalystOutputs, outputs_from
from coditect.workflows.samples import samples

SAMPLE = next(sample for sample in samples() if sample.key == "invoice-approval").description


def run_all(description: str, *, without: AnalystName | None = None) -> AnalystOutputs:
    done: dict[AnalystName, AnalystOutput] = {}
    for spec in ANALYSTS:
        if spec.name != without:
            done[spec.name] = rules.analyst(spec.name, description, outputs_from(done))
    return outputs_from(done)


def test_an_analyst_runs_in_another_process() -> None:
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=context) as pool:
        there = pool.submit(rules.analyst, "task-decomposer", SAMPLE, AnalystOutputs()).result()
    assert there == rules.analyst("task-decomposer", SAMPLE, AnalystOutputs())


def test_outputs_survive_pickling_and_json() -> None:
    outputs = run_all(SAMPLE)
    assert pickle.loads(pickle.dumps(outputs)) == outputs
    assert AnalystOutputs.model_validate_json(outputs.model_dump_json()) == outputs


@pytest.mark.parametrize("name", [spec.name for spec in ANALYSTS])
def test_one_failing_analyst_leaves_a_partial_result_that_says_so(name: AnalystName) -> None:
    analysis = rules.aggregate(SAMPLE, run_all(SAMPLE, without=name))
    assert [flag.code for flag in analysis.flags if flag.code == "analyst_failed"] == ["analyst_failed"]
    assert analysis.quality.value < rules.analyse(SAMPLE).quality.value
    assert getattr(analysis.analysts, name.replace("-", "_")) is None


def test_no_output_at_all_still_gives_an_analysis() -> None:
    analysis = rules.aggregate(SAMPLE, AnalystOutputs())
    assert len(analysis.flags) == len(ANALYSTS)
    assert analysis.tasks == ()


def test_a_chosen_domain_overrules_the_detected_one() -> None:
    assert rules.analyse(SAMPLE).domain == "finance"
    assert rules.analyse(SAMPLE, domain="healthcare").domain == "healthcare"


def test_build_tasks_can_be_built_in_their_order() -> None:
    analysis = rules.analyse(SAMPLE)
    seen: set[str] = set()
    process_tasks = {task.id for task in analysis.tasks}
    for task in analysis.build_tasks:
        assert set(task.depends_on) <= seen
        assert task.acceptance
        assert len(task.description) > 40
        assert 0 < task.estimate.low_hours < task.estimate.high_hours
        assert task.source_task is None or task.source_task in process_tasks
        seen.add(task.id)
    assert {task.source_task for task in analysis.build_tasks} >= process_tasks


def test_the_whole_links_tasks_actors_and_duties() -> None:
    analysis = rules.analyse(SAMPLE)
    actors = {actor.id for actor in analysis.actors}
    assert {duty.task for duty in analysis.raci} == {task.id for task in analysis.tasks}
    for duty in analysis.raci:
        assert {duty.responsible, duty.accountable, *duty.consulted, *duty.informed} - {None} <= actors
    assert analysis.orphan_tasks == tuple(task.id for task in analysis.tasks if task.actor is None)


def test_scores_carry_their_reasons() -> None:
    analysis = rules.analyse(SAMPLE)
    report = analysis.analysts.quality_analyzer
    assert report is not None
    for score in (analysis.quality, report.efficiency, report.reliability, report.maintainability):
        assert score.value == pytest.approx(max(0.0, 100 + sum(reason.points for reason in score.reasons)))


def test_four_eyes_are_missed() -> None:
    report = rules.analyse(
        "The clerk creates the payment. The clerk approves the payment."
    ).analysts.quality_analyzer
    assert report is not None
    assert any("four-eyes" in gap.text for gap in report.compliance_gaps)
    two = rules.analyse(
        "The clerk creates the payment. The boss approves the payment."
    ).analysts.quality_analyzer
    assert two is not None
    assert not any("four-eyes" in gap.text for gap in two.compliance_gaps)
