"""Old versions of analyses go when the installation is set to keep only the newest ones."""

from collections.abc import Sequence

from sqlalchemy import delete, exists

from coditect.kernel.housekeeping import Chore, organizations_with
from coditect.kernel.platform import Platform
from coditect.kernel.scope import tenant
from coditect.workflows.models import AnalystResult, StoredAnalysis, Workflow


def chores(platform: Platform) -> Sequence[Chore]:
    """Return what workflows have to do about their rows."""

    async def old_versions() -> int:
        kept = platform.settings.analysis_versions_kept
        if kept is None:
            return 0
        removed = 0
        for organization_id in await organizations_with(platform, Workflow, Workflow.version > kept):
            async with platform.place_of(organization_id).database.write(tenant(organization_id)) as session:
                for table in (AnalystResult, StoredAnalysis):
                    old = exists().where(
                        Workflow.id == table.workflow_id, table.version <= Workflow.version - kept
                    )
                    gone = await session.scalars(
                        delete(table)
                        .where(old)
                        .returning(table.version)
                        .execution_options(synchronize_session=False)
                    )
                    removed += len(gone.all())
        return removed

    return [Chore("old_analysis_versions", old_versions)]
