"""The progress of an analysis as server-sent events: `analyst` for each change, `workflow` at the end."""

from collections.abc import Sequence

from sqlalchemy import select

from coditect import engine, organizations
from coditect.kernel.events import StoredEvent, load
from coditect.kernel.platform import Platform
from coditect.kernel.streams import Feed, Message
from coditect.organizations import Member
from coditect.workflows.analysis import ANALYST_NAMES
from coditect.workflows.models import AnalystResult, Workflow
from coditect.workflows.schemas import AnalystStatus


def feed_of(platform: Platform, member: Member, workflow: Workflow, *, after: int) -> Feed:
    """Return the feed of a workflow's newest run."""
    workflow_id, version = workflow.id, workflow.version

    async def summary_of(analyst: str) -> str | None:
        async with platform.database.read(member.scope) as session:
            return await session.scalar(
                select(AnalystResult.summary).where(
                    AnalystResult.workflow_id == workflow_id,
                    AnalystResult.version == version,
                    AnalystResult.analyst == analyst,
                )
            )

    async def translate(stored: StoredEvent) -> Sequence[Message]:
        event = load(stored)
        if isinstance(event, engine.RunSubmitted):
            return [Message("workflow", {"status": "queued"})]
        if isinstance(event, engine.RunFinished):
            return [Message("workflow", {"status": event.status})]
        if isinstance(event, engine.StepEvent) and event.key in ANALYST_NAMES:
            status = _status_after(event)
            summary = await summary_of(event.key) if status == "succeeded" else None
            return [Message("analyst", {"name": event.key, "status": status, "summary": summary})]
        return []

    async def still_allowed() -> bool:
        return await organizations.is_access_alive(platform.database, member)

    return Feed(
        organization_id=member.organization_id,
        subject=engine.run_subject(workflow.run_id),
        after=after,
        translate=translate,
        still_allowed=still_allowed,
        ended=lambda stored: stored.topic == engine.RunFinished.topic,
    )


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
