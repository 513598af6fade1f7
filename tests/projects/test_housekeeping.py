"""A deleted task can be brought back for a month, then it is gone for good with all that belongs to it."""

from datetime import timedelta
from uuid import UUID

import httpx
from sqlalchemy import select, update

from coditect.kernel.clock import utc_now
from coditect.kernel.housekeeping import do_all
from coditect.kernel.ids import OrganizationId
from coditect.kernel.scope import tenant
from coditect.projects.housekeeping import chores
from coditect.projects.models import CommentRow, TaskRow
from tests.identity.house import House
from tests.projects.test_board_edits import board, post
from tests.projects.test_routes import API


async def test_deleted_tasks_go_after_a_month(house: House, ada: httpx.AsyncClient) -> None:
    _, tasks = await board(ada, 3)
    organization = OrganizationId(UUID((await ada.get(f"{API}/me")).json()["organizations"][0]["id"]))
    for task in tasks:
        await post(ada, f"/tasks/{task['id']}/comments", 201, {"text": "Done?"})
    for task, days in zip(tasks, (31, 29), strict=False):
        assert (await ada.delete(f"{API}/tasks/{task['id']}")).status_code == 204
        async with house.platform.database.write(tenant(organization)) as session:
            await session.execute(
                update(TaskRow)
                .where(TaskRow.id == UUID(task["id"]))
                .values(deleted_at=utc_now() - timedelta(days=days))
            )
    await do_all(chores(house.platform))
    async with house.platform.database.read(tenant(organization)) as session:
        left = (await session.scalars(select(TaskRow.number).order_by(TaskRow.number))).all()
        comments = (await session.scalars(select(CommentRow.task_id))).all()
    assert left == [2, 3]
    assert {str(one) for one in comments} == {task["id"] for task in tasks[1:]}
    await post(ada, f"/tasks/{tasks[1]['id']}/restore", 200)
