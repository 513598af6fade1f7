"""Whom a fact concerns, and what they are told."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from coditect import engine, organizations
from coditect.kernel.ids import AccountId, OrganizationId
from coditect.kernel.platform import Platform
from coditect.kernel.relay import Consumer
from coditect.kernel.scope import tenant
from coditect.notifications.ports import WorkflowOfRun
from coditect.notifications.service import Note, Reader, notify
from coditect.projects import MemberMentioned, TaskAssigned, TaskCommented

CommentKind = Literal["mentioned", "commented"]
_LONGEST_ERROR = 300


def consumers(platform: Platform, workflow_of_run: WorkflowOfRun) -> Sequence[Consumer]:
    """Return what notifications do about events."""
    teller = Teller(platform, workflow_of_run)
    return (
        Consumer("notifications.analysis_ended", engine.RunFinished, teller.analysis_ended),
        Consumer("notifications.task_assigned", TaskAssigned, teller.task_assigned),
        Consumer("notifications.mentioned", MemberMentioned, teller.mentioned),
        Consumer("notifications.commented", TaskCommented, teller.commented),
        Consumer("notifications.step_died", engine.StepDied, teller.step_died),
    )


@dataclass(frozen=True)
class Teller:
    """Tells people of events."""

    platform: Platform
    workflow_of_run: WorkflowOfRun

    async def analysis_ended(self, event: engine.RunFinished) -> None:
        """Tell whoever handed in the description."""
        if event.organization_id is None or event.status == "cancelled":
            return
        async with self.platform.database.read(tenant(event.organization_id)) as session:
            analysed = await self.workflow_of_run(session, event.run_id)
        if analysed is None:
            return
        note = Note(
            kind="analysis_failed" if event.status == "failed" else "analysis_finished",
            about=f"run:{event.run_id}",
            title=analysed.title,
            path=f"/projects/{analysed.project_id}/analyses/{analysed.id}",
            data={"status": event.status},
        )
        await self._tell(event.organization_id, [analysed.created_by], note)

    async def task_assigned(self, event: TaskAssigned) -> None:
        """Tell whoever got the task."""
        note = Note(
            kind="task_assigned",
            about=f"task:{event.task_id}",
            title=event.title,
            path=_task_path(event),
            data={"by": event.by_name, "number": event.number},
            again=True,
        )
        await self._tell(event.organization_id, [event.account_id], note)

    async def mentioned(self, event: MemberMentioned) -> None:
        """Tell whoever is named in a comment."""
        await self._tell(event.organization_id, [event.account_id], _comment_note("mentioned", event))

    async def commented(self, event: TaskCommented) -> None:
        """Tell those whom the task concerns."""
        await self._tell(event.organization_id, event.account_ids, _comment_note("commented", event))

    async def step_died(self, event: engine.StepDied) -> None:
        """Tell those who look after the organization."""
        assert event.organization_id is not None
        async with self.platform.database.read(tenant(event.organization_id)) as session:
            admins = await organizations.members_who_may(
                session, event.organization_id, organizations.Permission.ORGANIZATION_WRITE
            )
        note = Note(
            kind="dead_letter",
            about=f"step:{event.step_id}",
            title=event.key,
            path=f"/runs/{event.run_id}/steps/{event.step_id}",
            data={"error": event.error[:_LONGEST_ERROR]},
            again=True,
        )
        await self._tell(event.organization_id, admins, note)

    async def _tell(
        self, organization_id: OrganizationId | None, accounts: Iterable[AccountId], note: Note
    ) -> None:
        assert organization_id is not None
        for account_id in accounts:
            async with self.platform.database.write(tenant(organization_id, account_id)) as session:
                # Who left the organization in between hears nothing more of it.
                if await organizations.role_of(session, organization_id, account_id) is not None:
                    await notify(session, Reader(organization_id, account_id), note)


def _task_path(event: TaskAssigned | MemberMentioned | TaskCommented) -> str:
    return f"/projects/{event.project_id}/tasks/{event.task_id}"


def _comment_note(kind: CommentKind, event: MemberMentioned | TaskCommented) -> Note:
    return Note(
        kind=kind,
        about=f"comment:{event.comment_id}",
        title=event.title,
        path=f"{_task_path(event)}?comment={event.comment_id}",
        data={"by": event.by_name, "number": event.number, "excerpt": event.excerpt},
    )
