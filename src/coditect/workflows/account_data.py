"""What workflows hold about a person, and what becomes of it when they leave."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select

from coditect.kernel.account_data import Leaving, Person, Rows, told
from coditect.kernel.erasing import anonymise, purge
from coditect.kernel.platform import Platform
from coditect.kernel.scope import tenant
from coditect.workflows.exporting import forget_exports
from coditect.workflows.models import AnalystResult, StoredAnalysis, Workflow, WorkflowEdit


async def export_account_data(platform: Platform, person: Person) -> Mapping[str, Rows]:
    """Return the descriptions that the person handed in, and what they changed in analyses."""
    found: list[Mapping[str, Any]] = []
    edits: list[Mapping[str, Any]] = []
    for organization_id in person.organizations:
        async with platform.place_of(organization_id).database.read(tenant(organization_id)) as session:
            rows = await session.scalars(select(Workflow).where(Workflow.created_by == person.account_id))
            found += [told(row) for row in rows]
            changed = await session.scalars(
                select(WorkflowEdit).where(WorkflowEdit.created_by == person.account_id)
            )
            edits += [told(row) for row in changed]
    return {"workflows": found, "workflow_edits": edits}


async def erase_account_data(platform: Platform, leaving: Leaving) -> None:
    """Remove workflows that nobody else has, with their exports; the others were handed in by a former member."""
    for organization_id in leaving.alone:
        database = platform.place_of(organization_id).database
        async with database.read(tenant(organization_id)) as session:
            ids = (await session.scalars(select(Workflow.id))).all()
        # Files first: without the rows nobody would know which there are.
        for workflow_id in ids:
            await forget_exports(platform, organization_id, workflow_id)
        async with database.write(tenant(organization_id)) as session:
            await purge(session, organization_id, WorkflowEdit, StoredAnalysis, AnalystResult, Workflow)
    for organization_id in leaving.shared:
        async with platform.place_of(organization_id).database.write(tenant(organization_id)) as session:
            await anonymise(session, Workflow, leaving)
            await anonymise(session, WorkflowEdit, leaving)
