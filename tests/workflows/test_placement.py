"""What belongs to an organization is kept where that organization lives."""

from dataclasses import replace
from pathlib import Path

from coditect.kernel.clock import utc_now
from coditect.kernel.ids import OrganizationId, ProjectId, RunId, new_id
from coditect.kernel.placement import Place
from coditect.kernel.platform import Platform
from coditect.kernel.storage import FolderStorage
from coditect.workflows.exporting import drawing, export
from coditect.workflows.local import analyse
from coditect.workflows.models import Workflow
from coditect.workflows.rendering import Source
from tests.fixtures.platforms import new_account, new_organization, on_sqlite, platform

__all__ = ["platform"]
TEXT = (
    "The clerk receives the invoice by e-mail. The clerk checks the amount. The manager approves the invoice."
)


@on_sqlite
async def test_a_second_place_keeps_the_files_of_its_organization(platform: Platform, tmp_path: Path) -> None:
    """Fails when something opens the storage of this process instead of asking where the organization lives."""
    far = new_organization()
    second = FolderStorage(tmp_path / "second")

    def placement(organization_id: OrganizationId) -> Place:
        here = Place(platform.database, platform.storage, platform.bus)
        return replace(here, storage=second) if organization_id == far else here

    placed = replace(platform, placement=placement)
    analysis = await analyse(TEXT, domain=None, model=None, on_begin=lambda _: None, on_end=lambda *_: None)
    for organization in (far, new_organization()):
        workflow = Workflow(
            id=new_id(),
            organization_id=organization,
            project_id=ProjectId(new_id()),
            title="Invoices",
            domain=None,
            description=TEXT,
            version=1,
            run_id=RunId(new_id()),
            created_by=new_account(),
            created_at=utc_now(),
        )
        source = Source(workflow.title, analysis.model_dump_json(), TEXT)
        await export(placed, workflow, source, drawing("mermaid"))
    kept = [path for path in (tmp_path / "second").rglob("mermaid") if path.is_file()]
    assert [str(far) in str(path) for path in kept] == [True]
    here = [path for path in platform.settings.data_dir.rglob("mermaid") if path.is_file()]
    assert [str(far) in str(path) for path in here] == [False]
