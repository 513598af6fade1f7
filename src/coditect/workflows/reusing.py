"""What need not be found again: results that a restarted version keeps, and a model's answers to the same question.

An answer is there as long as an analysis has it; with that it goes. Only the organization that paid for it has it.
"""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from coditect.kernel.clock import utc_now
from coditect.kernel.ids import OrganizationId
from coditect.kernel.platform import Platform
from coditect.kernel.scope import tenant
from coditect.workflows import store
from coditect.workflows.analysing import Findings, Recall
from coditect.workflows.analysis import AnalystName, AnalystOutputs, spec
from coditect.workflows.models import AnalystResult
from coditect.workflows.plan import AnalystInput, Restart


async def kept(session: AsyncSession, given: AnalystInput) -> AnalystResult | None:
    """Return what a restart takes over for this analyst, as a result of the new version."""
    restart = given.restart
    if restart is None or given.analyst not in restart.keeps:
        return None
    before = await store.result(session, given.workflow_id, restart.version, given.analyst)
    if before is None:
        return None
    return AnalystResult(
        organization_id=before.organization_id,
        workflow_id=before.workflow_id,
        version=given.version,
        analyst=before.analyst,
        origin=before.origin,
        model=before.model,
        agent=before.agent,
        fallback=before.fallback,
        reused="version",
        question=before.question,
        summary=before.summary,
        output=before.output,
        created_at=utc_now(),
    )


async def as_edited(
    session: AsyncSession, workflow_id: UUID, restart: Restart | None, findings: AnalystOutputs
) -> AnalystOutputs:
    """Return findings with those that a restart keeps as people edited them."""
    edited = await store.edited_findings(session, workflow_id, restart.version) if restart else None
    if restart is None or edited is None:
        return findings
    fields = [name.replace("-", "_") for name in restart.keeps]
    there = [field for field in fields if getattr(findings, field) is not None]
    return findings.model_copy(update={field: getattr(edited, field) for field in there})


def recall_for(platform: Platform, organization_id: OrganizationId, analyst: AnalystName) -> Recall:
    """Return what finds a model's earlier answer in the organization's analyses."""

    async def recall(question: str) -> Findings | None:
        async with platform.database.read(tenant(organization_id)) as session:
            found = await store.answered(session, analyst, question)
            if found is None:
                return None
            return Findings(spec(analyst).output.model_validate(found.output), "model", found.model)

    return recall
