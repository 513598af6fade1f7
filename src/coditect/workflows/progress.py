"""The progress of an analysis as server-sent events: `analyst` for each change, `workflow` at the end."""

from collections.abc import Mapping, Sequence

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from coditect import engine
from coditect.kernel.db import Database
from coditect.kernel.errors import NotFound
from coditect.kernel.events import Event, StoredEvent, load
from coditect.kernel.platform import Platform
from coditect.kernel.scope import tenant
from coditect.kernel.streams import Channel, Message
from coditect.organizations import Member, Permission, uuid_of
from coditect.workflows import store
from coditect.workflows.analysis import ANALYST_NAMES
from coditect.workflows.models import AnalystResult, Workflow
from coditect.workflows.schemas import AnalystStatus


def channel_of(database: Database, workflow: Workflow) -> Channel:
    """Return the progress of a workflow's newest run."""
    workflow_id, version = workflow.id, workflow.version
    organization_id = workflow.organization_id

    async def translate(events: Sequence[StoredEvent]) -> Sequence[Sequence[Message]]:
        loaded = [load(stored) for stored in events]
        done = [event.key for event in loaded if isinstance(event, engine.StepSucceeded)]
        async with database.read(tenant(organization_id)) as session:
            found = await session.execute(
                select(AnalystResult.analyst, AnalystResult.summary).where(
                    AnalystResult.workflow_id == workflow_id,
                    AnalystResult.version == version,
                    AnalystResult.analyst.in_(done),
                )
            )
            summaries: dict[str, str | None] = dict(found.all())
        return [_messages(event, summaries) for event in loaded]

    return Channel(
        name=f"workflow:{workflow_id}",
        subject=engine.run_subject(workflow.run_id),
        organization_id=organization_id,
        translate=translate,
        ended=lambda stored: stored.topic == engine.RunFinished.topic,
    )


async def open_workflow(platform: Platform, session: AsyncSession, member: Member, key: str, /) -> Channel:
    """Open the progress of a workflow."""
    if not member.may(Permission.WORKFLOW_READ):
        raise NotFound
    return channel_of(platform.database, await store.get_workflow(session, uuid_of(key)))


def _messages(event: Event, summaries: Mapping[str, str | None]) -> Sequence[Message]:
    if isinstance(event, engine.RunSubmitted):
        return [Message("workflow", {"status": "queued"})]
    if isinstance(event, engine.RunReopened):
        return [Message("workflow", {"status": "running"})]
    if isinstance(event, engine.RunFinished):
        return [Message("workflow", {"status": event.status})]
    if isinstance(event, engine.StepEvent) and event.key in ANALYST_NAMES:
        status = _status_after(event)
        summary = summaries.get(event.key) if status == "succeeded" else None
        return [Message("analyst", {"name": event.key, "status": status, "summary": summary})]
    return []


def _status_after(event: engine.StepEvent) -> AnalystStatus:
    match event:
        case engine.StepStarted():
            return "running"
        case engine.StepSucceeded():
            return "succeeded"
        case engine.StepRetried():
            return "ready"
        case engine.StepDied():
            return "failed"
        case engine.StepSkipped():
            return "skipped"
        case _:
            raise ValueError(f"{event.topic} says nothing of an analyst's state.")
