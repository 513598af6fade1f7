"""The wired parts of one process; `main` builds it, routes and workers receive it."""

import asyncio
from dataclasses import dataclass, field

from starlette.requests import HTTPConnection

from coditect.kernel.bus import Bus
from coditect.kernel.cache import Cache, InProcessCache
from coditect.kernel.config import Settings
from coditect.kernel.cpu import CpuPool
from coditect.kernel.db import Database
from coditect.kernel.entitlements import Entitlements, Unlimited
from coditect.kernel.ids import OrganizationId
from coditect.kernel.mail import Mailer
from coditect.kernel.placement import Place, Placement
from coditect.kernel.presence import Presence
from coditect.kernel.secrets import Secrets
from coditect.kernel.storage import Storage
from coditect.kernel.streams.hub import Hub


@dataclass(frozen=True)
class Platform:
    """Settings and adapters of the ports."""

    settings: Settings
    database: Database
    bus: Bus
    mailer: Mailer
    storage: Storage
    cpu: CpuPool
    placement: Placement | None = None
    """Knows organizations that other parts than these serve."""
    cache: Cache = field(default_factory=InProcessCache)
    entitlements: Entitlements = field(default_factory=Unlimited)
    stopping: asyncio.Event = field(default_factory=asyncio.Event)
    """Set when the process was asked to end: it takes up no new work, and says that it is not ready."""
    closing: asyncio.Event = field(default_factory=asyncio.Event)
    """Set when the process is about to end: whatever would last for long ends now."""
    hub: Hub = field(init=False)
    """All open event streams of this process."""
    presence: Presence = field(init=False)
    """Who is where now."""
    secrets: Secrets = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "secrets", Secrets(self.settings))
        object.__setattr__(self, "hub", Hub(self.database, self.bus, self.closing))
        object.__setattr__(
            self, "presence", Presence(self.bus, self.cache, shared=bool(self.settings.redis_url))
        )

    def place_of(self, organization_id: OrganizationId) -> Place:
        """Return what serves an organization."""
        if self.placement is not None:
            return self.placement(organization_id)
        return Place(self.database, self.storage, self.bus)


def platform_of(connection: HTTPConnection) -> Platform:
    """Return the platform that answers `connection`."""
    platform: Platform = connection.app.state.platform
    return platform
