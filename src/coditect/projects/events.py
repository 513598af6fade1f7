"""What `projects` announces."""

from dataclasses import dataclass
from uuid import UUID

from coditect.kernel.events import Event
from coditect.kernel.ids import AccountId, ProjectId


@dataclass(frozen=True, kw_only=True)
class ProjectCreated(Event, topic="projects.project_created"):
    """A project exists; its repository may still be missing."""

    project_id: ProjectId


@dataclass(frozen=True, kw_only=True)
class ActivityRecorded(Event, topic="projects.activity_recorded"):
    """Something happened in a project; the activity holds who, what, why and when."""

    project_id: ProjectId
    activity_id: UUID
    verb: str

    @property
    def subject(self) -> str:
        return subject_of(self.project_id)


@dataclass(frozen=True, kw_only=True)
class TasksReordered(Event, topic="projects.tasks_reordered"):
    """Tasks have another place in their column, which is no news for the feed."""

    project_id: ProjectId
    task_ids: tuple[UUID, ...]

    @property
    def subject(self) -> str:
        return subject_of(self.project_id)


@dataclass(frozen=True, kw_only=True)
class TaskAssigned(Event, topic="projects.task_assigned"):
    """A task was given to a member by somebody else."""

    project_id: ProjectId
    task_id: UUID
    number: int
    title: str
    account_id: AccountId
    by_name: str


@dataclass(frozen=True, kw_only=True)
class MemberMentioned(Event, topic="projects.member_mentioned"):
    """A comment on a task names a member who did not write it."""

    project_id: ProjectId
    task_id: UUID
    comment_id: UUID
    number: int
    title: str
    account_id: AccountId
    by_name: str
    excerpt: str


@dataclass(frozen=True, kw_only=True)
class TaskCommented(Event, topic="projects.task_commented"):
    """Somebody commented on a task that a member has to do or has commented on; mentions are told apart."""

    project_id: ProjectId
    task_id: UUID
    comment_id: UUID
    number: int
    title: str
    account_ids: tuple[AccountId, ...]
    by_name: str
    excerpt: str


def subject_of(project_id: ProjectId) -> str:
    """Return the subject under which a project's activity is streamed."""
    return f"project:{project_id}"
