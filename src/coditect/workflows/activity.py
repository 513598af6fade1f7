"""What the Workflow Analyzer tells in a project's feed."""

from dataclasses import dataclass

from coditect import projects
from coditect.organizations import Member
from coditect.workflows.models import Workflow


@dataclass(frozen=True, kw_only=True)
class RequestedAnalysis(projects.Verb, name="workflow.requested"):
    version: int

    def predicate(self, title: str) -> str:
        return f"asked for an analysis of “{title}”" if self.version == 1 else f"had “{title}” analysed again"


@dataclass(frozen=True, kw_only=True)
class FinishedAnalysis(projects.Verb, name="workflow.analysed"):
    tasks: int
    actors: int
    build_tasks: int
    missing: tuple[str, ...]
    """Analysts that could not finish."""

    def predicate(self, title: str) -> str:
        found = f"found {_counted(self.tasks, 'task')} and {_counted(self.actors, 'actor')} in “{title}”"
        planned = f"{found} and planned {_counted(self.build_tasks, 'build task')}"
        return f"{planned}, without {', '.join(self.missing)}" if self.missing else planned


@dataclass(frozen=True, kw_only=True)
class SentBuildTasks(projects.Verb, name="workflow.sent_to_board"):
    count: int

    def predicate(self, title: str) -> str:
        return f"sent {_counted(self.count, 'build task')} of “{title}” to the board"


@dataclass(frozen=True, kw_only=True)
class RemovedWorkflow(projects.Verb, name="workflow.removed"):
    def predicate(self, title: str) -> str:
        return f"removed the analysis “{title}”"


@dataclass(frozen=True, kw_only=True)
class EditedAnalysis(projects.Verb, name="workflow.edited"):
    count: int

    def predicate(self, title: str) -> str:
        return f"made {'an edit' if self.count == 1 else f'{self.count} edits'} in the analysis “{title}”"


@dataclass(frozen=True, kw_only=True)
class UndidEdit(projects.Verb, name="workflow.edit_undone"):
    def predicate(self, title: str) -> str:
        return f"took an edit of the analysis “{title}” back"


@dataclass(frozen=True, kw_only=True)
class RedidEdit(projects.Verb, name="workflow.edit_redone"):
    def predicate(self, title: str) -> str:
        return f"made an edit of the analysis “{title}” again"


ANALYZER = projects.Actor(kind="agent", id="workflow-analyzer", name="Workflow Analyzer")


def actor_of(member: Member) -> projects.Actor:
    """Return the member as the feed names them."""
    return projects.Actor(kind="account", id=str(member.account_id), name=member.name)


def object_of(workflow: Workflow) -> projects.ActivityObject:
    """Return the workflow as the feed names it."""
    return projects.ActivityObject(kind="workflow", id=str(workflow.id), title=workflow.title)


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
