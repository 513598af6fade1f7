"""Which workflows a list shows."""

from dataclasses import dataclass
from datetime import datetime

from coditect import engine
from coditect.kernel.ids import OrganizationId, ProjectId
from coditect.workflows.analysis import Domain


@dataclass(frozen=True)
class Wanted:
    """Which workflows a list is to show; every word must stand in the title."""

    organization_id: OrganizationId
    project_id: ProjectId | None
    words: str = ""
    domain: Domain | None = None
    statuses: tuple[engine.RunStatus, ...] = ()
    """Of the newest analysis; any when there are none."""
    since: datetime | None = None
    until: datetime | None = None
    """Handed in from `since` on, and before `until`."""
