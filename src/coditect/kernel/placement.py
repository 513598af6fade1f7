"""Where an organization lives: which database, file storage and bus serve it.

Today every organization lives in one place. Regions and shards add places; whoever opens something of an organization
asks here first, so that nothing else has to change then.
"""

from dataclasses import dataclass
from typing import Protocol

from coditect.kernel.bus import Bus
from coditect.kernel.db import Database
from coditect.kernel.ids import OrganizationId
from coditect.kernel.storage import Storage


@dataclass(frozen=True)
class Place:
    """What serves the organizations that live there."""

    database: Database
    storage: Storage
    bus: Bus


class Placement(Protocol):
    """Knows where each organization lives."""

    def __call__(self, organization_id: OrganizationId) -> Place:
        """Return the place of an organization; it stays the same for as long as the process lives."""
