"""The board over REST: tasks, one or many at a time."""

from datetime import date
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Header, Query

from coditect.kernel.api import DEFAULT_LIMIT, Limit, Page, problems
from coditect.kernel.errors import FieldError, InvalidInput
from coditect.kernel.idempotency import Once, once
from coditect.kernel.ids import ProjectId
from coditect.organizations import ProjectReader, ReadSession, ReplicaSession, TaskWriter, WriteSession
from coditect.projects import board, changes, feed, listing, people, removal, service
from coditect.projects.editing import (
    BulkEdit,
    Person,
    TaskFilter,
    TaskHistoryEntry,
    TasksChosen,
    TasksEdited,
    TaskSort,
)
from coditect.projects.routes import actor_of
from coditect.projects.schemas import Priority, Task, TaskCreate, TaskStatus, TaskUpdate

router = APIRouter(tags=["tasks"])

OnlyOnce = Annotated[Once, Depends(once)]
IfMatch = Annotated[
    str | None,
    Header(
        max_length=40,
        description="The version that a change is based on; `version` in the body says the same.",
    ),
]
_MOST = 100
Words = Annotated[str, Query(max_length=200, description="Words that all occur in the task.")]


async def chosen_tasks(
    *,
    status: Annotated[
        list[TaskStatus] | None, Query(description="Only these; may be given several times.")
    ] = None,
    priority: Annotated[list[Priority] | None, Query()] = None,
    assignee: Annotated[
        list[str] | None,
        Query(max_length=_MOST, description="`none`, `me`, an account's id, or `agent:name`, `role:name`."),
    ] = None,
    label: Annotated[list[str] | None, Query(max_length=_MOST)] = None,
    workflow: Annotated[
        list[UUID] | None, Query(max_length=_MOST, description="The analysis it came from.")
    ] = None,
    id: Annotated[list[UUID] | None, Query(max_length=_MOST)] = None,  # noqa: A002 - the name in the address
    text: Words = "",
    due_from: date | None = None,
    due_until: date | None = None,
) -> TaskFilter:
    """Read which tasks are asked for."""
    if any("\x00" in part for part in (text, *(label or ()), *(assignee or ()))):
        raise InvalidInput(
            "Text must not contain a NUL character.",
            fields=(FieldError("query", "contains a NUL character"),),
        )
    return TaskFilter(
        status=status or [],
        priority=priority or [],
        assignee=assignee or [],
        label=label or [],
        workflow=workflow or [],
        id=id or [],
        text=text,
        due_from=due_from,
        due_until=due_until,
    )


@router.get("/projects/{project_id}/tasks")
async def list_tasks(
    *,
    project_id: ProjectId,
    member: ProjectReader,
    session: ReplicaSession,
    chosen: Annotated[TaskFilter, Depends(chosen_tasks)],
    sort: TaskSort = "number",
    descending: bool = False,
    limit: Limit = DEFAULT_LIMIT,
    cursor: Annotated[str | None, Query(max_length=1000)] = None,
) -> Page[Task]:
    """The tasks of a project; `position` orders them inside a column."""
    await service.get_project(session, project_id)
    return await listing.list_tasks(
        session,
        project_id,
        chosen,
        sort=sort,
        descending=descending,
        account_id=member.account_id,
        limit=limit,
        cursor=cursor,
    )


@router.post("/projects/{project_id}/tasks", status_code=201)
async def create_task(
    project_id: ProjectId, wanted: TaskCreate, member: TaskWriter, session: WriteSession, only_once: OnlyOnce
) -> Task:
    """Put a task on the board."""
    return await only_once(
        session,
        member.organization_id,
        Task,
        lambda: board.create_task(session, project_id, wanted, actor_of(member)),
    )


@router.patch("/projects/{project_id}/tasks", responses=problems(409))
async def change_tasks(
    project_id: ProjectId, edit: BulkEdit, member: TaskWriter, session: WriteSession
) -> TasksEdited:
    """Change many tasks alike: all of them or, if one is not on the board or no longer at the version given, none.

    The answer 409 holds, as `tasks`, those that have changed as they are now.
    """
    await service.get_project(session, project_id)
    return await changes.change_tasks(session, project_id, edit, actor_of(member))


@router.post("/projects/{project_id}/tasks/delete")
async def delete_tasks(
    project_id: ProjectId, chosen: TasksChosen, member: TaskWriter, session: WriteSession
) -> TasksEdited:
    """Take tasks off the board, all or none; they can be restored."""
    await service.get_project(session, project_id)
    return await removal.delete_tasks(session, project_id, chosen.ids, actor_of(member))


@router.post("/projects/{project_id}/tasks/restore")
async def restore_tasks(
    project_id: ProjectId, chosen: TasksChosen, member: TaskWriter, session: WriteSession
) -> TasksEdited:
    """Put deleted tasks back where they were, all or none."""
    await service.get_project(session, project_id)
    return await removal.restore_tasks(session, project_id, chosen.ids, actor_of(member))


@router.post("/projects/{project_id}/activity/{activity_id}/undo", responses=problems(409))
async def undo(
    project_id: ProjectId, activity_id: UUID, member: TaskWriter, session: WriteSession
) -> TasksEdited:
    """Take an edit or a deletion back; if one of its tasks has changed since, nothing happens."""
    await service.get_project(session, project_id)
    return await removal.undo(session, project_id, activity_id, actor_of(member))


@router.get("/projects/{project_id}/people")
async def list_people(project_id: ProjectId, member: ProjectReader, session: ReadSession) -> list[Person]:
    """Who can be given tasks and mentioned: the members of the organization, by name."""
    await service.get_project(session, project_id)
    return list(await people.people_of(session, member.organization_id))


@router.get("/tasks/{task_id}")
async def read_task(task_id: UUID, member: ProjectReader, session: ReadSession) -> Task:
    """One task."""
    del member
    return await board.read_task(session, task_id)


@router.patch("/tasks/{task_id}", responses=problems(409))
async def change_task(
    task_id: UUID, change: TaskUpdate, member: TaskWriter, session: WriteSession, if_match: IfMatch = None
) -> Task:
    """Change a task. With a version that it no longer has, the answer is 409 and holds the task as it is now."""
    if if_match is not None:
        change.version = _version(if_match)
    return await changes.change_task(session, task_id, change, actor_of(member))


@router.delete("/tasks/{task_id}", status_code=204)
async def delete_task(task_id: UUID, member: TaskWriter, session: WriteSession) -> None:
    """Take a task off the board; it can be restored."""
    project_id = await removal.project_of(session, task_id, deleted=False)
    await removal.delete_tasks(session, project_id, [task_id], actor_of(member))


@router.post("/tasks/{task_id}/restore")
async def restore_task(task_id: UUID, member: TaskWriter, session: WriteSession) -> Task:
    """Put a deleted task back where it was."""
    project_id = await removal.project_of(session, task_id, deleted=True)
    return removal.single(await removal.restore_tasks(session, project_id, [task_id], actor_of(member)))


@router.get("/tasks/{task_id}/history")
async def list_history(
    task_id: UUID,
    member: ProjectReader,
    session: ReplicaSession,
    limit: Limit = DEFAULT_LIMIT,
    cursor: UUID | None = None,
) -> Page[TaskHistoryEntry]:
    """What happened to a task, alone or together with others, newest first."""
    del member
    await board.read_task(session, task_id)
    return await feed.list_history(session, task_id, limit=limit, cursor=cursor)


def _version(if_match: str) -> int:
    text = if_match.strip().removeprefix("W/").strip('"')
    if not text.isdecimal() or not 0 < int(text) < 2**31:
        fault = FieldError("header.if-match", 'the version of the task, for instance "3"')
        raise InvalidInput("If-Match: send the version of the task.", fields=(fault,))
    return int(text)
