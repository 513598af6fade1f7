"""Projects: a git repository each, its board of tasks and its feed of what happened.

Owns the tables `projects`, `tasks`, `task_changes`, `task_comments` and `activity`, and the bare repositories under
`<data_dir>/repositories/`.
Publishes `ProjectCreated` (consumed here, to make the repository when the request could not) and `ActivityRecorded`
(streamed under `project:<id>`, as is `TasksReordered`); `TaskAssigned`, `MemberMentioned` and `TaskCommented` are for
whoever notifies. Contexts above add to the board with `add_tasks` and to the feed with
`record_activity`, whose verbs they define by subclassing `Verb`.

A deleted task stays, unseen, until it is purged, so that it can be brought back; its number is never used again.
"""

from coditect.projects.activity import SYSTEM, record_activity
from coditect.projects.board import AddedTask, TaskDraft, add_tasks
from coditect.projects.errors import GitFailed, ProjectNotFound, TaskChangedMeanwhile, TaskNotFound
from coditect.projects.events import (
    ActivityRecorded,
    MemberMentioned,
    ProjectCreated,
    TaskAssigned,
    TaskCommented,
    TasksReordered,
)
from coditect.projects.people import resolve_assignee
from coditect.projects.ports import CountWorkflows
from coditect.projects.repositories import ensure_repository, repository_path
from coditect.projects.schemas import (
    ActivityObject,
    Actor,
    Assignee,
    AssigneeWanted,
    Estimate,
    EstimateWanted,
    Task,
    TaskSource,
    TaskStatus,
)
from coditect.projects.service import ProjectSummary, get_project
from coditect.projects.sources import SentTask, sent_build_tasks
from coditect.projects.verbs import Verb

__all__ = [
    "SYSTEM",
    "ActivityObject",
    "ActivityRecorded",
    "Actor",
    "AddedTask",
    "Assignee",
    "AssigneeWanted",
    "CountWorkflows",
    "Estimate",
    "EstimateWanted",
    "GitFailed",
    "MemberMentioned",
    "ProjectCreated",
    "ProjectNotFound",
    "ProjectSummary",
    "SentTask",
    "Task",
    "TaskAssigned",
    "TaskChangedMeanwhile",
    "TaskCommented",
    "TaskDraft",
    "TaskNotFound",
    "TaskSource",
    "TaskStatus",
    "TasksReordered",
    "Verb",
    "add_tasks",
    "ensure_repository",
    "get_project",
    "record_activity",
    "repository_path",
    "resolve_assignee",
    "sent_build_tasks",
]
