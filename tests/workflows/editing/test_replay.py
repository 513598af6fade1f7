"""Operations replayed on an analysis by the rules: what changes, what follows, and what is refused."""

import json
from typing import Any

import pytest

from coditect.workflows import rules
from coditect.workflows.analysis import ANALYST_NAMES, Analysis
from coditect.workflows.editing.comparing import differences
from coditect.workflows.editing.recomputing import replay
from tests.story.people import INVOICES


@pytest.fixture(scope="module")
def original() -> Analysis:
    return rules.analyse(INVOICES)


def _edited(original: Analysis, *operations: dict[str, Any]) -> Analysis:
    document, why = replay(INVOICES, original.model_dump_json(), json.dumps(operations), ANALYST_NAMES)
    assert set(why) == {None}, why
    assert document is not None
    return Analysis.model_validate_json(document)


def _sound(analysis: Analysis) -> None:
    quality = analysis.analysts.quality_analyzer
    assert quality is not None
    assert quality.soundness.sound, quality.soundness.problems
    nodes = {one.id for one in (*analysis.tasks, *analysis.gateways, *analysis.events)}
    assert {end for flow in analysis.flows for end in (flow.from_, flow.to)} <= nodes
    built = {task.id for task in analysis.build_tasks}
    assert len(built) == len(analysis.build_tasks)
    assert {need for task in analysis.build_tasks for need in task.depends_on} <= built


def test_a_new_name_stands_everywhere_and_its_build_task_stays_the_same(original: Analysis) -> None:
    task = original.tasks[0]
    edited = _edited(original, {"kind": "rename_task", "task": task.id, "label": "Take in the parcel"})
    renamed = edited.tasks[0]
    assert (renamed.label, renamed.origin, renamed.actor) == ("Take in the parcel", "user", task.actor)
    design = edited.analysts.process_designer
    assert design is not None
    assert "Take in the parcel" in {node.label for node in design.as_is.nodes}
    built = [
        next(one for one in whole.build_tasks if one.source_task == task.id) for whole in (original, edited)
    ]
    assert built[0].id == built[1].id
    assert built[0].title != built[1].title
    _sound(edited)


def test_another_actor_changes_lane_and_responsibility(original: Analysis) -> None:
    task = original.tasks[1].id
    edited = _edited(original, {"kind": "assign_task", "task": task, "new_actor": "Robot"})
    robot = next(actor for actor in edited.actors if actor.name == "Robot")
    assert next(one.responsible for one in edited.raci if one.task == task) == robot.id
    design = edited.analysts.process_designer
    assert design is not None
    lane = next(node.lane for node in design.as_is.nodes if node.ref == task)
    assert next(one.actor for one in design.as_is.lanes if one.id == lane) == robot.id
    nobody = _edited(original, {"kind": "assign_task", "task": task})
    assert task in nobody.orphan_tasks
    again = _edited(
        original,
        {"kind": "assign_task", "task": task, "new_actor": "Robot"},
        {"kind": "assign_task", "task": task, "actor": original.tasks[1].actor},
    )
    assert again.tasks[1].actor == original.tasks[1].actor


def test_merging_moving_and_removing_leave_a_sound_process(original: Analysis) -> None:
    first, second, third, *_, last = (task.id for task in original.tasks)
    for operations in (
        [{"kind": "merge_tasks", "tasks": [first, second], "label": "Do both"}],
        [{"kind": "merge_tasks", "tasks": [first, last], "label": "Do both"}],
        [{"kind": "move_task", "task": third, "after": first}],
        [{"kind": "move_task", "task": last, "after": first}],
        [{"kind": "remove_task", "task": task.id} for task in original.tasks[1:]],
    ):
        _sound(_edited(original, *operations))
    merged = _edited(original, {"kind": "merge_tasks", "tasks": [first, second], "label": "Do both"})
    assert len(merged.tasks) == len(original.tasks) - 1
    assert merged.tasks[0].actor == original.tasks[0].actor
    moved = _edited(original, {"kind": "move_task", "task": last, "after": first})
    assert moved.tasks[1].id == last
    assert any((flow.from_, flow.to) == (first, last) for flow in moved.flows)


def test_actors_are_renamed_merged_and_of_another_kind(original: Analysis) -> None:
    one, other = (actor.id for actor in original.actors[:2])
    edited = _edited(
        original,
        {"kind": "rename_actor", "actor": other, "name": "Front desk"},
        {"kind": "set_actor_kind", "actor": other, "to": "department"},
        {"kind": "merge_actors", "actor": one, "into": other},
    )
    front = next(actor for actor in edited.actors if actor.id == other)
    assert (front.name, front.kind) == ("Front desk", "department")
    assert original.actors[0].name in front.aliases
    assert one not in {task.actor for task in edited.tasks}


def test_a_figure_of_a_person_gives_the_return(original: Analysis) -> None:
    figures = {"volume": 1200.0, "minutes": 30.0, "hourly_cost": 50.0, "build_cost": 9000.0, "share": 50.0}
    edited = _edited(
        original, *({"kind": "set_figure", "figure": name, "value": value} for name, value in figures.items())
    )
    report = edited.analysts.automation_assessor
    assert report is not None
    assert report.roi is not None
    assert report.roi.hours_saved_per_year == 300.0
    assert report.roi.saving_per_year is not None
    run_cost = report.roi.run_cost.value if report.roi.run_cost else 0.0
    assert report.roi.saving_per_year == 300.0 * 50 - run_cost
    assert {"assumed-volume", "assumed-share"} <= {figure.id for figure in report.assumptions}
    assert edited.tasks == original.tasks


def test_what_is_not_there_is_refused_and_the_rest_applies(original: Analysis) -> None:
    operations = [
        {"kind": "rename_task", "task": "t999", "label": "Nothing"},
        {"kind": "rename_task", "task": original.tasks[0].id, "label": "Something"},
        {"kind": "move_task", "task": original.tasks[0].id, "after": original.tasks[0].id},
    ]
    document, why = replay(INVOICES, original.model_dump_json(), json.dumps(operations), ANALYST_NAMES)
    assert [reason is None for reason in why] == [False, True, False]
    assert document is not None
    found = differences(original, Analysis.model_validate_json(document))
    assert [(one.what, one.kind, one.field, one.after) for one in found] == [
        ("task", "changed", "name", "Something")
    ]
    assert replay(INVOICES, original.model_dump_json(), json.dumps(operations[:1]), ANALYST_NAMES)[0] is None
