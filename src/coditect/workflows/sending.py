"""Build tasks become tasks on the project's board, each once."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from coditect import projects
from coditect.kernel.events import publish
from coditect.organizations import Member
from coditect.workflows.activity import SentBuildTasks, actor_of, object_of
from coditect.workflows.analysis import BuildTask
from coditect.workflows.errors import UnknownBuildTask
from coditect.workflows.events import BuildTasksSent
from coditect.workflows.models import Workflow
from coditect.workflows.schemas import TaskChoice
from coditect.workflows.service import build_tasks_of


async def send_tasks(
    session: AsyncSession,
    member: Member,
    workflow_id: UUID,
    ids: Collection[str] | None,
    choices: Mapping[str, TaskChoice],
) -> Sequence[projects.AddedTask]:
    """Put the build tasks called `ids` (all, when None) on the board; what is there already stays as it is.

    `choices` says, by build task, what goes there in place of what the analysis proposes.
    """
    workflow, build_tasks = await build_tasks_of(session, workflow_id)
    chosen = _chosen(build_tasks, None if ids is None else frozenset(ids))
    _chosen(build_tasks, frozenset(choices))
    drafts = [
        await _adjusted(session, workflow, _draft(workflow, task), choices.get(task.id)) for task in chosen
    ]
    added = await projects.add_tasks(session, workflow.project_id, drafts, actor_of(member))
    new = tuple(task.id for task, on_board in zip(chosen, added, strict=True) if on_board.created)
    if new:
        await _announce(session, member, workflow, new)
    return added


def _chosen(build_tasks: Sequence[BuildTask], ids: frozenset[str] | None) -> Sequence[BuildTask]:
    if ids is None:
        return build_tasks
    unknown = sorted(ids - {task.id for task in build_tasks})
    if unknown:
        raise UnknownBuildTask(f"ids: not in this analysis: {', '.join(unknown[:10])}.")
    return [task for task in build_tasks if task.id in ids]


async def _adjusted(
    session: AsyncSession, workflow: Workflow, draft: projects.TaskDraft, choice: TaskChoice | None
) -> projects.TaskDraft:
    """Return the draft with what a person chose for it."""
    if choice is None:
        return draft
    if choice.assignee is not None:
        who = await projects.resolve_assignee(session, workflow.organization_id, choice.assignee)
        draft = replace(draft, assignee=who)
    if choice.estimate is not None:
        hours = choice.estimate
        estimate = projects.Estimate(low_hours=hours.low_hours, high_hours=hours.high_hours)
        draft = replace(draft, estimate=estimate)
    return draft


def _draft(workflow: Workflow, task: BuildTask) -> projects.TaskDraft:
    return projects.TaskDraft(
        title=task.title,
        description=task.description,
        priority=task.priority,
        acceptance=task.acceptance,
        estimate=projects.Estimate(low_hours=task.estimate.low_hours, high_hours=task.estimate.high_hours),
        assignee=projects.Assignee(kind=task.assignee.kind, name=task.assignee.name),
        source=projects.TaskSource(kind="workflow", workflow_id=workflow.id, build_task_id=task.id),
        needs=task.depends_on,
    )


async def _announce(session: AsyncSession, member: Member, workflow: Workflow, new: tuple[str, ...]) -> None:
    publish(
        session,
        BuildTasksSent(
            organization_id=workflow.organization_id,
            workflow_id=workflow.id,
            project_id=workflow.project_id,
            build_task_ids=new,
        ),
    )
    await projects.record_activity(
        session,
        workflow.project_id,
        actor_of(member),
        SentBuildTasks(count=len(new)),
        object_of(workflow),
    )
