"""The board: numbers, columns, sources, versions."""

import asyncio
from collections.abc import Sequence
from uuid import UUID, uuid4

import pytest

from coditect import projects
from coditect.kernel.db import Database
from coditect.kernel.ids import ProjectId
from coditect.kernel.scope import tenant
from coditect.projects import AddedTask, Assignee, Task, TaskDraft, TaskSource, board
from coditect.projects.changes import change_task
from coditect.projects.feed import list_activity
from coditect.projects.listing import list_tasks
from coditect.projects.schemas import AssigneeWanted, EstimateWanted, TaskCreate, TaskStatus, TaskUpdate
from tests.projects import make
from tests.projects.conftest import OURS, THEIRS

WORKFLOW = uuid4()
STATUSES: list[TaskStatus] = ["open", "in_progress", "blocked", "done", "cancelled"]


def from_workflow(key: str, *needs: str, workflow: UUID = WORKFLOW) -> TaskDraft:
    source = TaskSource(kind="workflow", workflow_id=workflow, build_task_id=key)
    return TaskDraft(title=f"Build {key}", source=source, needs=needs)


async def add(database: Database, project_id: ProjectId, *drafts: TaskDraft) -> Sequence[AddedTask]:
    async with database.write(tenant(OURS)) as session:
        return await projects.add_tasks(session, project_id, drafts, make.ADA)


async def change(database: Database, task: Task, **fields: object) -> Task:
    async with database.write(tenant(OURS)) as session:
        return await change_task(session, task.id, TaskUpdate.model_validate(fields), make.ADA)


async def on_board(database: Database, project_id: ProjectId, *statuses: TaskStatus) -> list[Task]:
    async with database.read(tenant(OURS)) as session:
        page = await list_tasks(session, project_id, make.tasks(status=statuses), limit=500, cursor=None)
    return page.items


async def told(database: Database, project_id: ProjectId) -> list[str]:
    async with database.read(tenant(OURS)) as session:
        page = await list_activity(session, project_id, limit=50, cursor=None)
    return [item.sentence for item in page.items][::-1]


async def test_a_task_keeps_all_that_it_was_given(database: Database) -> None:
    project = await make.project(database, OURS)
    wanted = TaskCreate(
        title="Pay the bill",
        description="Before the 5th.",
        priority="high",
        acceptance=["The bank confirms it"],
        labels=["finance"],
        estimate=EstimateWanted(low_hours=0.5, high_hours=2),
        assignee=AssigneeWanted(kind="role", name="Accountant"),
    )
    async with database.write(tenant(OURS)) as session:
        made = await board.create_task(session, project.id, wanted, make.ADA)
    async with database.read(tenant(OURS)) as session:
        assert await board.read_task(session, made.id) == made
    given = made.model_dump(include=set(TaskCreate.model_fields))
    assert given == wanted.model_dump()
    assert (made.number, made.status, made.position, made.version) == (1, "open", 1.0, 1)


async def test_adders_at_the_same_moment_get_different_numbers(database: Database) -> None:
    project = await make.project(database, OURS)
    drafts = [TaskDraft(title="One"), TaskDraft(title="Two")]
    await asyncio.gather(*(add(database, project.id, *drafts) for _ in range(8)))
    assert [task.number for task in await on_board(database, project.id)] == list(range(1, 17))


async def test_a_build_task_is_added_once_however_often_it_is_sent(database: Database) -> None:
    project = await make.project(database, OURS)
    first = await add(database, project.id, from_workflow("b1"), from_workflow("b2"))
    again = await add(database, project.id, from_workflow("b2"), from_workflow("b3"), from_workflow("b3"))
    assert [added.created for added in first] == [True, True]
    assert [added.created for added in again] == [False, True, False]
    assert again[0].task == first[1].task
    assert again[1].task == again[2].task
    other = await add(database, project.id, from_workflow("b1", workflow=uuid4()))
    assert other[0].created
    assert [task.number for task in await on_board(database, project.id)] == [1, 2, 3, 4]


async def test_senders_at_the_same_moment_add_each_build_task_once(database: Database) -> None:
    project = await make.project(database, OURS)
    drafts = [from_workflow(f"b{n}") for n in range(5)]
    answers = await asyncio.gather(*(add(database, project.id, *drafts) for _ in range(6)))
    assert sum(added.created for answer in answers for added in answer) == 5
    assert len({added.task.id for answer in answers for added in answer}) == 5
    assert len(await on_board(database, project.id)) == 5


async def test_what_a_task_needs_is_joined_whenever_it_arrives(database: Database) -> None:
    project = await make.project(database, OURS)
    [late] = await add(database, project.id, from_workflow("b2", "b1", "b3"))
    assert late.task.depends_on == []
    both = await add(database, project.id, from_workflow("b1"), from_workflow("b3", "b1"))
    b1, b3 = (added.task for added in both)
    assert b3.depends_on == [b1.id]
    [b2, _, _] = await on_board(database, project.id)
    assert b2.depends_on == [b1.id, b3.id]
    assert b2.version == 2


async def test_any_status_follows_any(database: Database) -> None:
    project = await make.project(database, OURS)
    [added] = await add(database, project.id, TaskDraft(title="Pay"))
    for before in STATUSES:
        for after in STATUSES:
            await change(database, added.task, status=before)
            assert (await change(database, added.task, status=after)).status == after
            assert [task.status for task in await on_board(database, project.id, after)] == [after]


async def test_a_move_goes_to_the_end_of_the_column_or_where_it_is_put(database: Database) -> None:
    project = await make.project(database, OURS)
    added = await add(database, project.id, *(TaskDraft(title=name) for name in "abc"))
    a, b, c = (each.task for each in added)
    assert [task.position for task in (a, b, c)] == [1.0, 2.0, 3.0]
    assert (await change(database, b, status="done")).position == 1.0
    assert (await change(database, c, status="done")).position == 2.0
    assert (await change(database, a, status="done", position=1.5)).position == 1.5
    assert (await change(database, a, position=0.5)).position == 0.5
    in_order = sorted(await on_board(database, project.id, "done"), key=lambda task: task.position)
    assert [task.title for task in in_order] == ["a", "b", "c"]


async def test_what_changed_is_told_with_its_reason(database: Database) -> None:
    project = await make.project(database, OURS)
    [added] = await add(
        database, project.id, TaskDraft(title="Pay", assignee=Assignee(kind="agent", name="coder"))
    )
    await change(database, added.task, status="in_progress", reason="It is due")
    await change(
        database, added.task, title="Pay it", labels=["x"], estimate={"low_hours": 1, "high_hours": 2}
    )
    await change(database, added.task, assignee=None)
    await change(database, added.task, assignee={"kind": "account", "name": "Bob"})
    await change(database, added.task, position=7)
    assert await told(database, project.id) == [
        "Ada created the project “Invoices”.",
        "Ada created task 1 “Pay”.",
        "Ada moved task 1 “Pay” from open to in progress.",
        "Ada changed title, labels and estimate of task 1 “Pay it”.",
        "Ada took task 1 “Pay it” from coder.",
        "Ada gave task 1 “Pay it” to Bob.",
    ]
    async with database.read(tenant(OURS)) as session:
        page = await list_activity(session, project.id, limit=50, cursor=None)
    moved = next(item for item in page.items if item.verb == "task.moved")
    assert moved.reason == "It is due"
    assert moved.data == {"number": 1, "before": "open", "after": "in_progress"}


async def test_a_change_to_what_already_is_leaves_no_trace(database: Database) -> None:
    project = await make.project(database, OURS)
    [added] = await add(database, project.id, TaskDraft(title="Pay"))
    same = await change(database, added.task, title="Pay", status="open", position=1, assignee=None)
    assert same == added.task
    assert len(await told(database, project.id)) == 2


async def test_a_change_based_on_an_old_version_is_refused(database: Database) -> None:
    project = await make.project(database, OURS)
    [added] = await add(database, project.id, TaskDraft(title="Pay"))
    assert (await change(database, added.task, title="Pay it", version=1)).version == 2
    with pytest.raises(projects.TaskChangedMeanwhile):
        await change(database, added.task, title="Mine", version=1)
    assert [task.title for task in await on_board(database, project.id)] == ["Pay it"]


async def test_of_changers_at_the_same_moment_one_wins_a_version(database: Database) -> None:
    project = await make.project(database, OURS)
    [added] = await add(database, project.id, TaskDraft(title="Pay"))
    tries = (change(database, added.task, title=f"Try {n}", version=1) for n in range(6))
    answers = await asyncio.gather(*tries, return_exceptions=True)
    assert sorted(type(answer).__name__ for answer in answers) == ["Task", *["TaskChangedMeanwhile"] * 5]


async def test_changers_of_different_fields_do_not_undo_each_other(database: Database) -> None:
    project = await make.project(database, OURS)
    [added] = await add(database, project.id, TaskDraft(title="Pay"))
    await asyncio.gather(
        change(database, added.task, title="Pay it"),
        change(database, added.task, status="done"),
        change(database, added.task, priority="high"),
    )
    [task] = await on_board(database, project.id)
    assert (task.title, task.status, task.priority, task.version) == ("Pay it", "done", "high", 4)


async def test_pages_hold_every_task_once(database: Database) -> None:
    project = await make.project(database, OURS)
    await add(database, project.id, *(TaskDraft(title=f"Task {n}") for n in range(5)))
    seen: list[int] = []
    cursor = None
    async with database.read(tenant(OURS)) as session:
        while True:
            page = await list_tasks(session, project.id, make.tasks(), limit=2, cursor=cursor)
            seen += [task.number for task in page.items]
            if page.next_cursor is None:
                break
            cursor = page.next_cursor
    assert seen == [1, 2, 3, 4, 5]


async def test_a_long_title_of_a_draft_is_cut_to_one_line(database: Database) -> None:
    project = await make.project(database, OURS)
    added = await add(database, project.id, TaskDraft(title="long\n" + "x" * 300), TaskDraft(title=" "))
    assert added[0].task.title == "long " + "x" * 194 + "…"
    assert added[1].task.title == "Untitled"


async def test_a_foreign_task_is_not_there(database: Database) -> None:
    theirs = await make.project(database, THEIRS)
    async with database.write(tenant(THEIRS)) as session:
        [added] = await projects.add_tasks(session, theirs.id, [TaskDraft(title="Pay")], make.ADA)
    with pytest.raises(projects.TaskNotFound):
        await change(database, added.task, title="Mine")
    async with database.read(tenant(OURS)) as session:
        with pytest.raises(projects.TaskNotFound):
            await board.read_task(session, added.task.id)
    assert await on_board(database, theirs.id) == []


@pytest.mark.parametrize(
    "fields",
    [
        {"title": None},
        {"status": "finished"},
        {"status": None},
        {"position": float("nan")},
        {"position": float("inf")},
        {"estimate": {"low_hours": 3, "high_hours": 2}},
        {"estimate": {"low_hours": -1, "high_hours": 2}},
        {"labels": ["x" * 51]},
        {"assignee": {"kind": "robot", "name": "R"}},
        {"version": 0},
        {"number": 7},
    ],
)
def test_a_change_makes_sense(fields: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=next(iter(fields))):
        TaskUpdate.model_validate(fields)
