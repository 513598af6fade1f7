"""What may go wrong with projects, as named facts."""

from coditect.kernel.errors import Conflict, NotFound, Unavailable


class ProjectNotFound(NotFound):
    code = "project_not_found"
    title = "There is no such project"


class TaskNotFound(NotFound):
    code = "task_not_found"
    title = "There is no such task"


class TaskChangedMeanwhile(Conflict):
    code = "task_changed_meanwhile"
    title = "Somebody changed this task meanwhile"


class GitFailed(Unavailable):
    """Git is missing, cannot write, or took too long; asking again is safe."""

    code = "repository_unavailable"
    title = "The project's git repository is not available"
