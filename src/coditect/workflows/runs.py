"""Says of runs which workflow they analyse."""

from collections.abc import Mapping, Sequence

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from coditect.kernel.ids import RunId
from coditect.orchestration import About
from coditect.workflows.models import Workflow


async def describe_runs(session: AsyncSession, run_ids: Sequence[RunId], /) -> Mapping[RunId, About]:
    """Return the workflow of each run that analyses the newest version of one."""
    found = await session.execute(
        select(Workflow.run_id, Workflow.id, Workflow.title, Workflow.project_id).where(
            Workflow.run_id.in_(run_ids)
        )
    )
    return {row.run_id: About("workflow", row.id, row.title, row.project_id) for row in found}
