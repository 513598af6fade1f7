"""What `projects` announces."""

from dataclasses import dataclass
from uuid import UUID

from coditect.kernel.events import Event
from coditect.kernel.ids import ProjectId


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


def subject_of(project_id: ProjectId) -> str:
    """Return the subject under which a project's activity is streamed."""
    return f"project:{project_id}"
