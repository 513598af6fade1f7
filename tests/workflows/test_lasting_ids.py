"""The id of a build task means the same piece of work in every version, so that the board is right about what it has."""

import pytest

from coditect.workflows import rules
from coditect.workflows.analysis import Analysis, BuildTask
from coditect.workflows.lasting_ids import with_lasting_ids

INVOICES = "The clerk checks the invoice. If it is wrong, the manager rejects it. Then the accountant pays it in SAP."


@pytest.fixture(scope="module")
def analysis() -> Analysis:
    return rules.analyse(INVOICES)


def having(analysis: Analysis, *tasks: tuple[str, str, tuple[str, ...]]) -> Analysis:
    """The analysis with build tasks of these ids, titles and needs."""
    pattern = analysis.build_tasks[0]
    made = tuple(
        pattern.model_copy(update={"id": key, "title": title, "depends_on": needs})
        for key, title, needs in tasks
    )
    report = analysis.analysts.technical_analyzer
    assert report is not None
    analysts = analysis.analysts.model_copy(
        update={"technical_analyzer": report.model_copy(update={"build_tasks": made})}
    )
    return analysis.model_copy(update={"build_tasks": made, "analysts": analysts})


def shown(tasks: tuple[BuildTask, ...]) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(task.id, task.title, task.depends_on) for task in tasks]


def test_the_same_analysis_keeps_its_ids(analysis: Analysis) -> None:
    assert with_lasting_ids(analysis, analysis.build_tasks, 2) == analysis


def test_other_work_gets_other_ids_and_the_same_work_keeps_its_own(analysis: Analysis) -> None:
    """Fails when an id alone decides: `Mail` would count as sent because `Store` once was `b1`."""
    first = having(analysis, ("b1", "Store", ()), ("b2", "Form", ("b1",)))
    second = having(analysis, ("b1", "Mail", ()), ("b2", "Store", ("b1",)), ("b3", "Report", ("b1", "b2")))
    lasting = with_lasting_ids(second, first.build_tasks, 2)
    expected = [
        ("b1-v2", "Mail", ()),
        ("b1", "Store", ("b1-v2",)),
        ("b3", "Report", ("b1-v2", "b1")),
    ]
    assert shown(lasting.build_tasks) == expected
    assert lasting.analysts.technical_analyzer is not None
    assert shown(lasting.analysts.technical_analyzer.build_tasks) == expected
    third = with_lasting_ids(first, [*first.build_tasks, *lasting.build_tasks], 3)
    assert shown(third.build_tasks) == shown(first.build_tasks)


def test_namesakes_stay_apart(analysis: Analysis) -> None:
    twins = having(analysis, ("b1", "Form", ()), ("b2", "Form", ()))
    assert with_lasting_ids(twins, twins.build_tasks, 2) == twins
    moved = having(analysis, ("b3", "Form", ()), ("b4", "Form", ()), ("b5", "Form", ()))
    ids = [task.id for task in with_lasting_ids(moved, twins.build_tasks, 2).build_tasks]
    assert len(set(ids)) == 3
