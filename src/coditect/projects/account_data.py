"""What projects hold about a person, and what becomes of it when they leave."""

import shutil
from collections.abc import Mapping
from functools import partial
from typing import Any

import anyio.to_thread
from sqlalchemy import String, cast, select

from coditect.kernel.account_data import Leaving, Person, Rows, told
from coditect.kernel.erasing import FORMER_MEMBER, anonymise, erasing, purge
from coditect.kernel.platform import Platform
from coditect.kernel.scope import tenant
from coditect.projects.models import ActivityRow, CommentRow, ProjectRow, TaskChangeRow, TaskRow
from coditect.projects.repositories import repositories_of
from coditect.projects.task_rows import searched, set_assignee


async def export_account_data(platform: Platform, person: Person) -> Mapping[str, Rows]:
    """Return what the person did and wrote, the tasks that are theirs, and where others mention them."""
    me = str(person.account_id)
    found: dict[str, list[Mapping[str, Any]]] = {"activity": [], "comments": [], "mentions": [], "tasks": []}
    for organization_id in person.organizations:
        async with platform.place_of(organization_id).database.read(tenant(organization_id)) as session:
            activity = await session.scalars(select(ActivityRow).where(ActivityRow.actor_id == me))
            comments = await session.scalars(select(CommentRow).where(CommentRow.author_id == me))
            mentions = await session.scalars(
                select(CommentRow).where(cast(CommentRow.mentions, String).contains(me))
            )
            tasks = await session.scalars(select(TaskRow).where(TaskRow.assignee_id == person.account_id))
            found["activity"] += [told(row) for row in activity]
            found["comments"] += [told(row) for row in comments]
            found["mentions"] += [told(row) for row in mentions]
            found["tasks"] += [told(row) for row in tasks]
    return found


async def erase_account_data(platform: Platform, leaving: Leaving) -> None:
    """Remove projects that nobody else has, with their repositories; in the others the work stays, unnamed."""
    for organization_id in leaving.alone:
        async with erasing(platform.place_of(organization_id).database, organization_id) as session:
            await purge(session, organization_id, ActivityRow, TaskChangeRow, CommentRow, TaskRow, ProjectRow)
        folder = repositories_of(platform.settings.data_dir, organization_id)
        await anyio.to_thread.run_sync(partial(shutil.rmtree, folder, ignore_errors=True))
    for organization_id in leaving.shared:
        async with erasing(platform.place_of(organization_id).database, organization_id) as session:
            edits = _Edits(leaving)
            await anonymise(session, TaskRow, leaving, also=edits.task)
            await anonymise(session, CommentRow, leaving, also=edits.comment)
            await anonymise(session, TaskChangeRow, leaving)
            await anonymise(session, ActivityRow, leaving, also=edits.activity)


class _Edits:
    """What stands beside the person's id: their name, and mentions in the text."""

    def __init__(self, leaving: Leaving) -> None:
        self._leaving = leaving
        self._id = str(leaving.account_id)

    def task(self, row: TaskRow) -> None:
        if row.assignee_id == self._leaving.account_id:
            set_assignee(row, None)
            row.searched = searched(row)

    def comment(self, row: CommentRow) -> None:
        if row.author_id == self._id:
            row.author_name = FORMER_MEMBER
        if any(mention.get("account_id") == self._id for mention in row.mentions):
            row.text = row.text.replace(f"@{self._leaving.name}", f"@{FORMER_MEMBER}")

    def activity(self, row: ActivityRow) -> None:
        if row.actor_id == self._id:
            row.actor_name = FORMER_MEMBER
