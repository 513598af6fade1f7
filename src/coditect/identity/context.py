"""What identity registers."""

from fastapi import FastAPI

import coditect.identity.recovery.models  # noqa: F401 - its table
from coditect.identity import dev_mailbox, routes, well_known
from coditect.identity.handlers import consumers
from coditect.identity.registration import OnRegistered

__all__ = ["consumers", "root_routers", "routers", "supply"]

routers = (routes.router, dev_mailbox.router)
root_routers = (well_known.router,)
"""At addresses of the host itself."""


def supply(app: FastAPI, *, on_registered: OnRegistered) -> None:
    """Give identity what it needs from the contexts above."""
    app.state.on_registered = on_registered
