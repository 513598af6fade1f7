"""What identity registers."""

from collections.abc import Sequence

from fastapi import FastAPI

from coditect.identity import dev_mailbox, handlers, routes, well_known
from coditect.identity.factors import own_routes as own_factor_routes
from coditect.identity.factors import routes as factor_routes
from coditect.identity.federation import routes as federation_routes
from coditect.identity.housekeeping import chores
from coditect.identity.provider import deciding
from coditect.identity.provider import routes as provider_routes
from coditect.identity.recovery import mailing
from coditect.identity.recovery import routes as recovery_routes
from coditect.identity.registration import OnRegistered
from coditect.kernel.platform import Platform
from coditect.kernel.relay import Consumer

__all__ = ["chores", "consumers", "root_routers", "routers", "supply"]

routers = (
    routes.router,
    factor_routes.router,
    factor_routes.own_router,
    own_factor_routes.router,
    recovery_routes.public_router,
    recovery_routes.router,
    federation_routes.router,
    deciding.router,
    dev_mailbox.router,
)
root_routers = (well_known.router, provider_routes.router)
"""At addresses of the host itself."""


def consumers(platform: Platform) -> Sequence[Consumer]:
    """Return what identity does about events."""
    return (*handlers.consumers(platform), *mailing.consumers(platform))


def supply(app: FastAPI, *, on_registered: OnRegistered) -> None:
    """Give identity what it needs from the contexts above."""
    app.state.on_registered = on_registered
