"""What a person may change in an analysis, one type for each act; ids are those of the analysis that is edited."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, TypeAdapter, model_validator

from coditect.workflows.analysis import TaskType

Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
Id = Annotated[str, StringConstraints(min_length=1, max_length=100)]
FigureName = Literal["volume", "minutes", "hourly_cost", "error_rate", "build_cost", "run_cost", "share"]
ActorKind = Literal["role", "department", "system", "external"]


class _Operation(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class RenameTask(_Operation):
    kind: Literal["rename_task"]
    task: Id
    label: Name


class RemoveTask(_Operation):
    """Take a task out; what came before it leads to what came after it."""

    kind: Literal["remove_task"]
    task: Id


class MergeTasks(_Operation):
    """Make one task of several: the first keeps its place and its actor, the others go into it."""

    kind: Literal["merge_tasks"]
    tasks: Annotated[tuple[Id, ...], Field(min_length=2, max_length=50)]
    label: Name


class MoveTask(_Operation):
    """Let a task follow another node: a task, a gateway or an event."""

    kind: Literal["move_task"]
    task: Id
    after: Id


class AssignTask(_Operation):
    """Give a task to an actor of the analysis, or to a new one by name; to nobody when both are null."""

    kind: Literal["assign_task"]
    task: Id
    actor: Id | None = None
    new_actor: Name | None = None

    @model_validator(mode="after")
    def _one(self) -> "AssignTask":
        if self.actor and self.new_actor:
            raise ValueError("name an actor of the analysis or a new one, not both")
        return self


class SetTaskType(_Operation):
    kind: Literal["set_task_type"]
    task: Id
    type: TaskType


class RenameActor(_Operation):
    kind: Literal["rename_actor"]
    actor: Id
    name: Name


class MergeActors(_Operation):
    """Let `actor` go into `into`, with all that it does."""

    kind: Literal["merge_actors"]
    actor: Id
    into: Id


class SetActorKind(_Operation):
    kind: Literal["set_actor_kind"]
    actor: Id
    to: ActorKind


class AnswerQuestion(_Operation):
    """Answer one of the clarifying questions; null takes an answer back."""

    kind: Literal["answer_question"]
    question: Id
    answer: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2_000)] | None


class SetFigure(_Operation):
    """Assume a figure of the return on investment; null goes back to what is stated.

    Volume in cases a year, working time in minutes a case, costs a year (build: once), errors and the share of the
    time that is saved in percent.
    """

    kind: Literal["set_figure"]
    figure: FigureName
    value: Annotated[float, Field(ge=0, le=1e12, allow_inf_nan=False)] | None


Operation = Annotated[
    RenameTask
    | RemoveTask
    | MergeTasks
    | MoveTask
    | AssignTask
    | SetTaskType
    | RenameActor
    | MergeActors
    | SetActorKind
    | AnswerQuestion
    | SetFigure,
    Field(discriminator="kind"),
]
OPERATION: TypeAdapter[Operation] = TypeAdapter(Operation)


_REFERENCES = ("task", "tasks", "after", "actor", "into", "question")


def about(operation: Operation) -> tuple[str, ...]:
    """Return the ids of the analysis that an operation speaks of."""
    named = [getattr(operation, field, None) for field in _REFERENCES]
    return tuple(one for ids in named for one in ((ids,) if isinstance(ids, str) else ids or ()))
