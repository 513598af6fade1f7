"""The wired parts of one process; `main` builds it, routes and workers receive it."""

from dataclasses import dataclass

from starlette.requests import HTTPConnection

from coditect.kernel.bus import Bus
from coditect.kernel.config import Settings
from coditect.kernel.cpu import CpuPool
from coditect.kernel.db import Database
from coditect.kernel.mail import Mailer
from coditect.kernel.storage import Storage


@dataclass(frozen=True)
class Platform:
    """Settings and adapters of the ports."""

    settings: Settings
    database: Database
    bus: Bus
    mailer: Mailer
    storage: Storage
    cpu: CpuPool


def platform_of(connection: HTTPConnection) -> Platform:
    """Return the platform that answers `connection`."""
    platform: Platform = connection.app.state.platform
    return platform
