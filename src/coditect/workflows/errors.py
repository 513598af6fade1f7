"""What the Workflow Analyzer refuses."""

from coditect.kernel.errors import Conflict, InvalidInput, NotFound, TooLarge


class WorkflowNotFound(NotFound):
    code = "workflow_not_found"
    title = "There is no such workflow"


class DescriptionTooLong(TooLarge):
    code = "description_too_long"
    title = "The description is too long"


class DescriptionRefused(InvalidInput):
    code = "description_refused"
    title = "This description cannot be analysed"


class UnknownExportFormat(InvalidInput):
    code = "unknown_export_format"
    title = "There is no such export format"


class UnknownArtifact(InvalidInput):
    code = "unknown_artifact"
    title = "There is no such document"


class UnknownBuildTask(InvalidInput):
    code = "unknown_build_task"
    title = "The analysis has no such build task"


class NoAgentUsed(NotFound):
    code = "no_agent_used"
    title = "No agent's definition was used"


class AnalysisNotReady(Conflict):
    code = "analysis_not_ready"
    title = "The analysis is not ready yet"


class AnalysisRunning(Conflict):
    code = "analysis_running"
    title = "An analysis of this workflow is under way"
