"""Ids of build tasks that mean the same in every version of an analysis.

Analysts number their build tasks anew each time, and the board knows a task by the id of its build task. Without
this, `b1` of a second version, another piece of work, would count as sent because `b1` of the first one was.
"""

from collections.abc import Collection, Mapping, Sequence
from zlib import crc32

from coditect.workflows.analysis import Analysis, BuildTask, TechnicalReport


def with_lasting_ids(
    analysis: Analysis, earlier: Sequence[BuildTask], version: int, sent: Collection[str] = ()
) -> Analysis:
    """Return `analysis` with the ids that `earlier` versions gave to the same build tasks, and fresh ones for others.

    The ids of tasks that were `sent` to the board are taken, even when the version that had them is gone.
    """
    return _with_ids(analysis, _lasting(analysis.build_tasks, earlier, version, sent))


def _with_ids(analysis: Analysis, ids: Mapping[str, str]) -> Analysis:
    report = analysis.analysts.technical_analyzer
    analysts = analysis.analysts.model_copy(
        update={"technical_analyzer": _renamed_report(report, ids) if report else None}
    )
    return analysis.model_copy(
        update={"build_tasks": _renamed(analysis.build_tasks, ids), "analysts": analysts}
    )


def same_work(analysis: Analysis, before: Sequence[BuildTask]) -> Analysis:
    """Return an edited analysis with the ids that its build tasks had before: same source task, or else same title.

    A new one is named after its title, so that taking an edit back and doing it again gives the same id.
    """
    by_source: dict[str, list[str]] = {}
    by_title: dict[str, str] = {}
    for task in before:
        if task.source_task is not None:
            by_source.setdefault(task.source_task, []).append(task.id)
        by_title.setdefault(task.title, task.id)
    ids: dict[str, str] = {}
    for task in analysis.build_tasks:
        if by_title.get(task.title, task.id) not in ids.values() and task.title in by_title:
            ids[task.id] = by_title[task.title]
    used = set(ids.values())
    known = {task.id for task in before}
    for task in analysis.build_tasks:
        if task.id in ids:
            continue
        fresh = f"{task.id}-{crc32(task.title.encode()):08x}" if task.id in known else task.id
        same = by_source.get(task.source_task or "", [])
        ids[task.id] = next((one for one in same if one not in used), fresh)
        used.add(ids[task.id])
    return _with_ids(analysis, ids)


def _lasting(
    build_tasks: Sequence[BuildTask], earlier: Sequence[BuildTask], version: int, sent: Collection[str]
) -> dict[str, str]:
    """Return the lasting id of each id; a build task is the same when its title is."""
    unchanged = {(task.id, task.title) for task in earlier}
    ids = {task.id: task.id for task in build_tasks if (task.id, task.title) in unchanged}
    by_title = {task.title: task.id for task in earlier}
    taken = {task.id for task in earlier} | set(sent)
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
