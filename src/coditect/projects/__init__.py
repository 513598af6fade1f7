"""Projects: a git repository each, its board of tasks and its feed of what happened.

Owns the tables `projects`, `tasks` and `activity`, and the bare repositories under `<data_dir>/repositories/`.
Publishes `ProjectCreated` (consumed here, to make the repository when the request could not) and `ActivityRecorded`
(streamed under `project:<id>`). Contexts above add to the board with `add_tasks` and to the feed with
`record_activity`, whose verbs they define by subclassing `Verb`.

A task is never deleted, only cancelled: the feed and other tasks refer to it.
"""

from coditect.projects.activity import SYSTEM, record_activity
from coditect.projects.board import AddedTask, TaskDraft, add_tasks
from coditect.projects.errors import GitFailed, ProjectNotFound, TaskChangedMeanwhile, TaskNotFound
from coditect.projects.events import ActivityRecorded, ProjectCreated
from coditect.projects.ports import CountWorkflows
from coditect.projects.repositories import ensure_repository, repository_path
from coditect.projects.schemas import ActivityObject, Actor, Assignee, Estimate, Task, TaskSource
from coditect.projects.service import ProjectSummary, get_project
from coditect.projects.sources import sent_build_tasks
from coditect.projects.verbs import Verb

__all__ = [
    "SYSTEM",
    "ActivityObject",
    "ActivityRecorded",
    "Actor",
    "AddedTask",
    "Assignee",
    "CountWorkflows",
    "Estimate",
    "GitFailed",
    "ProjectCreated",
    "ProjectNotFound",
    "ProjectSummary",
    "Task",
    "TaskChangedMeanwhile",
    "TaskDraft",
    "TaskNotFound",
    "TaskSource",
    "Verb",
    "add_tasks",
    "ensure_repository",
    "get_project",
    "record_activity",
    "repository_path",
    "sent_build_tasks",
]
