"""A workflow goes, with its analyses, edits and files; tasks that it put on the board stay."""

from uuid import UUID

from sqlalchemy import delete
from sqlalchemy.ext.asyncio import AsyncSession

from coditect import engine, projects
from coditect.kernel.entitlements import Use
from coditect.kernel.platform import Platform
from coditect.organizations import Member
from coditect.workflows import diagrams, store
from coditect.workflows.activity import RemovedWorkflow, actor_of, object_of
from coditect.workflows.errors import AnalysisRunning
from coditect.workflows.exporting import forget_exports
from coditect.workflows.models import AnalystResult, StoredAnalysis, Workflow, WorkflowEdit
from coditect.workflows.service import OPEN


async def remove(platform: Platform, session: AsyncSession, member: Member, workflow_id: UUID) -> None:
    """Remove a workflow. Raises `AnalysisRunning` while a version is under way."""
    workflow = await store.get_workflow(session, workflow_id, lock=True)
    run = await engine.get_run(session, member.organization_id, workflow.run_id)
    if run.status in OPEN:
        raise AnalysisRunning("Wait until it ends, or cancel its run first.")
    await projects.record_activity(
        session, workflow.project_id, actor_of(member), RemovedWorkflow(), object_of(workflow)
    )
    for format_name in diagrams.FORMATS:
        use = Use("exports", f"{workflow.id}/{format_name}")
        await platform.entitlements.release(session, member.organization_id, use)
    # What is drawn again from a removal that fails is no loss; what nobody knows of would stay for ever.
    await forget_exports(platform, member.organization_id, workflow.id)
    for table in (WorkflowEdit, StoredAnalysis, AnalystResult):
        await session.execute(delete(table).where(table.workflow_id == workflow.id))
    await session.execute(delete(Workflow).where(Workflow.id == workflow.id))
