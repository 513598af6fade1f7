"""Old versions of analyses go when the installation keeps only the newest ones."""

from pathlib import Path

import pytest
from sqlalchemy import select

from coditect.kernel.bus import InProcessBus
from coditect.kernel.clock import utc_now
from coditect.kernel.config import Settings
from coditect.kernel.cpu import CpuPool
from coditect.kernel.db import Database
from coditect.kernel.housekeeping import do_all
from coditect.kernel.ids import AccountId, OrganizationId, ProjectId, RunId, new_id
from coditect.kernel.mail import DevMailbox
from coditect.kernel.platform import Platform
from coditect.kernel.scope import tenant
from coditect.kernel.storage import FolderStorage
from coditect.workflows.housekeeping import chores
from coditect.workflows.models import AnalystResult, StoredAnalysis, Workflow

OURS = OrganizationId(new_id())


@pytest.mark.parametrize(("kept", "left"), [(2, [3, 4]), (None, [1, 2, 3, 4])])
async def test_only_the_newest_versions_stay(
    migrated_database_url: str, tmp_path: Path, kept: int | None, left: list[int]
) -> None:
    database = Database(migrated_database_url)
    platform = Platform(
        settings=Settings(
            data_dir=tmp_path / "data", database_url=migrated_database_url, analysis_versions_kept=kept
        ),
        database=database,
        bus=InProcessBus(),
        mailer=DevMailbox(tmp_path / "mailbox", "CODITECT <no-reply@localhost>"),
        storage=FolderStorage(tmp_path / "files"),
        cpu=CpuPool(),
    )
    often, once = _workflow(4), _workflow(1)
    async with database.write(tenant(OURS)) as session:
        session.add_all([often, once])
        await session.flush()
        for workflow in (often, once):
            for version in range(1, workflow.version + 1):
                session.add_all([_result(workflow, version), _analysis(workflow, version)])
    ids = often.id, once.id
    await do_all(chores(platform))
    async with database.read(tenant(OURS)) as session:
        for table in (AnalystResult, StoredAnalysis):
            for identity, versions in zip(ids, (left, [1]), strict=True):
                wanted = select(table.version).where(table.workflow_id == identity).order_by(table.version)
                assert (await session.scalars(wanted)).all() == versions
    await database.close()


def _workflow(version: int) -> Workflow:
    return Workflow(
        organization_id=OURS,
        id=new_id(),
        project_id=ProjectId(new_id()),
        title="Invoices",
        domain=None,
        description="The clerk checks the invoice.",
        version=version,
        run_id=RunId(new_id()),
        created_by=AccountId(new_id()),
        created_at=utc_now(),
    )


def _result(workflow: Workflow, version: int) -> AnalystResult:
    return AnalystResult(
        organization_id=OURS,
        workflow_id=workflow.id,
        version=version,
        analyst="task-decomposer",
        origin="rule",
        summary="found 1 task",
        output={},
        created_at=utc_now(),
    )


def _analysis(workflow: Workflow, version: int) -> StoredAnalysis:
    return StoredAnalysis(
        organization_id=OURS, workflow_id=workflow.id, version=version, document={}, created_at=utc_now()
    )
