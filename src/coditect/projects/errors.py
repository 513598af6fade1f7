"""What may go wrong with projects, as named facts."""

from coditect.kernel.errors import Conflict, InvalidInput, NotAllowed, NotFound, Unavailable


class ProjectNotFound(NotFound):
    code = "project_not_found"
    title = "There is no such project"


class TaskNotFound(NotFound):
    code = "task_not_found"
    title = "There is no such task"


class TaskChangedMeanwhile(Conflict):
    code = "task_changed_meanwhile"
    title = "Somebody changed this task meanwhile"


class TasksChangedMeanwhile(Conflict):
    code = "tasks_changed_meanwhile"
    title = "Somebody changed some of these tasks meanwhile"


class CommentNotFound(NotFound):
    code = "comment_not_found"
    title = "There is no such comment"


class NotYourComment(NotAllowed):
    code = "not_your_comment"
    title = "Only who wrote a comment may change it"


class ActivityNotFound(NotFound):
    code = "activity_not_found"
    title = "There is no such entry in this feed"


class NotUndoable(Conflict):
    code = "not_undoable"
    title = "This cannot be undone"


class CircleOfTasks(InvalidInput):
    code = "circle_of_tasks"
    title = "The tasks would wait for each other"


class NotOnThisBoard(InvalidInput):
    code = "not_on_this_board"
    title = "Some of these tasks are not on this board"


class NotAMemberHere(InvalidInput):
    code = "not_a_member_here"
    title = "This person does not belong to the organization"


class DatesReversed(InvalidInput):
    code = "dates_reversed"
    title = "A task must not be due before it starts"


class GitFailed(Unavailable):
    """Git is missing, cannot write, or took too long; asking again is safe."""

    code = "repository_unavailable"
    title = "The project's git repository is not available"
