"""Replays operations on what the analysts delivered; what no longer applies is said, never guessed at."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from coditect.workflows.analysis import (
    ActorReport,
    AnalystOutputs,
    Decomposition,
    Item,
    Overview,
    ProcessTask,
    Span,
)
from coditect.workflows.editing import flows, people
from coditect.workflows.editing.operations import (
    AnswerQuestion,
    AssignTask,
    FigureName,
    MergeActors,
    MergeTasks,
    MoveTask,
    Operation,
    RemoveTask,
    RenameActor,
    RenameTask,
    SetActorKind,
    SetFigure,
    SetTaskType,
)

Kind = TypeVar("Kind", bound=Item)


class NotApplicableError(Exception):
    """The operation speaks of something that is not there, or would change nothing sensible."""


@dataclass(frozen=True)
class Edited:
    """The first analysts' findings after the operations, and the figures that a person assumes."""

    overview: Overview | None
    decomposition: Decomposition
    actors: ActorReport
    figures: dict[FigureName, float] = field(default_factory=dict)

    def task(self, identity: str) -> ProcessTask:
        return _found(self.decomposition.tasks, identity, "task")

    def with_tasks(self, tasks: Sequence[ProcessTask], **more: Any) -> "Edited":
        changed = self.decomposition.model_copy(update={"tasks": tuple(tasks), **more})
        return replace(self, decomposition=changed)


def begin(outputs: AnalystOutputs) -> Edited | None:
    """Return what can be edited; None without tasks."""
    if outputs.task_decomposer is None:
        return None
    nobody = ActorReport(actors=(), responsibilities=(), handoffs=(), systems=(), interactions=())
    return Edited(outputs.workflow_analyzer, outputs.task_decomposer, outputs.actor_identifier or nobody)


def _rename_task(state: Edited, operation: RenameTask) -> Edited:
    task = state.task(operation.task)
    if task.label == operation.label:
        raise NotApplicableError("It is called so already.")
    who = people.performer(state.decomposition, state.actors, task.id)
    verb, _, rest = operation.label.partition(" ")
    renamed = _by_user(task, label=operation.label, verb=verb.lower(), object=rest.strip() or None)
    state = _task_changed(state, task.id, lambda _: renamed)
    return replace(state, actors=people.assigned(people.released(state.actors, task), renamed, who))


def _remove_task(state: Edited, operation: RemoveTask) -> Edited:
    task = state.task(operation.task)
    if len(state.decomposition.tasks) == 1:
        raise NotApplicableError("A process has at least one task.")
    rest = [one for one in state.decomposition.tasks if one.id != task.id]
    return _tidied(state, rest, {task.id}, flows.without(state.decomposition.flows, task.id), None)


def _merge_tasks(state: Edited, operation: MergeTasks) -> Edited:
    first, *others = (state.task(identity) for identity in dict.fromkeys(operation.tasks))
    if not others:
        raise NotApplicableError("Merging takes two tasks or more.")
    who = people.performer(state.decomposition, state.actors, first.id)
    verb, _, rest = operation.label.partition(" ")
    every = [first, *others]
    merged = _by_user(
        first,
        label=operation.label,
        verb=verb.lower(),
        object=rest.strip() or None,
        inputs=_together(task.inputs for task in every),
        outputs=_together(task.outputs for task in every),
        evidence=_evidence(every),
    )
    gone = {task.id for task in others}
    tasks = [merged if task.id == first.id else task for task in state.decomposition.tasks]
    kept = [task for task in tasks if task.id not in gone]
    joined = flows.merged(state.decomposition.flows, first.id, [task.id for task in others])
    state = _tidied(state, kept, gone, joined, first.id)
    report = state.actors
    for task in every:
        report = people.released(report, task)
    return replace(state, actors=people.assigned(report, merged, who))


def _move_task(state: Edited, operation: MoveTask) -> Edited:
    task = state.task(operation.task)
    places = {
        node.id
        for node in (*state.decomposition.tasks, *state.decomposition.gateways, *state.decomposition.events)
    }
    if operation.after not in places or operation.after == task.id:
        raise NotApplicableError("There is no such place in the process.")
    if any(event.id == operation.after and event.kind == "end" for event in state.decomposition.events):
        raise NotApplicableError("Nothing follows the end of the process.")
    opened = flows.without(state.decomposition.flows, task.id)
    moved = flows.placed_after(opened, task.id, operation.after)
    rest = [one for one in state.decomposition.tasks if one.id != task.id]
    at = next((number + 1 for number, one in enumerate(rest) if one.id == operation.after), 0)
    return state.with_tasks([*rest[:at], _by_user(task), *rest[at:]], flows=moved)


def _assign_task(state: Edited, operation: AssignTask) -> Edited:
    task, report = state.task(operation.task), state.actors
    actor = operation.actor
    if operation.new_actor is not None:
        report, actor = people.with_actor(report, operation.new_actor)
    elif actor is not None:
        _found(report.actors, actor, "actor")
    return replace(state, actors=people.assigned(report, task, actor))


def _change_actor(state: Edited, operation: RenameActor | SetActorKind | MergeActors) -> Edited:
    report = state.actors
    actor = _found(report.actors, operation.actor, "actor")
    if isinstance(operation, MergeActors):
        _found(report.actors, operation.into, "actor")
        if operation.actor == operation.into:
            raise NotApplicableError("An actor cannot be merged with itself.")
        return replace(state, actors=people.joined(report, operation.actor, operation.into))
    if isinstance(operation, RenameActor):
        if actor.name == operation.name:
            raise NotApplicableError("It is called so already.")
        changed = _by_user(actor, name=operation.name)
    else:
        changed = _by_user(actor, kind=operation.to)
    actors = tuple(changed if one.id == actor.id else one for one in report.actors)
    return replace(state, actors=report.model_copy(update={"actors": actors}))


def _answer(state: Edited, operation: AnswerQuestion) -> Edited:
    if state.overview is None:
        raise NotApplicableError("There are no questions.")
    _found(state.overview.questions, operation.question, "question")
    questions = tuple(
        one.model_copy(update={"answer": operation.answer}) if one.id == operation.question else one
        for one in state.overview.questions
    )
    return replace(state, overview=state.overview.model_copy(update={"questions": questions}))


def _set_type(state: Edited, operation: SetTaskType) -> Edited:
    state.task(operation.task)
    return _task_changed(state, operation.task, lambda task: _by_user(task, type=operation.type))


def _set_figure(state: Edited, operation: SetFigure) -> Edited:
    figures = {name: value for name, value in state.figures.items() if name != operation.figure}
    if operation.value is not None:
        figures[operation.figure] = operation.value
    return replace(state, figures=figures)


_HOW: Mapping[type[Operation], Callable[[Edited, Any], Edited]] = {
    RenameTask: _rename_task,
    RemoveTask: _remove_task,
    MergeTasks: _merge_tasks,
    MoveTask: _move_task,
    AssignTask: _assign_task,
    SetTaskType: _set_type,
    RenameActor: _change_actor,
    SetActorKind: _change_actor,
    MergeActors: _change_actor,
    AnswerQuestion: _answer,
    SetFigure: _set_figure,
}


def apply(state: Edited, operation: Operation) -> Edited:
    """Return the state after one operation, or raise `NotApplicableError`."""
    return _HOW[type(operation)](state, operation)


def _tidied(
    state: Edited,
    tasks: Sequence[ProcessTask],
    gone: set[str],
    joined: Sequence[Any],
    into: str | None,
) -> Edited:
    """Let nothing speak of tasks that are gone: what told of them tells of `into`, or of nothing."""

    def kept(named: Sequence[str]) -> tuple[str, ...]:
        moved = (into if name in gone else name for name in named)
        return tuple(dict.fromkeys(name for name in moved if name is not None))

    whole = state.decomposition
    return state.with_tasks(
        [
            task.model_copy(update={"parent": into if into != task.id else None})
            if task.parent in gone
            else task
            for task in tasks
        ],
        flows=tuple(joined),
        exceptions=tuple(one.model_copy(update={"tasks": kept(one.tasks)}) for one in whole.exceptions),
        parallel_groups=tuple(
            one.model_copy(update={"branches": tuple(kept(branch) for branch in one.branches)})
            for one in whole.parallel_groups
        ),
        critical_path=kept(whole.critical_path),
    )


def _task_changed(state: Edited, identity: str, how: Callable[[ProcessTask], ProcessTask]) -> Edited:
    return state.with_tasks(
        [how(task) if task.id == identity else task for task in state.decomposition.tasks]
    )


def _by_user(item: Kind, **changes: Any) -> Kind:
    return item.model_copy(update={**changes, "origin": "user", "confidence": 1.0})


def _found(items: Sequence[Kind], identity: str, what: str) -> Kind:
    for item in items:
        if item.id == identity:
            return item
    raise NotApplicableError(f"The analysis has no {what} “{identity}”.")


def _together(many: Any) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for names in many for name in names))


def _evidence(tasks: Sequence[ProcessTask]) -> tuple[Span, ...]:
    spans = {(span.start, span.end) for task in tasks for span in task.evidence}
    return tuple(Span(start=start, end=end) for start, end in sorted(spans))
