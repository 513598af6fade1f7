"""What the Workflow Analyzer states."""

from dataclasses import dataclass
from uuid import UUID

from coditect.kernel.events import Event
from coditect.kernel.ids import ProjectId, RunId


@dataclass(frozen=True, kw_only=True)
class WorkflowSubmitted(Event, topic="workflows.submitted"):
    """A description was handed in and its analysis is queued."""

    workflow_id: UUID
    project_id: ProjectId
    run_id: RunId


@dataclass(frozen=True, kw_only=True)
class WorkflowAnalysed(Event, topic="workflows.analysed"):
    """The analysis of a version is stored, in full or in part."""

    workflow_id: UUID
    project_id: ProjectId
    version: int


@dataclass(frozen=True, kw_only=True)
class BuildTasksSent(Event, topic="workflows.build_tasks_sent"):
    """Build tasks of an analysis became tasks on the project's board."""

    workflow_id: UUID
    project_id: ProjectId
    build_task_ids: tuple[str, ...]
