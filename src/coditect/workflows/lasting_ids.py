"""Ids of build tasks that mean the same in every version of an analysis.

Analysts number their build tasks anew each time, and the board knows a task by the id of its build task. Without
this, `b1` of a second version, another piece of work, would count as sent because `b1` of the first one was.
"""

from collections.abc import Mapping, Sequence

from coditect.workflows.analysis import Analysis, BuildTask, TechnicalReport


def with_lasting_ids(analysis: Analysis, earlier: Sequence[BuildTask], version: int) -> Analysis:
    """Return `analysis` with the ids that `earlier` versions gave to the same build tasks, and fresh ones for others."""
    ids = _lasting(analysis.build_tasks, earlier, version)
    report = analysis.analysts.technical_analyzer
    analysts = analysis.analysts.model_copy(
        update={"technical_analyzer": _renamed_report(report, ids) if report else None}
    )
    return analysis.model_copy(
        update={"build_tasks": _renamed(analysis.build_tasks, ids), "analysts": analysts}
    )


def _lasting(build_tasks: Sequence[BuildTask], earlier: Sequence[BuildTask], version: int) -> dict[str, str]:
    """Return the lasting id of each id; a build task is the same when its title is."""
    unchanged = {(task.id, task.title) for task in earlier}
    ids = {task.id: task.id for task in build_tasks if (task.id, task.title) in unchanged}
    by_title = {task.title: task.id for task in earlier}
    taken = {task.id for task in earlier}
    for task in build_tasks:
        if task.id in ids:
            continue
        same = by_title.get(task.title)
        if same is not None and same not in ids.values():
            ids[task.id] = same
        else:
            ids[task.id] = f"{task.id}-v{version}" if task.id in taken else task.id
    return ids


def _renamed(build_tasks: Sequence[BuildTask], ids: Mapping[str, str]) -> tuple[BuildTask, ...]:
    return tuple(
        task.model_copy(
            update={
                "id": ids.get(task.id, task.id),
                "depends_on": tuple(ids.get(needed, needed) for needed in task.depends_on),
            }
        )
        for task in build_tasks
    )


def _renamed_report(report: TechnicalReport, ids: Mapping[str, str]) -> TechnicalReport:
    return report.model_copy(update={"build_tasks": _renamed(report.build_tasks, ids)})
