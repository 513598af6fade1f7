"""What depends on an edit, computed anew: graph, scores, requirements, build tasks, responsibilities.

The rules do it, which takes no model and less than a second for a description of ordinary length. What a model had
written about automation, requirements and technology stays as it is where it speaks of tasks that are still there.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Final, TypeVar

from pydantic import BaseModel, TypeAdapter

from coditect.workflows import rules
from coditect.workflows.analysis import (
    Analysis,
    AnalystName,
    AnalystOutput,
    AnalystOutputs,
    BuildTask,
    TechnicalReport,
)
from coditect.workflows.answers import figures_in
from coditect.workflows.editing.applying import Edited, NotApplicableError, apply, begin
from coditect.workflows.editing.figures import with_figures
from coditect.workflows.editing.operations import OPERATION, Operation
from coditect.workflows.lasting_ids import same_work

T = TypeVar("T", bound=BaseModel)

_ALWAYS: Final[tuple[AnalystName, ...]] = ("process-designer", "quality-analyzer")
_IF_BY_RULE: Final[tuple[AnalystName, ...]] = (
    "automation-assessor",
    "requirements-extractor",
    "process-designer",
    "quality-analyzer",
    "technical-analyzer",
)
_ON_STRUCTURE: Final = frozenset({"answer_question", "set_figure"})
"""Operations that leave the process as it is."""

Replayed = tuple[str | None, tuple[str | None, ...]]
"""The analysis as JSON (None when no operation applies), and for each operation why it does not apply (None: it does)."""


def replay(description: str, document: str, operations: str, by_rule: Sequence[AnalystName]) -> Replayed:
    """Replay operations, given as JSON, on an analysis, given as JSON; runs in a process of its own."""
    original = Analysis.model_validate_json(document)
    log = TypeAdapter(tuple[Operation, ...]).validate_json(operations)
    state = begin(original.analysts)
    if state is None:
        return None, tuple("There are no tasks to edit." for _ in log)
    why: list[str | None] = []
    applied: list[Operation] = []
    for operation in log:
        try:
            state = apply(state, operation)
        except NotApplicableError as problem:
            why.append(str(problem))
        else:
            why.append(None)
            applied.append(operation)
    if not applied:
        return None, tuple(why)
    return _whole(description, original, state, applied, frozenset(by_rule)).model_dump_json(), tuple(why)


def parse(operation: Mapping[str, Any]) -> Operation:
    """Return a stored operation."""
    return OPERATION.validate_python(operation)


def _whole(
    description: str,
    original: Analysis,
    state: Edited,
    applied: Sequence[Operation],
    by_rule: frozenset[AnalystName],
) -> Analysis:
    structural = any(operation.kind not in _ON_STRUCTURE for operation in applied)
    outputs = original.analysts.model_copy(
        update={
            "workflow_analyzer": state.overview,
            "task_decomposer": state.decomposition,
            "actor_identifier": state.actors,
        }
    )
    if structural:
        for name in _IF_BY_RULE:
            if getattr(outputs, _field(name)) is not None and (name in by_rule or name in _ALWAYS):
                outputs = _with(outputs, name, rules.analyst(name, description, outputs))
        outputs = _of_tasks_that_are_there(outputs, {task.id for task in original.tasks})
    answered = figures_in(state.overview.questions) if state.overview else {}
    figures = {**answered, **state.figures}
    if figures and outputs.automation_assessor:
        changed = with_figures(outputs.automation_assessor, figures)
        outputs = _with(outputs, "automation-assessor", changed)
    analysis = rules.aggregate(description, outputs)
    flags = tuple(dict.fromkeys((*original.flags, *analysis.flags)))
    kept = analysis.model_copy(update={"title": original.title, "domain": original.domain, "flags": flags})
    return same_work(kept, original.build_tasks)


def _of_tasks_that_are_there(outputs: AnalystOutputs, before: set[str]) -> AnalystOutputs:
    """Drop what a model said of tasks that an edit took away."""
    assert outputs.task_decomposer is not None
    gone = before - {task.id for task in outputs.task_decomposer.tasks}
    if not gone:
        return outputs
    automation, technical = outputs.automation_assessor, outputs.technical_analyzer
    changes: dict[str, Any] = {}
    if automation:
        rest = tuple(task for task in automation.tasks if task.task not in gone)
        changes["automation_assessor"] = automation.model_copy(update={"tasks": rest})
    if technical:
        changes["technical_analyzer"] = _without_builds(technical, gone)
    return outputs.model_copy(update=changes)


def _without_builds(report: TechnicalReport, gone: set[str]) -> TechnicalReport:
    kept = [task for task in report.build_tasks if task.source_task not in gone]
    there = {task.id for task in kept}
    tasks = tuple(_with_needs(task, there) for task in kept)
    return report.model_copy(update={"build_tasks": tasks})


def _with_needs(task: BuildTask, there: set[str]) -> BuildTask:
    return task.model_copy(update={"depends_on": tuple(one for one in task.depends_on if one in there)})


def _field(name: AnalystName) -> str:
    return name.replace("-", "_")


def _with(outputs: AnalystOutputs, name: AnalystName, output: AnalystOutput) -> AnalystOutputs:
    return outputs.model_copy(update={_field(name): output})
