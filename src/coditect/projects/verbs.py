"""What can happen in a project: one frozen dataclass per verb, its fields being the activity's typed data.

Contexts above add their own by subclassing `Verb`.
"""

from dataclasses import dataclass
from typing import Any, ClassVar
from uuid import UUID

from pydantic import TypeAdapter, ValidationError

from coditect.projects.schemas import TaskStatus


@dataclass(frozen=True, kw_only=True)
class Verb:
    """A verb with its data; `predicate` says in English what was done to the object called `title`."""

    name: ClassVar[str]

    def predicate(self, title: str) -> str:
        raise NotImplementedError

    def __init_subclass__(cls, *, name: str, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        # `dataclass` may build the class anew; a different class of the same name is a mistake.
        if _TYPES.get(name, cls).__qualname__ != cls.__qualname__:
            raise TypeError(f"Two verbs have the name {name!r}.")
        cls.name = name
        _TYPES[name] = cls


_TYPES: dict[str, type[Verb]] = {}
_ADAPTERS: dict[type[Verb], TypeAdapter[Verb]] = {}


def dump(verb: Verb) -> dict[str, Any]:
    """Return the data of `verb` as it is stored and shown."""
    data: dict[str, Any] = _adapter(type(verb)).dump_python(verb, mode="json")
    return data


def sentence(actor: str, name: str, title: str, data: dict[str, Any]) -> str:
    """Say in one readable sentence what happened."""
    verb = _load(name, data)
    if verb is None:
        return f"{actor}: {name.replace('.', ' ').replace('_', ' ')} “{title}”."
    return f"{actor} {verb.predicate(title)}."


def _load(name: str, data: dict[str, Any]) -> Verb | None:
    """Return the verb, or None when this version of the code no longer knows it or its data."""
    kind = _TYPES.get(name)
    if kind is None:
        return None
    try:
        return _adapter(kind).validate_python(data)
    except ValidationError:
        return None


def _adapter(kind: type[Verb]) -> TypeAdapter[Verb]:
    if kind not in _ADAPTERS:
        _ADAPTERS[kind] = TypeAdapter(kind)
    return _ADAPTERS[kind]


@dataclass(frozen=True, kw_only=True)
class CreatedProject(Verb, name="project.created"):
    def predicate(self, title: str) -> str:
        return f"created the project “{title}”"


@dataclass(frozen=True, kw_only=True)
class RenamedProject(Verb, name="project.renamed"):
    before: str

    def predicate(self, title: str) -> str:
        return f"renamed the project “{self.before}” to “{title}”"


@dataclass(frozen=True, kw_only=True)
class DescribedProject(Verb, name="project.described"):
    def predicate(self, title: str) -> str:
        return f"changed the description of “{title}”"


@dataclass(frozen=True, kw_only=True)
class CreatedRepository(Verb, name="repository.created"):
    head: str

    def predicate(self, title: str) -> str:
        return f"created the git repository of “{title}”"


@dataclass(frozen=True, kw_only=True)
class CreatedTask(Verb, name="task.created"):
    number: int

    def predicate(self, title: str) -> str:
        return f"created task {self.number} “{title}”"


@dataclass(frozen=True, kw_only=True)
class EditedTask(Verb, name="task.edited"):
    number: int
    fields: tuple[str, ...]

    def predicate(self, title: str) -> str:
        return f"changed {_listed(self.fields)} of task {self.number} “{title}”"


@dataclass(frozen=True, kw_only=True)
class AssignedTask(Verb, name="task.assigned"):
    number: int
    before: str | None
    after: str | None

    def predicate(self, title: str) -> str:
        task = f"task {self.number} “{title}”"
        return f"gave {task} to {self.after}" if self.after else f"took {task} from {self.before}"


@dataclass(frozen=True, kw_only=True)
class MovedTask(Verb, name="task.moved"):
    number: int
    before: TaskStatus
    after: TaskStatus

    def predicate(self, title: str) -> str:
        before, after = self.before.replace("_", " "), self.after.replace("_", " ")
        return f"moved task {self.number} “{title}” from {before} to {after}"


@dataclass(frozen=True, kw_only=True)
class _Released:
    """Other tasks that wait for what was deleted no longer, or wait again for what came back."""

    released: tuple[UUID, ...] = ()


@dataclass(frozen=True, kw_only=True)
class DeletedTask(_Released, Verb, name="task.deleted"):
    number: int

    def predicate(self, title: str) -> str:
        return f"deleted task {self.number} “{title}”"


@dataclass(frozen=True, kw_only=True)
class RestoredTask(_Released, Verb, name="task.restored"):
    number: int

    def predicate(self, title: str) -> str:
        return f"brought back task {self.number} “{title}”"


@dataclass(frozen=True, kw_only=True)
class CommentedTask(Verb, name="task.commented"):
    number: int
    comment_id: UUID
    excerpt: str

    def predicate(self, title: str) -> str:
        return f"commented on task {self.number} “{title}”"


@dataclass(frozen=True, kw_only=True)
class EditedComment(Verb, name="task.comment_edited"):
    number: int
    comment_id: UUID

    def predicate(self, title: str) -> str:
        return f"edited a comment on task {self.number} “{title}”"


@dataclass(frozen=True, kw_only=True)
class DeletedComment(Verb, name="task.comment_deleted"):
    number: int
    comment_id: UUID

    def predicate(self, title: str) -> str:
        return f"deleted a comment on task {self.number} “{title}”"


@dataclass(frozen=True, kw_only=True)
class _ManyTasks:
    """What one stroke did to many tasks; `task_ids` names them, unless they are too many for a message."""

    count: int
    task_ids: tuple[UUID, ...]


@dataclass(frozen=True, kw_only=True)
class EditedTasks(_ManyTasks, Verb, name="tasks.edited"):
    fields: tuple[str, ...]

    def predicate(self, title: str) -> str:
        del title
        return f"changed {_listed(self.fields)} of {self.count} tasks"


@dataclass(frozen=True, kw_only=True)
class AssignedTasks(_ManyTasks, Verb, name="tasks.assigned"):
    after: str | None

    def predicate(self, title: str) -> str:
        del title
        if self.after:
            return f"gave {self.count} tasks to {self.after}"
        return f"took {self.count} tasks from whoever had them"


@dataclass(frozen=True, kw_only=True)
class MovedTasks(_ManyTasks, Verb, name="tasks.moved"):
    after: TaskStatus | None
    """None when they went back to where each had been."""

    def predicate(self, title: str) -> str:
        del title
        where = f"to {self.after.replace('_', ' ')}" if self.after else "back to where they were"
        return f"moved {self.count} tasks {where}"


@dataclass(frozen=True, kw_only=True)
class DeletedTasks(_ManyTasks, _Released, Verb, name="tasks.deleted"):
    def predicate(self, title: str) -> str:
        del title
        return f"deleted {self.count} tasks"


@dataclass(frozen=True, kw_only=True)
class RestoredTasks(_ManyTasks, _Released, Verb, name="tasks.restored"):
    def predicate(self, title: str) -> str:
        del title
        return f"brought back {self.count} tasks"


def _listed(words: tuple[str, ...]) -> str:
    *first, last = (_FIELD_WORDS.get(word, word) for word in words)
    return f"{', '.join(first)} and {last}" if first else last


_FIELD_WORDS = {
    "acceptance": "acceptance criteria",
    "starts_on": "start date",
    "due_on": "due date",
    "depends_on": "dependencies",
}
